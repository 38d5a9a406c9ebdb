import { DuePage, ListDue } from "@readout/core/review";
import { sync } from "../sync-schema.ts";
import { analystProcedure, router } from "../trpc.ts";
import { listDue } from "./queries.ts";

export const reviewRouter = router({
  due: analystProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/review/due",
        tag: "Review",
        summary: "Open items that nobody has looked at for longer than their cadence",
      },
    })
    .input(sync(ListDue))
    .output(sync(DuePage))
    .query(({ ctx, input }) => listDue(ctx, input)),
});
