import type { RestingEntry } from "@readout/core/source";
import type { CitableSource } from "./cited-sources.ts";
import type { KnownPassage, ShownParagraph } from "./passage-reader.tsx";

/** Rows of numbers beyond which only those are listed of which something is known. */
const MOST_BARE_ROWS = 300;

/**
 * The paragraphs of a source to choose from: its text where it is held, else what entries already cite from each.
 *
 * @param taken are listed in any case
 * @returns none for a source whose paragraphs are neither held nor numbered
 */
export function shownParagraphs(source: CitableSource, itemId: string, taken: readonly number[]): ShownParagraph[] {
  if (source.text !== undefined) return source.text.map((text, i) => ({ number: i + 1, text, known: [] }));
  const all = Array.from({ length: source.paragraphCount ?? 0 }, (_, i) => i + 1);
  const rows = all.map((number) => ({ number, text: null, known: knownPassages(source.entries, itemId, number) }));
  if (rows.length <= MOST_BARE_ROWS) return rows;
  return rows.filter(({ number, known }) => known.length > 0 || taken.includes(number));
}

/** What entries say that a paragraph says, each once, those of this item first. */
function knownPassages(entries: readonly RestingEntry[], itemId: string, number: number): KnownPassage[] {
  const here = entries.filter(({ paragraphs }) => paragraphs.includes(number));
  const ordered = [
    ...here.filter((entry) => entry.itemId === itemId),
    ...here.filter((entry) => entry.itemId !== itemId),
  ];
  const said = new Map<string, KnownPassage>();
  for (const { itemId: of, itemTitle, seq, says } of ordered)
    if (!said.has(says))
      said.set(says, { says, where: of === itemId ? `entry ${seq} here` : `${itemTitle}, entry ${seq}` });
  return [...said.values()];
}
