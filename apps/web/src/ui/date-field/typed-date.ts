import { type Bounds, type Edtf, EdtfError, findEdtf, type ParsedEdtf, parseEdtf } from "@readout/core/edtf";
import { formatDay, formatEdtf } from "@readout/core/edtf-text";
import type { Day } from "@readout/core/time";
import { readPhrase } from "./phrase.ts";

/** What a date is for: when something became so, when a source said so, one plain day, or any date. */
export type DateUse = "effective" | "reported" | "day" | "any";

export type DateContext = {
  today: Day;
  use: DateUse;
  /** The day on which the source was published: what counts from today is offered as counted from that day too. */
  written?: Day | undefined;
  /** The last day of the report, where it is known: what was reported as already so began no later. */
  lastReported?: Day | undefined;
};

/**
 * Another reading to choose; `text` may be put into the field and is read as exactly this date.
 * `because` says why where it is the same words read from another day; else it is null.
 */
export type DateSuggestion = { edtf: Edtf; words: string; text: string; because: string | null };

/** `guessed` says in words what was taken that was not written. */
export type ReadDate = { edtf: Edtf; words: string; bounds: Bounds; guessed: string[]; suggestions: DateSuggestion[] };
/** `unfinished` where the text may yet become a date while it is typed. */
export type RefusedDate = { refusal: string; unfinished: boolean; suggestions: DateSuggestion[] };
export type TypedDate = ReadDate | RefusedDate;

export const isReadDate = (typed: TypedDate): typed is ReadDate => "edtf" in typed;

/**
 * Reads a date as people write it ("late July 2017", "6 Aug", "by 5 February 2018"), or as EDTF.
 *
 * What is left out is taken from today, always backwards, and named in `guessed`; what can be read in two ways is refused
 * with both. A source chosen later alters no reading: what the words would say on its day is only offered.
 * `words` are core's own.
 */
export function readTypedDate(text: string, context: DateContext): TypedDate {
  const found = findDate(text, context.today);
  if ("refusal" in found) {
    const { refusal, instead } = found;
    return { refusal, unfinished: instead.length === 0, suggestions: suggested(instead, context) };
  }
  const { parsed, guessed } = found;
  const edtf = found.edtf as Edtf;
  const objection = objectionTo(parsed, context);
  const better = betterThan(edtf, parsed, context);
  const suggestions = distinctOf([
    ...suggested(better, context),
    ...fromSource(text, edtf, context),
    ...suggested(found.instead, context),
  ]);
  if (objection !== null) return { refusal: objection, unfinished: false, suggestions };
  return { edtf, words: formatEdtf(edtf), bounds: parsed.bounds, guessed, suggestions };
}

/** A date as people write it, where that is read as the same date on whatever day; else its EDTF. */
export function wordsTyped(edtf: string): string {
  const words = formatEdtf(edtf);
  const read = ANY_DAYS.map((day) => findDate(words, day));
  return read.every((found) => "edtf" in found && found.edtf === edtf) ? words : edtf;
}

/** Days that have nothing in common. */
const ANY_DAYS = ["1999-12-31", "2024-02-29"] as Day[];

type Found = { instead: string[] } & ({ edtf: string; parsed: ParsedEdtf; guessed: string[] } | { refusal: string });

const NOT_READ =
  "This is not read as a date. Write it as in 6 Aug 2017, late July 2017, by 5 February 2018 or 2017-08.";
const TWO_WAYS = /(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d)/;

