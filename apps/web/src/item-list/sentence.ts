import type { ItemCounts } from "@readout/core/overview";
import { count, counted, joinWords, sentenceCase } from "@readout/core/wording";

/** What the list shows where nothing narrows it. */
export function wholeListSentence(counts: ItemCounts): string {
  if (counts.total === 0) return "Nothing is followed yet.";
  const parts = [
    counts.open > 0 && `${count(counts.open)} open`,
    counts.families.end > 0 && `${count(counts.families.end)} ended`,
    counts.notYetRaised > 0 && `${count(counts.notYetRaised)} not yet raised`,
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
