import type { Basis } from "@readout/core/as-of";
import { boundsOf } from "@readout/core/edtf";
import { type Entry, isNamedEntry } from "@readout/core/entry";
import { lastReviewedOf, type NextStatus, orderedFacts } from "@readout/core/reading";
import { type KnowledgeStep, type ReadingSpan, readingSpans, spansAfter } from "@readout/core/span";
import { type Day, dayOfInstant, type Instant, startOfDay } from "@readout/core/time";
import { factsOf, knownFrom } from "@readout/core/visible";
import type { Sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

/** A stretch of knowledge, half-open; null until for ever. */
interface Known {
  basis: Basis;
  known_from: Instant;
  known_until: Instant | null;
}

/** A row of `reading_span` as its law gives it. */
export interface SpanRow extends Known {
  valid_from: Day | null;
  valid_until: Day | null;
  status: string | null;
  phase: string | null;
  entry_seq: number | null;
  since: string | null;
  since_day: Day | null;
  alternatives: string[];
  next: NextStatus | null;
  origins: number;
}

/** A row of `review_step`. */
export interface StepRow extends Known {
  last_reviewed: Day;
}

/** A stored row has its number. */
export type Stored<R> = R & { id: string; item_id: string };

const bases = ["reported", "recorded"] as const;

/** Every rectangle of an item's record, for both bases. */
export const spansOf = (ledger: readonly Entry[]): SpanRow[] =>
  bases.flatMap((basis) => readingSpans(ledger, basis).map((span) => rowOfSpan(basis, span)));

const rowOfSpan = (basis: Basis, span: ReadingSpan): SpanRow => ({
  basis,
  known_from: span.knownFrom,
  known_until: span.knownUntil,
  valid_from: span.validFrom,
  valid_until: span.validUntil,
  status: span.status,
  phase: span.phase,
  entry_seq: span.entrySeq,
  since: span.since,
  since_day: span.since === null ? null : boundsOf(span.since).latest,
  alternatives: span.alternatives,
  next: span.next,
  origins: span.origins,
});

const spanOfRow = (row: SpanRow): ReadingSpan =>
  ({
    knownFrom: row.known_from,
    knownUntil: row.known_until,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    status: row.status,
    phase: row.phase,
    entrySeq: row.entry_seq,
    since: row.since,
    alternatives: row.alternatives,
    next: row.next,
    origins: row.origins,
  }) as ReadingSpan;

/** Every stretch of knowledge with one last look, for both bases; none before the first look. */
export const stepsOf = (ledger: readonly Entry[]): StepRow[] => [
  ...joined("reported", reportedLooks(ledger)),
  ...joined("recorded", recordedLooks(ledger)),
];

type Look = { from: Instant; last: Day | null };

function reportedLooks(ledger: readonly Entry[]): Look[] {
  const days = factsOf(ledger)
    .filter((fact) => fact.retractedBy === null)
    .map(knownFrom);
  return [...new Set(days)].sort().map((day) => ({ from: startOfDay(day), last: day }));
}

function recordedLooks(ledger: readonly Entry[]): Look[] {
  const looks: Look[] = [];
  let i = 0;
  while (i < ledger.length) {
    const from = ledger[i]!.recorded;
    let end = i;
    while (ledger[end]?.recorded === from) end += 1;
    const arrived = ledger.slice(i, end);
    // Only a correction or a retraction can take a look back; reading all again each time would make long ledgers slow.
    const last = arrived.every(isNamedEntry)
      ? latest(looks.at(-1)?.last ?? null, lastReviewedOf(factsOf(arrived)))
      : lastReviewedOf(factsOf(ledger.slice(0, end)));
    looks.push({ from, last });
    i = end;
  }
  return looks;
}

const latest = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);

function joined(basis: Basis, looks: readonly Look[]): StepRow[] {
  const steps: StepRow[] = [];
  let open: StepRow | null = null;
  for (const { from, last } of looks) {
    if (open !== null && open.last_reviewed === last) continue;
    if (open !== null) open.known_until = from;
    open = last === null ? null : { basis, known_from: from, known_until: null, last_reviewed: last };
    if (open !== null) steps.push(open);
  }
  return steps;
}

/** Rows of several items, each item's together. */
export function byItem<R extends { item_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.item_id);
    if (group === undefined) groups.set(row.item_id, [row]);
    else group.push(row);
  }
  return groups;
}

