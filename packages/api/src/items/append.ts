import type { Entry } from "@readout/core/entry";
import { dayOfInstant } from "@readout/core/time";
import { dateOf, type Tx } from "../db/transaction.ts";
import { cachedReadingOn, cachedReadingTypes, cachedReadingUpdate } from "./cached-reading.ts";
import { addNews, knownRowsOf, type NewsDays, newsOf, saveKnown } from "./known.ts";
import { withEntry } from "./ledger.ts";
import { rowOfEntry, rowsOfEvidence } from "./row.ts";
import { saveSpans } from "./spans.ts";

/**
 * Writes decided entries at the end of a ledger with all that follows from them for their item: head, cached reading,
 * rectangles, last looks. The item's row is locked by the caller, who also announces what was written.
 *
 * @param before the ledger that they were decided on
 * @param added  at least one, in order
 * @returns what they add to the counts behind the rail, for `announce`
 */
export async function appendEntries(tx: Tx, before: readonly Entry[], added: readonly Entry[]): Promise<NewsDays> {
  const ledger = added.reduce<Entry[]>(withEntry, [...before]);
  const last = added.at(-1)!;
  await tx.models.entry.createMany({ data: added.map(entryModel) });
  const evidence = added.flatMap(rowsOfEvidence);
  if (evidence.length > 0) await tx.models.evidence.createMany({ data: evidence.map(evidenceModel) });

  const { spans, steps } = await saveSpans(tx.sql, last.itemId, ledger, added.length);
  await tx.sql(
    `UPDATE item SET head = $2, head_hash = $3, ${cachedReadingUpdate}
     FROM jsonb_to_record($4::jsonb) AS row(${cachedReadingTypes}) WHERE id = $1`,
    [last.itemId, last.seq, last.hash, JSON.stringify(cachedReadingOn(dayOfInstant(last.recorded), spans, steps))],
  );

  const knownBefore = knownRowsOf(before);
  const knownAfter = knownRowsOf(ledger);
  await saveKnown(tx.sql, last.itemId, knownBefore, knownAfter);
  const news = newsOf(knownAfter, added);
  for (const { basis, day, entries } of newsOf(knownBefore, []).values()) addNews(news, basis, day, -entries);
  return news;
}

function entryModel(entry: Entry) {
  const row = rowOfEntry(entry);
  return {
    itemId: row.item_id,
    seq: row.seq,
    kind: row.kind,
    status: row.status,
    effective: row.effective,
    effectiveEarliest: dateOf(row.effective_earliest),
    effectiveLatest: dateOf(row.effective_latest),
    reported: row.reported,
    reportedEarliest: dateOf(row.reported_earliest),
    reportedLatest: dateOf(row.reported_latest),
    summary: row.summary,
    answer: row.answer,
    reason: row.reason,
    noEvidence: row.no_evidence,
    lookedOn: dateOf(row.looked_on),
    note: row.note,
    corrects: row.corrects,
    retracts: row.retracts,
    ref: row.ref,
    background: row.background,
    effectiveBasis: row.effective_basis,
    recorded: new Date(row.recorded),
    author: row.author,
    approver: row.approver,
    v: row.v,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

const evidenceModel = ({ item_id, source_id, quote, ...row }: ReturnType<typeof rowsOfEvidence>[number]) => ({
  itemId: item_id,
  sourceId: source_id,
  ...row,
  ...(quote === null ? {} : { quote }),
});
