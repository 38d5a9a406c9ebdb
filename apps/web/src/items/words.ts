import type { Disagreement, Verdict } from "@readout/core/disagreement";
import { boundsOf } from "@readout/core/edtf";
import type { LinkType, OwnerSide } from "@readout/core/item";
import type { Milestone } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { formatDistance } from "../ui/format.ts";
import { timeLeft } from "../ui/time-left.ts";

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

/** A milestone's kind and how far off it is: "expiry · 40 days left at most", "deadline · passed 289 days ago, no verdict recorded". */
export function milestoneWords({ kind, date }: Pick<Milestone, "kind" | "date">, on: Day): string {
  const name = kind.replaceAll("-", " ");
  if (kind === "past-event") return name;
  const left = timeLeft(date, on);
  if (left !== null) return `${name} · ${left}`;
  const { latest } = boundsOf(date);
  return `${name} · passed ${latest === null ? "" : `${formatDistance(latest, on)} ago, `}no verdict recorded`;
}

/** The day worked out for an entry, where it does not stand in the text; by the data set's own words. */
export const basisWords: Record<string, string> = {
  "in-text": "the day stands in the text",
  resolved: "the day is worked out from the text",
  inferred: "the day is judged from context",
  outside: "the day is taken from another page",
};
