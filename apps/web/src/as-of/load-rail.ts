import "server-only";
import type { ItemId } from "@readout/core/id";
import type { Rail } from "@readout/core/rail";
import type { Day } from "@readout/core/time";
import { cache } from "react";
import { api } from "../trpc/server.ts";
import { requestAsOf } from "./request.ts";

/** The rail of the page, asked for once; on the page of an item that is not there it has no entries of its own. */
export const requestRail = cache(async (itemId: string | null): Promise<Rail> => {
  const { input } = await requestAsOf();
  if (itemId === null) return api.record.rail(input);
  try {
    return await api.record.rail({ ...input, itemId: itemId as ItemId });
  } catch {
    return api.record.rail(input);
  }
});

/** The first month in which anything was known on the day shown; null when nothing was. The axis of lists begins there. */
export async function firstNews(): Promise<Day | null> {
  const month = (await requestRail(null)).months[0]?.month;
  return month === undefined ? null : (`${month}-01` as Day);
}
