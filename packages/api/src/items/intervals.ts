import type { AsOf } from "@readout/core/as-of";
import type { Entry } from "@readout/core/entry";
import { type StatusInterval, statusIntervals } from "@readout/core/reading";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

/** What of an entry its stretches depend on; evidence has no part in them. */
const thinLedgers = `SELECT e.item_id AS id, json_agg(json_build_object('seq', e.seq, 'kind', e.kind, 'status', e.status,
    'effective', e.effective, 'reported', e.reported, 'lookedOn', e.looked_on, 'corrects', e.corrects, 'retracts', e.retracts,
    'summary', '', 'evidence', '[]'::json, 'recorded', ${isoText("e.recorded")})) AS entries
  FROM unnest($1::text[]) n(id) JOIN entry e ON e.item_id = n.id GROUP BY e.item_id`;

/** The stretches of status of some items; items without an entry are left out. */
export async function intervalsOfItems(
  ctx: Context,
  ids: readonly string[],
  asOf: AsOf,
): Promise<Map<string, StatusInterval[]>> {
  const rows = await sql(ctx.db)<{ id: string; entries: Entry[] }>(thinLedgers, [ids]);
  return new Map(rows.map(({ id, entries }) => [id, statusIntervals(entries, asOf)]));
}
