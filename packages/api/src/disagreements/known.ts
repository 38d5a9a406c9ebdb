import { type AsOf, isKnown } from "@readout/core/as-of";
import type { Disagreement } from "@readout/core/disagreement";
import type { Day, Instant } from "@readout/core/time";

/** Something cited, with the last day of when it was published. */
type Dated<T> = T & { publishedLatest: Day };
type Side = Disagreement["sides"][number];

/** A disagreement as it is kept, with the days that decide what of it was known. */
export type KeptDisagreement = Omit<Disagreement, "sides" | "outside"> & {
  recordedAt: Instant;
  /** When its verdict was written. */
  decidedAt: Instant;
  sides: (Omit<Side, "citations"> & { recordedAt: Instant; citations: Dated<Side["citations"][number]>[] })[];
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
  const { recordedAt, decidedAt, ...shown } = kept;
  const sides = kept.sides.filter((side) => isKnown(asOf, lastOf(side.citations), side.recordedAt));
  const outside = kept.outside.filter((page) => isKnown(asOf, page.publishedLatest, recordedAt));
  const parts = kept.sides.length + kept.outside.length;
  const partsKnown = sides.length + outside.length;
  if (partsKnown < Math.min(2, parts)) return null;
  // An edit may have brought the verdict after all that it weighs was recorded.
  const settled = partsKnown === parts && (asOf.basis === "reported" || isKnown(asOf, null, decidedAt));
  return {
    ...shown,
    sides: sides.map(({ claim, citations }) => ({ claim, citations: citations.map(undated) })),
    outside: outside.map(undated),
    verdict: settled ? kept.verdict : null,
    assessment: settled ? kept.assessment : null,
  };
}
