import { ChangePage } from "@readout/core/event";
import { FollowChanges, ListChanges } from "@readout/core/read";
import { tracked } from "@trpc/server";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { followChanges } from "./follow.ts";
import { listChanges } from "./queries.ts";

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

  stream: readProcedure.input(sync(FollowChanges)).subscription(async function* ({ ctx, input, signal }) {
    const since = input.lastEventId ?? input.since ?? "0";
    for await (const event of followChanges(ctx, since, signal ?? new AbortController().signal))
      yield tracked(event.id, event);
  }),
});
