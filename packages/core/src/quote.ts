import type { TextQuote } from "./evidence.ts";

export type QuoteFault = { path: "exact" | "prefix" | "suffix"; message: string };

/** A long text holds a letter a million times; whoever quotes one is asked for more words, before anyone waits for it. */
const mostPlaces = 1000;

/**
 * What is wrong with a quotation; null when it stands in the text. Paragraphs are joined by a newline.
 *
 * @param paragraphs the cited ones, rising, from 1; none for all of a text whose paragraphs are not numbered
 * @param text       all paragraphs of the source, undefined where its text is not held
 */
export function quoteFault(
  { exact, prefix, suffix }: TextQuote,
  paragraphs: readonly number[],
  text: readonly string[] | undefined,
): QuoteFault | null {
  if (text === undefined) return { path: "exact", message: "the text of this source is not held here" };
  const numbers = paragraphs.length > 0 ? paragraphs : text.map((_, i) => i + 1);
  const cited = numbers.map((number) => text[number - 1] ?? "").join("\n");
  let fault: QuoteFault = { path: "exact", message: "does not stand in the cited paragraphs" };
  let places = 0;
  for (let at = cited.indexOf(exact); at >= 0; at = cited.indexOf(exact, at + 1)) {
    places += 1;
    if (places > mostPlaces) return { path: "exact", message: "stands there too often to be told apart; quote more" };
    const until = at + exact.length;
    // What stands around it may be looked up among the cited paragraphs or in the whole text: both are how one reads it.
    if (!cited.slice(0, at).endsWith(prefix) && !textBefore(text, numbers, at, prefix.length).endsWith(prefix))
      fault = { path: "prefix", message: "does not stand before the quotation" };
    else if (
      !cited.slice(until).startsWith(suffix) &&
      !textAfter(text, numbers, until, suffix.length).startsWith(suffix)
    )
      fault = { path: "suffix", message: "does not stand after the quotation" };
    else return null;
  }
  return fault;
}

/** The paragraph in which a place among the cited ones lies, and the place in it; a newline belongs to the one before. */
function placeOf(text: readonly string[], numbers: readonly number[], at: number): { number: number; offset: number } {
  let offset = at;
  for (const number of numbers) {
    const { length } = text[number - 1] ?? "";
    if (offset <= length) return { number, offset };
    offset -= length + 1;
  }
  return { number: text.length, offset: 0 };
}

/** At least `length` characters of the whole text before a place among the cited paragraphs, where there are so many. */
function textBefore(text: readonly string[], numbers: readonly number[], at: number, length: number): string {
  const { number, offset } = placeOf(text, numbers, at);
  let before = (text[number - 1] ?? "").slice(0, offset);
  for (let n = number - 1; n >= 1 && before.length < length; n--) before = `${text[n - 1]}\n${before}`;
  return before;
}

/** The same after it. */
function textAfter(text: readonly string[], numbers: readonly number[], at: number, length: number): string {
  const { number, offset } = placeOf(text, numbers, at);
  let after = (text[number - 1] ?? "").slice(offset);
  for (let n = number + 1; n <= text.length && after.length < length; n++) after = `${after}\n${text[n - 1]}`;
  return after;
}
