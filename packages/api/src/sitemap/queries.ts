import type { Day } from "@readout/core/time";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";

/** A page of one item, source or actor, and the UTC day on which Readout last recorded something about it. */
export type PageAddress = { path: string; changedOn: Day };

/** Pages in a stable order, and how many there are in all. */
export type PageAddresses = { total: number; changedOn: Day | null; pages: PageAddress[] };

const lastEvents = (column: string) =>
  `SELECT ${column} AS id, max(at) AS at FROM event WHERE ${column} IS NOT NULL GROUP BY 1`;

const pagesOf = (kind: "item" | "source" | "actor", place: number) =>
  `SELECT ${place} AS place, '/${kind}s/' AS folder, p.id, greatest(p.recorded_at, e.at) AS at
    FROM ${kind} p LEFT JOIN (${lastEvents(`${kind}_id`)}) e ON e.id = p.id`;

const everyPage = `WITH page AS (${pagesOf("item", 1)} UNION ALL ${pagesOf("source", 2)} UNION ALL ${pagesOf("actor", 3)})
  SELECT (SELECT count(*)::int FROM page) AS total,
    (SELECT to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM page) AS "changedOn",
    (SELECT coalesce(json_agg(json_build_object('path', folder || id,
        'changedOn', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD')) ORDER BY place, id), '[]')
      FROM (SELECT * FROM page ORDER BY place, id OFFSET $1 LIMIT $2) listed) AS pages`;

/** The public pages that the record has, for whoever lists them: from the `offset`th on, `limit` at most. */
export async function listPageAddresses(
  { db }: Pick<Context, "db">,
  { offset, limit }: { offset: number; limit: number },
): Promise<PageAddresses> {
  const [row] = await sql(db)<PageAddresses>(everyPage, [offset, limit]);
  return row!;
}
