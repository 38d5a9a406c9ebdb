import type { AsOf } from "@readout/core/as-of";
import type { Disagreement } from "@readout/core/disagreement";
import type { Edtf } from "@readout/core/edtf";
import type { Entry } from "@readout/core/entry";
import type { ItemId } from "@readout/core/id";
import type { AttentionItem, ItemCounts, Movement, NamedItem, Overview, SingleOrigin } from "@readout/core/overview";
import type { GetOverview } from "@readout/core/read";
import { groundsOn, intervalsOf, orderedFacts, supportingOrigins } from "@readout/core/reading";
import { type Status, type StatusFamily, statusFamily } from "@readout/core/status";
import { type StatusFact, visibleFacts } from "@readout/core/visible";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import type { Values } from "../db/values.ts";
import { disagreementAsOf, type KeptDisagreement } from "../disagreements/known.ts";
import { getRevision } from "../events/queries.ts";
import { fresh } from "../items/fresh.ts";
import { readWhen, type When } from "../items/reading-sql.ts";
import { thinLedgers } from "../items/thin-ledgers.ts";
import { isSourceKnown, sourceKnownBy } from "../sources/known.ts";
import { type AttentionRow, disagreementsQuestion, type OverviewRow, overviewQuestion } from "./overview-sql.ts";

/** What the first page says, as of the days asked about. */
export async function getOverview(ctx: Context, input: GetOverview): Promise<Overview> {
  const { asOf, when } = readWhen(input, ctx.now());
  // Read first: what is recorded meanwhile may be in the answer already, but never behind the token and not in it.
  const token = when.today ? await getRevision(ctx) : null;
  const cached = when.today ? await fresh(ctx, when.validOn, () => findRow(ctx, when, asOf)) : null;
  const row = cached ?? (await findRow(ctx, { ...when, today: false }, asOf));
  const explained = row.attention.filter(({ possibly, singleOrigin }) => possibly || singleOrigin);
  const newest = row.newestSingleOrigin;
  const named = [...row.moved, ...explained, ...(newest === null ? [] : [newest])];
  const factsOf = await factsByItem(ctx, named, asOf);
  const publishers = await publishersOf(ctx, [...factsOf.values()], asOf);
  const singleOriginOf = (item: NamedItem): SingleOrigin | null => {
    const [origin] = supportingOrigins(groundsOn(factsOf.get(item.itemId) ?? [], asOf.validOn).run);
    return origin === undefined ? null : { origin, publisher: publishers.get(origin) ?? null };
  };
  const origin = newest === null ? null : singleOriginOf(newest);
  return {
    asOf,
    token,
    counts: countsOf(row.statuses),
    review: row.review,
    moved: row.moved.flatMap((item) => movementOf(item, factsOf.get(item.itemId) ?? [], asOf, publishers) ?? []),
    fallsDue: row.fallsDue,
    passed: row.passed,
    attention: {
      counts: { ...row.counts, disagreements: row.unsettled.size },
      items: row.attention.map((item) =>
        attentionOf(item, factsOf.get(item.itemId) ?? [], row.unsettled, asOf, singleOriginOf),
      ),
    },
    newestSingleOrigin: newest === null || origin === null ? null : { ...newest, origin },
  };
}

type Unsettled = ReadonlyMap<string, Disagreement[]>;

async function findRow(ctx: Context, when: When, asOf: AsOf): Promise<OverviewRow & { unsettled: Unsettled }> {
  const unsettled = await unsettledByItem(ctx, when, asOf);
  const [row] = await ask<OverviewRow>(
    ctx,
    overviewQuestion(when, new Map([...unsettled].map(([id, points]) => [id, points.length]))),
  );
  return { ...row!, unsettled };
}

const ask = <Row extends object>(ctx: Context, { text, values }: { text: string; values: Values }) =>
  sql(ctx.db)<Row>(text, values.all, { plan: "each-time" });

/** What sources disagree about without a verdict that settles it, by open item. */
async function unsettledByItem(ctx: Context, when: When, asOf: AsOf): Promise<Unsettled> {
  const rows = await ask<{ kept: KeptDisagreement; open: ItemId[] }>(ctx, disagreementsQuestion(when));
  const byItem = new Map<string, Disagreement[]>();
  for (const { kept, open } of rows) {
    const known = disagreementAsOf(kept, asOf);
    if (known === null || (known.verdict !== null && known.verdict !== "unresolved")) continue;
    for (const id of open) byItem.set(id, [...(byItem.get(id) ?? []), known]);
  }
  return byItem;
}

