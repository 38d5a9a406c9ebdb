import type { AsOf } from "@readout/core/as-of";
import type { ItemPage, ItemRow } from "@readout/core/item";
import type { ItemSort, ListItems } from "@readout/core/read";
import type { Day } from "@readout/core/time";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { Values } from "../db/values.ts";
import { milestonesOf } from "../milestones/known.ts";
import { fresh, isStale } from "./fresh.ts";
import { intervalsOfItems } from "./intervals.ts";
import { itemJson } from "./item-sql.ts";
import { type AsOfValues, asOfValues, holdsThen, joinReading, joinReview, readWhen, type When } from "./reading-sql.ts";

/** What the last row of a page is sorted by: position or title or day of its status, then what parts equals. */
const Place = z.union([
  z.tuple([z.number().int(), z.string()]),
  z.tuple([z.string(), z.string()]),
  z.tuple([z.string().nullable(), z.number().int(), z.string()]),
]);
type Place = z.infer<typeof Place>;

type Row = { item: ItemRow; place: Place };
type Page = { rows: Row[]; stale: boolean };

/** Items in the order asked for, with their readings; an item of which nothing is known is listed too. */
export async function listItems(ctx: Context, input: ListItems): Promise<ItemPage> {
  const { asOf, when } = readWhen(input, ctx.now());
  const after = readCursor(ctx, "items.list", input, Place);
  const rows = await findRows(ctx, input, when, after, input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    items: await withIncluded(
      ctx,
      shown.map(({ item }) => item),
      input,
      asOf,
      when,
    ),
    nextCursor: last === undefined ? null : writeCursor(ctx, "items.list", input, last.place),
    asOf,
  };
}

async function findRows(
  ctx: Context,
  input: ListItems,
  when: When,
  after: Place | null,
  count: number,
): Promise<Row[]> {
  if (when.today) {
    const question = todayQuestion(input, when.validOn, after, count);
    const page = await fresh(ctx, when.validOn, () => ask<Page>(ctx, input, question));
    if (page !== null) return page.rows;
  }
  if (input.sort === "moved") return findMoved(ctx, input, when, after, count);
  return (await ask<Page>(ctx, input, pastQuestion(input, input.sort, when, after, count))).rows;
}

type Question = { text: string; values: Values };

/** A filtered list is planned for its filters each time: how many rows they leave decides where to begin. */
async function ask<T extends object>(ctx: Context, input: ListItems, { text, values }: Question): Promise<T> {
  const [answer] = await sql(ctx.db)<T>(text, values.all, { plan: isFiltered(input) ? "each-time" : "once" });
  return answer!;
}

const isFiltered = ({ status, phase, tag, actor, owner, q }: ListItems): boolean =>
  [status, phase, tag, actor, owner, q].some((filter) => filter !== undefined);

const readsFilter = ({ status, phase }: ListItems): boolean => status !== undefined || phase !== undefined;