/** All that tells one rectangle from another except when knowledge of it ended. */
export const spanKey = (row: SpanRow): string =>
  JSON.stringify([
    row.basis,
    row.known_from,
    row.valid_from,
    row.valid_until,
    row.status,
    row.phase,
    row.entry_seq,
    row.since,
    row.since_day,
    row.alternatives,
    row.next === null ? null : [row.next.status, row.next.effective, row.next.entrySeq],
    row.origins,
  ]);

export const stepKey = (row: StepRow): string => JSON.stringify([row.basis, row.known_from, row.last_reviewed]);

const knownColumns = `id::text AS id, item_id, basis, ${isoText("lower(known)")} AS known_from, ${isoText("upper(known)")} AS known_until`;
const spanColumns = `${knownColumns}, lower(valid)::text AS valid_from, upper(valid)::text AS valid_until, status, phase,
  entry_seq, since, since_day::text AS since_day, alternatives, next, origins`;
const stepColumns = `${knownColumns}, last_reviewed::text AS last_reviewed`;

/** All rectangles stored for some items. */
export const getStoredSpans = (sql: Sql, itemIds: readonly string[]): Promise<Stored<SpanRow>[]> =>
  sql(`SELECT ${spanColumns} FROM reading_span WHERE item_id = ANY ($1)`, [itemIds]);

/** All last looks stored for some items. */
export const getStoredSteps = (sql: Sql, itemIds: readonly string[]): Promise<Stored<StepRow>[]> =>
  sql(`SELECT ${stepColumns} FROM review_step WHERE item_id = ANY ($1)`, [itemIds]);

const reportedFrom = "item_id = ANY ($1) AND basis = 'reported' AND known && tstzrange($2::timestamptz, NULL)";

/** The rectangles of what is known on a day or later, under `reported`. */
export const getSpansFrom = (sql: Sql, itemIds: readonly string[], day: Day): Promise<Stored<SpanRow>[]> =>
  sql(`SELECT ${spanColumns} FROM reading_span WHERE ${reportedFrom}`, [itemIds, startOfDay(day)]);

/** The last looks known on a day or later, under `reported`. */
export const getStepsFrom = (sql: Sql, itemIds: readonly string[], day: Day): Promise<Stored<StepRow>[]> =>
  sql(`SELECT ${stepColumns} FROM review_step WHERE ${reportedFrom}`, [itemIds, startOfDay(day)]);

// Under `recorded` a closed stretch never changes again: only what was open at `since` or later is compared.
const stillMoving = "item_id = $1 AND (basis = 'reported' OR upper_inf(known) OR upper(known) >= $2::timestamptz)";
const isStillMoving = (row: Known, since: Instant): boolean =>
  row.basis === "reported" || row.known_until === null || row.known_until >= since;

/**
 * Brings the stored rectangles and last looks of an item to what its ledger says, touching only rows that change.
 *
 * @param ledger the whole ledger, the new entries at its end
 * @param added  how many of them are new
 * @returns the rectangles and last looks that hold from the last entry's day on, under `reported`; others may be among them
 */
export async function saveSpans(
  sql: Sql,
  itemId: string,
  ledger: readonly Entry[],
  added: number,
): Promise<{ spans: SpanRow[]; steps: StepRow[] }> {
  const since = ledger[ledger.length - added]!.recorded;
  const steps = stepsOf(ledger);
  const storedSteps = await sql<Stored<StepRow>>(`SELECT ${stepColumns} FROM review_step WHERE ${stillMoving}`, [
    itemId,
    since,
  ]);
  await store(sql, "review_step", itemId, difference(storedSteps, steps, stepKey, since));

  const growth = added === 1 ? growthOf(ledger) : null;
  if (growth !== null) return { spans: await saveGrowth(sql, itemId, growth), steps };
  const spans = spansOf(ledger);
  const storedSpans = await sql<Stored<SpanRow>>(`SELECT ${spanColumns} FROM reading_span WHERE ${stillMoving}`, [
    itemId,
    since,
  ]);
  await store(sql, "reading_span", itemId, difference(storedSpans, spans, spanKey, since));
  return { spans, steps };
}

