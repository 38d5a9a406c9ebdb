import { type AsOf, type AsOfInput, type Basis, knownDayOf, knownInstantOf, resolveAsOf } from "@readout/core/as-of";
import { type Day, dayOfInstant, type Instant } from "@readout/core/time";
import type { Values } from "../db/values.ts";

/** An as-of as SQL needs it: the last instant of knowledge, its day, the day in the world. */
export interface When {
  basis: Basis;
  instant: Instant;
  day: Day;
  validOn: Day;
  /** Whether this is today as known today, which the items' own rows hold ready, whichever the basis. */
  today: boolean;
}

function whenOf(asOf: AsOf, now: Instant): When {
  const today = dayOfInstant(now);
  const day = knownDayOf(asOf);
  return {
    basis: asOf.basis,
    instant: knownInstantOf(asOf),
    day,
    validOn: asOf.validOn,
    today: day === today && asOf.validOn === today && asOf.knownOn.length === day.length,
  };
}

/** The as-of of an input with its defaults filled in, and the same for SQL. */
export function readWhen(input: AsOfInput, now: Instant): { asOf: AsOf; when: When } {
  const asOf = resolveAsOf(input, now);
  return { asOf, when: whenOf(asOf, now) };
}

/** The columns of a reading that `reading_span` and `item` share. */
const columns = ["status", "phase", "entry_seq", "since", "since_day", "alternatives", "next", "origins"];
export const columnsOf = (reading: string): string => columns.map((column) => `${reading}.${column}`).join(", ");

/** Names for the values that every as-of question carries, added once each. */
export const asOfValues = (values: Values, when: When) => ({
  basis: values.add(when.basis),
  instant: `${values.add(when.instant)}::timestamptz`,
  validOn: `${values.add(when.validOn)}::date`,
});
export type AsOfValues = ReturnType<typeof asOfValues>;

/** The condition that a row of `reading_span` holds what was read then. */
export const holdsThen = (span: string, at: AsOfValues): string =>
  `${span}.basis = ${at.basis} AND ${span}.known @> ${at.instant} AND ${span}.valid @> ${at.validOn}`;

// There is one row at most; LIMIT says so to the planner, which would otherwise expect many and join everything to everything.

/** Joins `r`, what was read of an item: one row, of nulls while nothing was known. */
export const joinReading = (itemId: string, at: AsOfValues): string =>
  `LEFT JOIN LATERAL (SELECT ${columnsOf("s")} FROM reading_span s WHERE s.item_id = ${itemId} AND ${holdsThen("s", at)} LIMIT 1) r ON true`;

/**
 * Joins `w`, when somebody last looked at an item: the last stretch that had begun, if it has not ended. Its index is asked
 * for four times as fast as the one that finds a moment within a range.
 */
export const joinReview = (itemId: string, at: Pick<AsOfValues, "basis" | "instant">): string =>
  `LEFT JOIN LATERAL (SELECT last_reviewed FROM (SELECT known, last_reviewed FROM review_step p WHERE p.item_id = ${itemId}
    AND p.basis = ${at.basis} AND lower(p.known) <= ${at.instant} ORDER BY lower(p.known) DESC LIMIT 1) p WHERE p.known @> ${at.instant}) w ON true`;

/** A reading as JSON, from the columns of `reading` and the day `reviewed`. */
export const readingJson = (reading: string, reviewed: string): string =>
  `json_build_object('status', ${reading}.status, 'entrySeq', ${reading}.entry_seq, 'since', ${reading}.since, \
'alternatives', coalesce(${reading}.alternatives, '{}'), 'next', ${reading}.next, 'origins', coalesce(${reading}.origins, 0), \
'lastReviewed', ${reviewed})`;
