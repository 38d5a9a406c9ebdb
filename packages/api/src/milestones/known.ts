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

/** SQL for whether the verdict `v` was known: with the entry it names, else from the day of the decision. */
function isVerdictKnown(values: Values, when: When): string {
  if (when.basis === "recorded") {
    const until = `${values.add(when.instant)}::timestamptz`;
    return `v.recorded_at <= ${until}
      AND NOT EXISTS (SELECT FROM entry t WHERE t.item_id = v.item_id AND t.retracts = v.entry_seq AND t.recorded <= ${until})`;
  }
  const day = `${values.add(when.day)}::date`;
  return `CASE WHEN v.entry_seq IS NULL THEN v.decided_on <= ${day} ELSE EXISTS (SELECT FROM entry_known k
      WHERE k.item_id = v.item_id AND k.seq = v.entry_seq AND NOT k.retracted AND k.known_on <= ${day}) END`;
}

/** Joins `v`, the last known verdict on the milestone `m`: asked for one by one, for the milestones of a page. */
export const joinVerdict = (values: Values, when: When): string =>
  `LEFT JOIN LATERAL (SELECT * FROM milestone_verdict v WHERE v.item_id = m.item_id AND v.ordinal = m.ordinal
    AND ${isVerdictKnown(values, when)} ORDER BY v.number DESC LIMIT 1) v ON true`;

/** The last known verdicts of all milestones, as `v`: there are far fewer than milestones, and they are read once. */
export const lastVerdicts = (values: Values, when: When): string =>
  `(SELECT DISTINCT ON (v.item_id, v.ordinal) v.* FROM milestone_verdict v WHERE ${isVerdictKnown(values, when)}
    ORDER BY v.item_id, v.ordinal, v.number DESC) v`;

/** Joins `v` as {@link joinVerdict} does, for all milestones there are. */
export const joinAllVerdicts = (values: Values, when: When): string =>
  `LEFT JOIN ${lastVerdicts(values, when)} ON v.item_id = m.item_id AND v.ordinal = m.ordinal`;

/** The verdict `v` as JSON of a MilestoneVerdict, null where there is none. */
export const verdictJson = `CASE WHEN v.number IS NOT NULL THEN json_build_object('verdict', v.verdict, 'movedTo', v.moved_to,
  'entrySeq', v.entry_seq, 'note', v.note, 'decidedOn', v.decided_on) END`;

/**
 * The milestone `m` as JSON of a Milestone, without its braces.
 *
 * @param entrySeq the first known entry that brought it
 * @param verdict  JSON of the last known verdict
 */
export const milestoneJson = (entrySeq = "b.seq", verdict = verdictJson): string =>
  `'itemId', m.item_id, 'ordinal', m.ordinal, 'date', m.date, 'kind', m.kind, 'what', m.what, 'entrySeq', ${entrySeq},
  'version', m.version, 'verdict', ${verdict}`;

/** By beginning; one without a beginning is before every day. */
export const milestoneOrder = "coalesce(m.earliest, '-infinity'), m.item_id, m.ordinal";

/** The known milestones of some items, by beginning; items without one are left out. */
export async function milestonesOf(
  ctx: Context,
  ids: readonly string[],
  when: When,
): Promise<Map<string, Milestone[]>> {
  const values = new Values();
  const text = `SELECT m.item_id AS id, json_agg(json_build_object(${milestoneJson()}) ORDER BY ${milestoneOrder}) AS milestones
    FROM unnest(${values.add(ids as string[])}::text[]) n(id) JOIN milestone m ON m.item_id = n.id
    ${joinBringer(values, when)} ${joinVerdict(values, when)}
    WHERE ${isMilestoneKnown} GROUP BY m.item_id`;
  const rows = await sql(ctx.db)<{ id: string; milestones: Milestone[] }>(text, values.all);
  return new Map(rows.map(({ id, milestones }) => [id, milestones]));
}
