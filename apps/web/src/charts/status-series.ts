import type { AsOf } from "@readout/core/as-of";
import { findEdtf } from "@readout/core/edtf";
import { formatEdtf, formatWithFrom } from "@readout/core/edtf-text";
import type { Entry } from "@readout/core/entry";
import {
  intervalsOf,
  lastReviewedOf,
  orderedFacts,
  type Reading,
  type StatusInterval,
  statusOn,
} from "@readout/core/reading";
import { type Status, type StatusFamily, statusFamily, statusWord } from "@readout/core/status";
import { type Day, daysInMonth, partsOfDay } from "@readout/core/time";
import { type Fact, factsOf, type StatusFact } from "@readout/core/visible";
import { startOfMonth } from "./axis.ts";

/** How firmly a beginning is dated: as it stands, "c.", or "(uncertain)". Qualifiers widen nothing. */
export type Firmness = "firm" | "approximate" | "uncertain";

/** A stretch of days with one status. It is certain from `from`, possible from `fromPossible` (null: always was). */
export type Stretch = {
  status: Status;
  family: StatusFamily;
  entrySeq: number;
  from: Day;
  fromPossible: Day | null;
  /** The first day after it; null while it still holds. */
  until: Day | null;
  /** When it began, in EDTF. */
  effective: string;
  firmness: Firmness;
};

/** A status that may hold already on the last day drawn. `from` is null where it may always have, or where no day is known. */
export type PossibleStatus = { status: Status; family: StatusFamily; from: Day | null; effective: string | null };

/** What a status chart draws of one item. Nothing after `end` is in it. */
export type StatusSeries =
  | {
      kind: "series";
      stretches: readonly Stretch[];
      possible: readonly PossibleStatus[];
      /** Days on which someone looked and found nothing new. */
      reviews: readonly Day[];
      lastReviewed: Day | null;
      end: Day;
    }
  | { kind: "none"; reason: "nothing_recorded" | "not_yet_raised"; end: Day };

/** The series of a list row, which knows its stretches and its reading, but neither qualifiers nor reviews. */
export function seriesOfRow(row: {
  intervals: readonly StatusInterval[];
  reading: Pick<Reading, "since" | "alternatives" | "lastReviewed">;
  end: Day;
}): StatusSeries {
  const { intervals, reading, end } = row;
  const stretches = intervals.map((interval, i) => {
    const current = i === intervals.length - 1;
    return stretchOf(interval, (current ? reading.since : null) ?? edtfOfBounds(interval.fromPossible, interval.from));
  });
  const possible = reading.alternatives.map((status) => possibleOf(status, null, null));
  return seriesOf({ stretches, possible, reviews: [], lastReviewed: reading.lastReviewed, end });
}

/** The series of a ledger of which `entries` are those visible as of `asOf`. */
export const seriesOfLedger = (entries: readonly Entry[], asOf: AsOf): StatusSeries =>
  seriesOfFacts(factsOf(entries), asOf.validOn);

/** The series of the facts of a ledger that were known, up to the day `end`. */
export function seriesOfFacts(facts: readonly Fact[], end: Day): StatusSeries {
  const ordered = orderedFacts(facts);
  const bySeq = new Map(ordered.map((fact) => [fact.seq, fact]));
  const stretches = intervalsOf(ordered, end).map((interval) =>
    stretchOf(interval, bySeq.get(interval.entrySeq)?.effective ?? interval.from),
  );
  const reading = statusOn(ordered, end);
  const certain = ordered.findIndex((fact) => fact.seq === reading.entrySeq);
  const possible = reading.alternatives.map((status) => {
    const fact = ordered.slice(certain + 1).find((later) => later.status === status && mayHold(later, end));
    return possibleOf(status, fact?.effectiveBounds.earliest ?? null, fact?.effective ?? null);
  });
  const reviews = facts.flatMap((fact) =>
    fact.kind === "review" && fact.retractedBy === null && fact.lookedOn <= end ? [fact.lookedOn] : [],
  );
  return seriesOf({ stretches, possible, reviews: reviews.sort(), lastReviewed: lastReviewedOf(facts), end });
}

const mayHold = (fact: StatusFact, day: Day): boolean => {
  const { earliest, latest } = fact.effectiveBounds;
  return (earliest === null || earliest <= day) && (latest === null || latest > day);
};

function seriesOf(parts: Omit<Extract<StatusSeries, { kind: "series" }>, "kind">): StatusSeries {
  if (parts.stretches.length > 0 || parts.possible.length > 0) return { kind: "series", ...parts };
  return { kind: "none", reason: parts.lastReviewed === null ? "nothing_recorded" : "not_yet_raised", end: parts.end };
}

const stretchOf = (interval: StatusInterval, effective: string): Stretch => ({
  status: interval.status,
  family: statusFamily[interval.status],
  entrySeq: interval.entrySeq,
  from: interval.from,
  fromPossible: interval.fromPossible,
  until: interval.until,
  effective,
  firmness: firmnessOf(effective),
});

const possibleOf = (status: Status, from: Day | null, effective: string | null): PossibleStatus => ({
  status,
  family: statusFamily[status],
  from,
  effective,
});

/** How firmly an EDTF text dates its beginning; of an interval either end may be in doubt. */
export function firmnessOf(effective: string): Firmness {
  const parsed = findEdtf(effective);
  if (parsed === null) return "firm";
  const ends = parsed.kind === "date" ? [parsed] : [parsed.start, parsed.end];
  const marks = ends.map((end) => (typeof end === "string" ? null : end.qualifier));
  if (marks.some((mark) => mark === "?" || mark === "%")) return "uncertain";
  return marks.includes("~") ? "approximate" : "firm";
}

/** The shortest EDTF text with these bounds: "2017", "2017-07", "2017-08-06", or the interval between them. */
export function edtfOfBounds(earliest: Day | null, latest: Day): string {
  if (earliest === null) return `../${latest}`;
  if (earliest === latest) return latest;
  const { year, month, day } = partsOfDay(latest);
  if (earliest === `${latest.slice(0, 4)}-01-01` && latest.endsWith("-12-31")) return latest.slice(0, 4);
  if (earliest === startOfMonth(latest) && day === daysInMonth(year, month)) return latest.slice(0, 7);
  return `${earliest}/${latest}`;
}

/** A stretch in words: "under way from c. 1 March 2018". */
export const stretchWords = (stretch: Pick<Stretch, "status" | "effective">): string =>
  formatWithFrom(statusWord(stretch.status), stretch.effective);

/**
 * All that the chart of one item draws, as one sentence list: "raised from July 2017; lapsed from 5 February 2026".
 *
 * @param most stretches told, the newest; of those before only their number is said
 */
export function seriesWords(series: StatusSeries, most = Number.POSITIVE_INFINITY): string {
  if (series.kind === "none") return series.reason === "nothing_recorded" ? "nothing recorded" : "not yet raised";
  const before = Math.max(0, series.stretches.length - most);
  const parts = series.stretches.slice(before).map(stretchWords);
  if (before > 0) parts.unshift(`${before} stretches before`);
  if (series.stretches.length === 0) parts.push("no status yet");
  if (series.possible.length > 0) parts.push(possibleWords(series.possible));
  if (series.lastReviewed !== null && series.lastReviewed < series.end)
    parts.push(`as of ${formatEdtf(series.lastReviewed)}, not reviewed since`);
  return parts.join("; ");
}

/** "possibly already scheduled or under way". */
export const possibleWords = (possible: readonly Pick<PossibleStatus, "status">[]): string =>
  `possibly already ${possible.map(({ status }) => statusWord(status)).join(" or ")}`;
