import "server-only";
import type { ActorSummary } from "@readout/core/actor";
import { isReadoutError } from "@readout/core/error";
import type { ItemPage } from "@readout/core/item";
import { requestAsOf } from "../as-of/request.ts";
import { api } from "../trpc/server.ts";
import { type FilterName, filterWords, type ItemListParams } from "./filters.ts";

/** As many actors as a choice offers; an address may name any other. */
const MOST_ACTORS = 200;

type NamedActor = Pick<ActorSummary, "id" | "name">;

export type LoadedList = {
  /** Null when the cursor leads nowhere. */
  page: ItemPage | null;
  actors: readonly NamedActor[];
  words: { name: FilterName; words: string }[];
  tags: string[];
};

/**
 * What a list shows, and what its filters offer.
 *
 * @param limit rows at most
 */
export async function loadItemList(params: ItemListParams, limit: number): Promise<LoadedList> {
  const { input } = await requestAsOf();
  const [page, { actors }] = await Promise.all([
    listItems(params, limit),
    api.actors.list({ ...input, limit: MOST_ACTORS }),
  ]);
  const { actor } = params.filters;
  const named = actors.find(({ id }) => id === actor)?.name ?? (actor === undefined ? null : await nameOf(actor));
  const tags = [...new Set((page?.items ?? []).flatMap((row) => row.tags))].sort();
  return { page, actors, words: filterWords(params.filters, named), tags };
}

async function listItems({ filters, sort, cursor }: ItemListParams, limit: number): Promise<ItemPage | null> {
  const { input } = await requestAsOf();
  try {
    return await api.items.list({
      ...{ ...input, ...filters, sort, limit },
      include: ["intervals", "milestones", "counts"],
      ...(cursor !== null && { cursor }),
    });
  } catch (error) {
    if (cursor !== null && isReadoutError(error, "invalid_input")) return null;
    throw error;
  }
}

/** The name of an actor, null when there is none of that id: the filter then simply finds nothing. */
async function nameOf(id: NamedActor["id"]): Promise<string | null> {
  try {
    return (await api.actors.get({ id })).name;
  } catch {
    return null;
  }
}
