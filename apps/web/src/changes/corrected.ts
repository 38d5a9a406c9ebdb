import type { ItemDiff } from "@readout/core/diff";
import { type Entry, isStatusEntry, type StatusEntry } from "@readout/core/entry";
import { factsOf } from "@readout/core/visible";

/** Whether an item has news that was corrected since, so that its ledger is needed to say it. */
export const hasCorrected = ({ entries }: Pick<ItemDiff, "entries">): boolean =>
  entries.some((entry) => isStatusEntry(entry) && entry.correctedBy !== null);

/**
 * The news of an item in its corrected form; hashes cover what was recorded, so the record itself gives it uncorrected.
 *
 * @param visible the entries of the item that are visible on the later day, in any order
 */
export function correctedNews(item: ItemDiff, visible: readonly Entry[]): ItemDiff {
  const facts = new Map(factsOf(visible).map((fact) => [fact.seq, fact]));
  const entries = item.entries.map((entry) => {
    const fact = facts.get(entry.seq);
    if (!isStatusEntry(entry) || fact === undefined || fact.kind === "review") return entry;
    const { status, effective, reported, summary, answer, noEvidence, evidence } = fact;
    const content = { status, effective, reported, summary, answer, noEvidence, evidence: [...evidence] };
    return { ...entry, ...content } as StatusEntry;
  });
  return { ...item, entries };
}
