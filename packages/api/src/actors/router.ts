import { ActorDetail, ActorPage, AddActor, EditActor } from "@readout/core/actor";
import { GetActor, ListActors } from "@readout/core/read";
import { sync } from "../sync-schema.ts";
import { editorProcedure, readProcedure, router } from "../trpc.ts";
import { addActor } from "./add-actor.ts";
import { editActor } from "./edit-actor.ts";
import { getActor, listActors } from "./queries.ts";

export const actorsRouter = router({
  list: readProcedure
    .meta({ rest: { method: "GET", path: "/actors", tag: "Actors", summary: "Who acts in the world" } })
    .input(sync(ListActors))
    .output(sync(ActorPage))
    .query(({ ctx, input }) => listActors(ctx, input)),

  get: readProcedure
    .meta({
      rest: { method: "GET", path: "/actors/{id}", tag: "Actors", summary: "One actor with offices, items and views" },
    })
    .input(sync(GetActor))
    .output(sync(ActorDetail))
    .query(({ ctx, input }) => getActor(ctx, input)),

  add: editorProcedure
    .meta({
      rest: { method: "POST", path: "/actors", tag: "Actors", summary: "Add an actor", location: "/actors/{id}" },
    })
    .input(sync(AddActor))
    .output(sync(ActorDetail))
    .mutation(({ ctx, input }) => addActor(ctx, input)),

  edit: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/actors/{id}/edits",
        tag: "Actors",
        summary: "Edit an actor, on the `version` that was read",
        status: 200,
      },
    })
    .input(sync(EditActor))
    .output(sync(ActorDetail))
    .mutation(({ ctx, input }) => editActor(ctx, input)),
});
