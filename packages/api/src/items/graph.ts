import { ReadoutError } from "@readout/core/error";
import {
  type GetItemGraph,
  type GraphItem,
  type GraphLink,
  type ItemGraph,
  MOST_GRAPH_ITEMS,
} from "@readout/core/item-graph";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { Values } from "../db/values.ts";
import { asOfValues, joinReading, joinReview, readingJson, readWhen, type When } from "./reading-sql.ts";

type KeptGraph = { items: GraphItem[]; links: GraphLink[] };

/** An item with those around it, each with where it stood; links are framing, known always. Throws not_found. */
export async function getItemGraph(ctx: Context, input: GetItemGraph): Promise<ItemGraph> {
  const { asOf, when } = readWhen(input, ctx.now());
  const { text, values } = graphQuestion(input, when);
  const [row] = await sql(ctx.db)<KeptGraph>(text, values.all);
  if (row === undefined || row.items.length === 0) throw new ReadoutError("not_found", `There is no item ${input.id}`);
  const items = row.items.slice(0, MOST_GRAPH_ITEMS);
  const shown = new Set<string>(items.map(({ id }) => id));
  return {
    items,
    links: row.links.filter(({ itemId, toItemId }) => shown.has(itemId) && shown.has(toItemId)),
    isWhole: items.length === row.items.length,
    asOf,
  };
}

function graphQuestion({ id, hops }: GetItemGraph, when: When): { text: string; values: Values } {
  const values = new Values();
  const at = asOfValues(values, when);
  const text = `WITH RECURSIVE reach (id, hops) AS (
      SELECT i.id, 0 FROM item i WHERE i.id = ${values.add(id)}
      UNION SELECT n.id, r.hops + 1 FROM reach r CROSS JOIN LATERAL (
        SELECT to_item_id AS id FROM item_link WHERE item_id = r.id
        UNION ALL SELECT item_id FROM item_link WHERE to_item_id = r.id) n WHERE r.hops < ${values.add(hops)}::int),
    near AS (SELECT i.id, i.position, i.title, i.status_subject, min(reach.hops) AS hops FROM reach JOIN item i USING (id)
      GROUP BY i.id ORDER BY min(reach.hops), i.position, i.id LIMIT ${values.add(MOST_GRAPH_ITEMS + 1)}::int)
    SELECT (SELECT coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'statusSubject', i.status_subject,
        'phase', r.phase, 'reading', ${readingJson("r", "w.last_reviewed")}, 'hops', i.hops) ORDER BY i.hops, i.position, i.id), '[]')
      FROM near i ${joinReading("i.id", at)} ${joinReview("i.id", at)}) AS items,
    (SELECT coalesce(json_agg(json_build_object('type', l.type, 'itemId', l.item_id, 'toItemId', l.to_item_id)
        ORDER BY a.hops, a.position, a.id, l.ordinal), '[]')
      FROM near a JOIN item_link l ON l.item_id = a.id JOIN near b ON b.id = l.to_item_id) AS links`;
  return { text, values };
}
