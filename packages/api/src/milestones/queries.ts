import { ReadoutError } from "@readout/core/error";
import {
  type CalendarMilestone,
  type ListedMilestone,
  type Milestone,
  type MilestoneCalendar,
  type MilestonePage,
  mostInCalendar,
} from "@readout/core/milestone";
import type { GetCalendar, ListMilestones } from "@readout/core/read";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";
import { Values } from "../db/values.ts";
import { readWhen } from "../items/reading-sql.ts";
import { isMilestoneKnown, joinBringer, joinVerdict, lastVerdicts, milestoneJson } from "./known.ts";

/** Beginning (null before every day), item, place among its milestones. */
const Place = z.tuple([z.string().nullable(), z.string(), z.number().int()]);

/**
 * Known milestones by the date on which they fall due: the one they were last known to be moved to, else their own. With
 * `from` and `to`, those that touch these days, both included.
 */
export async function listMilestones(ctx: Context, input: ListMilestones): Promise<MilestonePage> {
  const { when } = readWhen(input, ctx.now());
  const values = new Values();
  const touches = (latest: string, earliest: string): string[] => [
    ...(input.from === undefined ? [] : [`(${latest} >= ${values.add(input.from)}::date OR ${latest} IS NULL)`]),
    ...(input.to === undefined ? [] : [`(${earliest} <= ${values.add(input.to)}::date OR ${earliest} IS NULL)`]),
  ];
  const common = [isMilestoneKnown];
  if (input.itemId !== undefined) common.push(`m.item_id = ${values.add(input.itemId)}`);
  if (input.kind !== undefined) common.push(`m.kind = ${values.add(input.kind)}`);
  if (input.tag !== undefined)
    common.push(
      `EXISTS (SELECT FROM item t WHERE t.id = m.item_id AND t.tags @> ARRAY[${values.add(input.tag)}::text])`,
    );
  const after = readCursor(ctx, "milestones.list", input, Place);
  const place = after === null ? "" : `${values.add(after[1])}, ${values.add(after[2])}::int`;
  const on = after === null || after[0] === null ? null : `${values.add(after[0])}::date`;
  const limit = `${values.add(input.limit + 1)}::int`;
  const part = (due: string, from: string, conditions: string[], order: string) =>
    `(SELECT m.*, b.seq, ${due} AS due FROM ${from} ${joinBringer(values, when)}
      WHERE ${[...common, ...conditions].join(" AND ")} ORDER BY ${order} LIMIT ${limit})`;
  const onTheirDate = [
    ...touches("m.latest", "m.earliest"),
    "NOT EXISTS (SELECT FROM moved WHERE moved.item_id = m.item_id AND moved.ordinal = m.ordinal)",
  ];
  // Without a beginning is before every day, but last in the index: the two are asked for one after the other.
  const parts: string[] = [];
  if (on === null)
    parts.push(
      part(
        "m.earliest",
        "milestone m",
        [...onTheirDate, "m.earliest IS NULL", ...(after === null ? [] : [`(m.item_id, m.ordinal) > (${place})`])],
        "m.item_id, m.ordinal",
      ),
    );
  const later = on === null ? [] : [`(m.earliest, m.item_id, m.ordinal) > (${on}, ${place})`];
  parts.push(
    part(
      "m.earliest",
      "milestone m",
      [...onTheirDate, "m.earliest IS NOT NULL", ...later],
      "m.earliest, m.item_id, m.ordinal",
    ),
  );
  const movedOrder = "coalesce(v.moved_to_earliest, '-infinity'), m.item_id, m.ordinal";
  parts.push(
    part(
      "v.moved_to_earliest",
      "moved v JOIN milestone m ON m.item_id = v.item_id AND m.ordinal = v.ordinal",
      [
        ...touches("v.moved_to_latest", "v.moved_to_earliest"),
        ...(after === null ? [] : [`(${movedOrder}) > (${on ?? "'-infinity'"}, ${place})`]),
      ],
      movedOrder,
    ),
  );
  const order = "coalesce(m.due, '-infinity'), m.item_id, m.ordinal";
  const text = `WITH moved AS MATERIALIZED (SELECT * FROM ${lastVerdicts(values, when)} WHERE v.verdict = 'moved')
    SELECT json_build_object(${milestoneJson("m.seq")}, 'itemTitle', i.title) AS milestone,
      json_build_array(m.due, m.item_id, m.ordinal) AS place
    FROM (SELECT * FROM (${parts.join(" UNION ALL ")}) m ORDER BY ${order} LIMIT ${limit}) m JOIN item i ON i.id = m.item_id
    ${joinVerdict(values, when)}
    ORDER BY ${order}`;
  const rows = await sql(ctx.db)<{ milestone: ListedMilestone; place: z.infer<typeof Place> }>(text, values.all, {
    plan: "each-time",
  });
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    milestones: shown.map(({ milestone }) => milestone),
    nextCursor: last === undefined ? null : writeCursor(ctx, "milestones.list", input, last.place),
  };
}

/** The known milestones of all items, of one or of a tag, as a calendar keeps them: the furthest ahead first. */
export async function getCalendar(ctx: Context, input: GetCalendar): Promise<MilestoneCalendar> {
  const { when } = readWhen(input, ctx.now());
  const values = new Values();
  const conditions = [isMilestoneKnown];
  if (input.itemId !== undefined) conditions.push(`m.item_id = ${values.add(input.itemId)}`);
  if (input.tag !== undefined) conditions.push(`i.tags @> ARRAY[${values.add(input.tag)}]`);
  const text = `SELECT json_build_object(${milestoneJson()}, 'itemTitle', i.title, 'statusSubject', i.status_subject, 'tags', i.tags,
      'revision', m.version - 1 + coalesce(v.number, 0), 'revisedAt', ${isoText("coalesce(v.recorded_at, i.recorded_at)")}) AS milestone
    FROM milestone m JOIN item i ON i.id = m.item_id ${joinBringer(values, when)} ${joinVerdict(values, when)}
    WHERE ${conditions.join(" AND ")} ORDER BY m.latest DESC, m.item_id, m.ordinal LIMIT ${mostInCalendar}`;
  const rows = await sql(ctx.db)<{ milestone: CalendarMilestone }>(text, values.all, { plan: "each-time" });
  return { milestones: rows.map(({ milestone }) => milestone) };
}

/** One milestone as of today. Throws not_found. */
export async function getMilestone(ctx: Context, itemId: string, ordinal: number): Promise<Milestone> {
  const { when } = readWhen({}, ctx.now());
  const values = new Values();
  const text = `SELECT json_build_object(${milestoneJson()}) AS milestone FROM milestone m
    ${joinBringer(values, when)} ${joinVerdict(values, when)}
    WHERE m.item_id = ${values.add(itemId)} AND m.ordinal = ${values.add(ordinal)}::int`;
  const [row] = await sql(ctx.db)<{ milestone: Milestone }>(text, values.all);
  if (row === undefined) throw new ReadoutError("not_found", `There is no milestone ${ordinal} of an item ${itemId}`);
  return row.milestone;
}
