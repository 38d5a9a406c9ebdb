import { count, counted, joinWords, sentenceCase } from "@readout/core/wording";

/** Items by phase; those of neither are not yet raised. */
export type PhaseCounts = { total: number; open: number; ended: number };

/** What the list shows where nothing narrows it. */
export function wholeListSentence(counts: PhaseCounts): string {
  if (counts.total === 0) return "Nothing is followed yet.";
  const notYetRaised = counts.total - counts.open - counts.ended;
  const parts = [
    counts.open > 0 && `${count(counts.open)} open`,
    counts.ended > 0 && `${count(counts.ended)} ended`,
    notYetRaised > 0 && `${count(notYetRaised)} not yet raised`,
  ].filter((part): part is string => part !== false);
  return `${counted(counts.total, "item")}: ${joinWords(parts)}.`;
}

/** What is left of the list by its filters: "4 of 33 items: in trouble." */
export function itemListSentence(
  { found, total }: { found: number; total: number },
  filters: readonly { words: string }[],
): string {
  const words = joinWords(filters.map((filter) => filter.words));
  return `${sentenceCase(count(found))} of ${counted(total, "item")}: ${words}.`;
}
