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

/** The day worked out for an entry, where it does not stand in the text; by the data set's own words. */
export const basisWords: Record<string, string> = {
  "in-text": "the day stands in the text",
  resolved: "the day is worked out from the text",
  inferred: "the day is judged from context",
  outside: "the day is taken from another page",
};
