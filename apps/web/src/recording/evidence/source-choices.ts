import { boundsOf } from "@readout/core/edtf";
import type { SourceSummary } from "@readout/core/source";

/** Sources as they are offered: the one published last first. */
export const inOrderOfChoice = (sources: readonly SourceSummary[]): SourceSummary[] =>
  sources.toSorted((a, b) => compare(endOf(b), endOf(a)) || compare(a.title, b.title));

const endOf = ({ published }: SourceSummary): string => boundsOf(published).latest ?? "";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
