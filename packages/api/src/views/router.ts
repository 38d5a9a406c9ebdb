import { Nothing } from "@readout/core/account";
import { RemovedView, RemoveView, RenameView, SavedView, SaveView, ViewList } from "@readout/core/view";
import { sync } from "../sync-schema.ts";
import { readerProcedure, router } from "../trpc.ts";
import { listViews } from "./queries.ts";
import { removeView, renameView, saveView } from "./save-view.ts";

const tag = "Views";

export const viewsRouter = router({
  list: readerProcedure
    .meta({ rest: { method: "GET", path: "/views", tag, summary: "One's own saved views, by name" } })
    .input(sync(Nothing))
    .output(sync(ViewList))
    .query(({ ctx }) => listViews(ctx)),

  save: readerProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/views",
        tag,
        summary: "Keep an address of this site under a name",
        location: "/views",
      },
    })
    .input(sync(SaveView))
    .output(sync(SavedView))
    .mutation(({ ctx, input }) => saveView(ctx, input)),

  rename: readerProcedure
    .meta({
      rest: { method: "POST", path: "/views/{id}/edits", tag, summary: "Call one's own view otherwise", status: 200 },
    })
    .input(sync(RenameView))
    .output(sync(SavedView))
    .mutation(({ ctx, input }) => renameView(ctx, input)),

  remove: readerProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/views/{id}/removal",
        tag,
        summary: "Keep one's own view no longer; the answer holds it, to save it again",
        status: 200,
      },
    })
    .input(sync(RemoveView))
    .output(sync(RemovedView))
    .mutation(({ ctx, input }) => removeView(ctx, input)),
});
