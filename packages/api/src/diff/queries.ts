import type { Diff, ItemDiff } from "@readout/core/diff";
import type { GetDiff } from "@readout/core/read";
import { dayOfInstant, endOfDay } from "@readout/core/time";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { entryJson } from "../items/entry-sql.ts";
import { columnsOf, holdsThen, readingJson } from "../items/reading-sql.ts";

// $1 basis, $2 from, $3 the end of from, $4 to, $5 the end of to
const earlier = { basis: "$1", instant: "$3::timestamptz", validOn: "$2::date" };
const later = { basis: "$1", instant: "$5::timestamptz", validOn: "$4::date" };

/** The rectangles of a day, found within their index. */
const spansAt = (at: typeof earlier) => `SELECT s.item_id, s.id FROM reading_span s WHERE ${holdsThen("s", at)}`;
const looksAt = (at: typeof earlier) =>
  `SELECT item_id, last_reviewed FROM review_step WHERE basis = ${at.basis} AND known @> ${at.instant}`;
// One row at most: LIMIT keeps the planner from joining everything to everything.
const readingOf = (alias: string, id: string) =>
  `LEFT JOIN LATERAL (SELECT * FROM reading_span WHERE id = ${id} LIMIT 1) ${alias} ON true`;

/** Named entries that became visible in between, whether or not they still count. */
const arrived = {
  reported: "SELECT item_id, seq FROM entry_known WHERE known_on > $2::date AND known_on <= $4::date",
  recorded: `SELECT item_id, seq FROM entry WHERE recorded > $3::timestamptz AND recorded <= $5::timestamptz
    AND kind IN ('change', 'reaffirmation', 'review')`,
};

const corrected = `SELECT item_id, seq FROM entry WHERE recorded > $3::timestamptz AND recorded <= $5::timestamptz
    AND kind IN ('correction', 'retraction')`;

const applies = { reported: "true", recorded: "c.recorded <= $5::timestamptz" };

/**
 * Only items that can differ are read: those with an arrival or a correction, and those whose reading comes from another
 * rectangle at the end than at the beginning.
 */
const question = (basis: Diff["basis"]) => `WITH
  arrived AS MATERIALIZED (${arrived[basis]}),
  corrected AS MATERIALIZED (${corrected}),
  ends AS MATERIALIZED (SELECT item_id, a.id AS first, b.id AS last FROM (${spansAt(earlier)}) a FULL JOIN (${spansAt(later)}) b USING (item_id)),
  looks AS MATERIALIZED (SELECT item_id, a.last_reviewed AS first, b.last_reviewed AS last
    FROM (${looksAt(earlier)}) a FULL JOIN (${looksAt(later)}) b USING (item_id)),
  entries AS (SELECT a.item_id, json_agg(${entryJson("e", applies[basis])} ORDER BY e.seq) AS entries
    FROM arrived a JOIN entry e ON e.item_id = a.item_id AND e.seq = a.seq GROUP BY a.item_id),
  corrections AS (SELECT a.item_id, json_agg(${entryJson("e", "true")} ORDER BY e.seq) AS corrections
    FROM corrected a JOIN entry e ON e.item_id = a.item_id AND e.seq = a.seq GROUP BY a.item_id),
  touched AS MATERIALIZED (SELECT item_id FROM arrived UNION SELECT item_id FROM corrected
    UNION SELECT item_id FROM ends WHERE first IS DISTINCT FROM last),
  compared AS MATERIALIZED (
    SELECT i.id, i.title, i.position, ${readingJson("b", "l.first")} AS before, ${readingJson("a", "l.last")} AS after,
      l.first IS DISTINCT FROM l.last OR (${columnsOf("b")}) IS DISTINCT FROM (${columnsOf("a")}) AS differs
    FROM touched t LEFT JOIN ends e USING (item_id) LEFT JOIN looks l USING (item_id)
      CROSS JOIN LATERAL (SELECT id, title, position FROM item WHERE id = t.item_id LIMIT 1) i
      ${readingOf("b", "e.first")} ${readingOf("a", "e.last")})
  SELECT coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'before', i.before, 'after', i.after,
      'entries', coalesce(n.entries, '[]'), 'corrections', coalesce(c.corrections, '[]')) ORDER BY i.position, i.id), '[]') AS items
  FROM compared i LEFT JOIN entries n ON n.item_id = i.id LEFT JOIN corrections c ON c.item_id = i.id
  WHERE i.differs OR n.entries IS NOT NULL OR c.corrections IS NOT NULL`;

const questions = { reported: question("reported"), recorded: question("recorded") };

/** What the record gained from one day to another, each read with `knownOn = validOn`. A day to come is answered as today. */
export async function getDiff(ctx: Context, input: GetDiff): Promise<Diff> {
  const today = dayOfInstant(ctx.now());
  const from = input.from > today ? today : input.from;
  const to = input.to > today ? today : input.to;
  const [row] = await sql(ctx.db)<{ items: ItemDiff[] }>(questions[input.basis], [
    input.basis,
    from,
    endOfDay(from),
    to,
    endOfDay(to),
  ]);
  return { from, to, basis: input.basis, items: row!.items };
}
