import { GetSource, ListSources } from "@readout/core/read";
import {
  AddSource,
  EditSource,
  GetSourceText,
  maxSourceTextLength,
  SetSourceText,
  SourceDetail,
  SourcePage,
  SourceText,
} from "@readout/core/source";
import { GetRests, Rests } from "@readout/core/withdrawal";
import { sync } from "../sync-schema.ts";
import { editorProcedure, readProcedure, router } from "../trpc.ts";
import { addSource } from "./add-source.ts";
import { editSource } from "./edit-source.ts";
import { getSource, getSourceText, listSources } from "./queries.ts";
import { getRests } from "./rests.ts";
import { setSourceText } from "./set-source-text.ts";

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

  rests: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/sources/{id}/rests",
        tag: "Sources",
        summary: "All that rests on a source, and what would be left of it without it",
      },
    })
    .input(sync(GetRests))
    .output(sync(Rests))
    .query(({ ctx, input }) => getRests(ctx, input)),

  add: editorProcedure
    .meta({
      rest: { method: "POST", path: "/sources", tag: "Sources", summary: "Add a source", location: "/sources/{id}" },
    })
    .input(sync(AddSource))
    .output(sync(SourceDetail))
    .mutation(({ ctx, input }) => addSource(ctx, input)),

  edit: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/sources/{id}/edits",
        tag: "Sources",
        summary: "Edit a source and its lineage, on the `version` that was read",
        status: 200,
      },
    })
    .input(sync(EditSource))
    .output(sync(SourceDetail))
    .mutation(({ ctx, input }) => editSource(ctx, input)),

  setText: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/sources/{id}/text",
        tag: "Sources",
        summary: "Hand in the text of a source; its lines that are not blank are the paragraphs",
        status: 200,
        maxBodyBytes: maxSourceTextLength,
      },
    })
    .input(sync(SetSourceText))
    .output(sync(SourceText))
    .mutation(({ ctx, input }) => setSourceText(ctx, input)),

  text: editorProcedure
    .meta({
      rest: { method: "GET", path: "/sources/{id}/text", tag: "Sources", summary: "The text that is held of a source" },
    })
    .input(sync(GetSourceText))
    .output(sync(SourceText))
    .query(({ ctx, input }) => getSourceText(ctx, input)),
});
