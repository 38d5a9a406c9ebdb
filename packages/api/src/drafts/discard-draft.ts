import type { DiscardDraft, DiscardedDraft } from "@readout/core/draft";
import type { UserContext } from "../context.ts";
import { sql } from "../db/sql.ts";

/** Discards the draft that its owner has for a place; that there is none is no fault. */
export async function discardDraft({ db, user }: UserContext, { place }: DiscardDraft): Promise<DiscardedDraft> {
  const gone = await sql(db)("DELETE FROM draft WHERE user_id = $1 AND place = $2 RETURNING 1 AS one", [
    user.id,
    place,
  ]);
  return { place, discarded: gone.length > 0 };
}
