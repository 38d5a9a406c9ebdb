import { Nothing } from "@readout/core/account";
import { DiscardDraft, DiscardedDraft, Draft, DraftList, GetDraft, SaveDraft } from "@readout/core/draft";
import { sync } from "../sync-schema.ts";
import { analystProcedure, router } from "../trpc.ts";
import { discardDraft } from "./discard-draft.ts";
import { getDraft, listDrafts } from "./queries.ts";
import { saveDraft } from "./save-draft.ts";

const tag = "Drafts";

export const draftsRouter = router({
  list: analystProcedure
    .meta({ rest: { method: "GET", path: "/drafts", tag, summary: "Where one's own drafts are, the latest first" } })
    .input(sync(Nothing))
    .output(sync(DraftList))
    .query(({ ctx }) => listDrafts(ctx)),

  get: analystProcedure
    .meta({ rest: { method: "GET", path: "/drafts/{place}", tag, summary: "One's own draft for a place" } })
    .input(sync(GetDraft))
    .output(sync(Draft))
    .query(({ ctx, input }) => getDraft(ctx, input)),

  save: analystProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/drafts",
        tag,
        summary: "Keep what was typed, decided on the `savedAt` that it grew from",
        location: "/drafts/{place}",
      },
    })
    .input(sync(SaveDraft))
    .output(sync(Draft))
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),

  discard: analystProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/drafts/{place}/discarding",
        tag,
        summary: "Discard one's own draft",
        status: 200,
      },
    })
    .input(sync(DiscardDraft))
    .output(sync(DiscardedDraft))
    .mutation(({ ctx, input }) => discardDraft(ctx, input)),
});
