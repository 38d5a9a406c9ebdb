import type { Milestone } from "@readout/core/milestone";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { Values } from "../db/values.ts";
import type { When } from "../items/reading-sql.ts";

/**
 * Joins `b`, the first known entry that brought the milestone `m`. A milestone is known with any of them, an item's own
 * always: `m.entry_seq IS NULL OR b.seq IS NOT NULL`.
 */
export function joinBringer(values: Values, when: When): string {
  const known =
    when.basis === "reported"
      ? `JOIN entry_known k ON k.item_id = e.item_id AND k.seq = e.seq AND NOT k.retracted AND k.known_on <= ${values.add(when.day)}::date`
      : `JOIN entry k ON k.item_id = e.item_id AND k.seq = e.seq AND k.recorded <= ${values.add(when.instant)}::timestamptz
         AND NOT EXISTS (SELECT FROM entry t WHERE t.item_id = k.item_id AND t.retracts = k.seq AND t.recorded <= ${values.add(when.instant)}::timestamptz)`;
  return `LEFT JOIN LATERAL (SELECT min(e.seq) AS seq FROM milestone_entry e ${known}
    WHERE e.item_id = m.item_id AND e.ordinal = m.ordinal AND m.entry_seq IS NOT NULL) b ON true`;
}

/** Whether the milestone `m` is known, once `b` is joined. */
export const isMilestoneKnown = "(m.entry_seq IS NULL OR b.seq IS NOT NULL)";

export const milestoneJson = `'itemId', m.item_id, 'date', m.date, 'kind', m.kind, 'what', m.what, 'entrySeq', b.seq`;

/** By beginning; one without a beginning is before every day. */
export const milestoneOrder = "coalesce(m.earliest, '-infinity'), m.item_id, m.ordinal";

/** The known milestones of some items, by beginning; items without one are left out. */
export async function milestonesOf(
  ctx: Context,
  ids: readonly string[],
  when: When,
): Promise<Map<string, Milestone[]>> {
  const values = new Values();
  const text = `SELECT m.item_id AS id, json_agg(json_build_object(${milestoneJson}) ORDER BY ${milestoneOrder}) AS milestones
    FROM unnest(${values.add(ids as string[])}::text[]) n(id) JOIN milestone m ON m.item_id = n.id ${joinBringer(values, when)}
    WHERE ${isMilestoneKnown} GROUP BY m.item_id`;
  const rows = await sql(ctx.db)<{ id: string; milestones: Milestone[] }>(text, values.all);
  return new Map(rows.map(({ id, milestones }) => [id, milestones]));
}
