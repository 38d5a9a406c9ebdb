import type { Quote } from "./evidence-draft.ts";

/** A place in a text: a paragraph, from 1, and an offset in it in UTF-16 units. */
export type Place = { number: number; offset: number };
export type Span = { from: Place; until: Place };

/** As long as a quotation may be, and what is kept of its surroundings, in UTF-16 units. */
export const LONGEST_QUOTE = 280;
const SURROUNDINGS = 40;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The words of a paragraph in any script, as offsets; what stands between them belongs to none. */
export const wordsIn = (text: string): { start: number; end: number }[] =>
  [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  );

/**
 * The quotation of a span, with what stands around it in its first and last paragraph.
 *
 * @param text all paragraphs of the source
 * @returns null where it is blank or longer than a quotation may be; paragraphs are joined by a newline
 */
export function quoteOf(text: readonly string[], { from, until }: Span): Quote | null {
  const exact = cut(text, { from, until });
  if (exact.trim() === "" || exact.length > LONGEST_QUOTE) return null;
  const before = (text[from.number - 1] ?? "").slice(0, from.offset);
  const after = (text[until.number - 1] ?? "").slice(until.offset);
  return {
    type: "TextQuoteSelector",
    exact,
    // Half a character would not survive being stored.
    prefix: before.slice(-SURROUNDINGS).replace(/^[\uDC00-\uDFFF]/, ""),
    suffix: after.slice(0, SURROUNDINGS).replace(/[\uD800-\uDBFF]$/, ""),
  };
}

function cut(text: readonly string[], { from, until }: Span): string {
  const paragraphs = text.slice(from.number - 1, until.number);
  const last = paragraphs.length - 1;
  return paragraphs
    .map((paragraph, i) => paragraph.slice(i === 0 ? from.offset : 0, i === last ? until.offset : undefined))
    .join("\n");
}

/**
 * Where a quotation stands.
 *
 * @param paragraphs the cited ones, rising; none for all of the text
 * @returns the place whose surroundings fit, else the first; null where it does not stand there
 */
export function locateQuote(text: readonly string[], paragraphs: readonly number[], quote: Quote): Span | null {
  const numbers = paragraphs.length > 0 ? paragraphs : text.map((_, i) => i + 1);
  const cited = numbers.map((number) => text[number - 1] ?? "").join("\n");
  let found = -1;
  for (let at = cited.indexOf(quote.exact); at >= 0; at = cited.indexOf(quote.exact, at + 1)) {
    const fits =
      cited.slice(0, at).endsWith(quote.prefix) && cited.slice(at + quote.exact.length).startsWith(quote.suffix);
    if (fits || found < 0) found = at;
    if (fits) break;
  }
  if (found < 0) return null;
  return { from: placeAt(text, numbers, found), until: placeAt(text, numbers, found + quote.exact.length) };
}

function placeAt(text: readonly string[], numbers: readonly number[], at: number): Place {
  let offset = at;
  for (const number of numbers) {
    const { length } = text[number - 1] ?? "";
    if (offset <= length) return { number, offset };
    offset -= length + 1;
  }
  return { number: numbers.at(-1) ?? 1, offset: (text[(numbers.at(-1) ?? 1) - 1] ?? "").length };
}

/** The part of one paragraph that lies in a span, as offsets; null where none does. */
export function partOf(span: Span, number: number, length: number): { start: number; end: number } | null {
  if (number < span.from.number || number > span.until.number) return null;
  const start = number === span.from.number ? span.from.offset : 0;
  const end = number === span.until.number ? span.until.offset : length;
  return start < end ? { start, end } : null;
}

/** A span widened to whole words, so that a selection need not be exact; null where it touches none. */
export function toWords(text: readonly string[], { from, until }: Span): Span | null {
  const first = wordsIn(text[from.number - 1] ?? "").find(({ end }) => end > from.offset);
  const last = wordsIn(text[until.number - 1] ?? "").findLast(({ start }) => start < until.offset);
  if (first === undefined || last === undefined) return null;
  if (from.number === until.number && first.start >= last.end) return null;
  return { from: { number: from.number, offset: first.start }, until: { number: until.number, offset: last.end } };
}

/** Marking by keys: words from `anchor` to `focus`, in either order; `marks` once Shift has been held. */
export type Caret = { number: number; anchor: number; focus: number; marks: boolean };

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
};

/**
 * Where a key leads: arrows step by words, Home and End to the first and last; with Shift the words between are marked.
 *
 * @param count of words in the paragraph, at least 1
 * @returns null for a key that does not move
 */
export function moved(
  caret: Caret | null,
  key: string,
  isShift: boolean,
  at: { number: number; count: number },
): Caret | null {
  const step = STEPS[key];
  if (step === undefined || at.count === 0) return null;
  const within = (word: number) => Math.min(at.count - 1, Math.max(0, word));
  if (caret === null || caret.number !== at.number) {
    const first = key === "End" ? at.count - 1 : 0;
    return { number: at.number, anchor: isShift ? 0 : first, focus: first, marks: isShift };
  }
  // The first word with Shift is the one the caret stands on.
  const focus = isShift && !caret.marks && Number.isFinite(step) && step > 0 ? caret.focus : within(caret.focus + step);
  return { ...caret, anchor: isShift ? caret.anchor : focus, focus, marks: isShift };
}

/** The span that a caret marks in a paragraph. */
export function spanOf({ number, anchor, focus }: Caret, paragraph: string): Span | null {
  const words = wordsIn(paragraph);
  const first = words[Math.min(anchor, focus)];
  const last = words[Math.max(anchor, focus)];
  if (first === undefined || last === undefined) return null;
  return { from: { number, offset: first.start }, until: { number, offset: last.end } };
}
