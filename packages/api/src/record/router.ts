import { Overview } from "@readout/core/overview";
import { Rail } from "@readout/core/rail";
import { GetOverview, GetRail } from "@readout/core/read";
import { GetSince, Since } from "@readout/core/since";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { getOverview, getRail, getSince } from "./queries.ts";

export const recordRouter = router({
  rail: readProcedure
    .meta({
      rest: { method: "GET", path: "/rail", tag: "Record", summary: "When things became known, month by month" },
    })
    .input(sync(GetRail))
    .output(sync(Rail))
    .query(({ ctx, input }) => getRail(ctx, input)),

  overview: readProcedure
    .meta({ rest: { method: "GET", path: "/overview", tag: "Record", summary: "What the first page says" } })
    .input(sync(GetOverview))
    .output(sync(Overview))
    .query(({ ctx, input }) => getOverview(ctx, input)),

  since: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/changes/items",
        tag: "Changes",
        summary: "What changed after a place in the change feed, item by item, in words",
      },
    })
    .input(sync(GetSince))
    .output(sync(Since))
    .query(({ ctx, input }) => getSince(ctx, input)),
});
