import { type AsOf, isKnown } from "@readout/core/as-of";
import type { Disagreement } from "@readout/core/disagreement";
import type { Day, Instant } from "@readout/core/time";

/** Something cited, with the last day of when it was published. */
type Dated<T> = T & { publishedLatest: Day };
type Side = Disagreement["sides"][number];

/** A disagreement as it is kept, with the days that decide what of it was known. */
export type KeptDisagreement = Omit<Disagreement, "sides" | "outside"> & {
  recordedAt: Instant;
  sides: (Omit<Side, "citations"> & { citations: Dated<Side["citations"][number]>[] })[];
  outside: Dated<Disagreement["outside"][number]>[];
};

const lastOf = (cited: readonly { publishedLatest: Day }[]): Day | null =>
  cited.reduce<Day | null>((last, { publishedLatest: day }) => (last === null || day > last ? day : last), null);

const undated = <T extends { publishedLatest: Day }>({ publishedLatest: _day, ...rest }: T) => rest;

/**
 * What of a disagreement was known: each side once all it cites was published, each outside page by itself, the verdict
 * with its assessment after the last of them all.
 *
 * @returns null while fewer than two of its parts are known: one claim alone disagrees with nothing. One that has a single
 *   part, a text against itself, is known with that part.
 */
export function disagreementAsOf(kept: KeptDisagreement, asOf: AsOf): Disagreement | null {
  const known = (cited: readonly { publishedLatest: Day }[]) => isKnown(asOf, lastOf(cited), kept.recordedAt);
  const sides = kept.sides.filter((side) => known(side.citations));
  const outside = kept.outside.filter((page) => known([page]));
  const parts = kept.sides.length + kept.outside.length;
  const partsKnown = sides.length + outside.length;
  if (partsKnown < Math.min(2, parts)) return null;
  const settled = partsKnown === parts;
  const { recordedAt: _recordedAt, ...shown } = kept;
  return {
    ...shown,
    sides: sides.map((side) => ({ ...side, citations: side.citations.map(undated) })),
    outside: outside.map(undated),
    verdict: settled ? kept.verdict : null,
    assessment: settled ? kept.assessment : null,
  };
}
