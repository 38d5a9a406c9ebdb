import type { Entry } from "@readout/core/entry";
import type { Day } from "@readout/core/time";
import { cachedReadingOn } from "../items/cached-reading.ts";
import { knownRowsOf, type NewsDays, newsOf } from "../items/known.ts";
import { rowOfEntry, rowsOfEvidence } from "../items/row.ts";
import { spansOf, stepsOf } from "../items/spans.ts";

/** A stretch as PostgreSQL writes a range. */
const range = (from: string | null, until: string | null): string => `[${from ?? ""},${until ?? ""})`;

/**
 * All rows that a ledger has, table by table, as an append would have written them: for records too large to be appended
 * entry by entry. `item` holds the columns that follow from the ledger.
 *
 * @param today the day that the kept reading speaks of
 */
export function rowsOfLedger(ledger: readonly Entry[], today: Day) {
  const spans = spansOf(ledger);
  const steps = stepsOf(ledger);
  const known = knownRowsOf(ledger);
  const last = ledger.at(-1);
  const itemId = last?.itemId;
  const news: NewsDays = newsOf(known, ledger);
  return {
    item: { head: last?.seq ?? 0, head_hash: last?.hash ?? null, ...cachedReadingOn(today, spans, steps) },
    entry: ledger.map(rowOfEntry),
    evidence: ledger.flatMap(rowsOfEvidence),
    entry_known: known.map((row) => ({ item_id: itemId, ...row })),
    reading_span: spans.map(({ known_from, known_until, valid_from, valid_until, ...row }) => ({
      item_id: itemId,
      known: range(known_from, known_until),
      valid: range(valid_from, valid_until),
      ...row,
    })),
    review_step: steps.map(({ known_from, known_until, ...row }) => ({
      item_id: itemId,
      known: range(known_from, known_until),
      ...row,
    })),
    news: [...news.values()],
  };
}
