import { Diff } from "@readout/core/diff";
import { GetDiff } from "@readout/core/read";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { getDiff } from "./queries.ts";

export const diffRouter = router({
  get: readProcedure
    .meta({
      rest: { method: "GET", path: "/diff", tag: "Record", summary: "What the record gained between two days" },
    })
    .input(sync(GetDiff))
    .output(sync(Diff))
    .query(({ ctx, input }) => getDiff(ctx, input)),
});
