import { type AsOf, knownDayOf, knownInstantOf, resolveAsOf } from "@readout/core/as-of";
import type { Entry, Ledger } from "@readout/core/entry";
import { ReadoutError } from "@readout/core/error";
import type { GetItem } from "@readout/core/read";
import type { StatusIntervals } from "@readout/core/reading";
import type { ScenarioSets } from "@readout/core/scenario";
import type { Context } from "../context.ts";
import { type SqlValue, sql } from "../db/sql.ts";
import { keptSetJson } from "../scenarios/kept-sql.ts";
import type { KeptScenarioSet } from "../scenarios/known.ts";
import { scenarioSetsAsOf } from "../scenarios/queries.ts";
import { entryJson } from "./entry-sql.ts";
import { intervalsOfItems } from "./intervals.ts";

export { getItem, getItems } from "./detail.ts";
export { findItems, listItems } from "./list.ts";

const notFound = (id: string) => new ReadoutError("not_found", `There is no item ${id}`);

const ledger = (applies: string, visible: string, which = "= $1") => `SELECT i.id, i.head,
  (SELECT coalesce(json_agg(${entryJson("e", applies)} ORDER BY e.seq), '[]') FROM entry e WHERE e.item_id = i.id AND ${visible}) AS entries
  FROM item i WHERE i.id ${which}`;

// A correction or retraction is known with the entry it names.
const knownByReport =
  "EXISTS (SELECT FROM entry_known k WHERE k.item_id = e.item_id AND k.seq = coalesce(e.corrects, e.retracts, e.seq) AND k.known_on <= $2::date)";

const wholeLedger = ledger("true", "true");
const reportedLedger = ledger("true", knownByReport);
const recordedLedger = ledger("c.recorded <= $2::timestamptz", "e.recorded <= $2::timestamptz");
const several = "= ANY ($1::text[])";
const reportedLedgers = ledger("true", knownByReport, several);
const recordedLedgers = ledger("c.recorded <= $2::timestamptz", "e.recorded <= $2::timestamptz", several);

/** A ledger by `seq`: whole when no as-of was asked for, else what of it was visible. Throws not_found. */
export async function listEntries(ctx: Context, input: GetItem): Promise<Ledger> {
  const isWhole = input.knownOn === undefined && input.validOn === undefined && input.basis === undefined;
  const [row] = await (isWhole
    ? askLedger(ctx, wholeLedger, [input.id])
    : visibleLedger(ctx, input.id, resolveAsOf(input, ctx.now())));
  if (row === undefined) throw notFound(input.id);
  return { entries: row.entries, head: row.head };
}

/** The visible entries of several items, by item; what there is not is left out. */
export async function visibleLedgers(ctx: Context, ids: readonly string[], asOf: AsOf): Promise<Map<string, Entry[]>> {
  const rows = await (asOf.basis === "reported"
    ? askLedger(ctx, reportedLedgers, [ids, knownDayOf(asOf)])
    : askLedger(ctx, recordedLedgers, [ids, knownInstantOf(asOf)]));
  return new Map(rows.map(({ id, entries }) => [id, entries]));
}

const askLedger = (ctx: Context, text: string, values: SqlValue[]) =>
  sql(ctx.db)<{ id: string; entries: Entry[]; head: number }>(text, values);

const visibleLedger = (ctx: Context, id: string, asOf: AsOf) =>
  asOf.basis === "reported"
    ? askLedger(ctx, reportedLedger, [id, knownDayOf(asOf)])
    : askLedger(ctx, recordedLedger, [id, knownInstantOf(asOf)]);

/** Unbroken stretches of status up to `validOn`. Throws not_found. */
export async function listIntervals(ctx: Context, input: GetItem): Promise<StatusIntervals> {
  const asOf = resolveAsOf(input, ctx.now());
  await requireItem(ctx, input.id);
  return { intervals: (await intervalsOfItems(ctx, [input.id], asOf)).get(input.id) ?? [] };
}

async function requireItem(ctx: Context, id: string): Promise<void> {
  const found = await sql(ctx.db)("SELECT 1 FROM item WHERE id = $1", [id]);
  if (found.length === 0) throw notFound(id);
}

const setsText = `SELECT ${keptSetJson} AS set FROM scenario_set t JOIN item i ON i.id = t.item_id WHERE t.item_id = $1`;

/** The scenario sets of an item, as far as they were known. Throws not_found. */
export async function listScenarioSetsOf(ctx: Context, input: GetItem): Promise<ScenarioSets> {
  await requireItem(ctx, input.id);
  const rows = await sql(ctx.db)<{ set: KeptScenarioSet }>(setsText, [input.id]);
  return {
    scenarioSets: await scenarioSetsAsOf(
      ctx,
      rows.map(({ set }) => set),
      resolveAsOf(input, ctx.now()),
    ),
  };
}
