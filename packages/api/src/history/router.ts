import { History, ListHistory } from "@readout/core/history";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { listHistory } from "./queries.ts";

export const historyRouter = router({
  list: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/history",
        tag: "History",
        summary: "The edits of an item, milestone, source, actor or disagreement, newest first",
      },
    })
    .input(sync(ListHistory))
    .output(sync(History))
    .query(({ ctx, input }) => listHistory(ctx, input)),
});
