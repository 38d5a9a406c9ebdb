import { type Draft, draftLimits, type SaveDraft } from "@readout/core/draft";
import { invalidField, ReadoutError } from "@readout/core/error";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { findDraft } from "./queries.ts";

/**
 * Keeps what its owner typed for a place; neither an event nor an audit row tells of it.
 * Throws conflict (with the `current` draft) when that is newer than the one this grew from, invalid_input for one too many.
 */
export const saveDraft = (ctx: UserContext, { place, content, basedOn }: SaveDraft): Promise<Draft> =>
  inTransaction(ctx, async (tx) => {
    const userId = ctx.user.id;
    // One user's saves come one after the other, from however many tabs.
    await tx.sql("SELECT pg_advisory_xact_lock(hashtextextended('readout.drafts ' || $1, 0))::text AS locked", [
      userId,
    ]);
    const kept = await findDraft(tx.sql, userId, place);
    const json = JSON.stringify(content);
    if (kept !== null && (basedOn === null || kept.savedAt > basedOn)) {
      // Sent again because the answer got lost: there is nothing to decide between.
      if (JSON.stringify(kept.content) === json) return kept;
      throw new ReadoutError(
        "conflict",
        "A newer draft was kept for this place",
        { current: kept },
        "Show both and let their author choose.",
      );
    }
    if (kept === null) await refuseOneTooMany(tx, userId);
    await tx.sql(
      `INSERT INTO draft (user_id, place, content, saved_at) VALUES ($1, $2, $3::json, readout_now())
       ON CONFLICT (user_id, place) DO UPDATE SET content = excluded.content,
         saved_at = greatest(excluded.saved_at, draft.saved_at + interval '1 millisecond') RETURNING 1 AS one`,
      [userId, place, json],
    );
    return (await findDraft(tx.sql, userId, place))!;
  });

async function refuseOneTooMany(tx: Tx, userId: string): Promise<void> {
  const count = await tx.models.draft.count({ where: { userId } });
  if (count >= draftLimits.perUser)
    throw invalidField("place", `${count} drafts are kept already, the most there may be; discard one of them first`);
}
