import { randomUUID } from "node:crypto";
import { invalidField, ReadoutError } from "@readout/core/error";
import { type AddWatch, viewInOneForm, type Watch, watchLimit } from "@readout/core/watch";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { openMailbox } from "./mailbox.ts";
import { getWatch } from "./queries.ts";

/**
 * Begins to watch an item or a view: what is recorded from now on will be told. What is watched already stays as it is.
 * Throws not_found, forbidden for a service, invalid_input for one too many.
 */
export const addWatch = (ctx: UserContext, command: AddWatch): Promise<Watch> =>
  inTransaction(ctx, async (tx) => {
    const { lastEvent } = await openMailbox(tx, ctx);
    const subject = await subjectOf(tx, command);
    const [known] = await tx.sql<{ id: string; stopped: boolean }>(
      `SELECT id, stopped_at IS NOT NULL AS stopped FROM watch WHERE user_id = $1 AND (item_id = $2 OR filters = $3::jsonb)`,
      [ctx.user.id, subject.itemId, subject.filters],
    );
    if (known !== undefined && !known.stopped) return getWatch(tx.sql, ctx.user.id, known.id);
    await refuseOneTooMany(tx, ctx.user.id, command.kind === "item" ? "itemId" : "filters");
    const id = known?.id ?? randomUUID();
    const { cadence, reviews } = command;
    await tx.sql(
      `INSERT INTO watch (id, user_id, item_id, name, filters, cadence, reviews, cursor, told_at, created_at)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8::bigint, readout_now(), readout_now())
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, cadence = excluded.cadence, reviews = excluded.reviews,
         cursor = excluded.cursor, told_at = excluded.told_at, created_at = excluded.created_at, stopped_at = NULL RETURNING 1 AS one`,
      [id, ctx.user.id, subject.itemId, subject.name, subject.filters, cadence, reviews, lastEvent],
    );
    await recordAudit(tx, ctx, { act: "watch.added", subject: { type: "watch", id }, after: command });
    return getWatch(tx.sql, ctx.user.id, id);
  });

async function subjectOf(tx: Tx, command: AddWatch) {
  if (command.kind === "view")
    return { itemId: null, name: command.name, filters: JSON.stringify(viewInOneForm(command.filters)) };
  const [item] = await tx.sql("SELECT 1 AS one FROM item WHERE id = $1", [command.itemId]);
  if (item === undefined) throw new ReadoutError("not_found", `There is no item ${command.itemId}`);
  return { itemId: command.itemId, name: null, filters: null };
}

/** Refuses to watch more than anybody could read about. */
export async function refuseOneTooMany(tx: Tx, userId: string, field: string): Promise<void> {
  const count = await tx.models.watch.count({ where: { userId, stoppedAt: null } });
  if (count >= watchLimit)
    throw invalidField(field, `${count} things are watched already, the most there may be; stop one of them first`);
}
