import { formatDay, formatWithFrom, formatWithSince } from "./edtf-text.ts";
import type { Entry } from "./entry.ts";
import { isOverdueForReview, orderedFacts, type Reading, supportingOrigins } from "./reading.ts";
import { isEnding, statusWord } from "./status.ts";
import { type Day, daysBetween } from "./time.ts";
import { factsOf, type StatusFact } from "./visible.ts";
import { count, formatDistance, joinWords, sentenceCase } from "./wording.ts";

/** A reading as the page says it: "**Lapsed** since 5 February 2026: the extension". */
export type ReadingWords = { status: string; rest: string };

/**
 * Words of a reading: "{Status}[: {answer}] since {date}: {subject}[, possibly already {alternative}][; {next} from {date}]".
 *
 * @param answer how the question was answered, where the status ends the item
 */
export function readingWords(reading: Reading, subject: string, answer: StatusFact["answer"]): ReadingWords {
  const { status, since, alternatives, next } = reading;
  const possibly = joinWords(alternatives.map(statusWord), "or");
  // That it will still be so is no news.
  const then =
    next === null || next.status === status ? "" : `; ${formatWithFrom(statusWord(next.status), next.effective)}`;
  if (status === null) {
    const first = alternatives.length === 0 ? "Not yet raised" : "No status yet";
    return { status: first, rest: `: ${subject}${possibly === "" ? "" : `, possibly ${possibly}`}${then}` };
  }
  const word = `${sentenceCase(statusWord(status))}${answer === null || !isEnding(status) ? "" : `: ${answer}`}`;
  const perhaps = possibly === "" ? "" : `, possibly already ${possibly}`;
  return { status: word, rest: `${formatWithSince("", since ?? "")}: ${subject}${perhaps}${then}` };
}

/** The unbroken run of entries that a reading rests on, in order; empty without a status. */
export function runOf(entries: readonly Entry[], validOn: Day): StatusFact[] {
  const certain = orderedFacts(factsOf(entries)).filter(
    ({ effectiveBounds: { latest } }) => latest !== null && latest <= validOn,
  );
  const last = certain.at(-1);
  const breaks = certain.findLastIndex(({ status }) => status !== last?.status);
  return certain.slice(breaks + 1);
}

/** What the reading panel takes from the run: what it says, how the question was answered, who said it first. */
export function runFacts(run: readonly StatusFact[]): {
  summary: string | null;
  answer: StatusFact["answer"];
  origins: readonly string[];
} {
  return {
    summary: run.at(-1)?.summary ?? null,
    answer: run.findLast(({ answer }) => answer !== null)?.answer ?? null,
    origins: [...supportingOrigins(run)],
  };
}

/** How old the knowledge is: `stale` where nobody has looked within the item's cadence. */
export function reviewedWords(
  lastReviewed: Day,
  everyDays: number,
  knownOn: Day,
): { stale: boolean; words: string; detail: string } {
  const day = formatDay(lastReviewed);
  if (isOverdueForReview(lastReviewed, everyDays, knownOn)) {
    const age = count(daysBetween(lastReviewed, knownOn));
    return { stale: true, words: `As of ${day}, not reviewed since`, detail: `${age} days; due every ${everyDays}` };
  }
  const distance = formatDistance(lastReviewed, knownOn);
  return {
    stale: false,
    words: `Last reviewed on ${day}`,
    detail: distance.startsWith("the") ? distance : `${distance} before`,
  };
}
