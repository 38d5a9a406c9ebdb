import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Tx } from "../db/transaction.ts";

/** Stops one watch of somebody; false where it was not on. */
export async function stopOne(
  tx: Tx,
  writer: Writer,
  { userId, watchId }: { userId: string; watchId: string },
): Promise<boolean> {
  const stopped = await tx.sql(
    "UPDATE watch SET stopped_at = readout_now() WHERE id = $1 AND user_id = $2 AND stopped_at IS NULL RETURNING 1 AS one",
    [watchId, userId],
  );
  if (stopped.length === 0) return false;
  await recordAudit(tx, writer, {
    act: "watch.stopped",
    subject: { type: "watch", id: watchId },
    before: { stopped: false },
    after: { stopped: true },
  });
  return true;
}

/** Stops every watch and all mail, corrections included; what waits to be sent is dropped. False where nothing was on. */
export async function stopEverything(tx: Tx, writer: Writer, userId: string): Promise<boolean> {
  const closed = await tx.sql(
    "UPDATE mailbox SET stopped_at = readout_now() WHERE user_id = $1 AND stopped_at IS NULL RETURNING 1 AS one",
    [userId],
  );
  if (closed.length === 0) return false;
  const watches = await tx.sql<{ id: string }>(
    "UPDATE watch SET stopped_at = readout_now() WHERE user_id = $1 AND stopped_at IS NULL RETURNING id",
    [userId],
  );
  await recordAudit(tx, writer, {
    act: "mailbox.stopped",
    subject: { type: "user", id: userId },
    before: { watches: watches.map(({ id }) => id) },
    after: { watches: [] },
  });
  return true;
}
