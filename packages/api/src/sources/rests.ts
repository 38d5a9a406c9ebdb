import { type AsOf, isKnown, resolveAsOf } from "@readout/core/as-of";
import { ReadoutError } from "@readout/core/error";
import type { Day, Instant } from "@readout/core/time";
import { fateOf, type GetRests, type RestingFact, type Rests, type Taken } from "@readout/core/withdrawal";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";
import { keptDisagreementJson } from "../disagreements/kept-sql.ts";
import { disagreementAsOf, type KeptDisagreement } from "../disagreements/known.ts";
import { statusFactsAsOf } from "../items/facts.ts";
import { isSourceKnown, sourceKnownBy } from "./known.ts";
import { type Resting, restingItems, restsOn } from "./resting.ts";

/** All that rests on a source, as far as it was known, and what would be left of it. Throws not_found. */
export async function getRests(ctx: Context, input: GetRests): Promise<Rests> {
  const asOf = resolveAsOf(input, ctx.now());
  await requireKnown(ctx, input.id, asOf);
  const taken: Taken = { sources: new Set([input.id]), origins: new Set([input.id]) };
  const resting = await restingItems(ctx, taken, asOf);
  return {
    items: await withEntries(ctx, resting, taken, asOf),
    disagreements: await disagreementsOn(ctx, input.id, asOf),
    views: await viewsIn(ctx, input.id, asOf),
    asOf,
  };
}

async function requireKnown(ctx: Context, id: string, asOf: AsOf): Promise<void> {
  const text = `SELECT 1 FROM source s WHERE s.id = $1 AND ${isSourceKnown("s", asOf.basis, "$2")}`;
  const found = await sql(ctx.db)(text, [id, sourceKnownBy(asOf)]);
  if (found.length === 0) throw new ReadoutError("not_found", `There is no source ${id}, or it was not known then`);
}

/** The items with those of their entries that rest on the source, in their words, by number. */
async function withEntries(
  ctx: Context,
  resting: readonly Resting[],
  taken: Taken,
  asOf: AsOf,
): Promise<Rests["items"]> {
  const refs = resting.flatMap(({ item: { itemId }, facts }) =>
    facts.filter((fact) => restsOn(fact, taken)).map(({ seq }) => ({ itemId, seq })),
  );
  const factOf = await statusFactsAsOf(ctx, refs, asOf);
  return resting.map(({ item }) => ({
    ...item,
    entries: refs
      .filter(({ itemId }) => itemId === item.itemId)
      .sort((a, b) => a.seq - b.seq)
      .flatMap(({ itemId, seq }) => {
        const fact = factOf(itemId, seq);
        if (fact === undefined) return [];
        const citing = fact.evidence.filter(({ sourceId }) => taken.sources.has(sourceId));
        const paragraphs = [...new Set(citing.flatMap((cited) => cited.paragraphs))].sort((a, b) => a - b);
        const { status, effective, summary } = fact;
        const told = { itemId, seq, status, effective, summary, paragraphs: citing.length === 0 ? null : paragraphs };
        return [{ ...told, ...fateOf([fact], taken) } as RestingFact];
      }),
  }));
}

const disagreementsText = `SELECT ${keptDisagreementJson} AS kept FROM disagreement d
  WHERE d.id IN (SELECT disagreement_id FROM disagreement_citation WHERE source_id = $1
    UNION SELECT disagreement_id FROM disagreement_outside WHERE source_id = $1)
  ORDER BY d.position, d.id`;

async function disagreementsOn(ctx: Context, id: string, asOf: AsOf): Promise<Rests["disagreements"]> {
  const rows = await sql(ctx.db)<{ kept: KeptDisagreement }>(disagreementsText, [id]);
  return rows.flatMap(({ kept }) => {
    const known = disagreementAsOf(kept, asOf);
    // A side that cites it may not have been known yet.
    const cites = [...(known?.sides.flatMap(({ citations }) => citations) ?? []), ...(known?.outside ?? [])];
    if (known === null || !cites.some(({ sourceId }) => sourceId === id)) return [];
    const left = known.sides.filter(({ citations }) => citations.some(({ sourceId }) => sourceId !== id));
    const { itemIds, type, summary, sides } = known;
    return [{ id: known.id, itemIds, type, summary, sides: sides.length, sidesLeft: left.length }];
  });
}

type KeptView = Rests["views"][number] & { recordedAt: Instant; publishedLatest: Day };

const viewsText = `SELECT json_build_object('itemId', i.id, 'itemTitle', i.title, 'scenarioTitle', c.title,
    'who', coalesce(a.name, z.publisher), 'leaning', v.leaning, 'says', v.says, 'paragraphs', y.paragraphs,
    'isOnly', NOT EXISTS (SELECT FROM view_citation o WHERE o.item_id = v.item_id AND o.scenario_id = v.scenario_id
      AND o.view = v.ordinal AND o.source_id <> y.source_id),
    'recordedAt', ${isoText("t.recorded_at")}, 'publishedLatest', (SELECT max(s.published_latest) FROM view_citation o
      JOIN source s ON s.id = o.source_id WHERE o.item_id = v.item_id AND o.scenario_id = v.scenario_id AND o.view = v.ordinal)) AS view
  FROM view_citation y JOIN scenario_view v ON v.item_id = y.item_id AND v.scenario_id = y.scenario_id AND v.ordinal = y.view
    JOIN scenario c ON c.item_id = v.item_id AND c.id = v.scenario_id JOIN scenario_set t ON t.item_id = v.item_id
    JOIN item i ON i.id = v.item_id LEFT JOIN actor a ON a.id = v.actor_id LEFT JOIN source z ON z.id = v.source_id
  WHERE y.source_id = $1 ORDER BY t.position, v.item_id, c.ordinal, v.ordinal, y.ordinal`;

async function viewsIn(ctx: Context, id: string, asOf: AsOf): Promise<Rests["views"]> {
  const rows = await sql(ctx.db)<{ view: KeptView }>(viewsText, [id]);
  return rows
    .filter(({ view }) => isKnown(asOf, view.publishedLatest, view.recordedAt))
    .map(({ view: { recordedAt: _recordedAt, publishedLatest: _day, ...view } }) => view);
}
