import type { Day } from "@readout/core/time";
import type { Context } from "../context.ts";
import { refreshReadings } from "./cached-reading.ts";

/** SQL for whether any cached reading no longer, or not yet, holds on a day; the two ends of an index, whatever is between. */
export const isStale = (today: string): string =>
  `coalesce((SELECT min(reading_until) FROM item) <= ${today}, false) OR coalesce((SELECT max(reading_from) FROM item) > ${today}, false)`;

/**
 * Asks the cached readings; where some are out of date, brings them to `today` and asks again.
 *
 * @returns null where they speak of a later day, for a process whose clock is behind: the rectangles know the answer
 */
export async function fresh<T extends { stale: boolean }>(
  ctx: Context,
  today: Day,
  ask: () => Promise<T>,
): Promise<T | null> {
  const first = await ask();
  if (!first.stale) return first;
  await refreshReadings(ctx.db, today);
  const second = await ask();
  return second.stale ? null : second;
}
