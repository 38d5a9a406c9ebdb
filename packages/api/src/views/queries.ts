import type { SavedView, ViewList } from "@readout/core/view";
import type { UserContext } from "../context.ts";
import { type Sql, sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

const columns = `id, name, path, search, ${isoText("created_at")} AS "createdAt"`;

/** One's own views, by name. */
export async function listViews({ db, user }: UserContext): Promise<ViewList> {
  const views = await sql(db)<SavedView>(`SELECT ${columns} FROM saved_view WHERE user_id = $1 ORDER BY name, id`, [
    user.id,
  ]);
  return { views };
}

/** One of a user's views, within whatever `sql` asks in; null for another's too. */
export async function findView(sql: Sql, userId: string, id: string): Promise<SavedView | null> {
  const [view] = await sql<SavedView>(`SELECT ${columns} FROM saved_view WHERE user_id = $1 AND id = $2`, [userId, id]);
  return view ?? null;
}
