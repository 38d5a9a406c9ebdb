import { randomUUID } from "node:crypto";
import { invalidField, ReadoutError } from "@readout/core/error";
import {
  type RemovedView,
  type RemoveView,
  type RenameView,
  type SavedView,
  type SaveView,
  viewsPerUser,
} from "@readout/core/view";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { findView } from "./queries.ts";

/** Keeps an address under a name. Throws invalid_input for a name that is taken, and for one view too many. */
export const saveView = (ctx: UserContext, { name, path, search }: SaveView): Promise<SavedView> =>
  inTransaction(ctx, async (tx) => {
    await lockViews(tx, ctx.user.id);
    await refuseTaken(tx, ctx.user.id, name);
    const count = await tx.models.savedView.count({ where: { userId: ctx.user.id } });
    if (count >= viewsPerUser)
      throw invalidField("name", `${count} views are kept already, the most there may be; remove one of them first`);
    const id = randomUUID();
    await tx.sql(
      `INSERT INTO saved_view (id, user_id, name, path, search, created_at) VALUES ($1, $2, $3, $4, $5, readout_now()) RETURNING 1 AS one`,
      [id, ctx.user.id, name, path, search],
    );
    const subject = { type: "view", id } as const;
    await recordAudit(tx, ctx, { act: "view.saved", subject, after: { name, path, search } });
    return (await findView(tx.sql, ctx.user.id, id))!;
  });

/** Calls one's own view otherwise. Throws not_found, invalid_input for a name that is taken. */
export const renameView = (ctx: UserContext, { id, name }: RenameView): Promise<SavedView> =>
  inTransaction(ctx, async (tx) => {
    await lockViews(tx, ctx.user.id);
    const kept = await findView(tx.sql, ctx.user.id, id);
    if (kept === null) throw new ReadoutError("not_found", `You have no view ${id}`);
    if (kept.name === name) return kept;
    await refuseTaken(tx, ctx.user.id, name);
    await tx.models.savedView.update({ where: { id }, data: { name } });
    const subject = { type: "view", id } as const;
    await recordAudit(tx, ctx, { act: "view.renamed", subject, before: { name: kept.name }, after: { name } });
    return { ...kept, name };
  });

/** Keeps one's own view no longer; that there is none is no fault. */
export const removeView = (ctx: UserContext, { id }: RemoveView): Promise<RemovedView> =>
  inTransaction(ctx, async (tx) => {
    await lockViews(tx, ctx.user.id);
    const removed = await findView(tx.sql, ctx.user.id, id);
    if (removed === null) return { removed };
    await tx.models.savedView.delete({ where: { id } });
    const { name, path, search } = removed;
    await recordAudit(tx, ctx, {
      act: "view.removed",
      subject: { type: "view", id },
      before: { name, path, search },
    });
    return { removed };
  });

/** One user's views change one after the other, so that a name is taken once and the number of them is kept. */
const lockViews = (tx: Tx, userId: string) =>
  tx.sql("SELECT pg_advisory_xact_lock(hashtextextended('readout.views ' || $1, 0))::text AS locked", [userId]);

async function refuseTaken(tx: Tx, userId: string, name: string): Promise<void> {
  const taken = await tx.models.savedView.count({ where: { userId, name } });
  if (taken > 0) throw invalidField("name", `“${name}” is the name of another of your views`);
}
