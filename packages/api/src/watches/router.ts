import { Nothing } from "@readout/core/account";
import { AddWatch, EditWatch, ListWatches, Mailbox, OneWatch, Watch, WatchList } from "@readout/core/watch";
import { inTransaction } from "../db/transaction.ts";
import { sync } from "../sync-schema.ts";
import { readerProcedure, router } from "../trpc.ts";
import { addWatch } from "./add-watch.ts";
import { editWatch, restoreWatch, stopWatch } from "./edit-watch.ts";
import { getMailbox, listWatches } from "./queries.ts";
import { stopEverything } from "./stop.ts";

const tag = "Watching";

export const watchesRouter = router({
  list: readerProcedure
    .meta({ rest: { method: "GET", path: "/watches", tag, summary: "What one watches, the last made first" } })
    .input(sync(ListWatches))
    .output(sync(WatchList))
    .query(({ ctx, input }) => listWatches(ctx, input)),

  add: readerProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/watches",
        tag,
        summary: "Watch an item or a view; what is watched already stays as it is",
        status: 200,
      },
    })
    .input(sync(AddWatch))
    .output(sync(Watch))
    .mutation(({ ctx, input }) => addWatch(ctx, input)),

  edit: readerProcedure
    .meta({
      rest: { method: "POST", path: "/watches/{id}/edits", tag, summary: "Alter how often one is told", status: 200 },
    })
    .input(sync(EditWatch))
    .output(sync(Watch))
    .mutation(({ ctx, input }) => editWatch(ctx, input)),

  remove: readerProcedure
    .meta({ rest: { method: "POST", path: "/watches/{id}/removal", tag, summary: "Stop watching", status: 200 } })
    .input(sync(OneWatch))
    .output(sync(Watch))
    .mutation(({ ctx, input }) => stopWatch(ctx, input)),

  restore: readerProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/watches/{id}/restoring",
        tag,
        summary: "Take a stopped watch up again where it stopped",
        status: 200,
      },
    })
    .input(sync(OneWatch))
    .output(sync(Watch))
    .mutation(({ ctx, input }) => restoreWatch(ctx, input)),
});

export const mailboxRouter = router({
  get: readerProcedure
    .meta({ rest: { method: "GET", path: "/mailbox", tag, summary: "Where one's mail goes, and what was sent" } })
    .input(sync(Nothing))
    .output(sync(Mailbox))
    .query(({ ctx }) => getMailbox(ctx)),

  stop: readerProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/mailbox/stopping",
        tag,
        summary: "Stop every watch and all mail, corrections included",
        status: 200,
      },
    })
    .input(sync(Nothing))
    .output(sync(Mailbox))
    .mutation(async ({ ctx }) => {
      await inTransaction(ctx, (tx) => stopEverything(tx, ctx, ctx.user.id));
      return getMailbox(ctx);
    }),
});
