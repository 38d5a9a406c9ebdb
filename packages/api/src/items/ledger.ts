import type { CorrectionEntry, Entry, RetractionEntry } from "@readout/core/entry";
import type { CitedSource } from "@readout/core/origin";
import type { Sql } from "../db/sql.ts";
import { type EntryRow, type EvidenceRow, entryColumns, entryOf, evidenceColumns, type Marks } from "./row.ts";

/** All entries of an item in order of `seq`; empty for an item without any, and for no item. */
export async function getLedger(sql: Sql, itemId: string): Promise<Entry[]> {
  return getEntriesAfter(sql, itemId, 0);
}

/** The entries of an item after `seq`, in order; corrections and retractions of earlier ones are among them. */
export async function getEntriesAfter(sql: Sql, itemId: string, seq: number): Promise<Entry[]> {
  const entries = await sql<EntryRow>(
    `SELECT ${entryColumns} FROM entry e WHERE e.item_id = $1 AND e.seq > $2 ORDER BY e.seq`,
    [itemId, seq],
  );
  const evidence = await sql<EvidenceRow>(
    `SELECT ${evidenceColumns} FROM evidence v WHERE v.item_id = $1 AND v.seq > $2 ORDER BY v.seq, v.ordinal`,
    [itemId, seq],
  );
  return assemble(entries, evidence).get(itemId) ?? [];
}

/** Several ledgers at once, by item; an item without entries is left out. */
export async function getLedgers(sql: Sql, itemIds: readonly string[]): Promise<Map<string, Entry[]>> {
  const entries = await sql<EntryRow>(
    `SELECT ${entryColumns} FROM entry e WHERE e.item_id = ANY ($1) ORDER BY e.item_id, e.seq`,
    [itemIds],
  );
  const evidence = await sql<EvidenceRow>(
    `SELECT ${evidenceColumns} FROM evidence v WHERE v.item_id = ANY ($1) ORDER BY v.item_id, v.seq, v.ordinal`,
    [itemIds],
  );
  return assemble(entries, evidence);
}

/** Puts rows together to ledgers, by item; marks are those that the given rows leave. Both lists come in their order. */
export function assemble(entries: readonly EntryRow[], evidence: readonly EvidenceRow[]): Map<string, Entry[]> {
  const keyOf = (row: { item_id: string; seq: number }) => `${row.seq} ${row.item_id}`;
  const cited = new Map<string, EvidenceRow[]>();
  for (const row of evidence) {
    const rows = cited.get(keyOf(row));
    if (rows === undefined) cited.set(keyOf(row), [row]);
    else rows.push(row);
  }
  const marks = new Map<string, Marks>();
  const markOf = (item_id: string, seq: number): Marks => {
    const key = keyOf({ item_id, seq });
    const mark = marks.get(key) ?? { correctedBy: null, retractedBy: null };
    marks.set(key, mark);
    return mark;
  };
  // Rows come in order of `seq`, so the last correction stays.
  for (const { item_id, seq, corrects, retracts } of entries) {
    if (corrects !== null) markOf(item_id, corrects).correctedBy = seq;
    if (retracts !== null) markOf(item_id, retracts).retractedBy = seq;
  }
  const unmarked = { correctedBy: null, retractedBy: null };
  const ledgers = new Map<string, Entry[]>();
  for (const row of entries) {
    const entry = entryOf(row, cited.get(keyOf(row)) ?? [], marks.get(keyOf(row)) ?? unmarked);
    const ledger = ledgers.get(row.item_id);
    if (ledger === undefined) ledgers.set(row.item_id, [entry]);
    else ledger.push(entry);
  }
  return ledgers;
}

/** A ledger with an entry more: the new one last, its mark on the one it corrects or takes back. */
export function withEntry(ledger: readonly Entry[], added: Entry): Entry[] {
  const named = namedBy(added);
  const mark = added.kind === "correction" ? { correctedBy: added.seq } : { retractedBy: added.seq };
  const marked = named === null ? ledger : ledger.map((entry) => (entry.seq === named ? { ...entry, ...mark } : entry));
  return [...marked, added] as Entry[];
}

const namedBy = (entry: Entry): number | null =>
  entry.kind === "correction"
    ? (entry as CorrectionEntry).corrects
    : entry.kind === "retraction"
      ? (entry as RetractionEntry).retracts
      : null;

/** An item's row, locked until the end of the transaction: no other append comes in between. Null when there is none. */
export async function lockItem(sql: Sql, itemId: string): Promise<{ head: number } | null> {
  // NO KEY: an item that is being appended to may still be named by another one.
  const [row] = await sql<{ head: number }>("SELECT head FROM item WHERE id = $1 FOR NO KEY UPDATE", [itemId]);
  return row ?? null;
}

interface CitedRow {
  id: string;
  origin: string;
  count: number | null;
  lineage: CitedSource["lineage"];
  text: string[] | null;
}

/**
 * The sources of these ids with every source that their lineage leads to; ids that there are not are left out. Until the end of
 * the transaction none of them is numbered otherwise.
 *
 * @param quoted those whose text is needed, to check quotations from it
 */
export async function getCitedSources(
  sql: Sql,
  ids: readonly string[],
  quoted: readonly string[] = [],
): Promise<Map<string, CitedSource>> {
  const rows = await sql<CitedRow>(
    `WITH RECURSIVE reached(id) AS (
       SELECT unnest($1::text[]) UNION SELECT l.derived_from FROM lineage l JOIN reached r ON r.id = l.source_id)
     SELECT s.id, s.origin, s.paragraph_count AS count, coalesce(
       (SELECT jsonb_agg(jsonb_build_object('paragraphs', l.paragraphs, 'derivedFrom', l.derived_from) ORDER BY l.ordinal)
        FROM lineage l WHERE l.source_id = s.id), '[]') AS lineage,
       (SELECT t.paragraphs FROM source_text t WHERE t.source_id = s.id AND s.id = ANY ($2::text[])) AS text
     FROM reached r JOIN source s ON s.id = r.id FOR KEY SHARE OF s`,
    [[...new Set(ids)], [...new Set(quoted)]],
  );
  return new Map(
    rows.map(({ id, origin, count, lineage, text }) => [
      id,
      { id, origin, paragraphCount: count, lineage, ...(text === null ? {} : { text }) },
    ]),
  );
}
