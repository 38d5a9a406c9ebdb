import type { Day } from "@readout/core/time";
import { Values } from "../db/values.ts";
import { isMilestoneKnown, joinBringer, joinVerdict } from "../milestones/known.ts";
import { isStale } from "./fresh.ts";
import { listedColumns } from "./item-row.ts";
import {
  type Cut,
  isFiltered,
  itemConditions,
  type Listed,
  type Question,
  readingConditions,
  rowsAtMost,
  where,
} from "./list-sql.ts";
import { asOfValues, holdsThen, joinReading, joinReview, type When } from "./reading-sql.ts";

/** Where the days come from by which items are sorted, and how an item has one. */
interface Days {
  /** A `WITH` part, where the days are gathered first. */
  gathered: string;
  from: string;
  day: string;
  has: string[];
  hasNot: string;
}

/** Days that are gathered as `keyed (item_id, day)`. */
const gathered = (text: string): Days => ({
  gathered: `WITH keyed AS MATERIALIZED (${text})`,
  from: "keyed k JOIN item i ON i.id = k.item_id",
  day: "k.day",
  has: [],
  hasNot: "NOT EXISTS (SELECT FROM keyed k WHERE k.item_id = i.id)",
});

/** The day of an item's next date: the last on which it may be, as known, of what nobody has said to be met or missed. */
function nextDates(values: Values, when: When): Days {
  const on = `${values.add(when.validOn)}::date`;
  const due = "CASE WHEN v.verdict = 'moved' THEN v.moved_to_latest ELSE m.latest END";
  return gathered(`SELECT m.item_id, min(${due}) AS day
    FROM (SELECT item_id, ordinal FROM milestone WHERE latest >= ${on}
      UNION SELECT item_id, ordinal FROM milestone_verdict WHERE moved_to_latest >= ${on}) c
    JOIN milestone m ON m.item_id = c.item_id AND m.ordinal = c.ordinal ${joinBringer(values, when)} ${joinVerdict(values, when)}
    WHERE m.kind <> 'past-event' AND (v.verdict IS NULL OR v.verdict = 'moved') AND ${due} >= ${on} AND ${isMilestoneKnown}
    GROUP BY m.item_id`);
}

/** The day on which anybody last looked. */
function lastLooks(values: Values, when: When): Days {
  if (when.today)
    return {
      gathered: "",
      from: "item i",
      day: "i.last_reviewed",
      has: ["i.last_reviewed IS NOT NULL"],
      hasNot: "i.last_reviewed IS NULL",
    };
  const [basis, instant] = [values.add(when.basis), `${values.add(when.instant)}::timestamptz`];
  return gathered(
    `SELECT p.item_id, p.last_reviewed AS day FROM review_step p WHERE p.basis = ${basis} AND p.known @> ${instant}`,
  );
}

/**
 * The list by a day of each item, the earliest first; what has none stands last in its place. `stale` tells for today, whose
 * readings come from the items' rows, whether these are out of date; one row, without an item, where there is none.
 */
export function datedQuestion(input: Listed, when: When, { after, count }: Cut): Question {
  const values = new Values();
  const limit = rowsAtMost(count, values);
  const days = input.sort === "due" ? nextDates(values, when) : lastLooks(values, when);
  const at = when.today ? null : asOfValues(values, when);
  const readings = readingConditions(input, at === null ? "i" : "r", values);
  const conditions = [...itemConditions(input, values), ...readings];
  const joined =
    at === null || readings.length === 0 ? "" : `JOIN reading_span r ON r.item_id = i.id AND ${holdsThen("r", at)}`;

  const [on, position, id] = (after ?? [null, 0, ""]) as [Day | null, number, string];
  const isBeyond = after === null ? "" : `(i.position, i.id) > (${values.add(position)}, ${values.add(id)})`;
  const has = [...days.has, ...conditions];
  if (on !== null) {
    const day = `${values.add(on)}::date`;
    has.push(`${days.day} >= ${day}`, `(${days.day} > ${day} OR ${isBeyond})`);
  } else if (after !== null) has.push("false");
  const hasNot = [days.hasNot, ...conditions, ...(after !== null && on === null ? [isBeyond] : [])];

  const keys = `(SELECT i.id, ${days.day} AS day FROM ${days.from} ${joined} ${where(has)} ORDER BY ${days.day}, i.position, i.id LIMIT ${limit})
    UNION ALL (SELECT i.id, NULL::date FROM item i ${joined} ${where(hasNot)} ORDER BY i.position, i.id LIMIT ${limit}) LIMIT ${limit}`;
  const reading = at === null ? "" : `${joinReading("i.id", at)} ${joinReview("i.id", at)}`;
  const columns = at === null ? listedColumns("i", "i.last_reviewed") : listedColumns("r", "w.last_reviewed");
  const rows = `SELECT ${columns}, k.day AS sort_day FROM (${keys}) k
    CROSS JOIN LATERAL (SELECT * FROM item WHERE id = k.id LIMIT 1) i ${reading} ORDER BY k.day NULLS LAST, i.position, i.id`;
  const stale = at === null ? isStale(`${values.add(when.validOn)}::date`) : null;
  const text =
    stale === null
      ? `${days.gathered} ${rows}`
      : `${days.gathered} SELECT f.stale, p.* FROM (SELECT ${stale} AS stale) f LEFT JOIN (${rows}) p ON true`;
  return { text, values, filtered: isFiltered(input) };
}
