import type { ListedMilestone } from "@readout/core/milestone";
import type { AttentionCounts, NamedItem, Overview } from "@readout/core/overview";
import type { Status } from "@readout/core/status";
import type { Day } from "@readout/core/time";
import { Values } from "../db/values.ts";
import { keptDisagreementJson } from "../disagreements/kept-sql.ts";
import type { KeptDisagreement } from "../disagreements/known.ts";
import { isStale } from "../items/fresh.ts";
import type { When } from "../items/reading-sql.ts";
import { isMilestoneKnown, joinAllVerdicts, joinBringer, milestoneJson, verdictJson } from "../milestones/known.ts";
import { isOverdue, namedItem, standing } from "./standing-sql.ts";

/** How many items, dates and movements the first page names. */
const most = { attention: 16, dates: 6, movements: 3 };

export type AttentionRow = NamedItem & {
  phase: "open";
  reviewEveryDays: number;
  lastReviewed: Day | null;
  singleOrigin: boolean;
  possibly: boolean;
  passedDates: ListedMilestone[];
  fallsDue: ListedMilestone[];
};

/** What the first page is made from. */
export type OverviewRow = {
  statuses: { status: Status | null; phase: string | null; items: number }[];
  review: Overview["review"];
  moved: (NamedItem & { status: Status })[];
  fallsDue: Overview["fallsDue"];
  passed: Overview["passed"];
  counts: Omit<AttentionCounts, "disagreements">;
  attention: AttentionRow[];
  newestSingleOrigin: NamedItem | null;
  /** Disagreements that concern an open item, as kept. */
  disagreements: KeptDisagreement[];
  stale: boolean;
};

/**
 * One question for the whole first page.
 *
 * @param unsettled on how many points sources disagree, by open item, for the choice of what needs attention
 */