function findDate(text: string, anchor: Day): Found {
  const typed = text.trim();
  if (typed === "") return { refusal: "A date is needed.", instead: [] };
  const asWritten = findEdtf(typed);
  if (asWritten !== null) return { edtf: typed, parsed: asWritten, guessed: [], instead: [] };

  const orders = TWO_WAYS.test(typed) ? [true, false] : [true];
  const readings = orders.map((dayFirst) => phraseFound(typed, anchor, dayFirst));
  const read = readings.flatMap((reading) => ("edtf" in reading ? [reading] : []));
  const distinct = [...new Map(read.map((reading) => [reading.edtf, reading])).values()];
  if (distinct.length > 1) return { refusal: "Day or month first?", instead: distinct.map(({ edtf }) => edtf) };
  return distinct[0] ?? readings[0] ?? { refusal: NOT_READ, instead: [] };
}

function phraseFound(text: string, anchor: Day, dayFirst: boolean): Found {
  try {
    const phrase = readPhrase(text, { anchor, dayFirst });
    if (phrase === null) return { refusal: reasonAgainst(text), instead: [] };
    if ("doubt" in phrase) return { refusal: phrase.doubt, instead: phrase.instead };
    const { edtf, notes, coming } = phrase;
    return { edtf, parsed: parseEdtf(edtf), guessed: notes, instead: coming === undefined ? [] : [coming] };
  } catch (error) {
    // Counting days may leave the calendar: "after 31 December 9999".
    if (error instanceof EdtfError || error instanceof RangeError)
      return { refusal: sentence(error.message), instead: [] };
    throw error;
  }
}

/** Whoever writes EDTF is told what EDTF lacks. */
function reasonAgainst(text: string): string {
  if (!/^\d{3}[\dX][\dXx?~%./-]+$/.test(text)) return NOT_READ;
  try {
    parseEdtf(text);
  } catch (error) {
    if (error instanceof EdtfError) return sentence(error.message);
  }
  return NOT_READ;
}

const sentence = (reason: string): string => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;

/** Why a date cannot stand where it is typed; null where it can. */
function objectionTo(parsed: ParsedEdtf, { use, today }: DateContext): string | null {
  const { earliest, latest } = parsed.bounds;
  if (use === "reported" && latest === null) return "A report has a last day; this date has none.";
  if (use === "reported" && earliest !== null && earliest > today)
    return `This begins after today, ${formatDay(today)}.`;
  if (use === "day" && (earliest === null || earliest !== latest)) return "One day is needed here.";
  return null;
}

/** What might be meant instead, in EDTF: a beginning that ends with the report, a start for an end that never comes. */
function betterThan(edtf: string, parsed: ParsedEdtf, { use, lastReported }: DateContext): string[] {
  const { earliest, latest } = parsed.bounds;
  const better: string[] = [];
  const [start = ""] = edtf.split("/");
  const coversReport = lastReported !== undefined && (latest === null || lastReported < latest);
  if (use === "effective" && coversReport && earliest !== null && earliest <= lastReported)
    better.push(earliest === lastReported ? lastReported : `${start}/${lastReported}`);
  if ((use === "effective" || use === "reported") && latest === null) better.push(start);
  return better;
}

/** What the same words say on the day on which the source was published, where that is another date. */
function fromSource(text: string, edtf: string, context: DateContext): DateSuggestion[] {
  const { written } = context;
  if (written === undefined) return [];
  const there = findDate(text, written);
  if (!("edtf" in there) || there.edtf === edtf) return [];
  return suggested([there.edtf], context, `counted from the source, ${formatDay(written)}`);
}

const suggested = (instead: readonly string[], context: DateContext, because: string | null = null): DateSuggestion[] =>
  [...new Set(instead)].flatMap((edtf) => {
    const parsed = findEdtf(edtf);
    if (parsed === null || objectionTo(parsed, context) !== null) return [];
    const words = formatEdtf(edtf);
    const again = findDate(words, context.today);
    return [{ edtf: edtf as Edtf, words, text: "edtf" in again && again.edtf === edtf ? words : edtf, because }];
  });

const distinctOf = (suggestions: readonly DateSuggestion[]): DateSuggestion[] =>
  suggestions.filter(({ edtf }, i) => suggestions.findIndex((other) => other.edtf === edtf) === i);
