import { Ledger, RecordEntry } from "@readout/core/entry";
import { EditItem, ItemDetail, ItemPage, OpenItem } from "@readout/core/item";
import { GetItemGraph, ItemGraph } from "@readout/core/item-graph";
import { LanePage } from "@readout/core/lane";
import { RecordedOrProposed } from "@readout/core/proposal";
import { GetItem, ListItems, ListLanes } from "@readout/core/read";
import { StatusIntervals } from "@readout/core/reading";
import { ScenarioSets } from "@readout/core/scenario";
import { proposeEntry } from "../proposals/propose-entry.ts";
import { described, sync } from "../sync-schema.ts";
import { editorProcedure, readProcedure, router } from "../trpc.ts";
import { editItem } from "./edit-item.ts";
import { getItemGraph } from "./graph.ts";
import { listLanes } from "./lanes.ts";
import { openItem } from "./open-item.ts";
import { getItem, listEntries, listIntervals, listItems, listScenarioSetsOf } from "./queries.ts";
import { recordEntry } from "./record-entry.ts";

export const itemsRouter = router({
  list: readProcedure
    .meta({ rest: { method: "GET", path: "/items", tag: "Items", summary: "Items with their reading" } })
    .input(sync(ListItems))
    .output(described(ItemPage))
    .query(({ ctx, input }) => listItems(ctx, input)),

  lanes: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/lanes",
        tag: "Items",
        summary: "Items over time: their entries, reviews, milestones and the days of what they cite",
      },
    })
    .input(sync(ListLanes))
    .output(described(LanePage))
    .query(({ ctx, input }) => listLanes(ctx, input)),

  get: readProcedure
    .meta({
      rest: { method: "GET", path: "/items/{id}", tag: "Items", summary: "One item with all that belongs to it" },
    })
    .input(sync(GetItem))
    .output(sync(ItemDetail))
    .query(({ ctx, input }) => getItem(ctx, input)),

  entries: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/items/{id}/entries",
        tag: "Items",
        summary: "The ledger: whole without as-of parameters, the visible entries with them",
      },
    })
    .input(sync(GetItem))
    .output(sync(Ledger))
    .query(({ ctx, input }) => listEntries(ctx, input)),

  intervals: readProcedure
    .meta({
      rest: { method: "GET", path: "/items/{id}/intervals", tag: "Items", summary: "Unbroken stretches of status" },
    })
    .input(sync(GetItem))
    .output(sync(StatusIntervals))
    .query(({ ctx, input }) => listIntervals(ctx, input)),

  scenarios: readProcedure
    .meta({
      rest: { method: "GET", path: "/items/{id}/scenarios", tag: "Items", summary: "The scenario sets of an item" },
    })
    .input(sync(GetItem))
    .output(sync(ScenarioSets))
    .query(({ ctx, input }) => listScenarioSetsOf(ctx, input)),

  graph: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/items/{id}/graph",
        tag: "Items",
        summary: "One item with those that links lead to, and every link between them",
      },
    })
    .input(sync(GetItemGraph))
    .output(sync(ItemGraph))
    .query(({ ctx, input }) => getItemGraph(ctx, input)),

  open: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/items",
        tag: "Items",
        summary: "Open an item; its ledger is empty",
        location: "/items/{id}",
      },
    })
    .input(sync(OpenItem))
    .output(sync(ItemDetail))
    .mutation(({ ctx, input }) => openItem(ctx, input)),

  edit: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/items/{id}/edits",
        tag: "Items",
        summary: "Edit what an item is told by, on the `version` that was read",
        status: 200,
      },
    })
    .input(sync(EditItem))
    .output(sync(ItemDetail))
    .mutation(({ ctx, input }) => editItem(ctx, input)),

  record: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/items/{id}/entries",
        pathFields: { id: "itemId" },
        tag: "Items",
        summary: "Append an entry, decided on `expectedHead`; where review is required it becomes a proposal",
        location: "/items/{itemId}/entries",
        waiting: "/proposals/{id}",
      },
    })
    .input(sync(RecordEntry))
    .output(sync(RecordedOrProposed))
    .mutation(({ ctx, input }) => (ctx.review === "required" ? proposeEntry(ctx, input) : recordEntry(ctx, input))),
});
