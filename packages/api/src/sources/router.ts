import { GetSource, ListSources } from "@readout/core/read";
import { AddSource, SourceDetail, SourcePage } from "@readout/core/source";
import { sync } from "../sync-schema.ts";
import { editorProcedure, readProcedure, router } from "../trpc.ts";
import { addSource } from "./add-source.ts";
import { getSource, listSources } from "./queries.ts";

export const sourcesRouter = router({
  list: readProcedure
    .meta({ rest: { method: "GET", path: "/sources", tag: "Sources", summary: "Sources published by `knownOn`" } })
    .input(sync(ListSources))
    .output(sync(SourcePage))
    .query(({ ctx, input }) => listSources(ctx, input)),

  get: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/sources/{id}",
        tag: "Sources",
        summary: "One source with its lineage, statements and the entries that rest on it",
      },
    })
    .input(sync(GetSource))
    .output(sync(SourceDetail))
    .query(({ ctx, input }) => getSource(ctx, input)),

  add: editorProcedure
    .meta({
      rest: { method: "POST", path: "/sources", tag: "Sources", summary: "Add a source", location: "/sources/{id}" },
    })
    .input(sync(AddSource))
    .output(sync(SourceDetail))
    .mutation(({ ctx, input }) => addSource(ctx, input)),
});
