import { MilestonePage } from "@readout/core/milestone";
import { ListMilestones } from "@readout/core/read";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { listMilestones } from "./queries.ts";

export const milestonesRouter = router({
  list: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/milestones",
        tag: "Milestones",
        summary: "Deadlines, events and expiries whose dates touch the days from `from` to `to`",
      },
    })
    .input(sync(ListMilestones))
    .output(sync(MilestonePage))
    .query(({ ctx, input }) => listMilestones(ctx, input)),
});
