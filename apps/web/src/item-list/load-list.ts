import "server-only";
import type { ActorSummary } from "@readout/core/actor";
import { isReadoutError } from "@readout/core/error";
import type { ItemPage } from "@readout/core/item";
import { type FilterName, filterWords } from "@readout/core/item-filters";
import type { Phase } from "@readout/core/reading";
import { requestRail } from "../as-of/load-rail.ts";
import { requestAsOf, requestIsPart } from "../as-of/request.ts";
import { api } from "../trpc/server.ts";
import type { ItemListParams } from "./filters.ts";
import type { PhaseCounts } from "./sentence.ts";

/** As many actors as a choice offers; an address may name any other. */
const MOST_ACTORS = 200;

/** A record of so many entries has ledgers as long as a list is slow to draw. */
const LARGE_RECORD = 20_000;

/** As many rows as a window shows. */
const ROWS_OF_LARGE = 12;

let isLargeToday = false;

/** Rows at once: fewer of a large record, so that a change of a filter is answered before anybody waits. */
export async function rowsAtOnce(): Promise<number> {
  const { state } = await requestAsOf();
  // A record only grows: whoever knows that it is large need not count again.
  if (state === "today" && isLargeToday) return ROWS_OF_LARGE;
  const isLarge = (await requestRail(null)).entries > LARGE_RECORD;
  if (state === "today") isLargeToday = isLarge;
  return isLarge ? ROWS_OF_LARGE : 50;
}

type NamedActor = Pick<ActorSummary, "id" | "name">;

export type LoadedList = {
  /** Null when the cursor leads nowhere. */
  page: ItemPage | null;
  /** What the filter offers; none for a part of the page, which leaves the filter out. */
  actors: readonly NamedActor[];
  words: { name: FilterName; words: string }[];
};

/**
 * What a list shows, and what its filters offer.
 *
 * @param limit rows at most
 */
export async function loadItemList(params: ItemListParams, limit: number): Promise<LoadedList> {
  const [page, { actors, named }] = await Promise.all([listItems(params, limit), loadActors(params.filters.actor)]);
  return { page, actors, words: filterWords(params.filters, named) };
}

/** How many items are open and how many have ended: two counts, where the first page reads every item. */
export async function loadPhaseCounts(): Promise<PhaseCounts> {
  const { input } = await requestAsOf();
  const count = async (phase: Phase) =>
    (await api.items.list({ ...input, phase, limit: 1, include: ["counts"] })).counts ?? { found: 0, total: 0 };
  const [open, closed] = await Promise.all([count("open"), count("closed")]);
  return { total: open.total, open: open.found, ended: closed.found };
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

/** The actors that the filter offers, and the name of the chosen one, asked for where it is none of them. */
async function loadActors(chosen?: NamedActor["id"]): Promise<Pick<LoadedList, "actors"> & { named: string | null }> {
  const { input } = await requestAsOf();
  const { actors } = (await requestIsPart()) ? { actors: [] } : await api.actors.list({ ...input, limit: MOST_ACTORS });
  if (chosen === undefined) return { actors, named: null };
  return { actors, named: actors.find(({ id }) => id === chosen)?.name ?? (await nameOf(chosen)) };
}

/** The name of an actor, null when there is none of that id: the filter then simply finds nothing. */
async function nameOf(id: NamedActor["id"]): Promise<string | null> {
  try {
    return (await api.actors.get({ id })).name;
  } catch {
    return null;
  }
}
