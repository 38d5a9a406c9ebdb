import { CompareVisit, NoteVisit, Visit } from "@readout/core/visit";
import { sync } from "../sync-schema.ts";
import { readerProcedure, router } from "../trpc.ts";
import { compareVisit, noteVisit } from "./note-visit.ts";

const tag = "Visits";

export const visitsRouter = router({
  note: readerProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/visits",
        tag,
        summary: "Note that one has a page open; half an hour without one ends a visit",
        status: 200,
      },
    })
    .input(sync(NoteVisit))
    .output(sync(Visit))
    .mutation(({ ctx, input }) => noteVisit(ctx, input)),

  compare: readerProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/visits/comparison",
        tag,
        summary: "Compare one's present visit with another place in the change feed",
        status: 200,
      },
    })
    .input(sync(CompareVisit))
    .output(sync(Visit))
    .mutation(({ ctx, input }) => compareVisit(ctx, input)),
});
