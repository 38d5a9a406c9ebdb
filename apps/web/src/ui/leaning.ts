import type { Leaning } from "@readout/core/scenario";

/** What a speaker did with an outcome; a leaning is never turned into a number. */
export const leaningWords: Record<Leaning, string> = {
  for: "thought it likely",
  against: "thought it unlikely",
  conditional: "named a condition",
};
