import { invalidField } from "@readout/core/error";
import type { EditWatch, OneWatch, Watch } from "@readout/core/watch";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";
import { refuseOneTooMany } from "./add-watch.ts";
import { openMailbox } from "./mailbox.ts";
import { getWatch } from "./queries.ts";
import { stopOne } from "./stop.ts";

/** Alters how often and of what one is told. Throws not_found, invalid_input for the name of what is no view. */
export const editWatch = (ctx: UserContext, { id, ...wishes }: EditWatch): Promise<Watch> =>
  inTransaction(ctx, async (tx) => {
    const before = await getWatch(tx.sql, ctx.user.id, id);
    if (wishes.name !== undefined && before.view === null) throw invalidField("name", "only a view has a name");
    const { cadence = before.cadence, reviews = before.reviews, name = before.view?.name ?? null } = wishes;
    await tx.models.watch.update({ where: { id }, data: { cadence, reviews, name } });
    await recordAudit(tx, ctx, {
      act: "watch.edited",
      subject: { type: "watch", id },
      before: { cadence: before.cadence, reviews: before.reviews, name: before.view?.name ?? null },
      after: { cadence, reviews, name },
    });
    return getWatch(tx.sql, ctx.user.id, id);
  });

/** Stops watching; that it was stopped before is no fault. Throws not_found. */
export const stopWatch = (ctx: UserContext, { id }: OneWatch): Promise<Watch> =>
  inTransaction(ctx, async (tx) => {
    await getWatch(tx.sql, ctx.user.id, id);
    await stopOne(tx, ctx, { userId: ctx.user.id, watchId: id });
    return getWatch(tx.sql, ctx.user.id, id);
  });

/** Takes a stopped watch up again where it stopped: what was recorded in between will be told. Throws not_found, invalid_input. */
export const restoreWatch = (ctx: UserContext, { id }: OneWatch): Promise<Watch> =>
  inTransaction(ctx, async (tx) => {
    const before = await getWatch(tx.sql, ctx.user.id, id);
    await openMailbox(tx, ctx);
    if (!before.stopped) return before;
    await refuseOneTooMany(tx, ctx.user.id, "id");
    await tx.models.watch.update({ where: { id }, data: { stoppedAt: null } });
    await recordAudit(tx, ctx, {
      act: "watch.restored",
      subject: { type: "watch", id },
      before: { stopped: true },
      after: { stopped: false },
    });
    return getWatch(tx.sql, ctx.user.id, id);
  });
