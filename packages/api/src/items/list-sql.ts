import type { ItemSort, ListItems } from "@readout/core/read";
import type { Day } from "@readout/core/time";
import { z } from "zod";
import { Values } from "../db/values.ts";
import { isStale } from "./fresh.ts";
import { type ListedRow, listedColumns } from "./item-row.ts";
import { type AsOfValues, asOfValues, holdsThen, joinReading, joinReview, type When } from "./reading-sql.ts";

/** What a row is sorted by: position or title or day of its status, then what parts equals. */
export const Place = z.union([
  z.tuple([z.number().int(), z.string()]),
  z.tuple([z.string(), z.string()]),
  z.tuple([z.string().nullable(), z.number().int(), z.string()]),
]);
export type Place = z.infer<typeof Place>;

/** The order of a list, and where to go on in it. */
export interface Cut {
  after: Place | null;
  /** Rows at most. */
  count: number;
}

/** A text and its values; `filtered` where the text differs with the filters and the values decide how it is best answered. */
export interface Question {
  text: string;
  values: Values;
  filtered: boolean;
}

export const placeOf = (sort: ItemSort, row: ListedRow): Place =>
  sort === "title"
    ? [row.title, row.id]
    : sort === "place"
      ? [row.position, row.id]
      : [sort === "moved" ? row.since_day : (row.sort_day ?? null), row.position, row.id];

/** The sorts that do not move with the as-of. */
type FixedSort = "place" | "title";
const orders: Record<FixedSort, string> = { place: "i.position, i.id", title: "i.title, i.id" };

/** What a list may be narrowed to; `ids` only from within. */
export type Narrowed = Pick<ListItems, "status" | "phase" | "tag" | "actor" | "owner" | "q"> & {
  ids?: readonly string[] | undefined;
};

/** A narrowed list in an order. */
export type Listed = Narrowed & Pick<ListItems, "sort">;

export const isFiltered = ({ ids, status, phase, tag, actor, owner, q }: Narrowed): boolean =>
  [ids, status, phase, tag, actor, owner, q].some((filter) => filter !== undefined);

