import type { DueItem, DuePage, ListDue } from "@readout/core/review";
import { Day } from "@readout/core/time";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { Values } from "../db/values.ts";
import { fresh, isStale } from "../items/fresh.ts";
import { itemOf, type ListedRow, listedColumns } from "../items/item-row.ts";
import { asOfValues, joinReading, joinReview, readWhen, type When } from "../items/reading-sql.ts";

/** The first day on which an item is due, and its id. */
const Place = z.tuple([Day, z.string()]);
type Cut = { after: z.infer<typeof Place> | null; count: number };

/** A row of the answer; `id` is null in the one row that says what comes next where nothing is due. */
type DueRow = ListedRow & { due_on: Day; next_due_on: Day | null; stale: boolean };

/**
 * Open items whose last look is older than their cadence today, longest overdue first. One is due from the first day on which
 * core's `isOverdueForReview` holds.
 */
export async function listDue(ctx: Context, input: ListDue): Promise<DuePage> {
  const after = readCursor(ctx, "review.due", input, Place);
  const rows = await findDue(ctx, { after, count: input.limit + 1 });
  const due = rows.filter(({ id }) => id !== null);
  const shown = due.slice(0, input.limit);
  const last = due.length > input.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(dueOf),
    nextCursor: last === undefined ? null : writeCursor(ctx, "review.due", input, [last.due_on, last.id]),
    nextDueOn: rows[0]!.next_due_on,
  };
}

async function findDue(ctx: Context, cut: Cut): Promise<DueRow[]> {
  const { when } = readWhen({}, ctx.now());
  const cached = dueQuestion("i", "i.last_reviewed", () => "", when, cut);
  const page = await fresh(ctx, when.day, async () => {
    const rows = await sql(ctx.db)<DueRow>(cached.text, cached.values.all);
    return { stale: rows[0]!.stale, rows };
  });
  if (page !== null) return page.rows;
  const joins = (values: Values) => {
    const at = asOfValues(values, when);
    return `${joinReading("i.id", at)} ${joinReview("i.id", at)}`;
  };
  const past = dueQuestion("r", "w.last_reviewed", joins, when, cut);
  return sql(ctx.db)<DueRow>(past.text, past.values.all);
}

/**
 * The question, on the readings kept in the rows or on those that are joined.
 *
 * @param reading  alias of the row that holds the columns of a reading
 * @param reviewed the day somebody last looked
 */
function dueQuestion(reading: string, reviewed: string, joins: (values: Values) => string, when: When, cut: Cut) {
  const values = new Values();
  const today = `${values.add(when.day)}::date`;
  const open = `SELECT ${listedColumns(reading, reviewed)}, ${reviewed} + i.review_every_days + 1 AS due_on
    FROM item i ${joins(values)} WHERE ${reading}.phase = 'open' AND ${reviewed} IS NOT NULL`;
  const beyond =
    cut.after === null ? "" : `AND (o.due_on, o.id) > (${values.add(cut.after[0])}::date, ${values.add(cut.after[1])})`;
  const text = `WITH opened AS MATERIALIZED (${open})
    SELECT f.*, p.* FROM (SELECT ${isStale(today)} AS stale,
      (SELECT min(o.due_on) FROM opened o WHERE o.due_on > ${today}) AS next_due_on) f
    LEFT JOIN (SELECT * FROM opened o WHERE o.due_on <= ${today} ${beyond}
      ORDER BY o.due_on, o.id LIMIT ${values.add(cut.count)}) p ON true ORDER BY p.due_on, p.id`;
  return { text, values };
}

function dueOf(row: DueRow): DueItem {
  const { id, title, statusSubject, phase, reading, reviewEveryDays } = itemOf(row);
  return { id, title, statusSubject, phase, reading, reviewEveryDays, dueOn: row.due_on };
}
