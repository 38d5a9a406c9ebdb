import { asOfToday } from "@readout/core/as-of";
import { ReadoutError } from "@readout/core/error";
import type { RecordedEntry, RecordedPage } from "@readout/core/event";
import type { ListRecorded } from "@readout/core/read";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";
import { Values } from "../db/values.ts";
import { entryJson } from "../items/entry-sql.ts";
import { findSources } from "../sources/queries.ts";

/** The event that told of an entry, or its place in the ledger of the one item. */
const Place = z.tuple([z.string().regex(/^\d{1,19}$/)]);

const recorded = `json_build_object('itemTitle', i.title, 'statusSubject', i.status_subject, 'tags', i.tags, 'entry', ${entryJson("e", "true")},
  'amendedAt', ${isoText("(SELECT max(c.recorded) FROM entry c WHERE c.item_id = e.item_id AND (c.corrects = e.seq OR c.retracts = e.seq))")},
  'named', (SELECT ${entryJson("n", "true")} FROM entry n WHERE n.item_id = e.item_id AND n.seq = coalesce(e.corrects, e.retracts)),
  'corrections', (SELECT coalesce(json_agg(${entryJson("b", "true")} ORDER BY b.seq), '[]') FROM entry b
    WHERE b.item_id = e.item_id AND b.corrects = coalesce(e.corrects, e.retracts) AND b.seq <= e.seq))`;

/** Entries as they came in, the last one first: of all items in the order of the change feed, of one in that of its ledger. */
export async function listRecorded(ctx: Context, input: ListRecorded): Promise<RecordedPage> {
  const after = readCursor(ctx, "changes.entries", input, Place);
  const rows = await (input.itemId === undefined ? ofAll : ofItem)(ctx, input, after?.[0] ?? null);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  const entries = shown.map(({ recorded }) => recorded);
  const cited = entries.flatMap(({ entry, named, corrections }) =>
    [entry, named, ...corrections].flatMap((each) => (each !== null && "evidence" in each ? each.evidence : [])),
  );
  const ids = cited.flatMap(({ sourceId, origins }) => [sourceId, ...origins]);
  return {
    entries,
    sources: await findSources(ctx, [...new Set(ids)], asOfToday(ctx.now())),
    nextCursor: last === undefined ? null : writeCursor(ctx, "changes.entries", input, [last.place]),
  };
}

type Row = { recorded: RecordedEntry; place: string };

function ofAll(ctx: Context, { tag, limit }: ListRecorded, before: string | null): Promise<Row[]> {
  const values = new Values();
  const conditions = ["v.type = 'entry.recorded'"];
  if (before !== null) conditions.push(`v.id < ${values.add(before)}::bigint`);
  if (tag !== undefined) conditions.push(`i.tags @> ARRAY[${values.add(tag)}]`);
  const text = `SELECT ${recorded} AS recorded, v.id::text AS place FROM event v
    JOIN entry e ON e.item_id = v.item_id AND e.seq = v.seq JOIN item i ON i.id = v.item_id
    WHERE ${conditions.join(" AND ")} ORDER BY v.id DESC LIMIT ${values.add(limit + 1)}::int`;
  return sql(ctx.db)<Row>(text, values.all, { plan: "each-time" });
}

async function ofItem(ctx: Context, { itemId, tag, limit }: ListRecorded, before: string | null): Promise<Row[]> {
  const [item] = await sql(ctx.db)<{ tags: string[] }>("SELECT tags FROM item WHERE id = $1", [itemId!]);
  if (item === undefined) throw new ReadoutError("not_found", `There is no item ${itemId}`);
  if (tag !== undefined && !item.tags.includes(tag)) return [];
  const text = `SELECT ${recorded} AS recorded, e.seq::text AS place FROM entry e JOIN item i ON i.id = e.item_id
    WHERE e.item_id = $1 AND ($2::int IS NULL OR e.seq < $2::int) ORDER BY e.seq DESC LIMIT $3::int`;
  return sql(ctx.db)<Row>(text, [itemId!, before, limit + 1]);
}
