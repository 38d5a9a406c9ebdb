import type { Values } from "../db/values.ts";
import { asOfValues, columnsOf, holdsThen, type When } from "../items/reading-sql.ts";

const itemColumns = "i.id, i.position, i.title, i.status_subject, i.review_every_days";

/** A `WITH` part `standing`: every item with its reading, whatever was known of it. */
export function standing(values: Values, when: When): string {
  if (when.today)
    return `standing AS MATERIALIZED (SELECT ${itemColumns}, ${columnsOf("i")}, i.last_reviewed FROM item i)`;
  const at = asOfValues(values, when);
  return `standing AS MATERIALIZED (SELECT ${itemColumns}, ${columnsOf("r")}, w.last_reviewed FROM item i
    LEFT JOIN reading_span r ON r.item_id = i.id AND ${holdsThen("r", at)}
    LEFT JOIN review_step w ON w.item_id = i.id AND w.basis = ${at.basis} AND w.known @> ${at.instant})`;
}

/** Whether the item `s` is open and nobody looked at it within its cadence. */
export const isOverdue = (day: string): string =>
  `(s.phase = 'open' AND ${day} - s.last_reviewed > s.review_every_days)`;

/** The item `s` as JSON of a NamedItem. */
export const namedItem = "'itemId', s.id, 'title', s.title, 'statusSubject', s.status_subject";
