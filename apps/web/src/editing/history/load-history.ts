import "server-only";
import type { HistoryOf } from "@readout/core/history";
import type { ItemDetail } from "@readout/core/item";
import { dayOfInstant } from "@readout/core/time";
import { requestAsOf } from "../../as-of/request.ts";
import { api } from "../../trpc/server.ts";
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
  return edits.filter(({ at, act }) => dayOfInstant(at) <= knownOn && !/\.(opened|added)$/.test(act));
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
