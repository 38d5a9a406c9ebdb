import { SearchPage, SearchRecord } from "@readout/core/search";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { searchRecord } from "./queries.ts";

export const searchRouter = router({
  find: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/search",
        tag: "Record",
        summary: "Items, actors, sources, entries and evidence that have the words, as they were known",
      },
    })
    .input(sync(SearchRecord))
    .output(sync(SearchPage))
    .query(({ ctx, input }) => searchRecord(ctx, input)),
});
