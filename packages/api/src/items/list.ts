import type { AsOf } from "@readout/core/as-of";
import type { ItemPage, ItemRow } from "@readout/core/item";
import type { ListItems } from "@readout/core/read";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { milestonesOf } from "../milestones/known.ts";
import { datedQuestion } from "./dated-sql.ts";
import { fresh } from "./fresh.ts";
import { intervalsOfItems } from "./intervals.ts";
import { itemOf, type ListedRow } from "./item-row.ts";
import {
  type Cut,
  countsQuestion,
  type Listed,
  movedQuestion,
  type Narrowed,
  Place,
  pastQuestion,
  placeOf,
  type Question,
  todayQuestion,
  unmovedQuestion,
} from "./list-sql.ts";
import { readWhen, type When } from "./reading-sql.ts";

/** Items in the order asked for, with their readings; an item of which nothing is known is listed too. */
export async function listItems(ctx: Context, input: ListItems): Promise<ItemPage> {
  const { asOf, when } = readWhen(input, ctx.now());
  const after = readCursor(ctx, "items.list", input, Place);
  const rows = await findRows(ctx, input, when, { after, count: input.limit + 1 });
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  const [items, counts] = await Promise.all([
    withIncluded(ctx, shown.map(itemOf), input, asOf, when),
    input.include?.includes("counts") ? countsOf(ctx, input, when) : undefined,
  ]);
  return {
    items,
    nextCursor: last === undefined ? null : writeCursor(ctx, "items.list", input, placeOf(input.sort, last)),
    asOf,
    ...(counts !== undefined && { counts }),
  };
}

/** The first items that filters leave, in the order of the data set, `count` at most. */
export async function findItems(ctx: Context, input: Narrowed, when: When, count: number): Promise<ItemRow[]> {
  const rows = await findRows(ctx, { ...input, sort: "place" }, when, { after: null, count });
  return rows.map(itemOf);
}

/** The rows were read before: cached readings are up to date. */
async function countsOf(ctx: Context, input: Narrowed, when: When): Promise<NonNullable<ItemPage["counts"]>> {
  const [counts] = await ask<NonNullable<ItemPage["counts"]>>(ctx, countsQuestion(input, when));
  return counts!;
}

/** The rows of a list from a place on. */
export async function findRows(ctx: Context, input: Listed, when: When, cut: Cut): Promise<ListedRow[]> {
  const { sort } = input;
  const isDated = sort === "due" || sort === "reviewed";
  if (when.today) {
    const question = isDated ? datedQuestion(input, when, cut) : todayQuestion(input, sort, when.validOn, cut);
    const page = await fresh(ctx, when.validOn, async () => {
      const rows = await ask<ListedRow & { stale: boolean }>(ctx, question);
      return { stale: rows[0]!.stale, rows: rows.filter(({ id }) => id !== null) };
    });
    if (page !== null) return page.rows;
  }
  // Also today, where the rows of the items speak of a later day: the rectangles know the answer.
  if (isDated) return ask(ctx, datedQuestion(input, { ...when, today: false }, cut));
  return sort === "moved" ? findMoved(ctx, input, when, cut) : ask(ctx, pastQuestion(input, sort, when, cut));
}

/** What moved last as of another day, and after it what never moved. */
async function findMoved(ctx: Context, input: Listed, when: When, { after, count }: Cut): Promise<ListedRow[]> {
  const isPast = after !== null && after[0] === null;
  const moved = isPast ? [] : await ask<ListedRow>(ctx, movedQuestion(input, when, { after, count }));
  if (moved.length === count) return moved;
  const rest = await ask<ListedRow>(ctx, unmovedQuestion(input, when, { after, count: count - moved.length }));
  return [...moved, ...rest];
}

const ask = <Row extends object>(ctx: Context, { text, values, filtered }: Question): Promise<Row[]> =>
  sql(ctx.db)<Row>(text, values.all, { plan: filtered ? "each-time" : "once" });

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
  const [intervals, milestones] = await Promise.all([
    include.includes("intervals") ? intervalsOfItems(ctx, ids, asOf) : null,
    include.includes("milestones") ? milestonesOf(ctx, ids, when) : null,
  ]);
  return items.map((item) => ({
    ...item,
    ...(intervals && { intervals: intervals.get(item.id) ?? [] }),
    ...(milestones && { milestones: milestones.get(item.id) ?? [] }),
  }));
}
