import { hasMoved, standingWords } from "./diff-words.ts";
import { formatSince } from "./edtf-text.ts";
import type { SinceCounts, SinceItem, SinceKind } from "./since.ts";
import { count, counted, inWords, joinWords, sentenceCase } from "./wording.ts";

type Told = Pick<SinceItem, "statusSubject" | "before" | "after" | "corrections" | "retractions">;

/** How many new entries of an item say where it stands, say that somebody looked, or set an earlier one right; retractions among these. */
export type NewEntries = { status: number; review: number; corrections: number; retractions: number };

/**
 * The weightiest of what happened to an item; null where nothing is to be told.
 *
 * A movement without any new entry came with the days. One that came with nothing but a correction is a correction.
 */
export function sinceKind(
  { before, after }: Pick<SinceItem, "before" | "after">,
  { status, review, corrections }: Omit<NewEntries, "retractions">,
  isOpened: boolean,
): SinceKind | null {
  if (hasMoved(before, after) && (status > 0 || corrections === 0)) return "moved";
  if (corrections > 0) return "corrected";
  if (status > 0) return "evidence";
  if (review > 0) return "reviewed";
  return isOpened ? "opened" : null;
}

/** An item's sentence without its title: "the talks: scheduled → stalled, since 3 May 2026". */
export function sinceItemWords(kind: SinceKind, told: Told): string {
  const { statusSubject, before, after, corrections, retractions } = told;
  const now = standingWords(after);
  const since = after.since === null ? "" : `, ${formatSince(after.since)}`;
  const amended = corrections === 0 ? "" : `; ${amendedWords(told)} here`;
  switch (kind) {
    case "moved":
      // Only what is possible changed: the old day says nothing about it.
      return `${statusSubject}: ${standingWords(before)} → ${now}${before.status === after.status ? "" : since}${amended}`;
    case "corrected": {
      const how = hasMoved(before, after) ? `${standingWords(before)} → ${now}${since}` : `still ${now}`;
      return `${statusSubject}: ${corrections > retractions ? "corrected" : "an entry retracted"} here, ${how}`;
    }
    case "evidence":
      return `${statusSubject}: still ${now}, on new evidence${amended}`;
    case "reviewed":
      return `${statusSubject}: reviewed, nothing new; still ${now}`;
    case "opened":
      return `${statusSubject}: taken up, ${now}`;
  }
}

/** "1 entry corrected and 1 retracted". */
function amendedWords({ corrections, retractions }: Told): string {
  const [corrected, retracted] = [corrections - retractions, retractions];
  if (retracted === 0) return `${counted(corrected, "entry", "entries")} corrected`;
  if (corrected === 0) return `${counted(retracted, "entry", "entries")} retracted`;
  return `${counted(corrected, "entry", "entries")} corrected and ${retracted} retracted`;
}

const ofKind: Record<SinceKind, [one: string, many: string]> = {
  moved: ["moved", "moved"],
  corrected: ["was corrected here", "were corrected here"],
  evidence: ["has new evidence", "have new evidence"],
  reviewed: ["was reviewed with nothing new", "were reviewed with nothing new"],
  opened: ["was taken up", "were taken up"],
};

/**
 * All of it in a sentence: "Two items moved, one was corrected here." Empty when nothing changed.
 *
 * @param isMore whether the counts are too low
 */
export function sinceWords(counts: SinceCounts, isMore: boolean): string {
  if (counts.items === 0) return "";
  const parts = (Object.keys(ofKind) as SinceKind[])
    .filter((kind) => counts[kind] > 0)
    .map((kind, i) => {
      const n = counts[kind];
      const noun = i > 0 ? "" : n === 1 ? " item" : " items";
      return `${n <= 12 ? inWords(n) : count(n)}${noun} ${ofKind[kind][n === 1 ? 0 : 1]}`;
    });
  return `${isMore ? "At least " : ""}${isMore ? joinWords(parts) : sentenceCase(joinWords(parts))}.`;
}