/** The facts that count of the named items, in order, as known. */
async function factsByItem(ctx: Context, items: readonly NamedItem[], asOf: AsOf): Promise<Map<string, StatusFact[]>> {
  const ledgers = await thinLedgers(ctx, [...new Set(items.map(({ itemId }) => itemId))], "origins");
  const factsOf = (ledger: readonly Entry[]) => orderedFacts(visibleFacts(ledger, asOf));
  return new Map([...ledgers].map(([id, ledger]) => [id, factsOf(ledger)]));
}

/** Publishers by source, of the known ones among those that the facts cite and rest on. */
async function publishersOf(ctx: Context, facts: readonly StatusFact[][], asOf: AsOf): Promise<Map<string, string>> {
  const evidence = facts.flat().flatMap((fact) => fact.evidence);
  const ids = new Set(evidence.flatMap(({ sourceId, origins }) => [sourceId, ...origins]));
  const rows = await sql(ctx.db)<{ id: string; publisher: string }>(
    `SELECT s.id, s.publisher FROM source s WHERE s.id = ANY ($1) AND ${isSourceKnown("s", asOf.basis, "$2")}`,
    [[...ids], sourceKnownBy(asOf)],
  );
  return new Map(rows.map(({ id, publisher }) => [id, publisher]));
}

function countsOf(statuses: OverviewRow["statuses"]): ItemCounts {
  const families: Record<StatusFamily, number> = { talk: 0, commitment: 0, motion: 0, trouble: 0, end: 0 };
  for (const { status, items } of statuses) if (status !== null) families[statusFamily[status]] += items;
  const sum = (of: (row: OverviewRow["statuses"][number]) => boolean) =>
    statuses.filter(of).reduce((total, { items }) => total + items, 0);
  return {
    total: sum(() => true),
    open: sum(({ phase }) => phase === "open"),
    families,
    statuses: statuses
      .flatMap(({ status, items }) => (status === null ? [] : [{ status, items }]))
      .sort((a, b) => order(a.status) - order(b.status)),
    possiblyBegun: sum(({ status, phase }) => status === null && phase === "open"),
    notYetRaised: sum(({ status, phase }) => status === null && phase === null),
  };
}

const order = (status: Status): number => Object.keys(statusFamily).indexOf(status);

/** An item's last movement: what its reading was before, and the entry that moved it. */
function movementOf(
  { itemId, title, statusSubject }: NamedItem,
  facts: readonly StatusFact[],
  asOf: AsOf,
  publishers: ReadonlyMap<string, string>,
): Movement | null {
  const intervals = intervalsOf(facts, asOf.validOn);
  const last = intervals.at(-1);
  const fact = facts.find(({ seq }) => seq === last?.entrySeq);
  if (last === undefined || fact === undefined) return null;
  // An entry may cite a page that appeared after it was known.
  const first = fact.evidence.find(({ stance, sourceId }) => stance === "supports" && publishers.has(sourceId));
  return {
    ...{ itemId, title, statusSubject },
    before: intervals.at(-2)?.status ?? null,
    after: last.status,
    effective: fact.effective as Edtf,
    entrySeq: fact.seq,
    source: first === undefined ? null : { id: first.sourceId, publisher: publishers.get(first.sourceId)! },
  };
}

function attentionOf(
  row: AttentionRow,
  facts: readonly StatusFact[],
  unsettled: Unsettled,
  asOf: AsOf,
  singleOriginOf: (item: NamedItem) => SingleOrigin | null,
): AttentionItem {
  const { singleOrigin, possibly, ...shown } = row;
  const { run, possible } = groundsOn(facts, asOf.validOn);
  const others = possible.filter(({ status }) => status !== run.at(-1)?.status);
  const [first] = others;
  return {
    ...shown,
    disagreements: (unsettled.get(row.itemId) ?? []).map(({ id, type, summary, sides }) => ({
      ...{ id, type, summary },
      passages: sides.flatMap(({ citations }) =>
        citations.slice(0, 1).map(({ sourceId, publisher, paragraphs }) => ({ sourceId, publisher, paragraphs })),
      ),
    })),
    possibly:
      !possibly || first === undefined
        ? null
        : { statuses: [...new Set(others.map(({ status }) => status))], since: first.effective as Edtf },
    singleOrigin: singleOrigin ? singleOriginOf(row) : null,
  };
}