/** Conditions on what does not move with the as-of. */
function itemConditions({ tag, actor, owner, q }: ListItems, values: Values): string[] {
  const conditions: string[] = [];
  if (tag !== undefined) conditions.push(`i.tags @> ARRAY[${values.add(tag)}]`);
  if (actor !== undefined)
    conditions.push(`EXISTS (SELECT FROM item_party p WHERE p.item_id = i.id AND p.actor_id = ${values.add(actor)})`);
  if (owner !== undefined) conditions.push(`i.owner_side = ${values.add(owner)}`);
  for (const word of new Set(q?.trim().split(/\s+/) ?? [])) {
    const pattern = values.add(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
    conditions.push(`(i.title ILIKE ${pattern} OR i.question ILIKE ${pattern})`);
  }
  return conditions;
}

function readingConditions({ status, phase }: ListItems, reading: string, values: Values): string[] {
  const conditions: string[] = [];
  if (status !== undefined) conditions.push(`${reading}.status = ANY (${values.add(status)})`);
  if (phase !== undefined) conditions.push(`${reading}.phase = ${values.add(phase)}`);
  return conditions;
}

const where = (conditions: string[]): string => (conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`);

/** Order and place of the sorts that do not move with the as-of. */
type FixedSort = Exclude<ItemSort, "moved">;
const orders: Record<FixedSort, { order: string; place: string }> = {
  place: { order: "i.position, i.id", place: "json_build_array(i.position, i.id)" },
  title: { order: "i.title, i.id", place: "json_build_array(i.title, i.id)" },
};

function afterPlace(sort: FixedSort, after: Place | null, values: Values): string[] {
  if (after === null) return [];
  const [first, id] = after as [string | number, string];
  return [`(${orders[sort].order}) > (${values.add(first)}, ${values.add(id)})`];
}

const movedPlace = (day: string) => `json_build_array(${day}, i.position, i.id)`;

/** Conditions for what comes after a place among the moved: those with a day, newest first. */
function afterMoved(day: string, after: Place | null, values: Values): string[] {
  if (after === null) return [];
  const [on, position, id] = after as [Day | null, number, string];
  if (on === null) return ["false"];
  const at = `${values.add(on)}::date`;
  return [`${day} <= ${at}`, `(${day} < ${at} OR (i.position, i.id) > (${values.add(position)}, ${values.add(id)}))`];
}

/** The same among those that never moved, which stand last in their place. */
function afterUnmoved(after: Place | null, values: Values): string[] {
  const [on, position, id] = (after ?? ["", 0, ""]) as [Day | null, number, string];
  return after === null || on !== null ? [] : [`(i.position, i.id) > (${values.add(position)}, ${values.add(id)})`];
}

const pageOf = (rows: string, stale: string): string =>
  `SELECT (SELECT coalesce(json_agg(p), '[]') FROM (${rows}) p) AS rows, ${stale} AS stale`;

/** Today's list, from the readings cached in the rows. */
function todayQuestion(input: ListItems, today: Day, after: Place | null, count: number): Question {
  const values = new Values();
  const limit = values.add(count);
  const stale = isStale(`${values.add(today)}::date`);
  const conditions = [...itemConditions(input, values), ...readingConditions(input, "i", values)];
  const select = (place: string) => `SELECT ${itemJson("i", "i.last_reviewed")} AS item, ${place} AS place FROM item i`;
  if (input.sort !== "moved") {
    const { order, place } = orders[input.sort];
    const all = [...conditions, ...afterPlace(input.sort, after, values)];
    return { text: pageOf(`${select(place)} ${where(all)} ORDER BY ${order} LIMIT ${limit}`, stale), values };
  }
  const moved = where(["i.since_day IS NOT NULL", ...conditions, ...afterMoved("i.since_day", after, values)]);
  const unmoved = where(["i.since_day IS NULL", ...conditions, ...afterUnmoved(after, values)]);
  const rows = `(${select(movedPlace("i.since_day"))} ${moved} ORDER BY i.since_day DESC, i.position, i.id LIMIT ${limit})
    UNION ALL (${select(movedPlace("NULL::date"))} ${unmoved} ORDER BY i.position, i.id LIMIT ${limit}) LIMIT ${limit}`;
  return { text: pageOf(rows, stale), values };
}

/** Rows for keys found as of another day, `k`: items and the rectangle that holds their reading. */
function rowsOfSpans(keys: string, order: string, place: string, at: AsOfValues): string {
  return `SELECT ${itemJson("r", "w.last_reviewed")} AS item, ${place} AS place FROM (${keys}) k
    CROSS JOIN LATERAL (SELECT * FROM item WHERE id = k.item_id LIMIT 1) i
    CROSS JOIN LATERAL (SELECT * FROM reading_span WHERE id = k.span LIMIT 1) r ${joinReview("i.id", at)} ORDER BY ${order}`;
}

/** The same for items whose reading is not known yet. */
function rowsOfItems(items: string, order: string, place: string, at: AsOfValues): string {
  return `SELECT ${itemJson("r", "w.last_reviewed")} AS item, ${place} AS place FROM (${items}) i
    ${joinReading("i.id", at)} ${joinReview("i.id", at)} ORDER BY ${order}`;
}

/**
 * The list as of another day: by item along the index of the order or, where the reading is filtered by, whichever is less
 * of that and the rectangles of that day. These are found within their index, and read for the page alone.
 */
function pastQuestion(input: ListItems, sort: FixedSort, when: When, after: Place | null, count: number): Question {
  const values = new Values();
  const at = asOfValues(values, when);
  const limit = values.add(count);
  const { order, place } = orders[sort];
  const conditions = [...itemConditions(input, values), ...afterPlace(sort, after, values)];
  const rows = readsFilter(input)
    ? rowsOfSpans(
        `SELECT i.id AS item_id, r.id AS span FROM item i JOIN reading_span r ON r.item_id = i.id AND ${holdsThen("r", at)}
         ${where([...conditions, ...readingConditions(input, "r", values)])} ORDER BY ${order} LIMIT ${limit}`,
        order,
        place,
        at,
      )
    : rowsOfItems(`SELECT i.* FROM item i ${where(conditions)} ORDER BY ${order} LIMIT ${limit}`, order, place, at);
  return { text: pageOf(rows, "false"), values };
}

/** What moved last as of another day, and after it what never moved. */
async function findMoved(
  ctx: Context,
  input: ListItems,
  when: When,
  after: Place | null,
  count: number,
): Promise<Row[]> {
  const moved = after?.[0] === null ? [] : (await ask<Page>(ctx, input, movedQuestion(input, when, after, count))).rows;
  if (moved.length === count) return moved;
  const rest = await ask<Page>(ctx, input, unmovedQuestion(input, when, after, count - moved.length));
  return [...moved, ...rest.rows];
}

function movedQuestion(input: ListItems, when: When, after: Place | null, count: number): Question {
  const values = new Values();
  const at = asOfValues(values, when);
  const limit = values.add(count);
  const ofItem = itemConditions(input, values);
  const [on, position, id] = (after ?? [null, 0, ""]) as [Day | null, number, string];
  const spans = (more: string[]) =>
    `SELECT r.id AS span, r.item_id, r.since_day FROM held h CROSS JOIN LATERAL (SELECT * FROM reading_span WHERE id = h.id LIMIT 1) r
     ${where(["r.since_day IS NOT NULL", ...(ofItem.length === 0 ? [] : [`EXISTS (SELECT FROM item i WHERE i.id = r.item_id AND ${ofItem.join(" AND ")})`]), ...more])}`;
  // The newest days first, with all that share the last of them: only these need their place.
  const newest = (more: string[]) => `(${spans(more)} ORDER BY r.since_day DESC FETCH FIRST ${limit} ROWS WITH TIES)`;
  let found = newest([]);
  let beyond = "";
  if (on !== null) {
    const day = `${values.add(on)}::date`;
    found = `${spans([`r.since_day = ${day}`])} UNION ALL ${newest([`r.since_day < ${day}`])}`;
    beyond = `WHERE f.since_day < ${day} OR (p.position, p.id) > (${values.add(position)}, ${values.add(id)})`;
  }
  // Within the index, which holds what is filtered by; the rectangles themselves are read by their number.
  const held = `SELECT r.id FROM reading_span r ${where([holdsThen("r", at), ...readingConditions(input, "r", values)])}`;
  const keys = `WITH held AS MATERIALIZED (${held}) SELECT f.* FROM (${found}) f JOIN item p ON p.id = f.item_id ${beyond}
    ORDER BY f.since_day DESC, p.position, p.id LIMIT ${limit}`;
  const order = "k.since_day DESC, i.position, i.id";
  return { text: pageOf(rowsOfSpans(keys, order, movedPlace("k.since_day"), at), "false"), values };
}

function unmovedQuestion(input: ListItems, when: When, after: Place | null, count: number): Question {
  const values = new Values();
  const at = asOfValues(values, when);
  const conditions = [
    "r.since_day IS NULL",
    ...itemConditions(input, values),
    ...readingConditions(input, "r", values),
    ...afterUnmoved(after, values),
  ];
  const items = `SELECT i.* FROM item i ${joinReading("i.id", at)}
    ${where(conditions)} ORDER BY i.position, i.id LIMIT ${values.add(count)}`;
  return { text: pageOf(rowsOfItems(items, "i.position, i.id", movedPlace("NULL::date"), at), "false"), values };
}

/** What `include` asked for, added to the rows of a page. */
async function withIncluded(
  ctx: Context,
  items: ItemRow[],
  { include }: ListItems,
  asOf: AsOf,
  when: When,
): Promise<ItemRow[]> {
  if (include === undefined || items.length === 0) return items;
  const ids = items.map(({ id }) => id);
  const intervals = include.includes("intervals") ? await intervalsOfItems(ctx, ids, asOf) : null;
  const milestones = include.includes("milestones") ? await milestonesOf(ctx, ids, when) : null;
  return items.map((item) => ({
    ...item,
    ...(intervals && { intervals: intervals.get(item.id) ?? [] }),
    ...(milestones && { milestones: milestones.get(item.id) ?? [] }),
  }));
}
