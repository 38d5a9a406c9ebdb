import type { Values } from "../db/values.ts";
import { asOfValues, columnsOf, holdsThen, type When } from "../items/reading-sql.ts";

const itemColumns = "i.id, i.position, i.title, i.status_subject, i.review_every_days";

/** A `WITH` part `standing`: every item with its reading, whatever was known of it. */
export function standing(values: Values, when: When): string {
  if (when.today)
    return `standing AS MATERIALIZED (SELECT ${itemColumns}, ${columnsOf("i")}, i.last_reviewed FROM item i)`;
  const at = asOfValues(values, when);
  // The rectangles of a day are found within their index and read by number. Every reading has its item, so that FULL says the
  // same as LEFT; but it is hashed or merged, never probed item by item.
  return `held AS MATERIALIZED (SELECT s.id FROM reading_span s WHERE ${holdsThen("s", at)}),
    standing AS MATERIALIZED (SELECT ${itemColumns}, ${columnsOf("r")}, w.last_reviewed FROM item i
    FULL JOIN (SELECT s.* FROM held h CROSS JOIN LATERAL (SELECT * FROM reading_span WHERE id = h.id LIMIT 1) s) r ON r.item_id = i.id
    FULL JOIN (SELECT * FROM review_step p WHERE p.basis = ${at.basis} AND p.known @> ${at.instant}) w ON w.item_id = i.id)`;
}

/** Whether the item `s` is open and nobody looked at it within its cadence. */
export const isOverdue = (day: string): string =>
  `(s.phase = 'open' AND ${day} - s.last_reviewed > s.review_every_days)`;

/** The item `s` as JSON of a NamedItem. */
export const namedItem = "'itemId', s.id, 'title', s.title, 'statusSubject', s.status_subject";
