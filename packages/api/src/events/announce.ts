import type { Instant } from "@readout/core/time";
import type { Tx } from "../db/transaction.ts";
import { type NewsDays, saveNews } from "../items/known.ts";

/** News as the writing transaction holds it; its id is given when it is announced. */
export type NewEvent =
  | { type: "entry.recorded"; itemId: string; seq: number; at: Instant }
  | { type: "item.opened" | "item.edited"; itemId: string; at: Instant }
  | { type: "milestone.edited"; itemId: string; ordinal: number; at: Instant }
  | { type: "source.added" | "source.edited"; sourceId: string; at: Instant }
  | { type: "actor.added" | "actor.edited"; actorId: string; at: Instant }
  | { type: "disagreement.added" | "disagreement.edited"; disagreementId: string; at: Instant };

/** Any number, the same in every Readout: whoever holds it is the only one to number events until the end of the transaction. */
const feedLock = 7264017202;

/**
 * Writes a transaction's events and adds to the counts behind the rail. The last thing that a writing transaction does: from
 * here to the commit every other write waits, so that ids rise in the order in which they can be read.
 * A trigger tells whoever listens on `readout_events` once it is committed.
 */
export async function announce(
  tx: Tx,
  { events, news }: { events: readonly NewEvent[]; news?: NewsDays },
): Promise<void> {
  await tx.sql("SELECT pg_advisory_xact_lock($1::bigint)::text", [feedLock]);
  if (news !== undefined) await saveNews(tx.sql, news);
  const [last] = await tx.sql<{ id: string | null }>(
    `WITH written AS (
       INSERT INTO event (type, item_id, seq, ordinal, source_id, actor_id, disagreement_id, at)
       SELECT type, item_id, seq, ordinal, source_id, actor_id, disagreement_id, at
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (type text, "itemId" text, seq int, ordinal int,
           "sourceId" text, "actorId" text, "disagreementId" text, at timestamptz))
         WITH ORDINALITY AS row(type, item_id, seq, ordinal, source_id, actor_id, disagreement_id, at, place)
       ORDER BY place RETURNING id)
     SELECT max(id)::text AS id FROM written`,
    [JSON.stringify(events)],
  );
  if (last?.id) tx.announceAfterCommit(last.id);
}
