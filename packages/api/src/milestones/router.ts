import {
  AddMilestone,
  DecideMilestone,
  EditMilestone,
  Milestone,
  MilestoneCalendar,
  MilestonePage,
} from "@readout/core/milestone";
import { GetCalendar, ListMilestones } from "@readout/core/read";
import { described, sync } from "../sync-schema.ts";
import { editorProcedure, readProcedure, router } from "../trpc.ts";
import { addMilestone } from "./add-milestone.ts";
import { decideMilestone } from "./decide-milestone.ts";
import { editMilestone } from "./edit-milestone.ts";
import { getCalendar, listMilestones } from "./queries.ts";

export const milestonesRouter = router({
  list: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/milestones",
        tag: "Milestones",
        summary:
          "Deadlines, events and expiries that fall due on the days from `from` to `to`; a moved one on its new date",
      },
    })
    .input(sync(ListMilestones))
    .output(sync(MilestonePage))
    .query(({ ctx, input }) => listMilestones(ctx, input)),

  calendar: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/milestones/calendar",
        tag: "Milestones",
        summary: "The milestones that a calendar holds, 5,000 at most, with how often each was revised",
      },
    })
    .input(sync(GetCalendar))
    .output(described(MilestoneCalendar))
    .query(({ ctx, input }) => getCalendar(ctx, input)),

  add: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/items/{id}/milestones",
        pathFields: { id: "itemId" },
        tag: "Milestones",
        summary: "Add a milestone of the item's own",
        location: "/milestones?itemId={itemId}",
      },
    })
    .input(sync(AddMilestone))
    .output(sync(Milestone))
    .mutation(({ ctx, input }) => addMilestone(ctx, input)),

  edit: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/items/{id}/milestones/{ordinal}/edits",
        pathFields: { id: "itemId" },
        tag: "Milestones",
        summary: "Edit one of the item's own milestones, on the `version` that was read",
        status: 200,
      },
    })
    .input(sync(EditMilestone))
    .output(sync(Milestone))
    .mutation(({ ctx, input }) => editMilestone(ctx, input)),

  decide: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/items/{id}/milestones/{ordinal}/verdicts",
        pathFields: { id: "itemId" },
        tag: "Milestones",
        summary: "Say what became of a milestone; an earlier verdict is replaced and stays",
        location: "/milestones?itemId={itemId}",
      },
    })
    .input(sync(DecideMilestone))
    .output(sync(Milestone))
    .mutation(({ ctx, input }) => decideMilestone(ctx, input)),
});
