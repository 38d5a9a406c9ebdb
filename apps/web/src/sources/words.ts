import type { Reliability } from "@readout/core/evidence";
import { reliabilityWords } from "@readout/core/evidence";
import type { SourceDetail, SourceKind, SourceRole, SourceSummary } from "@readout/core/source";
import { counted, joinWords } from "@readout/core/wording";
import { creditWords, mannerWords } from "../charts/lineage/series.ts";

export const roleWords: Record<SourceRole, string> = {
  seed: "read by paragraph",
  underlying: "stands behind another source",
  page: "public page",
};

export const kindWords: Record<SourceKind, string> = {
  "wire-report": "wire report",
  "news-report": "news report",
  analysis: "analysis",
  republication: "republication",
  "official-statement": "official statement",
  remarks: "remarks",
  broadcast: "broadcast",
};

/** "D, not usually reliable": letter and words together. */
export const reliabilityText = (reliability: Reliability): string => `${reliability}, ${reliabilityWords[reliability]}`;

const languages = new Intl.DisplayNames(["en-GB"], { type: "language" });

/** The name of a language by its tag: "Russian". */
export const languageName = (tag: string): string => languages.of(tag) ?? tag;

/**
 * The sentence that opens the list of sources.
 *
 * "The record rests on 124 sources: 5 read paragraph by paragraph, 14 that stand behind them, and 105 public pages."
 *
 * @param some  the first sources of the list
 * @param isAll whether there are no more
 */
export function sourcesSentence(some: readonly Pick<SourceSummary, "role">[], isAll: boolean): string {
  if (some.length === 0) return "No source was published by this day.";
  const number = (role: SourceRole) => some.filter((source) => source.role === role).length;
  const [seeds, behind, pages] = [number("seed"), number("underlying"), number("page")];
  if (!isAll)
    return `The record rests on more than ${counted(some.length, "source")}, ${seeds} of them read paragraph by paragraph.`;
  const parts = [
    seeds > 0 && `${seeds} read paragraph by paragraph`,
    behind > 0 && `${behind} that ${behind === 1 ? "stands" : "stand"} behind others`,
    pages > 0 && counted(pages, "public page"),
  ].filter((part): part is string => part !== false);
  return `The record rests on ${counted(some.length, "source")}: ${joinWords(parts)}.`;
}

type Resting = SourceDetail["entries"];

/** "23 entries on 16 items": an entry that cites a source twice is one. */
export function restingCount(entries: Resting): string {
  const distinct = new Set(entries.map(({ itemId, seq }) => `${itemId} ${seq}`)).size;
  const items = new Set(entries.map(({ itemId }) => itemId)).size;
  return `${counted(distinct, "entry", "entries")} on ${counted(items, "item")}`;
}

/** Citations gathered by item, items in the order in which they come. */
export function byItem(entries: Resting): { itemId: string; title: string; subject: string; entries: Resting }[] {
  const groups = new Map<string, { itemId: string; title: string; subject: string; entries: Resting }>();
  for (const entry of entries) {
    const group = groups.get(entry.itemId);
    if (group === undefined)
      groups.set(entry.itemId, {
        itemId: entry.itemId,
        title: entry.itemTitle,
        subject: entry.statusSubject,
        entries: [entry],
      });
    else group.entries.push(entry);
  }
  return [...groups.values()];
}

export type Taking = { sourceId: string; publisher: string; paragraphs: number[]; words: string };

/** What others took from a source, one line for each way in which each of them did: "near-verbatim, uncredited". */
export function takings(usedBy: SourceDetail["usedBy"]): Taking[] {
  const found = new Map<string, Taking>();
  for (const { sourceId, publisher, paragraphs, manner, attributed } of usedBy) {
    const words = `${mannerWords[manner]}, ${creditWords[attributed]}`;
    const taking = found.get(`${sourceId} ${words}`);
    if (taking === undefined)
      found.set(`${sourceId} ${words}`, { sourceId, publisher, paragraphs: [...paragraphs], words });
    else taking.paragraphs = [...new Set([...taking.paragraphs, ...paragraphs])].sort((a, b) => a - b);
  }
  return [...found.values()];
}
