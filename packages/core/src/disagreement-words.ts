import type { Disagreement, Verdict } from "./disagreement.ts";

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

/** What differs, as the head over it says: "Sources disagree on a figure". */
export const disagreementHead = ({ type }: Pick<Disagreement, "type">): string =>
  type === "internal" ? "A source disagrees with itself" : `Sources disagree ${disagreementWords[type]}`;
