import type { HistoryOf } from "@readout/core/history";

/**
 * What a history shows of an edit: what anyone may read of the thing itself, and why it was edited. Whatever else an audit row
 * holds stays in the log.
 */
export const publicFields: Record<HistoryOf, readonly string[]> = {
  item: [
    ...["title", "question", "resolutionCriteria", "statusSubject", "ownerSide", "tags", "opened", "whyOpen"],
    ...["reviewEveryDays", "parties", "links", "milestones", "reason"],
  ],
  milestone: ["date", "kind", "what", "verdict", "movedTo", "entrySeq", "note", "decidedOn"],
  source: [
    ...["title", "publisher", "author", "language", "published", "kind", "reliability", "reliabilityReason", "url"],
    ...["paragraphCount", "origin", "lineage"],
  ],
  actor: ["name", "type", "state", "also", "offices"],
  disagreement: ["itemIds", "type", "summary", "sides", "verdict", "assessment"],
};
