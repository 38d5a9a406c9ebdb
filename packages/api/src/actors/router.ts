import { ActorDetail, ActorPage } from "@readout/core/actor";
import { GetActor, ListActors } from "@readout/core/read";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
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
});
