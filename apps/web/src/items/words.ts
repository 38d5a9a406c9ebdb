import type { Disagreement, Verdict } from "@readout/core/disagreement";
import type { LinkType, OwnerSide } from "@readout/core/item";

export const ownerWords: Record<OwnerSide, string> = {
  us: "United States",
  russia: "Russia",
  both: "both sides",
  others: "others",
};

/** How a linked item stands to this one; `from` where it is the other item that names this one. */
export const linkWords: Record<LinkType, { to: string; from: string }> = {
  "depends-on": { to: "depends on", from: "needed by" },
  blocks: { to: "blocks", from: "blocked by" },
  "part-of": { to: "part of", from: "includes" },
  related: { to: "related", from: "related" },
};

export const verdictWords: Record<Verdict, string> = {
  reconcilable: "Both can be true.",
  "one-side-right": "One side right.",
  unresolved: "Not settled.",
};

/** What kind of difference it is, behind "Sources disagree". */
export const disagreementWords: Record<Disagreement["type"], string> = {
  figure: "on a figure",
  status: "on whether it is done",
  wording: "on what to call it",
  translation: "in translation",
  attribution: "on who said it",
  scope: "on how much is meant",
  presence: "on whether it happened",
  framing: "on what it means",
  timing: "on when it was",
  identity: "on who is meant",
  internal: "with themselves",
};

/** The day worked out for an entry, where it does not stand in the text; by the data set's own words. */
export const basisWords: Record<string, string> = {
  "in-text": "the day stands in the text",
  resolved: "the day is worked out from the text",
  inferred: "the day is judged from context",
  outside: "the day is taken from another page",
};
