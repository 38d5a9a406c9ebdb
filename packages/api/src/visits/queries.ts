import type { Visit } from "@readout/core/visit";
import type { Visits } from "@readout/core/visit-law";
import type { Sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

type Row = { last_token: string; last_at: string; since_token: string | null; since_at: string | null };

/** Where a user is in their visits, within whatever `sql` asks in; null for one who was never here. */
export async function findVisits(sql: Sql, userId: string): Promise<Visits | null> {
  const [row] = await sql<Row>(
    `SELECT last_token::text, ${isoText("last_at")} AS last_at, since_token::text, ${isoText("since_at")} AS since_at
     FROM visit WHERE user_id = $1`,
    [userId],
  );
  if (row === undefined) return null;
  const { since_token: token, since_at: at } = row;
  return {
    last: { token: row.last_token, at: row.last_at },
    since: token === null || at === null ? null : { token, at },
  };
}

export const visitOf = (visits: Visits | null): Visit => ({ since: (visits?.since ?? null) as Visit["since"] });
