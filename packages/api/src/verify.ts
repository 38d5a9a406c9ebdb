import { chainFault } from "@readout/core/hash";
import { type Day, dayOfInstant } from "@readout/core/time";
import type { Db } from "./db/handle.ts";
import type { Sql } from "./db/sql.ts";
import { inTransaction, isoText } from "./db/transaction.ts";
import { type CachedReading, cachedReadingColumns, cachedReadingOn } from "./items/cached-reading.ts";
import { sha256 } from "./items/decide-next.ts";
import { addNews, type KnownRow, knownKey, knownRowsOf, type NewsDays, newsOf } from "./items/known.ts";
import { assemble } from "./items/ledger.ts";
import {
  type EntryRow,
  type EvidenceRow,
  entryColumns,
  evidenceColumns,
  rowOfEntry,
  rowsOfEvidence,
} from "./items/row.ts";
import {
  byItem,
  getStoredSpans,
  getStoredSteps,
  type SpanRow,
  type StepRow,
  spanKey,
  spansOf,
  stepKey,
  stepsOf,
} from "./items/spans.ts";

/** What does not fit: in an entry where `seq` names one, else in what is kept for an item, or for all of them. */
export interface LedgerFault {
  itemId: string | null;
  seq: number | null;
  fault: string;
}

export interface Verified {
  items: number;
  entries: number;
  faults: LedgerFault[];
}

const batch = 100;

/**
 * Recomputes everything that follows from the entries and compares it with what is stored: chains, bounds, heads, cached
 * readings, rectangles, last looks, counts. Reads one state of the database, a batch of items at a time, and writes nothing.
 *
 * @param onProgress told how many items are done, of how many
 * @returns per item the first entry that does not fit, else the first of its other faults
 */
export const verifyLedgers = (db: Db, onProgress?: (done: number, total: number) => void): Promise<Verified> =>
  inTransaction({ db }, async (tx) => verifyState(tx.sql, dayOfInstant(await tx.clock()), onProgress), {
    oneState: true,
    timeoutMs: 24 * 60 * 60_000,
  });