/** Conditions on what does not move with the as-of. */
export function itemConditions({ ids, tag, actor, owner, q }: Narrowed, values: Values): string[] {
  const conditions: string[] = [];
  if (ids !== undefined) conditions.push(`i.id = ANY (${values.add(ids)}::text[])`);
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

export function readingConditions({ status, phase }: Narrowed, reading: string, values: Values): string[] {
  const conditions: string[] = [];
  if (status !== undefined) conditions.push(`${reading}.status = ANY (${values.add(status)})`);
  if (phase !== undefined) conditions.push(`${reading}.phase = ${values.add(phase)}`);
  return conditions;
}

/**
 * The number of rows, written out where it is one of the usual: PostgreSQL keeps a plan for any value only where that costs
 * no more than one for this value, and for any LIMIT it expects a tenth of the table.
 */
export const rowsAtMost = (count: number, values: Values): string =>
  usualCounts.has(count) ? String(count) : `${values.add(count)}::int`;
const usualCounts = new Set([51, 201]);

export const where = (conditions: string[]): string =>
  conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;

function afterPlace(sort: FixedSort, after: Place | null, values: Values): string[] {
  if (after === null) return [];
  const [first, id] = after as [string | number, string];
  return [`(${orders[sort]}) > (${values.add(first)}, ${values.add(id)})`];
}

/** Conditions for what comes after a place among the moved: those with a day, newest first. */
function afterMoved(after: Place | null, values: Values): string[] {
  if (after === null) return [];
  const [on, position, id] = after as [Day | null, number, string];
  if (on === null) return ["false"];
  const at = `${values.add(on)}::date`;
  const beyond = `(i.position, i.id) > (${values.add(position)}, ${values.add(id)})`;
  return [`i.since_day <= ${at}`, `(i.since_day < ${at} OR ${beyond})`];
}

/** The same among those that never moved, which stand last in their place. */
function afterUnmoved(after: Place | null, values: Values): string[] {
  const [on, position, id] = (after ?? ["", 0, ""]) as [Day | null, number, string];
  return after === null || on !== null ? [] : [`(i.position, i.id) > (${values.add(position)}, ${values.add(id)})`];
}

/** Today's list, from the readings cached in the rows; one row, without an item, where there is none. */
export function todayQuestion(input: Narrowed, sort: FixedSort | "moved", today: Day, { after, count }: Cut): Question {
  const values = new Values();
  const limit = rowsAtMost(count, values);
  const stale = isStale(`${values.add(today)}::date`);
  const conditions = [...itemConditions(input, values), ...readingConditions(input, "i", values)];
  const select = `SELECT ${listedColumns("i", "i.last_reviewed")} FROM item i`;
  let rows: string;
  if (sort === "moved") {
    const moved = where(["i.since_day IS NOT NULL", ...conditions, ...afterMoved(after, values)]);
    const unmoved = where(["i.since_day IS NULL", ...conditions, ...afterUnmoved(after, values)]);
    rows = `(${select} ${moved} ORDER BY i.since_day DESC, i.position, i.id LIMIT ${limit})
      UNION ALL (${select} ${unmoved} ORDER BY i.position, i.id LIMIT ${limit}) LIMIT ${limit}`;
  } else {
    const all = where([...conditions, ...afterPlace(sort, after, values)]);
    rows = `${select} ${all} ORDER BY ${orders[sort]} LIMIT ${limit}`;
  }
  const text = `SELECT f.stale, p.* FROM (SELECT ${stale} AS stale) f LEFT JOIN (${rows}) p ON true`;
  return { text, values, filtered: isFiltered(input) };
}

/** Rows for keys found as of another day, `k`: items and the rectangle that holds their reading. */
const rowsOfSpans = (keys: string, order: string, at: AsOfValues): string =>
  `SELECT ${listedColumns("r", "w.last_reviewed")} FROM (${keys}) k
  CROSS JOIN LATERAL (SELECT * FROM item WHERE id = k.item_id LIMIT 1) i
  CROSS JOIN LATERAL (SELECT * FROM reading_span WHERE id = k.span LIMIT 1) r ${joinReview("i.id", at)} ORDER BY ${order}`;

/** The same for items whose reading is not known yet. */
const rowsOfItems = (items: string, order: string, at: AsOfValues): string =>
  `SELECT ${listedColumns("r", "w.last_reviewed")} FROM (${items}) i
  ${joinReading("i.id", at)} ${joinReview("i.id", at)} ORDER BY ${order}`;

/**
 * The list as of another day: by item along the index of the order or, where the reading is filtered by, whichever is less
 * of that and the rectangles of that day. These are found within their index, and read for the page alone.
 */
export function pastQuestion(input: Listed, sort: FixedSort, when: When, { after, count }: Cut): Question {
  const values = new Values();
  const at = asOfValues(values, when);
  const limit = rowsAtMost(count, values);
  const order = orders[sort];
  const conditions = [...itemConditions(input, values), ...afterPlace(sort, after, values)];
  const readings = readingConditions(input, "r", values);
  const text =
    readings.length > 0
      ? rowsOfSpans(
          `SELECT i.id AS item_id, r.id AS span FROM item i JOIN reading_span r ON r.item_id = i.id AND ${holdsThen("r", at)}
           ${where([...conditions, ...readings])} ORDER BY ${order} LIMIT ${limit}`,
          order,
          at,
        )
      : rowsOfItems(`SELECT i.* FROM item i ${where(conditions)} ORDER BY ${order} LIMIT ${limit}`, order, at);
  return { text, values, filtered: isFiltered(input) };
}

/** What moved last as of another day. */
export function movedQuestion(input: Listed, when: When, { after, count }: Cut): Question {
  const values = new Values();
  const at = asOfValues(values, when);
  const limit = rowsAtMost(count, values);
  const ofItem = itemConditions(input, values);
  const [on, position, id] = (after ?? [null, 0, ""]) as [Day | null, number, string];
  const conditions = ["r.since_day IS NOT NULL"];
  if (ofItem.length > 0)
    conditions.push(`EXISTS (SELECT FROM item i WHERE i.id = r.item_id AND ${ofItem.join(" AND ")})`);
  const spans = (more: string[]) =>
    `SELECT r.id AS span, r.item_id, r.since_day FROM held h
     CROSS JOIN LATERAL (SELECT * FROM reading_span WHERE id = h.id LIMIT 1) r ${where([...conditions, ...more])}`;
  // The newest days first, with all that share the last of them: only these need their place.
  const newest = (more: string[]) => `(${spans(more)} ORDER BY r.since_day DESC FETCH FIRST (${limit}) ROWS WITH TIES)`;
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
  return {
    text: rowsOfSpans(keys, "k.since_day DESC, i.position, i.id", at),
    values,
    filtered: isFiltered(input),
  };
}

/** What stands after all that moved as of another day: items that had no status. */
export function unmovedQuestion(input: Listed, when: When, { after, count }: Cut): Question {
  const values = new Values();
  const at = asOfValues(values, when);
  const conditions = [
    "r.since_day IS NULL",
    ...itemConditions(input, values),
    ...readingConditions(input, "r", values),
    ...afterUnmoved(after, values),
  ];
  const items = `SELECT i.* FROM item i ${joinReading("i.id", at)}
    ${where(conditions)} ORDER BY i.position, i.id LIMIT ${rowsAtMost(count, values)}`;
  return { text: rowsOfItems(items, "i.position, i.id", at), values, filtered: isFiltered(input) };
}

/** How many items match, and how many there are; the filters alone decide on the text. */
export function countsQuestion(input: Narrowed, when: When): Question {
  const values = new Values();
  const ofReading = input.status !== undefined || input.phase !== undefined;
  const isPast = ofReading && !when.today;
  const span = isPast ? `JOIN reading_span r ON r.item_id = i.id AND ${holdsThen("r", asOfValues(values, when))}` : "";
  const conditions = [...itemConditions(input, values), ...readingConditions(input, isPast ? "r" : "i", values)];
  const found = `(SELECT count(*)::int FROM item i ${span} ${where(conditions)})`;
  const text = `SELECT ${found} AS found, (SELECT count(*)::int FROM item) AS total`;
  return { text, values, filtered: isFiltered(input) };
}
