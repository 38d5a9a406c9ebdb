import { type AsOf, isKnown, knownInstantOf, resolveAsOf } from "@readout/core/as-of";
import type { ListScenarioSets } from "@readout/core/read";
import type { ScenarioSet, ScenarioSetPage } from "@readout/core/scenario";
import type { Instant } from "@readout/core/time";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { statusFactsAsOf } from "../items/facts.ts";
import { keptSetJson } from "./kept-sql.ts";
import { type KeptScenarioSet, scenarioSetAsOf } from "./known.ts";

/** What of kept sets was known; a set is framing, shown always but for what Readout had not recorded. */
export async function scenarioSetsAsOf(
  ctx: Context,
  kept: readonly KeptScenarioSet[],
  asOf: AsOf,
): Promise<ScenarioSet[]> {
  const shown = kept.filter((set) => asOf.basis === "reported" || isKnown(asOf, null, set.recordedAt));
  const named = shown.flatMap(({ resolution }) => resolution?.entries ?? []);
  const factOf = await statusFactsAsOf(ctx, named, asOf);
  return shown.map((set) => scenarioSetAsOf(set, asOf, factOf));
}

const Place = z.tuple([z.number().int(), z.string()]);

const listText = `SELECT ${keptSetJson} AS set, t.position FROM scenario_set t JOIN item i ON i.id = t.item_id
  WHERE (t.position, t.item_id) > ($1::int, $2::text) AND ($3::timestamptz IS NULL OR t.recorded_at <= $3::timestamptz)
  ORDER BY t.position, t.item_id LIMIT $4`;

/** Scenario sets in the order of the data set, as far as they were known. */
export async function listScenarioSets(ctx: Context, input: ListScenarioSets): Promise<ScenarioSetPage> {
  const asOf = resolveAsOf(input, ctx.now());
  const [position, id] = readCursor(ctx, "scenarioSets.list", input, Place) ?? [-1, ""];
  const rows = await sql(ctx.db)<{ set: KeptScenarioSet; position: number }>(listText, [
    position,
    id,
    recordedBy(asOf),
    input.limit + 1,
  ]);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    scenarioSets: await scenarioSetsAsOf(
      ctx,
      shown.map(({ set }) => set),
      asOf,
    ),
    nextCursor: last === undefined ? null : writeCursor(ctx, "scenarioSets.list", input, [last.position, last.set.id]),
  };
}

/** The value that leaves out what Readout had not recorded; null under `reported`, where a set is framing. */
const recordedBy = (asOf: AsOf): Instant | null => (asOf.basis === "recorded" ? knownInstantOf(asOf) : null);
