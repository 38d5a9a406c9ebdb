import { boundsOf } from "@readout/core/edtf";
import { formatDay, formatEdtf, formatSince } from "@readout/core/edtf-text";
import type { Entry } from "@readout/core/entry";
import type { ItemDetail, ItemLink } from "@readout/core/item";
import type { Milestone } from "@readout/core/milestone";
import { dueOf, isUndecided, lacksVerdict } from "@readout/core/milestone-words";
import { isEnding, statusWord } from "@readout/core/status";
import { addDays, type Day } from "@readout/core/time";
import { timeLeft } from "@readout/core/time-left";
import { factsOf } from "@readout/core/visible";
import { counted, inWords, joinWords, sentenceCase } from "@readout/core/wording";
import type { AsOfView } from "../as-of/search-params.ts";

/** A status that may hold already, or comes next, with the entry that says so. */
export type Coming = { words: string; seq: number };

/** All that is known to be able to change where an item stands. */
export type WouldChange = {
  coming: Coming[];
  ahead: Milestone[];
  /** Passed, and nobody has said what became of them. */
  undecided: Milestone[];
  /** Outcomes of sets that are still open, each with what would speak for or against it. */
  outcomes: { setId: string; title: string; indicators: { number: number; text: string }[] }[];
  /** Open items that have to move first. */
  waitsFor: ItemLink[];
};

/** @param entries the visible entries of the item */
export function wouldChange(item: ItemDetail, entries: readonly Entry[], day: Day): WouldChange {
  const due = (milestone: Milestone) => boundsOf(dueOf(milestone)).latest ?? "~";
  const ordered = [...item.milestones].sort((a, b) => (due(a) < due(b) ? -1 : 1));
  const open = item.scenarioSets.filter((set) => set.resolution === null && timeLeft(set.deadline, day) !== null);
  return {
    coming: comingOf(item, entries, day),
    ahead: ordered.filter((milestone) => isUndecided(milestone) && timeLeft(dueOf(milestone), day) !== null),
    undecided: ordered.filter((milestone) => lacksVerdict(milestone, day)),
    outcomes: open.flatMap((set) =>
      set.scenarios.map(({ title, indicators }) => ({ setId: set.id, title, indicators })),
    ),
    waitsFor: waitedFor(item.links),
  };
}

function comingOf({ reading, statusSubject }: ItemDetail, entries: readonly Entry[], day: Day): Coming[] {
  const facts = factsOf(entries);
  const possible = reading.alternatives.flatMap((status): Coming[] => {
    const fact = facts.find(
      (one) =>
        one.kind !== "review" &&
        one.retractedBy === null &&
        one.status === status &&
        (one.effectiveBounds.earliest ?? "") <= day &&
        (one.effectiveBounds.latest ?? "~") > day,
    );
    if (fact === undefined || fact.kind === "review") return [];
    return [{ words: `possibly ${statusWord(status)} already: ${formatSince(fact.effective)}`, seq: fact.seq }];
  });
  const { next } = reading;
  if (next === null) return possible;
  const from = `${statusWord(next.status)} from ${formatEdtf(next.effective)}: ${statusSubject}`;
  return [...possible, { words: from, seq: next.entrySeq }];
}

/** What it depends on, or what blocks it, as far as that is open; an item named in both ways once. */
function waitedFor(links: readonly ItemLink[]): ItemLink[] {
  const first = links.filter(
    ({ type, direction, phase }) =>
      phase === "open" &&
      ((type === "depends-on" && direction === "to") || (type === "blocks" && direction === "from")),
  );
  return first.filter((link, i) => first.findIndex(({ itemId }) => itemId === link.itemId) === i);
}

/** Whether any of it is known. */
const isAnyKnown = ({ coming, ahead, undecided, outcomes, waitsFor }: WouldChange): boolean =>
  [coming, ahead, undecided, outcomes, waitsFor].some((known) => known.length > 0);

/**
 * The sentence over the list, which says also what there is none of.
 *
 * "One date ahead, two passed ones without a verdict; no open scenario."
 */
export function changeSentence(item: Pick<ItemDetail, "reading">, known: WouldChange): string {
  const { coming, ahead, undecided, outcomes, waitsFor } = known;
  const ended = item.reading.status !== null && isEnding(item.reading.status);
  if (!isAnyKnown(known))
    return ended
      ? "It has ended. Only an entry that reopens it, with its reason, would change that."
      : "Nothing recorded would change it: no date is ahead, no scenario is open, and it waits for no other item.";
  const parts = [
    coming.length > 0 &&
      `${inWords(coming.length)} ${coming.length === 1 ? "status" : "statuses"} that may come or have come`,
    ahead.length > 0 && `${inWords(ahead.length)} ${ahead.length === 1 ? "date" : "dates"} ahead`,
    undecided.length > 0 &&
      `${inWords(undecided.length)} passed ${undecided.length === 1 ? "date" : "dates"} without a verdict`,
    outcomes.length > 0 && `${inWords(outcomes.length)} outcomes being watched`,
    waitsFor.length > 0 &&
      `${inWords(waitsFor.length)} open ${waitsFor.length === 1 ? "item" : "items"} that has to move first`,
  ].filter((part) => part !== false);
  const all = sentenceCase(joinWords(parts)).replace(/items that has/, "items that have");
  return ended ? `It has ended; still recorded: ${all.charAt(0).toLowerCase()}${all.slice(1)}.` : `${all}.`;
}

/** When somebody should look again: "due for a look since 4 May 2018", "next look due on 4 May 2027"; null where nothing is due. */
export function lookWords(
  item: Pick<ItemDetail, "reading" | "phase" | "reviewEveryDays">,
  view: AsOfView,
): string | null {
  const { lastReviewed } = item.reading;
  if (item.phase !== "open" || lastReviewed === null) return null;
  const due = addDays(lastReviewed, item.reviewEveryDays);
  const every = `every ${counted(item.reviewEveryDays, "day")}`;
  return due < view.knownOn
    ? `Due for a look since ${formatDay(due)}, ${every}.`
    : `Next look due on ${formatDay(due)}, ${every}.`;
}
