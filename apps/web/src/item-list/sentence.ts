import type { ItemCounts } from "@readout/core/overview";
import { count, counted, joinWords, sentenceCase } from "@readout/core/wording";

/**
 * What the list shows, in a sentence.
 *
 * @param found how many match, where all of them are on the page; null where there are more
 */
export function itemListSentence(
  counts: ItemCounts,
  filters: readonly { words: string }[],
  found: number | null,
): string {
  if (filters.length === 0) {
    if (counts.total === 0) return "Nothing is followed yet.";
    const parts = [
      counts.open > 0 && `${count(counts.open)} open`,
      counts.families.end > 0 && `${count(counts.families.end)} ended`,
      counts.notYetRaised > 0 && `${count(counts.notYetRaised)} not yet raised`,
    ].filter((part): part is string => part !== false);
    return `${counted(counts.total, "item")}: ${joinWords(parts)}.`;
  }
  const words = joinWords(filters.map((filter) => filter.words));
  if (found === null) return `Items: ${words}.`;
  return `${sentenceCase(count(found))} of ${counted(counts.total, "item")}: ${words}.`;
}
