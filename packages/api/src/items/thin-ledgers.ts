import type { Entry } from "@readout/core/entry";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

const origins = `(SELECT coalesce(json_agg(json_build_object('sourceId', v.source_id, 'stance', v.stance, 'origins', v.origins)
    ORDER BY v.ordinal), '[]') FROM evidence v WHERE v.item_id = e.item_id AND v.seq = e.seq)`;

const ledgers = (
  evidence: string,
) => `SELECT e.item_id AS id, json_agg(json_build_object('seq', e.seq, 'kind', e.kind, 'status', e.status,
    'effective', e.effective, 'reported', e.reported, 'lookedOn', e.looked_on, 'corrects', e.corrects, 'retracts', e.retracts,
    'summary', '', 'evidence', ${evidence}, 'recorded', ${isoText("e.recorded")})) AS entries
  FROM unnest($1::text[]) n(id) JOIN entry e ON e.item_id = n.id GROUP BY e.item_id`;

const texts = { without: ledgers("'[]'::json"), origins: ledgers(origins) };

/**
 * What of some ledgers their readings depend on, by item, entries in no order; items without an entry are left out.
 *
 * @param evidence `origins`: each citation with its source, stance and origins; `without`: none, for what counts no origins
 */
export async function thinLedgers(
  ctx: Context,
  ids: readonly string[],
  evidence: keyof typeof texts,
): Promise<Map<string, Entry[]>> {
  if (ids.length === 0) return new Map();
  const rows = await sql(ctx.db)<{ id: string; entries: Entry[] }>(texts[evidence], [ids]);
  return new Map(rows.map(({ id, entries }) => [id, entries]));
}
