import type { Disagreement } from "@readout/core/disagreement";
import type { Evidence } from "@readout/core/evidence";

/** Entries as far as they cite. */
type Citing = { seq: number; evidence: readonly Pick<Evidence, "sourceId" | "paragraphs">[] };

/**
 * Puts each disagreement at the entry it concerns: the first recorded one that cites a passage of it. Entries that cite the
 * passage again later do not move it.
 *
 * @param entries in any order, those that were taken back left out
 * @returns by `seq`; `rest` holds those that share a passage with none
 */
export function placeDisagreements(
  disagreements: readonly Disagreement[],
  entries: readonly Citing[],
): { atEntry: ReadonlyMap<number, readonly Disagreement[]>; rest: readonly Disagreement[] } {
  const atEntry = new Map<number, Disagreement[]>();
  const rest: Disagreement[] = [];
  const recorded = [...entries].sort((a, b) => a.seq - b.seq);
  for (const disagreement of disagreements) {
    const first = recorded.find((entry) => sharesPassage(disagreement, entry));
    if (first === undefined) rest.push(disagreement);
    else atEntry.set(first.seq, [...(atEntry.get(first.seq) ?? []), disagreement]);
  }
  return { atEntry, rest };
}

const sharesPassage = ({ sides }: Disagreement, { evidence }: Citing): boolean =>
  sides.some(({ citations }) =>
    citations.some((citation) =>
      evidence.some(
        ({ sourceId, paragraphs }) =>
          sourceId === citation.sourceId && citation.paragraphs.some((number) => paragraphs.includes(number)),
      ),
    ),
  );
