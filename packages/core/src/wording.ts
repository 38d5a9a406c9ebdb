import { parseEdtf } from "./edtf.ts";
import { formatShort } from "./edtf-text.ts";
import { type Day, daysBetween, partsOfDay } from "./time.ts";

/** A count in text: "none", "1,200". */
export const count = (n: number): string => (n === 0 ? "none" : n.toLocaleString("en-GB"));

/** A count with its noun: "1 entry", "130 entries", "no entries". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n === 0 ? "no" : n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** Small numbers in words, as sentences have them: "four", "13". */
export const inWords = (n: number): string => words[n] ?? n.toLocaleString("en-GB");

/** "a", "a and b", "a, b and c"; with `word` for another than "and". */
export function joinWords(parts: readonly string[], word = "and"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** The first letter large, the rest as it is. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Paragraphs as cited: "¶3", "¶7–8", "¶15, 19"; empty for none. */
export function formatParagraphs(paragraphs: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...paragraphs].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const texts = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return texts.length === 0 ? "" : `¶${texts.join(", ")}`;
}

/** An exact distance: "the same day", "289 days"; in years and months only beyond two years. */
export function formatDistance(from: Day, to: Day): string {
  const days = Math.abs(daysBetween(from, to));
  if (days === 0) return "the same day";
  if (days <= 731) return counted(days, "day");
  const [a, b] = from < to ? [partsOfDay(from), partsOfDay(to)] : [partsOfDay(to), partsOfDay(from)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return rest === 0 ? counted(years, "year") : `${counted(years, "year")} ${counted(rest, "month")}`;
}

/** How many supporting origins a reading has, as lists say it: "single", "3", "none". */
export const formatOrigins = (origins: number): string =>
  origins === 0 ? "none" : origins === 1 ? "single" : `${origins}`;

/** A date ahead in a list: "5 Feb 2026", "in 2026", "by 5 Feb 2018". */
export function formatDue(edtf: string): string {
  const parsed = parseEdtf(edtf);
  const whole = parsed.kind === "date" && (parsed.precision === "year" || parsed.precision === "month");
  return whole && parsed.qualifier === null ? `in ${formatShort(edtf)}` : formatShort(edtf);
}

/** How far ahead a date lies: "today", "in 12 days", "40 days left at most" where only its bounds are known. */
export function formatAhead(earliest: Day | null, latest: Day, on: Day): string {
  const left = daysBetween(on, latest);
  if (earliest !== latest) return left === 0 ? "today at the latest" : `${formatDistance(on, latest)} left at most`;
  return left === 0 ? "today" : left === 1 ? "tomorrow" : `in ${formatDistance(on, latest)}`;
}
