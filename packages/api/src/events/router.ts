import { ChangePage, RecordedPage } from "@readout/core/event";
import { FollowChanges, ListChanges, ListRecorded } from "@readout/core/read";
import { tracked } from "@trpc/server";
import { described, sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { followChanges } from "./follow.ts";
import { listChanges } from "./queries.ts";
import { listRecorded } from "./recorded.ts";

export const changesRouter = router({
  list: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/changes",
        tag: "Changes",
        summary: "Events in commit order, with the token to go on from",
      },
    })
    .input(sync(ListChanges))
    .output(sync(ChangePage))
    .query(({ ctx, input }) => listChanges(ctx, input)),

  entries: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/changes/entries",
        tag: "Changes",
        summary: "Entries of all items or one, the last recorded first, with the sources they cite",
      },
    })
    .input(sync(ListRecorded))
    .output(described(RecordedPage))
    .query(({ ctx, input }) => listRecorded(ctx, input)),

  stream: readProcedure.input(sync(FollowChanges)).subscription(async function* ({ ctx, input, signal }) {
    const since = input.lastEventId ?? input.since ?? "0";
    for await (const event of followChanges(ctx, since, signal ?? new AbortController().signal))
      yield tracked(event.id, event);
  }),
});
