import type { Draft, DraftList } from "@readout/core/draft";
import { ReadoutError } from "@readout/core/error";
import type { UserContext } from "../context.ts";
import { type Sql, sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

/** Where whoever asks has drafts, the latest first. */
export async function listDrafts({ db, user }: UserContext): Promise<DraftList> {
  const drafts = await sql(db)<DraftList["drafts"][number]>(
    `SELECT place, ${isoText("saved_at")} AS "savedAt" FROM draft WHERE user_id = $1 ORDER BY saved_at DESC, place`,
    [user.id],
  );
  return { drafts };
}

/** The draft that whoever asks has for a place. Throws not_found. */
export async function getDraft({ db, user }: UserContext, { place }: { place: string }): Promise<Draft> {
  const draft = await findDraft(sql(db), user.id, place);
  if (draft === null) throw new ReadoutError("not_found", `You have no draft for ${place}`);
  return draft;
}

/** The same within whatever `sql` asks in; null where there is none. */
export async function findDraft(sql: Sql, userId: string, place: string): Promise<Draft | null> {
  // As text, so that no reader on the way takes the content for anything but what was sent.
  const [row] = await sql<{ content: string; savedAt: string }>(
    `SELECT content::text AS content, ${isoText("saved_at")} AS "savedAt" FROM draft WHERE user_id = $1 AND place = $2`,
    [userId, place],
  );
  return row === undefined ? null : ({ place, content: JSON.parse(row.content), savedAt: row.savedAt } as Draft);
}
