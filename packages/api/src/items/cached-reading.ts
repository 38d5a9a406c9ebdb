import { type Day, dayOfInstant, startOfDay } from "@readout/core/time";
import type { Db } from "../db/handle.ts";
import { type Sql, sql } from "../db/sql.ts";
import { inTransaction } from "../db/transaction.ts";
import { byItem, getSpansFrom, getStepsFrom, type SpanRow, type StepRow } from "./spans.ts";

/** The reading kept in an item's row: what `knownOn = validOn = today` gives, and the days between which it does. */
export interface CachedReading {
  status: string | null;
  phase: string | null;
  entry_seq: number | null;
  since: string | null;
  since_day: Day | null;
  alternatives: string[];
  next: SpanRow["next"];
  origins: number;
  last_reviewed: Day | null;
  /** First day on which it holds; null for every earlier day. */
  reading_from: Day | null;
  /** First day on which it may no longer hold; null for none. */
  reading_until: Day | null;
}

/** The columns of {@link CachedReading}, from `item i`. */
export const cachedReadingColumns = `
  i.status, i.phase, i.entry_seq, i.since, i.since_day::text AS since_day, i.alternatives, i.next, i.origins,
  i.last_reviewed::text AS last_reviewed, i.reading_from::text AS reading_from, i.reading_until::text AS reading_until`;

const types = {
  status: "text",
  phase: "text",
  entry_seq: "int",
  since: "text",
  since_day: "date",
  alternatives: "text[]",
  next: "jsonb",
  origins: "int",
  last_reviewed: "date",
  reading_from: "date",
  reading_until: "date",
} satisfies Record<keyof CachedReading, string>;

/** The columns with their types, as a record read from JSON declares them. */
export const cachedReadingTypes = Object.entries(types)
  .map(([column, type]) => `${column} ${type}`)
  .join(", ");

/** Sets the columns from a record called `row`. */
export const cachedReadingUpdate = Object.keys(types)
  .map((column) => `${column} = row.${column}`)
  .join(", ");

const nothing = {
  status: null,
  phase: null,
  entry_seq: null,
  since: null,
  since_day: null,
  alternatives: [],
  next: null,
  origins: 0,
};

/** What is to be kept on a day, from the rectangles and last looks known on it or later. */
export function cachedReadingOn(day: Day, spans: readonly SpanRow[], steps: readonly StepRow[]): CachedReading {
  const midnight = startOfDay(day);
  const from: (Day | null)[] = [];
  const until: (Day | null)[] = [];
  const isKnownThen = (row: SpanRow | StepRow) =>
    row.known_from <= midnight && (row.known_until === null || midnight < row.known_until);
  const hold = <R extends SpanRow | StepRow>(rows: readonly R[], found: R | undefined) => {
    if (found !== undefined) {
      from.push(dayOfInstant(found.known_from));
      until.push(found.known_until === null ? null : dayOfInstant(found.known_until));
      return;
    }
    // What became known once stays known under `reported`: nothing was known before that day, and until the first one to come.
    for (const row of rows) if (row.known_from > midnight) until.push(dayOfInstant(row.known_from));
  };
  const reported = spans.filter((row) => row.basis === "reported");
  const span = reported.find(
    (row) =>
      isKnownThen(row) &&
      (row.valid_from === null || row.valid_from <= day) &&
      (row.valid_until === null || day < row.valid_until),
  );
  hold(reported, span);
  if (span !== undefined) {
    from.push(span.valid_from);
    until.push(span.valid_until);
  }
  const looks = steps.filter((row) => row.basis === "reported");
  const step = looks.find(isKnownThen);
  hold(looks, step);
  const { status, phase, entry_seq, since, since_day, alternatives, next, origins } = span ?? nothing;
  return {
    ...{ status, phase, entry_seq, since, since_day, alternatives, next, origins },
    last_reviewed: step?.last_reviewed ?? null,
    reading_from: from.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null),
    reading_until: until.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null),
  };
}

const batch = 500;
const isStale = "reading_until <= $1::date OR reading_from > $1::date";

/**
 * Brings the cached readings that do not hold on `today` to that day; two probes of an index when there are none. Several
 * processes may do so at once. No event tells of it: readings move at midnight without a write, and whoever keeps answers
 * keeps them by day.
 *
 * @returns how many were brought to today
 */
export async function refreshReadings(db: Db, today: Day): Promise<number> {
  let refreshed = 0;
  for (;;) {
    const stale = await sql(db)(`SELECT 1 FROM item WHERE ${isStale} LIMIT 1`, [today]);
    if (stale.length === 0) return refreshed;
    const brought = await inTransaction({ db }, (tx) => refreshBatch(tx.sql, today));
    if (brought === 0) return refreshed;
    refreshed += brought;
  }
}

async function refreshBatch(sql: Sql, today: Day): Promise<number> {
  const stale = await sql<{ id: string }>(
    `SELECT id FROM item WHERE ${isStale} ORDER BY id LIMIT ${batch} FOR NO KEY UPDATE`,
    [today],
  );
  const ids = stale.map(({ id }) => id);
  const spans = byItem(await getSpansFrom(sql, ids, today));
  const steps = byItem(await getStepsFrom(sql, ids, today));
  const rows = ids.map((id) => ({ id, ...cachedReadingOn(today, spans.get(id) ?? [], steps.get(id) ?? []) }));
  await sql(
    `UPDATE item SET ${cachedReadingUpdate} FROM jsonb_to_recordset($1::jsonb) AS row(id text, ${cachedReadingTypes})
     WHERE item.id = row.id`,
    [JSON.stringify(rows)],
  );
  return ids.length;
}
