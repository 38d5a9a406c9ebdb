import { type Bounds, type Edtf, findEdtf, parseEdtf } from "@readout/core/edtf";
import { formatEdtf } from "@readout/core/edtf-text";
import type { Day } from "@readout/core/time";

/** What a date is for: when something became so, when a source said so, or a plain day. */
export type DateUse = "effective" | "reported" | "day";

export type DateContext = {
  today: Day;
  use: DateUse;
  /** The day on which the source was published: "yesterday" and a year left out count from it. */
  written?: Day;
  /** The last day of the report, where it is known: what was reported as already so began no later. */
  lastReported?: Day;
};

/** Another reading to choose; `text` may be put into the field and is read as exactly this date. */
export type DateSuggestion = { edtf: Edtf; words: string; text: string };

/** `guessed` says in words what was taken that was not written. */
export type ReadDate = { edtf: Edtf; words: string; bounds: Bounds; guessed: string[]; suggestions: DateSuggestion[] };
export type RefusedDate = { refusal: string; suggestions: DateSuggestion[] };
export type TypedDate = ReadDate | RefusedDate;

export const isReadDate = (typed: TypedDate): typed is ReadDate => "edtf" in typed;

/** Reads a date as people write it, or as EDTF. */
export function readTypedDate(text: string, _context: DateContext): TypedDate {
  const typed = text.trim();
  if (findEdtf(typed) === null) return { refusal: "not read as a date", suggestions: [] };
  const { bounds } = parseEdtf(typed);
  return { edtf: typed as Edtf, words: formatEdtf(typed), bounds, guessed: [], suggestions: [] };
}
