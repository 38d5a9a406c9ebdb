import type { AuditPage, AuditRow, ListAudit } from "@readout/core/audit";
import { endOfDay, Instant, startOfDay } from "@readout/core/time";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";
import { Values } from "../db/values.ts";

/** When it was done, and the number of the row. */
const Place = z.tuple([Instant, z.string()]);

interface LoggedRow {
  id: string;
  at: string;
  who: string | null;
  who_name: string | null;
  act: string;
  subject_type: string;
  subject_id: string;
  address: string | null;
  before: AuditRow["before"];
  after: AuditRow["after"];
}

/** The audit log by whatever it is asked for, newest first. */
export async function listAudit(ctx: Context, input: ListAudit): Promise<AuditPage> {
  const place = readCursor(ctx, "audit.list", input, Place);
  const values = new Values();
  const conditions = conditionsOf(input, values);
  if (place !== null)
    conditions.push(`(a.at, a.id) < (${values.add(place[0])}::timestamptz, ${values.add(place[1])}::bigint)`);
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const found = await sql(ctx.db)<LoggedRow>(
    `SELECT a.id::text AS id, ${isoText("a.at")} AS at, a.who, a.who_name, a.act, a.subject_type, a.subject_id, a.address,
       a.before, a.after FROM audit a ${where} ORDER BY a.at DESC, a.id DESC LIMIT ${values.add(input.limit + 1)}`,
    values.all,
    { plan: "each-time" },
  );
  const rows = found.slice(0, input.limit).map(rowOf);
  const last = found.length > input.limit ? rows.at(-1) : undefined;
  return { rows, nextCursor: last === undefined ? null : writeCursor(ctx, "audit.list", input, [last.at, last.id]) };
}

function conditionsOf({ who, act, subjectType, subjectId, from, to }: ListAudit, values: Values): string[] {
  const conditions: string[] = [];
  if (who !== undefined) conditions.push(`a.who = ${values.add(who)}`);
  if (act !== undefined) conditions.push(`a.act = ${values.add(act)}`);
  if (subjectType !== undefined) conditions.push(`a.subject_type = ${values.add(subjectType)}`);
  if (subjectId !== undefined) conditions.push(`a.subject_id = ${values.add(subjectId)}`);
  if (from !== undefined) conditions.push(`a.at >= ${values.add(startOfDay(from))}::timestamptz`);
  if (to !== undefined) conditions.push(`a.at <= ${values.add(endOfDay(to))}::timestamptz`);
  return conditions;
}

const rowOf = (row: LoggedRow): AuditRow =>
  ({
    id: row.id,
    at: row.at,
    who: row.who === null ? null : { id: row.who, name: row.who_name },
    act: row.act,
    subject: { type: row.subject_type, id: row.subject_id },
    address: row.address,
    before: row.before,
    after: row.after,
  }) as AuditRow;