/** What the last entry brings to know under each basis, where it can only add to what was known; else null. */
function growthOf(ledger: readonly Entry[]): Record<Basis, KnowledgeStep> | null {
  const entry = ledger.at(-1)!;
  if (!isNamedEntry(entry)) return null;
  const facts = orderedFacts(factsOf(ledger));
  const addedOnly = facts.filter(({ seq }) => seq === entry.seq);
  const [fact] = addedOnly;
  const day = fact === undefined ? dayOfInstant(entry.recorded) : knownFrom(fact);
  // A report from before what was known last is read into days that are over.
  if (facts.some((other) => knownFrom(other) > day)) return null;
  return {
    reported: { knownFrom: startOfDay(day), facts, addedOnly },
    recorded: { knownFrom: entry.recorded, facts, addedOnly },
  };
}

/** Ends and begins the rectangles that one more entry changes; the ones from before the last step are not even read. */
async function saveGrowth(sql: Sql, itemId: string, growth: Record<Basis, KnowledgeStep>): Promise<SpanRow[]> {
  const stored = await sql<Stored<SpanRow>>(
    `SELECT ${spanColumns} FROM reading_span WHERE item_id = $1 AND upper_inf(known) ORDER BY valid`,
    [itemId],
  );
  const change: Difference<SpanRow> = { gone: [], ended: [], added: [] };
  const open: SpanRow[] = [];
  for (const basis of bases) {
    const step = growth[basis];
    const rows = stored.filter((row) => row.basis === basis);
    const before = new Map(rows.map((row) => [spanOfRow(row), row]));
    for (const span of spansAfter([...before.keys()], step)) {
      const row = rowOfSpan(basis, span);
      open.push(row);
      if (!before.delete(span)) change.added.push(row);
    }
    for (const { id, known_from } of before.values())
      if (known_from < step.knownFrom) change.ended.push({ id, until: step.knownFrom });
      else change.gone.push(id);
  }
  await store(sql, "reading_span", itemId, change);
  return open;
}

interface Difference<R> {
  gone: string[];
  ended: { id: string; until: Instant }[];
  added: R[];
}

function difference<R extends Known>(
  stored: readonly Stored<R>[],
  wanted: readonly R[],
  keyOf: (row: R) => string,
  since: Instant,
): Difference<R> {
  const left = new Map(stored.map((row) => [keyOf(row), row]));
  const result: Difference<R> = { gone: [], ended: [], added: [] };
  for (const row of wanted) {
    if (!isStillMoving(row, since)) continue;
    const key = keyOf(row);
    const before = left.get(key);
    left.delete(key);
    if (before === undefined) result.added.push(row);
    else if (before.known_until === row.known_until) continue;
    else if (row.known_until !== null && (before.known_until === null || before.known_until > row.known_until))
      result.ended.push({ id: before.id, until: row.known_until });
    else {
      // A stretch that grows is written anew, after whatever has to make room for it.
      result.gone.push(before.id);
      result.added.push(row);
    }
  }
  result.gone.push(...[...left.values()].map(({ id }) => id));
  return result;
}

const inserts = {
  reading_span: `INSERT INTO reading_span (item_id, basis, known, valid, status, phase, entry_seq, since, since_day, alternatives, next, origins)
    SELECT $1, basis, tstzrange(known_from, known_until), daterange(valid_from, valid_until), status, phase, entry_seq, since,
      since_day, alternatives, next, origins
    FROM jsonb_to_recordset($2::jsonb) AS row(basis text, known_from timestamptz, known_until timestamptz, valid_from date,
      valid_until date, status text, phase text, entry_seq int, since text, since_day date, alternatives text[], next jsonb, origins int)`,
  review_step: `INSERT INTO review_step (item_id, basis, known, last_reviewed)
    SELECT $1, basis, tstzrange(known_from, known_until), last_reviewed
    FROM jsonb_to_recordset($2::jsonb) AS row(basis text, known_from timestamptz, known_until timestamptz, last_reviewed date)`,
};

/** Makes room first: rows that overlap are refused at once. */
async function store(
  sql: Sql,
  table: keyof typeof inserts,
  itemId: string,
  { gone, ended, added }: Difference<unknown>,
): Promise<void> {
  if (gone.length > 0) await sql(`DELETE FROM ${table} WHERE id = ANY ($1::bigint[])`, [gone]);
  if (ended.length > 0)
    await sql(
      `UPDATE ${table} SET known = tstzrange(lower(known), e.until)
       FROM unnest($1::bigint[], $2::timestamptz[]) AS e(id, until) WHERE ${table}.id = e.id`,
      [ended.map(({ id }) => id), ended.map(({ until }) => until)],
    );
  if (added.length > 0) await sql(inserts[table], [itemId, JSON.stringify(added)]);
}
