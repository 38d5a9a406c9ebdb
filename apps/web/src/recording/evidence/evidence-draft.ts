import type { Evidence, NewEvidence, Stance } from "@readout/core/evidence";
import { type CitedSource, originsOf } from "@readout/core/origin";

/** A marked passage, as a W3C TextQuoteSelector. */
export type Quote = NonNullable<Evidence["quote"]>;

/** One piece of evidence while it is written; `sourceId` is empty until a source is picked. */
export type EvidenceDraft = {
  key: string;
  sourceId: string;
  /** Each once, rising. */
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
    paragraphs: draft.paragraphs,
    stance: draft.stance,
    credibility: draft.credibility,
    says: draft.says,
    ...(draft.quote && { quote: draft.quote }),
    ...(draft.origins && { origins: draft.origins }),
    ...(draft.keywords && draft.keywords.length > 0 && { keywords: draft.keywords }),
  }) as NewEvidence;

/** Recorded evidence to be written anew, in a correction or on another head. */
export const draftOfEvidence = (evidence: Evidence, key: string): EvidenceDraft => ({
  key,
  sourceId: evidence.sourceId,
  paragraphs: evidence.paragraphs,
  stance: evidence.stance,
  credibility: evidence.credibility,
  says: evidence.says,
  // Evidence that leads to nobody has none to state again.
  ...(evidence.origins.length > 0 && { origins: evidence.origins }),
  ...(evidence.keywords.length > 0 && { keywords: evidence.keywords }),
  ...(evidence.quote && { quote: evidence.quote }),
});

/** The draft with another source: what was cited of the one before does not stand in it. */
export const withSource = ({ key, stance, credibility, says }: EvidenceDraft, sourceId: string): EvidenceDraft => ({
  ...newEvidenceDraft(key),
  sourceId,
  stance,
  credibility,
  says,
});

/** The draft with other paragraphs; a quotation stays with its own. */
export function withParagraphs(
  draft: EvidenceDraft,
  paragraphs: readonly number[],
  quoted: readonly number[],
): EvidenceDraft {
  const { origins: _, quote, ...rest } = draft;
  const keeps = quote !== undefined && quoted.every((number) => paragraphs.includes(number));
  return { ...rest, paragraphs: [...paragraphs].sort((a, b) => a - b), ...(keeps && { quote }) };
}

/** The draft with a quotation, or without; its paragraphs are cited with it. */
export function withQuote(draft: EvidenceDraft, quote: Quote | null, quoted: readonly number[]): EvidenceDraft {
  const { quote: _, ...rest } = draft;
  if (quote === null) return rest;
  const missing = quoted.filter((number) => !rest.paragraphs.includes(number));
  const cited = missing.length === 0 ? rest : withParagraphs(rest, [...rest.paragraphs, ...missing], []);
  return { ...cited, quote };
}

/** Who first said what supports the entry: the origins of its supporting evidence as deciding it would settle them. */
export const originsOfDrafts = (
  drafts: readonly EvidenceDraft[],
  sources: ReadonlyMap<string, CitedSource>,
): string[] => [
  ...new Set(
    drafts
      .filter(({ stance, sourceId }) => stance === "supports" && sources.has(sourceId))
      .flatMap(({ origins, sourceId, paragraphs }) => origins ?? originsOf(sourceId, paragraphs, sources)),
  ),
];

/** Whether what supports the entry still lacks the paragraphs that say where it came from. */
export const lacksParagraphs = (drafts: readonly EvidenceDraft[], sources: ReadonlyMap<string, CitedSource>): boolean =>
  drafts.some(
    ({ stance, sourceId, paragraphs }) =>
      stance === "supports" && paragraphs.length === 0 && (sources.get(sourceId)?.paragraphCount ?? null) !== null,
  );

/**
 * Why nothing here can be "confirmed by other sources"; null where two origins support the entry.
 *
 * @param nameOf how an origin, a source's id or a publisher's name, is called
 */
export function confirmationRefusal(
  drafts: readonly EvidenceDraft[],
  sources: ReadonlyMap<string, CitedSource>,
  nameOf: (origin: string) => string,
): string | null {
  const origins = originsOfDrafts(drafts, sources);
  if (origins.length >= 2) return null;
  const supporting = drafts.filter(({ stance, sourceId }) => stance === "supports" && sourceId !== "");
  const [only] = origins;
  if (only === undefined) return "1 needs two origins; nothing here supports it yet";
  return `1 needs two origins; ${supporting.length > 1 ? "these are" : "this is"} one: ${nameOf(only)}`;
}
