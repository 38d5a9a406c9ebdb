import type { Basis } from "./as-of.ts";
import type { Diff, ItemDiff } from "./diff.ts";
import { boundsOf, parseEdtf } from "./edtf.ts";
import { formatDayShort, formatShort, formatSince } from "./edtf-text.ts";
import { type CorrectionEntry, type Entry, isStatusEntry, type RetractionEntry, type StatusEntry } from "./entry.ts";
import type { Reading } from "./reading.ts";
import { statusWord } from "./status.ts";
import { type Day, daysBetween } from "./time.ts";
import { counted, formatDistance, joinWords } from "./wording.ts";

export type Amendment = { item: ItemDiff; entry: CorrectionEntry | RetractionEntry };

/** What differs between two days, sorted by what it means to a reader. */
export type Changes = {
  /** Entries a reader did not know of on the first day, and on how many items. */
  entries: number;
  items: number;
  moved: ItemDiff[];
  /** New entries that say the same, and readings of which only the proof grew. */
  still: ItemDiff[];
  /** Our own corrections and retractions: the record changed, not the world. */
  amended: Amendment[];
};

type Standing = Pick<Reading, "status" | "alternatives">;

/** Whether an item stands elsewhere: another status, or other statuses that may already hold. */
export const hasMoved = (before: Standing, after: Standing): boolean =>
  before.status !== after.status || before.alternatives.join() !== after.alternatives.join();

export function changesOf(diff: Pick<Diff, "items">): Changes {
  const withEntries = diff.items.filter((item) => item.entries.length > 0);
  const moved = diff.items.filter((item) => hasMoved(item.before, item.after));
  return {
    entries: withEntries.reduce((sum, item) => sum + item.entries.length, 0),
    items: withEntries.length,
    moved,
    still: withEntries.filter((item) => !moved.includes(item)),
    amended: diff.items.flatMap((item) => item.corrections.filter(isAmendment).map((entry) => ({ item, entry }))),
  };
}

const isAmendment = (entry: Entry): entry is CorrectionEntry | RetractionEntry =>
  entry.kind === "correction" || entry.kind === "retraction";

/**
 * The sentence that opens the page.
 *
 * "Between 5 Aug 2017 and 7 Aug 2017 a reader learned of 23 entries on 16 items; 12 moved."
 */
export function changesSentence(from: Day, to: Day, basis: Basis, changes: Changes): string {
  const between = `Between ${formatDayShort(from)} and ${formatDayShort(to)}`;
  const { entries, items, moved, amended } = changes;
  const corrected =
    amended.length === 0
      ? []
      : [`${counted(amended.length, "entry", "entries")} ${amended.length === 1 ? "was" : "were"} corrected here`];
  if (entries === 0) {
    const byTheDays = moved.length === 0 ? [] : [`${counted(moved.length, "item")} moved with the days alone`];
    const nothing = basis === "recorded" ? "nothing was recorded" : "nothing became known";
    return `${[`${between} ${nothing}`, ...byTheDays, ...corrected].join("; ")}.`;
  }
  const learned = basis === "recorded" ? "Readout recorded" : "a reader learned of";
  const news = `${between} ${learned} ${counted(entries, "entry", "entries")} on ${counted(items, "item")}`;
  return `${[news, movedWords(moved.length, items), ...corrected].join("; ")}.`;
}

function movedWords(moved: number, items: number): string {
  if (moved === 0) return "none moved";
  if (items === 1 && moved === 1) return "it moved";
  return moved === items ? `all ${moved} moved` : `${moved} moved`;
}

/** A standing inside a sentence: "not yet raised", "suspended, possibly already under way". */
export function standingWords({ status, alternatives }: Standing): string {
  const possibly = joinWords(alternatives.map(statusWord), "or");
  if (status === null) return alternatives.length === 0 ? "not yet raised" : `no status yet, possibly ${possibly}`;
  return alternatives.length === 0 ? statusWord(status) : `${statusWord(status)}, possibly already ${possibly}`;
}

/** Since when an item stands where it does, "since 6 August 2017"; null where only what is possible changed, or nothing holds. */
export const sinceWords = ({ before, after }: Pick<ItemDiff, "before" | "after">): string | null =>
  after.since === null || (hasMoved(before, after) && before.status === after.status) ? null : formatSince(after.since);

type Dates = { effective: string; reported: string };

/** A report is late when it certainly came more than so many days after what it tells. */
export const LATE_AFTER_DAYS = 30;

/** How many days a report certainly came after what it tells; null where it may have come before. */
function leastLagOf({ effective, reported }: Dates): number | null {
  const [began, told] = [boundsOf(effective).latest, boundsOf(reported).earliest];
  return began === null || told === null || told < began ? null : daysBetween(began, told);
}

export const isLate = (dates: Dates): boolean => (leastLagOf(dates) ?? 0) > LATE_AFTER_DAYS;

/**
 * How long the sources took to say it: "reported 16 days after", "reported 5 years 2 months after", "reported the same day",
 * "reported 2 days ahead".
 *
 * Only two exact days have an exact distance; otherwise the date of the report is said, and of a late one how late it was at
 * least: "reported c. 7 Aug 2017", "reported 6 Aug 2017, at least 218 days after".
 */
export function lagWords(dates: Dates): string {
  const { effective, reported } = dates;
  const [began, told] = [boundsOf(effective).latest, boundsOf(reported).earliest];
  if (began === null || told === null || !isExact(effective) || !isExact(reported)) {
    const said = `reported ${formatShort(reported)}`;
    return isLate(dates) ? `${said}, at least ${formatDistance(began!, told!)} after` : said;
  }
  const days = daysBetween(began, told);
  if (days === 0) return "reported the same day";
  return days > 0 ? `reported ${formatDistance(began, told)} after` : `reported ${counted(-days, "day")} ahead`;
}

function isExact(edtf: string): boolean {
  const parsed = parseEdtf(edtf);
  return parsed.kind === "date" && parsed.precision === "day" && parsed.qualifier === null;
}

/** The new entries of an item that carry a status, the one that its reading now rests on first, the rest newest first. */
export function newStatusEntries({ after, entries }: Pick<ItemDiff, "after" | "entries">): StatusEntry[] {
  const carried = entries.filter(isStatusEntry).sort((a, b) => b.seq - a.seq);
  return [
    ...carried.filter(({ seq }) => seq === after.entrySeq),
    ...carried.filter(({ seq }) => seq !== after.entrySeq),
  ];
}
