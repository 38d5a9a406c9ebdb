import { formatWithSince } from "@readout/core/edtf-text";
import { statusWord } from "@readout/core/status";
import type { Fate, Rests } from "@readout/core/withdrawal";
import { count, counted, inWords, joinWords, sentenceCase } from "@readout/core/wording";

/** What would be left, in a few words; `of` is how many origins there are now. */
export function fateWords({
  fate,
  origins,
  originsLeft,
}: {
  fate: Fate;
  origins: number;
  originsLeft: number;
}): string {
  switch (fate) {
    case "bare":
      return "would stand without evidence";
    case "unsupported":
      return "would stand without support";
    case "single":
      return `would drop to a single origin, from ${origins}`;
    case "fewer":
      return `would keep ${originsLeft} of ${origins} origins`;
    case "same":
      return origins === 0
        ? "has no supporting origin as it is"
        : `would keep ${origins === 1 ? "its origin" : `all ${origins} origins`}`;
  }
}

/** The worst first, as a reader has to deal with them. */
export const fateOrder: readonly Fate[] = ["bare", "unsupported", "single", "fewer", "same"];

/** How the status would read if what rests on nothing were retracted: "suspended since c. 3 March 2018"; null where as now. */
export function withoutWords(without: Rests["items"][number]["without"]): string | null {
  if (without === null) return null;
  if (without.status === null) return "not yet raised";
  return without.since === null
    ? statusWord(without.status)
    : formatWithSince(statusWord(without.status), without.since);
}

type Counted = { items: readonly { fate: Fate }[] };

/**
 * What the record would lose, in one sentence.
 *
 * "Without Reuters, one reading would stand without evidence and two would drop to a single origin; 12 others hold."
 */
export function restsSentence(who: string, { items }: Counted): string {
  if (items.length === 0) return `Nothing in the record rests on ${who}.`;
  const number = (...fates: Fate[]) => items.filter(({ fate }) => fates.includes(fate)).length;
  const [bare, single] = [number("bare", "unsupported"), number("single")];
  const held = items.length - bare - single;
  const parts = [
    bare > 0 &&
      `${inWords(bare)} ${bare === 1 ? "reading" : "readings"} would stand without ${number("bare") === bare ? "evidence" : "support"}`,
    single > 0 &&
      `${inWords(single)}${bare > 0 ? "" : single === 1 ? " reading" : " readings"} would drop to a single origin`,
  ].filter((part) => part !== false);
  if (parts.length === 0)
    return `Without ${who}, ${items.length === 1 ? "the one reading that rests on it holds" : `all ${count(items.length)} readings that rest on it hold`}.`;
  const others = held === 0 ? "" : `; ${inWords(held)} ${held === 1 ? "other holds" : "others hold"}`;
  return `Without ${who}, ${joinWords(parts)}${others}.`;
}

/** What stands in the aside of a source: the figures alone. */
export function restsRemark({ items }: Counted): string {
  const number = (...fates: Fate[]) => items.filter(({ fate }) => fates.includes(fate)).length;
  const [bare, single] = [number("bare", "unsupported"), number("single")];
  const parts = [
    bare > 0 && `${counted(bare, "reading")} would stand without evidence`,
    single > 0 && `${counted(single, "reading")} would drop to a single origin`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "No reading would lose its footing." : `${sentenceCase(joinWords(parts))}.`;
}

/** What a disagreement keeps: "would be left with one of 3 sides". */
export function sidesWords({ sides, sidesLeft }: Pick<Rests["disagreements"][number], "sides" | "sidesLeft">): string {
  if (sidesLeft === sides) return "keeps all its sides, on other sources";
  if (sidesLeft === 0) return "would be left with no side";
  return `would be left with ${inWords(sidesLeft)} of ${sides} sides`;
}
