import { credibilityWords, type Reliability, reliabilityWords, type Stance } from "./evidence.ts";

/** A rating in words: "fairly reliable, probably true". */
export const ratingWords = (reliability: Reliability, credibility: number): string =>
  `${reliabilityWords[reliability]}, ${credibilityWords[credibility] ?? ""}`;

/** What a passage does to an entry, as a sign and in words. */
export const stanceSigns: Record<Stance, [sign: string, words: string]> = {
  supports: ["+", "says so"],
  contradicts: ["−", "speaks against"],
  context: ["·", "context"],
};
