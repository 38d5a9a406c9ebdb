import type { Basis } from "@readout/core/as-of";
import type { Rail } from "@readout/core/rail";
import type { GetRail } from "@readout/core/read";
import { dayOfInstant } from "@readout/core/time";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { readWhen } from "../items/reading-sql.ts";

export { getOverview } from "./overview.ts";
export { getSince } from "./since.ts";

/** News of one item per day; of all items it is counted when it is written. */
const ownNews: Record<Basis, string> = {
  reported: "SELECT known_on AS day FROM entry_known WHERE item_id = $4 AND NOT retracted AND known_on <= $3::date",
  recorded:
    "SELECT (recorded AT TIME ZONE 'UTC')::date AS day FROM entry WHERE item_id = $4 AND recorded < ($3::date + 1)",
};

const rail = (basis: Basis, ofItem: boolean) => {
  const all = "SELECT day FROM news_day WHERE basis = $1";
  const days = ofItem ? ownNews[basis] : all;
  const own = ofItem
    ? `LEFT JOIN (SELECT date_trunc('month', day::timestamp) AS month, count(*)::int AS own FROM (${ownNews[basis]}) d WHERE day <= $2::date GROUP BY 1) o USING (month)`
    : "";
  return `WITH m AS MATERIALIZED (SELECT date_trunc('month', day::timestamp) AS month, sum(entries)::int AS entries
      FROM news_day WHERE basis = $1 AND day <= $2::date GROUP BY 1)
    SELECT
    (SELECT coalesce(json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'entries', entries, 'own', ${ofItem ? "coalesce(own, 0)" : "0"}) ORDER BY month), '[]')
      FROM m ${own}) AS months,
    (SELECT coalesce(sum(entries), 0)::int FROM m) AS entries,
    (SELECT max(day) FROM (${days}) d WHERE day < $2::date) AS "previousNews",
    (SELECT min(day) FROM (${days}) d WHERE day > $2::date AND day <= $3::date) AS "nextNews"`;
};

/** When things became known, month by month, up to `knownOn`; the next news day alone is later, and never after today. */
export async function getRail(ctx: Context, input: GetRail): Promise<Rail> {
  const { when } = readWhen(input, ctx.now());
  const values = [when.basis, when.day, dayOfInstant(ctx.now())];
  const [row] = await sql(ctx.db)<Rail>(
    rail(when.basis, input.itemId !== undefined),
    input.itemId === undefined ? values : [...values, input.itemId],
  );
  return row!;
}