export function overviewQuestion(when: When, unsettled: ReadonlyMap<string, number>): { text: string; values: Values } {
  const values = new Values();
  const items = standing(values, when);
  const on = `${values.add(when.validOn)}::date`;
  const known = `${values.add(when.day)}::date`;
  const disputes = `unnest(${values.add([...unsettled.keys()])}::text[], ${values.add([...unsettled.values()])}::int[]) u(item_id, points)`;
  const overdue = isOverdue(known);
  const listed = `json_build_object(${milestoneJson("m.seq", "m.verdict")}, 'itemTitle', m.title)`;
  const pick = (conditions: string, order: string, count: number) =>
    `(SELECT coalesce(json_agg(d.date), '[]') FROM (SELECT ${listed} AS date FROM dates m WHERE ${conditions} ORDER BY ${order} LIMIT ${count}) d)`;
  const nearest = "m.latest, m.position, m.item_id, m.ordinal";
  const newest = "m.latest DESC, m.position, m.item_id, m.ordinal";
  const isPassed = `m.latest < ${on}`;
  const isNear = `m.latest BETWEEN ${on} AND ${on} + 30`;
  // Met or missed, it asks for nothing more; moved, it falls due on its new date.
  const due = "CASE WHEN v.verdict = 'moved' THEN v.moved_to_latest ELSE m.latest END";
  const text = `WITH ${items},
    dates AS MATERIALIZED (SELECT m.item_id, m.ordinal, m.date, m.kind, m.what, m.version, ${due} AS latest, ${verdictJson} AS verdict, b.seq,
        s.title, s.position, s.phase FROM milestone m JOIN standing s ON s.id = m.item_id
      ${joinBringer(values, when)} ${joinAllVerdicts(values, when)}
      WHERE m.kind <> 'past-event' AND (v.verdict IS NULL OR v.verdict = 'moved') AND ${due} IS NOT NULL AND ${isMilestoneKnown}),
    reasons AS MATERIALIZED (SELECT s.*, ${overdue} AS overdue, s.origins = 1 AS single, cardinality(s.alternatives) > 0 AS possibly,
        p.item_id IS NOT NULL AS passed, n.item_id IS NOT NULL AS near, coalesce(u.points, 0) AS points
      FROM standing s LEFT JOIN (SELECT DISTINCT item_id FROM dates m WHERE ${isPassed}) p ON p.item_id = s.id
        LEFT JOIN (SELECT DISTINCT item_id FROM dates m WHERE ${isNear}) n ON n.item_id = s.id
        LEFT JOIN ${disputes} ON u.item_id = s.id
      WHERE s.phase = 'open')
  SELECT
    (SELECT coalesce(json_agg(c), '[]') FROM (SELECT status, phase, count(*)::int AS items FROM standing GROUP BY status, phase) c) AS statuses,
    (SELECT json_build_object('items', count(*),
        'everyDays', CASE WHEN min(s.review_every_days) = max(s.review_every_days) THEN min(s.review_every_days) END,
        'oldest', (SELECT json_build_object('lastReviewed', s.last_reviewed,
            'items', (SELECT count(*) FROM reasons o WHERE o.overdue AND o.last_reviewed = s.last_reviewed),
            'first', json_build_object(${namedItem}))
          FROM reasons s WHERE s.overdue ORDER BY s.last_reviewed, s.position, s.id LIMIT 1),
        'nextDueOn', (SELECT min(s.last_reviewed + s.review_every_days + 1) FROM reasons s WHERE NOT s.overdue))
      FROM reasons s WHERE s.overdue) AS review,
    (SELECT coalesce(json_agg(m), '[]') FROM (SELECT s.id AS "itemId", s.title, s.status_subject AS "statusSubject", s.status FROM standing s
      WHERE s.since_day IS NOT NULL ORDER BY s.since_day DESC, s.position, s.id LIMIT ${most.movements}) m) AS moved,
    json_build_object('withinThirtyDays', (SELECT count(*) FROM dates m WHERE ${isNear}),
      'next', ${pick(`m.latest >= ${on}`, nearest, most.dates)}) AS "fallsDue",
    json_build_object('dates', (SELECT count(*) FROM dates m WHERE ${isPassed}),
      'onEnded', (SELECT count(*) FROM dates m WHERE ${isPassed} AND m.phase = 'closed'), 'last', ${pick(isPassed, newest, most.dates)}) AS passed,
    (SELECT json_build_object('passedDates', count(*) FILTER (WHERE passed), 'fallsDue', count(*) FILTER (WHERE near),
      'possibly', count(*) FILTER (WHERE possibly), 'singleOrigin', count(*) FILTER (WHERE single),
      'notReviewed', count(*) FILTER (WHERE overdue)) FROM reasons) AS counts,
    (SELECT coalesce(json_agg(json_build_object(${namedItem}, 'phase', s.phase, 'reviewEveryDays', s.review_every_days,
        'lastReviewed', CASE WHEN s.overdue THEN s.last_reviewed END, 'singleOrigin', s.single, 'possibly', s.possibly,
        'passedDates', ${pick(`m.item_id = s.id AND ${isPassed}`, newest, most.dates)},
        'fallsDue', ${pick(`m.item_id = s.id AND ${isNear}`, nearest, most.dates)})), '[]')
      FROM (SELECT * FROM reasons s WHERE passed OR near OR points > 0 OR possibly OR single OR overdue
        ORDER BY passed DESC, near DESC, points DESC, possibly DESC, single DESC, last_reviewed, position, id LIMIT ${most.attention}) s) AS attention,
    (SELECT json_build_object(${namedItem}) FROM reasons s WHERE s.single ORDER BY s.since_day DESC NULLS LAST, s.position, s.id LIMIT 1) AS "newestSingleOrigin",
    ${when.today ? isStale(on) : "false"} AS stale`;
  return { text, values };
}

/** Disagreements that concern an item which is open, with the ids of those items. */
export function disagreementsQuestion(when: When): { text: string; values: Values } {
  const values = new Values();
  const text = `WITH ${standing(values, when)}
    SELECT ${keptDisagreementJson} AS kept, json_agg(s.id) AS open FROM disagreement d
    JOIN disagreement_item x ON x.disagreement_id = d.id JOIN standing s ON s.id = x.item_id AND s.phase = 'open'
    GROUP BY d.id ORDER BY d.position, d.id`;
  return { text, values };
}
