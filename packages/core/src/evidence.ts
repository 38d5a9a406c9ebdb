import { z } from "zod";
import { SourceId } from "./id.ts";
import { plainText, text } from "./text.ts";

export const Stance = z.enum(["supports", "contradicts", "context"]);
export type Stance = z.infer<typeof Stance>;

/** Information credibility on the Admiralty scale, 1 (confirmed by other sources) to 6 (cannot be judged). */
export const Credibility = z.number().int().min(1).max(6);
export type Credibility = z.infer<typeof Credibility>;

export const credibilityWords: Record<number, string> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "cannot be judged",
};

/** Source reliability on the Admiralty scale, A (completely reliable) to F (cannot be judged). */
export const Reliability = z.enum(["A", "B", "C", "D", "E", "F"]);
export type Reliability = z.infer<typeof Reliability>;

export const reliabilityWords: Record<Reliability, string> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "cannot be judged",
};

/** Paragraph numbers of a source, counted from 1, each once, in rising order as stored. */
export const Paragraphs = z
  .array(z.number().int().min(1).max(100_000))
  .max(500)
  .refine((numbers) => new Set(numbers).size === numbers.length, "each paragraph once");

/** Who said it first: a source's id or a publisher's name. */
export const Origin = text(200);

/** A passage quoted, with what stands around it: a TextQuoteSelector of the W3C Web Annotation model. */
export const TextQuote = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: text(280),
  prefix: plainText(40).default(""),
  suffix: plainText(40).default(""),
});
export type TextQuote = z.infer<typeof TextQuote>;

/** A citation as an author submits it; `origins` is left out where the lineage of the passage decides. */
export const NewEvidence = z.strictObject({
  sourceId: SourceId,
  paragraphs: Paragraphs.default([]),
  stance: Stance,
  credibility: Credibility.default(6),
  says: text(2000),
  origins: z.array(Origin).min(1).max(20).optional(),
  keywords: z.array(text(80)).max(20).optional(),
  quote: TextQuote.optional(),
});
export type NewEvidence = z.infer<typeof NewEvidence>;

/**
 * A citation in the ledger. `origins` holds who said it first, as settled when the entry was recorded; without a quotation
 * there is no `quote`, not even null, because the entry's hash covers what stands here.
 */
export const Evidence = z.strictObject({
  sourceId: SourceId,
  paragraphs: z.array(z.number().int()),
  stance: Stance,
  credibility: Credibility,
  says: z.string(),
  origins: z.array(z.string()),
  keywords: z.array(z.string()),
  quote: TextQuote.optional(),
});
export type Evidence = z.infer<typeof Evidence>;
