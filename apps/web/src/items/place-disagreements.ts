import type { Disagreement } from "@readout/core/disagreement";
import type { Evidence } from "@readout/core/evidence";

/** Entries as far as they cite. */
type Citing = { seq: number; evidence: readonly Pick<Evidence, "sourceId" | "paragraphs">[] };

/**
 * Puts each disagreement at the entry it concerns: the one whose evidence shares most cited paragraphs with it.
 *
 * @param entries newest first; of two that share as many the newer one gets it
 * @returns by `seq`; `rest` holds those that share a paragraph with none
 */
export function placeDisagreements(
  disagreements: readonly Disagreement[],
  entries: readonly Citing[],
): { atEntry: ReadonlyMap<number, readonly Disagreement[]>; rest: readonly Disagreement[] } {
  const atEntry = new Map<number, Disagreement[]>();
  const rest: Disagreement[] = [];
  for (const disagreement of disagreements) {
    let best: { seq: number; shared: number } | null = null;
    for (const entry of entries) {
      const shared = sharedParagraphs(disagreement, entry);
      if (shared > (best?.shared ?? 0)) best = { seq: entry.seq, shared };
    }
    if (best === null) rest.push(disagreement);
    else atEntry.set(best.seq, [...(atEntry.get(best.seq) ?? []), disagreement]);
  }
  return { atEntry, rest };
}

function sharedParagraphs({ sides }: Disagreement, { evidence }: Citing): number {
  let shared = 0;
  for (const { citations } of sides)
    for (const citation of citations)
      for (const { sourceId, paragraphs } of evidence)
        if (sourceId === citation.sourceId) shared += citation.paragraphs.filter((p) => paragraphs.includes(p)).length;
  return shared;
}
