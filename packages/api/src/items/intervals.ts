import type { AsOf } from "@readout/core/as-of";
import { type StatusInterval, statusIntervals } from "@readout/core/reading";
import { LRUCache } from "lru-cache";
import type { Context } from "../context.ts";
import type { Db } from "../db/handle.ts";
import { sql } from "../db/sql.ts";
import { thinLedgers } from "./thin-ledgers.ts";

/** As many stretches as are kept for one database: some ten MB. */
const MOST_KEPT = 100_000;

/** Stretches by item, head of its ledger and as-of: they follow from nothing else. */
type Kept = LRUCache<string, StatusInterval[]>;

const keptOf = new WeakMap<Db, Kept>();

/** The stretches of status of some items; items without an entry are left out. */
export async function intervalsOfItems(
  ctx: Context,
  ids: readonly string[],
  asOf: AsOf,
): Promise<Map<string, StatusInterval[]>> {
  const kept = keptOf.get(ctx.db) ?? new LRUCache({ maxSize: MOST_KEPT, sizeCalculation: (list) => list.length + 1 });
  keptOf.set(ctx.db, kept);
  const keyOf = (id: string, head: number) => `${head} ${asOf.basis} ${asOf.knownOn} ${asOf.validOn} ${id}`;
  const found = new Map<string, StatusInterval[]>();
  const missing: string[] = [];
  for (const { id, head } of await headsOf(ctx, ids)) {
    const intervals = kept.get(keyOf(id, head));
    if (intervals === undefined) missing.push(id);
    else found.set(id, intervals);
  }
  for (const [id, entries] of await thinLedgers(ctx, missing, "without")) {
    const intervals = statusIntervals(entries, asOf);
    found.set(id, intervals);
    // Under the head that was read, which may be a later one by now.
    kept.set(keyOf(id, entries.length), intervals);
  }
  return found;
}

/** How far the ledgers of some items have come; of those that have begun. */
const headsOf = (ctx: Context, ids: readonly string[]): Promise<{ id: string; head: number }[]> =>
  sql(ctx.db)("SELECT id, head FROM item WHERE id = ANY($1) AND head > 0", [ids]);
