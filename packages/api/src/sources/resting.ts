import type { AsOf } from "@readout/core/as-of";
import type { ItemId } from "@readout/core/id";
import { phaseOf, readingOf } from "@readout/core/reading";
import { type Fact, visibleFacts } from "@readout/core/visible";
import { type RestingItem, readingWithout, type Taken } from "@readout/core/withdrawal";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { thinLedgers } from "../items/thin-ledgers.ts";

/** An item that rests on what is taken, with the facts of its ledger that were known: dates, statuses, origins, no words. */
export type Resting = { item: RestingItem; facts: Fact[] };

const itemsText = `SELECT i.id, i.title, i.status_subject AS subject FROM item i
  WHERE i.id IN (SELECT v.item_id FROM evidence v WHERE v.source_id = ANY ($1::text[])
    UNION SELECT v.item_id FROM evidence v WHERE v.origins && $2::text[])
  ORDER BY i.position, i.id`;

/**
 * The items of which a known entry cites what is taken or goes back to it, in the order of lists, each with what is left of
 * its reading.
 */
export async function restingItems(ctx: Context, taken: Taken, asOf: AsOf): Promise<Resting[]> {
  const items = await sql(ctx.db)<{ id: ItemId; title: string; subject: string }>(itemsText, [
    [...taken.sources],
    [...taken.origins],
  ]);
  const ledgers = await thinLedgers(
    ctx,
    items.map(({ id }) => id),
    "origins",
  );
  return items.flatMap(({ id, title, subject }) => {
    const ledger = ledgers.get(id) ?? [];
    const facts = visibleFacts(ledger, asOf);
    if (!facts.some((fact) => restsOn(fact, taken))) return [];
    const reading = readingOf(ledger, asOf);
    const item = { itemId: id, itemTitle: title, statusSubject: subject, phase: phaseOf(reading), reading };
    return [{ item: { ...item, ...readingWithout(facts, asOf.validOn, taken) }, facts }];
  });
}

/** Whether a fact that stands cites what is taken, or goes back to it. */
export const restsOn = (fact: Fact, taken: Taken): boolean =>
  fact.kind !== "review" &&
  fact.retractedBy === null &&
  fact.evidence.some(
    ({ sourceId, origins }) => taken.sources.has(sourceId) || origins.some((origin) => taken.origins.has(origin)),
  );