async function verifyState(
  sql: Sql,
  today: Day,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Verified> {
  const [counted] = await sql<{ total: number }>("SELECT count(*)::int AS total FROM item");
  const verified: Verified = { items: 0, entries: 0, faults: await strayFaults(sql) };
  const news: NewsDays = new Map();
  let after = "";
  for (;;) {
    const items = await sql<ItemRow>(
      `SELECT i.id, i.head, i.head_hash, ${cachedReadingColumns} FROM item i WHERE i.id > $1 ORDER BY i.id LIMIT ${batch}`,
      [after],
    );
    const last = items.at(-1);
    if (last === undefined) break;
    after = last.id;
    for (const stored of await withStored(sql, items)) {
      verified.items += 1;
      verified.entries += stored.entries.length;
      const fault = entryFault(stored) ?? derivedFault(stored, today, news);
      if (fault !== null) verified.faults.push({ itemId: stored.item.id, ...fault });
    }
    onProgress(verified.items, counted!.total);
  }
  // Whatever does not fit above is missing from the sums as well.
  if (verified.faults.length === 0) verified.faults.push(...(await newsFaults(sql, news)));
  return verified;
}

type ItemRow = CachedReading & { id: string; head: number; head_hash: string | null };

/** All that is stored of one item's record. */
interface StoredItem {
  item: ItemRow;
  entries: EntryRow[];
  evidence: EvidenceRow[];
  known: KnownRow[];
  spans: SpanRow[];
  steps: StepRow[];
}

async function withStored(sql: Sql, items: readonly ItemRow[]): Promise<StoredItem[]> {
  const ids = items.map(({ id }) => id);
  const entries = byItem(
    await sql<EntryRow>(`SELECT ${entryColumns} FROM entry e WHERE e.item_id = ANY ($1) ORDER BY e.item_id, e.seq`, [
      ids,
    ]),
  );
  const evidence = byItem(
    await sql<EvidenceRow>(
      `SELECT ${evidenceColumns} FROM evidence v WHERE v.item_id = ANY ($1) ORDER BY v.item_id, v.seq, v.ordinal`,
      [ids],
    ),
  );
  const known = byItem(
    await sql<KnownRow & { item_id: string }>(
      `SELECT item_id, seq, known_on::text AS known_on, effective_earliest::text AS effective_earliest,
         effective_latest::text AS effective_latest, ${isoText("recorded")} AS recorded, retracted
       FROM entry_known WHERE item_id = ANY ($1) ORDER BY item_id, seq`,
      [ids],
    ),
  );
  const spans = byItem(await getStoredSpans(sql, ids));
  const steps = byItem(await getStoredSteps(sql, ids));
  return items.map((item) => ({
    item,
    entries: entries.get(item.id) ?? [],
    evidence: evidence.get(item.id) ?? [],
    known: known.get(item.id) ?? [],
    spans: spans.get(item.id) ?? [],
    steps: steps.get(item.id) ?? [],
  }));
}

type Fault = Omit<LedgerFault, "itemId">;

/** The first entry that does not fit: its own columns and evidence, its place in the chain, or the chain's end. */
function entryFault({ item, entries, evidence }: StoredItem): Fault | null {
  const [ledger = []] = assemble(entries, evidence).values();
  const inChain = chainFault(ledger, { seq: item.head, hash: item.head_hash }, sha256);
  const rows = new Map(entries.map((row) => [row.seq, row]));
  const cited = evidence.map((row) => row.seq).find((seq) => !rows.has(seq));
  const found = [inChain, cited === undefined ? null : { seq: cited, fault: "has evidence, but is not there itself" }];
  for (const entry of ledger) {
    const row = rows.get(entry.seq)!;
    const column = firstDifference(row, () => rowOfEntry(entry));
    const own = evidence.filter(({ seq }) => seq === entry.seq);
    if (column !== null) found.push({ seq: entry.seq, fault: `its ${column} does not follow from its content` });
    else if (JSON.stringify(own) !== JSON.stringify(rowsOfEvidence(entry)))
      found.push({ seq: entry.seq, fault: "its evidence is not counted from 1" });
    else continue;
    break;
  }
  return found.reduce((first, fault) => (first === null || (fault !== null && fault.seq < first.seq) ? fault : first));
}

/** The first column in which a row differs from the one that its entry should have. */
function firstDifference(row: EntryRow, wanted: () => EntryRow): string | null {
  try {
    const right = wanted();
    return (Object.keys(right) as (keyof EntryRow)[]).find((column) => row[column] !== right[column]) ?? null;
  } catch {
    // A date that is none any more.
    return "dates";
  }
}

/** What is kept for an item beside its ledger, which is sound; counts what it adds to the rail. */
function derivedFault({ item, entries, evidence, ...stored }: StoredItem, today: Day, news: NewsDays): Fault | null {
  const [ledger = []] = assemble(entries, evidence).values();
  const known = knownRowsOf(ledger);
  const spans = spansOf(ledger);
  const steps = stepsOf(ledger);
  for (const { basis, day, entries: count } of newsOf(known, ledger).values()) addNews(news, basis, day, count);

  const misread = cachedReadingFault(item, today, spans, steps);
  if (misread !== null) return { seq: null, fault: misread };
  const until = (row: SpanRow | StepRow) => row.known_until ?? "";
  if (
    !sameRows(stored.known, known, (row) => `${row.seq} ${knownKey(row)}`) ||
    !sameRows(stored.spans, spans, (row) => spanKey(row) + until(row)) ||
    !sameRows(stored.steps, steps, (row) => stepKey(row) + until(row))
  )
    return { seq: null, fault: "what is kept of its readings is not what its ledger says" };
  return null;
}

function cachedReadingFault(item: ItemRow, today: Day, spans: SpanRow[], steps: StepRow[]): string | null {
  const { reading_from, reading_until } = item;
  // A reading of an earlier day is right for that day; the next question about today brings it up.
  const isOver = reading_until !== null && reading_until <= today;
  const day = isOver || (reading_from !== null && reading_from > today) ? reading_from : today;
  const right = cachedReadingOn(day ?? today, spans, steps);
  const columns = Object.keys(right) as (keyof CachedReading)[];
  const nextOf = ({ next }: CachedReading) => next && [next.status, next.effective, next.entrySeq];
  const wrong = columns.find((column) =>
    column === "next"
      ? JSON.stringify(nextOf(item)) !== JSON.stringify(nextOf(right))
      : JSON.stringify(item[column]) !== JSON.stringify(right[column]),
  );
  return wrong === undefined ? null : `the reading kept in its row is not what its ledger says: ${wrong}`;
}

function sameRows<R>(stored: readonly R[], wanted: readonly R[], keyOf: (row: R) => string): boolean {
  if (stored.length !== wanted.length) return false;
  const keys = new Set(stored.map(keyOf));
  return wanted.every((row) => keys.has(keyOf(row)));
}

/** Entries of no item and evidence of no item's entries, which no ledger would show. */
async function strayFaults(sql: Sql): Promise<LedgerFault[]> {
  const rows = await sql<{ itemId: string; seq: number }>(
    `SELECT item_id AS "itemId", seq FROM entry e WHERE NOT EXISTS (SELECT FROM item WHERE id = e.item_id)
     UNION SELECT item_id, seq FROM evidence v WHERE NOT EXISTS (SELECT FROM item WHERE id = v.item_id)
     ORDER BY 1, 2`,
  );
  return rows.map((row) => ({ ...row, fault: "belongs to no item" }));
}

async function newsFaults(sql: Sql, news: NewsDays): Promise<LedgerFault[]> {
  const rows = await sql<{ key: string; entries: number }>("SELECT basis || ' ' || day AS key, entries FROM news_day");
  const stored = new Map(rows.map(({ key, entries }) => [key, entries]));
  const keys = [...new Set([...stored.keys(), ...news.keys()])].sort();
  const wrong = keys.find((key) => stored.get(key) !== news.get(key)?.entries);
  return wrong === undefined
    ? []
    : [{ itemId: null, seq: null, fault: `the count of what became known is wrong: ${wrong}` }];
}
