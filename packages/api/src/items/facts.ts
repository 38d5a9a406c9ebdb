import type { AsOf } from "@readout/core/as-of";
import type { Entry } from "@readout/core/entry";
import type { ItemId } from "@readout/core/id";
import { type Fact, type StatusFact, visibleFacts } from "@readout/core/visible";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { entryJson } from "./entry-sql.ts";

/** An entry as others name it. */
export interface EntryRef {
  itemId: string;
  seq: number;
}

const keyOf = (itemId: string, seq: number) => `${itemId}/${seq}`;

const withMarks = `SELECT ${entryJson("e", "true")} AS entry FROM unnest($1::text[], $2::int[]) n(item_id, seq)
  CROSS JOIN LATERAL (SELECT * FROM entry WHERE item_id = n.item_id AND seq = n.seq
    UNION ALL SELECT * FROM entry WHERE item_id = n.item_id AND corrects = n.seq
    UNION ALL SELECT * FROM entry WHERE item_id = n.item_id AND retracts = n.seq) e`;

/**
 * What the named entries said, in the corrected form they were known in; nothing for those not known, or retracted.
 *
 * Reads the entries and what corrects or retracts them, not their ledgers; core decides what of it was known.
 */
export async function factsAsOf(
  ctx: Context,
  refs: readonly EntryRef[],
  asOf: AsOf,
): Promise<(ref: EntryRef) => Fact | undefined> {
  const named = [...new Map(refs.map((ref) => [keyOf(ref.itemId, ref.seq), ref])).values()];
  if (named.length === 0) return () => undefined;
  const rows = await sql(ctx.db)<{ entry: Entry }>(withMarks, [
    named.map(({ itemId }) => itemId),
    named.map(({ seq }) => seq),
  ]);
  const ledgers = new Map<string, Entry[]>();
  for (const { entry } of rows) ledgers.set(entry.itemId, [...(ledgers.get(entry.itemId) ?? []), entry]);
  const facts = new Map<string, Fact>();
  for (const [itemId, ofItem] of ledgers) {
    for (const fact of visibleFacts(ofItem, asOf))
      if (fact.retractedBy === null) facts.set(keyOf(itemId, fact.seq), fact);
  }
  return ({ itemId, seq }) => facts.get(keyOf(itemId, seq));
}

/** {@link factsAsOf} for entries that carry a status. */
export async function statusFactsAsOf(ctx: Context, refs: readonly EntryRef[], asOf: AsOf) {
  const factOf = await factsAsOf(ctx, refs, asOf);
  return (itemId: ItemId | string, seq: number): StatusFact | undefined => {
    const fact = factOf({ itemId, seq });
    return fact?.kind === "review" ? undefined : fact;
  };
}
