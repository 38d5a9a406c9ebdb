import type { AsOf } from "@readout/core/as-of";
import { type StatusInterval, statusIntervals } from "@readout/core/reading";
import type { Context } from "../context.ts";
import { thinLedgers } from "./thin-ledgers.ts";

/** The stretches of status of some items; items without an entry are left out. */
export async function intervalsOfItems(
  ctx: Context,
  ids: readonly string[],
  asOf: AsOf,
): Promise<Map<string, StatusInterval[]>> {
  const ledgers = await thinLedgers(ctx, ids, "without");
  return new Map([...ledgers].map(([id, entries]) => [id, statusIntervals(entries, asOf)]));
}
