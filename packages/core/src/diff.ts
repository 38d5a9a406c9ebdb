import { z } from "zod";
import { AsOf, type Basis, knownInstantOf } from "./as-of.ts";
import { Entry, isNamedEntry } from "./entry.ts";
import { ItemId } from "./id.ts";
import { Reading, readingOf } from "./reading.ts";
import { Day } from "./time.ts";
import { visibleEntries } from "./visible.ts";

/** What one item's record gained between two days. */
export const ItemDiff = z.strictObject({
  id: ItemId,
  title: z.string(),
  before: Reading,
  after: Reading,
  entries: z.array(Entry),
  corrections: z.array(Entry),
});
export type ItemDiff = z.infer<typeof ItemDiff>;

export const Diff = z.strictObject({ from: Day, to: Day, basis: AsOf.shape.basis, items: z.array(ItemDiff) });
export type Diff = z.infer<typeof Diff>;

/**
 * Compares what was known of one item on two days, each read with `knownOn = validOn`. Entries in any order; in the
 * answer by `seq`, corrections and retractions in their own list alone, retracted entries among the others and marked.
 *
 * @returns null when nothing differs: same reading, no new entry, no correction recorded after `from` and up to `to`
 */
export function diffOf(
  ledger: readonly Entry[],
  from: Day,
  to: Day,
  basis: Basis,
): Omit<ItemDiff, "id" | "title"> | null {
  const earlier: AsOf = { knownOn: from, validOn: from, basis };
  const later: AsOf = { knownOn: to, validOn: to, basis };
  const before = readingOf(ledger, earlier);
  const after = readingOf(ledger, later);
  const known = new Set(visibleEntries(ledger, earlier).map((entry) => entry.seq));
  const entries = visibleEntries(ledger, later).filter((entry) => isNamedEntry(entry) && !known.has(entry.seq));
  const corrections = ledger
    .filter(
      (entry) =>
        !isNamedEntry(entry) && entry.recorded > knownInstantOf(earlier) && entry.recorded <= knownInstantOf(later),
    )
    .sort((a, b) => a.seq - b.seq);
  if (entries.length === 0 && corrections.length === 0 && JSON.stringify(before) === JSON.stringify(after)) return null;
  return { before, after, entries, corrections };
}
