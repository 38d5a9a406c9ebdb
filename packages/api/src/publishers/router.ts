import { GetPublisher, PublisherDetail } from "@readout/core/publisher";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { getPublisher } from "./queries.ts";

export const publishersRouter = router({
  get: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/publishers/{key}",
        tag: "Publishers",
        summary: "One publisher: its sources, what it said first, and what rests on it",
      },
    })
    .input(sync(GetPublisher))
    .output(sync(PublisherDetail))
    .query(({ ctx, input }) => getPublisher(ctx, input)),
});
