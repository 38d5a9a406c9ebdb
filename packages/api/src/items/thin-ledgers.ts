import type { Entry } from "@readout/core/entry";
import type { Evidence } from "@readout/core/evidence";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

const origins = `(SELECT coalesce(json_agg(json_build_object('sourceId', v.source_id, 'stance', v.stance, 'origins', v.origins)
    ORDER BY v.ordinal), '[]') FROM evidence v WHERE v.item_id = e.item_id AND v.seq = e.seq)`;

// Without names, because there may be tens of thousands of entries behind one page.
const ledgers = (
  evidence: string,
) => `SELECT e.item_id AS id, json_agg(json_build_array(e.seq, e.kind, e.status, e.effective,
    e.reported, e.looked_on, e.corrects, e.retracts, ${isoText("e.recorded")}, ${evidence})) AS entries
  FROM unnest($1::text[]) n(id) JOIN entry e ON e.item_id = n.id GROUP BY e.item_id`;

const cited = `(SELECT json_agg(json_build_object('sourceId', v.source_id) ORDER BY v.ordinal) FROM evidence v
    WHERE v.item_id = e.item_id AND v.seq = e.seq)`;

const texts = { without: ledgers("NULL"), origins: ledgers(origins), sources: ledgers(cited) };

type ThinRow = [
  seq: number,
  kind: string,
  status: string | null,
  effective: string | null,
  reported: string | null,
  lookedOn: string | null,
  corrects: number | null,
  retracts: number | null,
  recorded: string,
  evidence: Evidence[] | null,
];

/**
 * What of some ledgers their readings depend on, by item, entries in no order; items without an entry are left out.
 *
 * @param evidence `origins`: each citation with its source, stance and origins; `sources`: its source alone; `without`: none
 */
export async function thinLedgers(
  ctx: Context,
  ids: readonly string[],
  evidence: keyof typeof texts,
): Promise<Map<string, Entry[]>> {
  if (ids.length === 0) return new Map();
  const rows = await sql(ctx.db)<{ id: string; entries: ThinRow[] }>(texts[evidence], [ids]);
  return new Map(rows.map(({ id, entries }) => [id, entries.map(thinEntry)]));
}

const thinEntry = (row: ThinRow): Entry => {
  const [seq, kind, status, effective, reported, lookedOn, corrects, retracts, recorded, evidence] = row;
  const content = { status, effective, reported, summary: "", evidence: evidence ?? [] };
  return { seq, kind, ...content, lookedOn, corrects, retracts, recorded } as unknown as Entry;
};
