import type { Entry, RecordEntry } from "@readout/core/entry";
import type { Evidence } from "@readout/core/evidence";
import { type CitedSource, originsOf } from "@readout/core/origin";

/**
 * What a proposal rests on: the evidence of the entry that it became, or else that of its command, with the origins that
 * recording it would settle today.
 *
 * @param entry   the entry that an approved proposal became; null for every other one
 * @param sources the cited sources with the lineage reachable from them
 */
export function proposedEvidence(
  command: RecordEntry,
  entry: Entry | null,
  sources: ReadonlyMap<string, CitedSource>,
): readonly Evidence[] {
  if (entry !== null) return "evidence" in entry ? entry.evidence : [];
  if (!("evidence" in command)) return [];
  return (command.evidence ?? []).map(({ origins, keywords = [], ...cited }) => {
    const paragraphs = [...cited.paragraphs].sort((a, b) => a - b);
    return {
      ...cited,
      paragraphs,
      origins: [...new Set(origins ?? originsOf(cited.sourceId, paragraphs, sources))],
      keywords,
    };
  });
}
