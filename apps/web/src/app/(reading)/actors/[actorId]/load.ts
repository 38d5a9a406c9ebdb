import type { ActorDetail } from "@readout/core/actor";
import type { ActorId } from "@readout/core/id";
import { cache } from "react";
import type { ActorView } from "../../../../actors/actor-record.tsx";
import { requestAsOf } from "../../../../as-of/request.ts";
import { api } from "../../../../trpc/server.ts";

/** The actor as of the day asked for; once for the page and for its title. */
export const loadActor = cache(async (id: string): Promise<ActorDetail> => {
  const { input } = await requestAsOf();
  return api.actors.get({ ...input, id: id as ActorId });
});

/** The views of an actor with the passages that say so, which stand in the scenario sets. */
export async function loadViews(actor: ActorDetail): Promise<ActorView[]> {
  const { input } = await requestAsOf();
  const ids = [...new Set(actor.views.map(({ itemId }) => itemId))];
  const answers = await Promise.all(ids.map((id) => api.items.scenarios({ ...input, id })));
  const sets = answers.flatMap(({ scenarioSets }) => scenarioSets);
  return actor.views.map((view) => {
    const set = sets.find(({ itemId }) => itemId === view.itemId);
    const found = set?.scenarios
      .find(({ id }) => id === view.scenarioId)
      ?.views.find(({ who, says }) => who.id === actor.id && says === view.says);
    return { ...view, itemTitle: set?.itemTitle ?? view.itemId, citations: found?.citations ?? [] };
  });
}

/** Names of the states and bodies that an actor's offices belong to. */
export async function loadNames(actor: ActorDetail): Promise<Map<string, string>> {
  const { input } = await requestAsOf();
  const ids = new Set([actor.state, ...actor.offices.flatMap(({ organisation, state }) => [organisation, state])]);
  const known = [...ids].filter((id): id is ActorId => id !== null && id !== actor.id);
  const actors = await Promise.all(known.map((id) => api.actors.get({ ...input, id })));
  return new Map(actors.map(({ id, name }) => [id, name]));
}
