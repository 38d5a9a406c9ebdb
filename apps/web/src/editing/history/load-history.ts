import "server-only";
import type { HistoryOf } from "@readout/core/history";
import { ActorId } from "@readout/core/id";
import type { ItemDetail } from "@readout/core/item";
import { dayOfInstant } from "@readout/core/time";
import { requestAsOf } from "../../as-of/request.ts";
import { orNull } from "../../shell/or-missing.tsx";
import { api } from "../../trpc/server.ts";
import { actorsIn, withNames } from "./actor-names.ts";
import type { ToldEdit } from "./history-words.ts";

/**
 * The edits of a thing up to the day that the page shows, newest first; the first writing is none of them.
 *
 * @param version of the thing: at the first nobody has edited it, and nobody is asked
 */
export async function loadHistory(
  type: HistoryOf,
  { id, version }: { id: string; version: number },
): Promise<ToldEdit[]> {
  if (version === 1) return [];
  const [{ edits }, { knownOn }] = await Promise.all([api.history.list({ type, id }), requestAsOf()]);
  const shown = edits.filter(({ at, act }) => dayOfInstant(at) <= knownOn && !/\.(opened|added)$/.test(act));
  const names = await actorNames([...actorsIn(shown)]);
  return shown.map((edit) => withNames(edit, names));
}

/** What actors are called, by id; what is no actor has no name. */
async function actorNames(ids: readonly string[]): Promise<Map<string, string>> {
  const known = ids.flatMap((id) => ActorId.safeParse(id).data ?? []);
  const actors = await Promise.all(known.map((id) => orNull(api.actors.get({ id }))));
  return new Map(actors.flatMap((actor) => (actor === null ? [] : [[actor.id, actor.name]])));
}

/** The edits of an item and of its dates, with the verdicts that were given on them. */
export async function loadItemHistory(item: Pick<ItemDetail, "id" | "version" | "milestones">): Promise<ToldEdit[]> {
  const ofDates = item.milestones.map(async ({ ordinal, version, verdict, what }) => {
    // A verdict makes no new version.
    const edits = await loadHistory("milestone", {
      id: `${item.id}:${ordinal}`,
      version: verdict === null ? version : 0,
    });
    return edits.map((edit) => ({ ...edit, of: what }));
  });
  const all = await Promise.all([loadHistory("item", item), ...ofDates]);
  return all.flat().sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}
