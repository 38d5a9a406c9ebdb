import type { Evidence, NewEvidence, Stance } from "@readout/core/evidence";

/** A marked passage, as a W3C TextQuoteSelector. */
export type Quote = NonNullable<Evidence["quote"]>;

/** One piece of evidence while it is written; `sourceId` is empty until a source is picked. */
export type EvidenceDraft = {
  key: string;
  sourceId: string;
  paragraphs: number[];
  quote?: Quote;
  stance: Stance;
  credibility: number;
  says: string;
  /** Kept from what is corrected, until its source or its paragraphs change. */
  origins?: string[];
  keywords?: string[];
};

/** An empty piece of evidence; `key` tells it from the others while they are written. */
export const newEvidenceDraft = (key: string): EvidenceDraft => ({
  key,
  sourceId: "",
  paragraphs: [],
  stance: "supports",
  credibility: 6,
  says: "",
});

/** Whether nothing has been written or chosen yet. */
export const isBlankDraft = ({ sourceId, says }: EvidenceDraft): boolean => sourceId === "" && says.trim() === "";

/** What is submitted of a draft; its faults are for the schema and the decision to find. */
export const evidenceOfDraft = (draft: EvidenceDraft): NewEvidence =>
  ({
    sourceId: draft.sourceId,
    paragraphs: [...draft.paragraphs].sort((a, b) => a - b),
    stance: draft.stance,
    credibility: draft.credibility,
    says: draft.says,
    ...(draft.quote && { quote: draft.quote }),
    ...(draft.origins && { origins: draft.origins }),
    ...(draft.keywords && draft.keywords.length > 0 && { keywords: draft.keywords }),
  }) as NewEvidence;

/** What is submitted of several: blank ones are left out. */
export const evidenceOfDrafts = (drafts: readonly EvidenceDraft[]): NewEvidence[] =>
  drafts.filter((draft) => !isBlankDraft(draft)).map(evidenceOfDraft);

/** Recorded evidence to be written anew, in a correction or on another head. */
export const draftOfEvidence = (evidence: Evidence, key: string): EvidenceDraft => ({
  key,
  sourceId: evidence.sourceId,
  paragraphs: evidence.paragraphs,
  stance: evidence.stance,
  credibility: evidence.credibility,
  says: evidence.says,
  origins: evidence.origins,
  keywords: evidence.keywords,
  ...(evidence.quote && { quote: evidence.quote }),
});
