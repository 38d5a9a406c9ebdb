import { type Interval, type IntervalEnd, parseEdtf, type SingleDate } from "./edtf.ts";
import { type Day, dayOf, daysBetween, partsOfDay } from "./time.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const SEASONS = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" } as const;
const A_MONDAY = dayOf(1, 1, 1);

/** Prose ("5 February 2026"), or lists ("5 Feb 2026"). */
type Width = "long" | "short";

/** A day in prose: "5 February 2026". */
export function formatDay(day: Day): string {
  return dayName(partsOfDay(day), "long", "nothing");
}

/** A day in lists: "5 Feb 2026". */
export function formatDayShort(day: Day): string {
  return dayName(partsOfDay(day), "short", "nothing");
}

/** A day with its weekday: "31 January 2021, Sunday". */
export function formatDayWithWeekday(day: Day): string {
  return `${formatDay(day)}, ${WEEKDAYS[daysBetween(A_MONDAY, day) % 7]}`;
}

/** An EDTF text standing by itself: "c. 30 July 2017", "1 to 15 April 2025", "first half of 2017". Throws EdtfError. */
export function formatEdtf(text: string): string {
  return phrasesOf(text, "long").alone;
}

/** An EDTF text in lists: "c. 30 Jul 2017", "1–15 Apr 2025", "by 5 Feb 2018". Throws EdtfError. */
export function formatShort(text: string): string {
  return phrasesOf(text, "short").alone;
}

/** An EDTF text after a verb: "on 5 February 2018", "in 2021", "between 1 and 15 April 2025". Throws EdtfError. */
export function formatOn(text: string): string {
  return phrasesOf(text, "long").placed;
}

/** When a status began: "since 5 February 2026", "begun between 1 and 15 April 2025", "in 2017, by 4 August". Throws EdtfError. */
export function formatSince(text: string): string {
  return phrasesOf(text, "long").begun;
}

/**
 * A status with its beginning: "suspended since 5 February 2026", "scheduled, begun between 1 and 15 April 2025". Throws EdtfError.
 *
 * @param words the status as it is told
 */
export function formatWithSince(words: string, text: string): string {
  const since = formatSince(text);
  return `${words}${since.startsWith("begun ") ? "," : ""} ${since}`;
}

/** A status with the day on which it begins: "in force from 25 August 2017", "scheduled, begun between 1 and 15 April 2025". Throws EdtfError. */
export function formatWithFrom(words: string, text: string): string {
  return formatSince(text).startsWith("since ") ? `${words} from ${formatEdtf(text)}` : formatWithSince(words, text);
}

/** The same date by itself, after a verb, and as the beginning of a status. */
type Phrases = { alone: string; placed: string; begun: string };

function phrasesOf(text: string, width: Width): Phrases {
  const parsed = parseEdtf(text);
  return parsed.kind === "date" ? phrasesOfDate(parsed, width) : phrasesOfInterval(parsed, width);
}

// ---- one date

function phrasesOfDate(date: SingleDate, width: Width): Phrases {
  const remarks = [width === "long" ? monthsOfSeason(date) : "", isUncertain(date) ? "uncertain" : ""].filter(Boolean);
  const tail = `${unknownPart(date)}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`;
  const alone = `${about(date, width)}${tail}`;
  const placed = `${placedName(date, width)}${tail}`;
  const begins = ["day", "month", "year", "decade"].includes(date.precision);
  return { alone, placed, begun: begins ? `since ${alone}` : placed };
}

/** "on 5 February 2018", "in 2017"; an approximate date takes no preposition: "c. 2017". */
function placedName(date: SingleDate, width: Width): string {
  if (isApproximate(date)) return about(date, width);
  if (date.precision === "century") return `between ${yearName(date.year)} and ${yearName(date.year + 99)}`;
  return `${date.precision === "day" ? "on" : "in"} ${nameOf(date, width)}`;
}

function unknownPart(date: SingleDate): string {
  switch (date.precision) {
    case "century":
      return ", year unknown";
    case "some-month":
      return ", month unknown";
    case "some-day-of-year":
      return ", month and day unknown";
    case "some-day-of-month":
      return ", day unknown";
    default:
      return "";
  }
}

/** "March to May"; a winter names its two years. */
function monthsOfSeason(date: SingleDate): string {
  if (date.precision !== "season") return "";
  const [first, last] = [partsOfDay(date.bounds.earliest), partsOfDay(date.bounds.latest)];
  const years = date.season === 24 ? [` ${yearName(first.year)}`, ` ${yearName(last.year)}`] : ["", ""];
  return `${MONTHS[first.month - 1]}${years[0]} to ${MONTHS[last.month - 1]}${years[1]}`;
}

// ---- intervals: the span in which something began

function phrasesOfInterval({ start, end }: Interval, width: Width): Phrases {
  if (typeof start === "string") return same(`by ${endOf(lastYearOf(end as SingleDate), width)}`, uncertainty(end));
  if (typeof end === "string") {
    const [first, note] = [firstYearOf(start), uncertainty(start)];
    const tail = ` at the earliest${note}`;
    const placed = `${placedName(first, width)}${tail}`;
    return { alone: `${about(first, width)}${tail}`, placed, begun: placed };
  }
  return phrasesOfSpan(firstYearOf(start), lastYearOf(end), width);
}

function phrasesOfSpan(start: SingleDate, end: SingleDate, width: Width): Phrases {
  const note = uncertainty(start, end);
  const [opensWith, closesWith] = [coversEnd(start, end), coversEnd(end, start)];
  if (opensWith && closesWith) return phrasesOfDate({ ...start, qualifier: eitherQualifier(start, end) }, width);
  const half = halfOfYear(start, end);
  if (half !== null) {
    const [name, year] = [`${half} half`, yearName(start.year)];
    const placed = `in the ${name} of ${year}${note}`;
    return { alone: `${name}${width === "long" ? " of" : ""} ${year}${note}`, placed, begun: placed };
  }
  if (opensWith || closesWith) {
    const [whole, part] = opensWith ? [start, end] : [end, start];
    const left = yearIsShown(whole) && yearCanGo(part) && whole.year === part.year ? "year" : "nothing";
    const limit = opensWith ? `by ${endOf(part, width, left)}` : `not before ${about(part, width, left)}`;
    const placed = `${placedName(whole, width)}, ${limit}${note}`;
    return { alone: `${about(whole, width)}, ${limit}${note}`, placed, begun: placed };
  }
  return phrasesBetween(start, end, width, note);
}

function phrasesBetween(start: SingleDate, end: SingleDate, width: Width, note: string): Phrases {
  const inOneYear = start.year === end.year && yearCanGo(start) && yearIsShown(end);
  const inOneMonth = inOneYear && start.precision === "day" && end.precision === "day" && start.month === end.month;
  const first = about(start, width, inOneMonth ? "month" : inOneYear ? "year" : "nothing");
  const last = about(end, width);
  const placed = `between ${first} and ${last}${note}`;
  // A dash without spaces joins like with like: "1–15 Apr 2025", but "Mar – 4 Aug 2017".
  const dash = start.precision === end.precision && !first.includes(" ") ? "–" : " – ";
  return { alone: `${first}${width === "long" ? " to " : dash}${last}${note}`, placed, begun: `begun ${placed}` };
}

function same(words: string, note: string): Phrases {
  const phrase = `${words}${note}`;
  return { alone: phrase, placed: phrase, begun: phrase };
}

/** Whether the whole of `part` lies within `whole`. */
function coversEnd(whole: SingleDate, part: SingleDate): boolean {
  return whole.bounds.earliest <= part.bounds.earliest && part.bounds.latest <= whole.bounds.latest;
}

function halfOfYear(start: SingleDate, end: SingleDate): "first" | "second" | null {
  if (start.precision !== "month" || end.precision !== "month" || start.year !== end.year) return null;
  if (isApproximate(start) || isApproximate(end)) return null;
  return start.month === 1 && end.month === 6 ? "first" : start.month === 7 && end.month === 12 ? "second" : null;
}

// Of a century only the year at the far side of the span is known to matter, so that is the one named.
function firstYearOf(date: SingleDate): SingleDate {
  return date.precision === "century" ? yearAs(date, date.year) : date;
}

function lastYearOf(date: SingleDate): SingleDate {
  return date.precision === "century" ? yearAs(date, date.year + 99) : date;
}

function yearAs({ kind, qualifier }: SingleDate, year: number): SingleDate {
  return {
    kind,
    precision: "year",
    year,
    qualifier,
    bounds: { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) },
  };
}

/** "4 August 2017", "the end of August 2017": the last day that the date leaves possible. */
function endOf(date: SingleDate, width: Width, left: LeftOut = "nothing"): string {
  const name = about(date, width, left);
  return date.precision === "day" ? name : `${width === "long" ? "the end of" : "end"} ${name}`;
}

// ---- qualifiers

function isApproximate({ qualifier }: SingleDate): boolean {
  return qualifier === "~" || qualifier === "%";
}

function isUncertain({ qualifier }: SingleDate): boolean {
  return qualifier === "?" || qualifier === "%";
}

function eitherQualifier(a: SingleDate, b: SingleDate): SingleDate["qualifier"] {
  const approximate = isApproximate(a) || isApproximate(b);
  if (isUncertain(a) || isUncertain(b)) return approximate ? "%" : "?";
  return approximate ? "~" : null;
}

/** The remark behind an interval; with one of two dates uncertain it says which. */
function uncertainty(...ends: readonly IntervalEnd[]): string {
  const [first, second = first] = ends.map((end) => typeof end !== "string" && isUncertain(end));
  if (first && second) return " (uncertain)";
  return first ? " (start uncertain)" : second ? " (end uncertain)" : "";
}

// ---- names

/** What a name may leave out because its neighbour says it; "month" leaves out the year as well. */
type LeftOut = "nothing" | "year" | "month";

/** The name with its "c." */
function about(date: SingleDate, width: Width, left: LeftOut = "nothing"): string {
  if (!isApproximate(date)) return nameOf(date, width, left);
  // "c. 2010s", since "c. the 2010s" stumbles.
  return `c. ${nameOf(date, date.precision === "decade" ? "short" : width, left)}`;
}

function nameOf(date: SingleDate, width: Width, left: LeftOut = "nothing"): string {
  switch (date.precision) {
    case "century":
      return `${yearName(date.year)}${width === "long" ? " to " : "–"}${yearName(date.year + 99)}`;
    case "decade":
      return `${width === "long" ? "the " : ""}${yearName(date.year)}s`;
    case "year":
    case "some-month":
    case "some-day-of-year":
      return yearName(date.year);
    case "season":
      return seasonName(date.year, SEASONS[date.season], left);
    case "month":
    case "some-day-of-month":
      return `${monthName(date.month, width)}${left === "nothing" ? ` ${yearName(date.year)}` : ""}`;
    case "day":
      return dayName(date, width, left);
  }
}

function dayName(date: { year: number; month: number; day: number }, width: Width, left: LeftOut): string {
  if (left === "month") return String(date.day);
  const inYear = `${date.day} ${monthName(date.month, width)}`;
  return left === "year" ? inYear : `${inYear} ${yearName(date.year)}`;
}

function monthName(month: number, width: Width): string {
  const name = MONTHS[month - 1] ?? "";
  return width === "long" ? name : name.slice(0, 3);
}

function seasonName(year: number, season: string, left: LeftOut): string {
  if (season !== "winter") return left === "nothing" ? `${season} ${yearName(year)}` : season;
  const next = year + 1;
  return `winter ${yearName(year)}/${next % 100 === 0 ? next : String(next % 100).padStart(2, "0")}`;
}

/** Years of fewer than four figures would read as a plain number. */
function yearName(year: number): string {
  return year < 1000 ? `AD ${year}` : String(year);
}

/** Whether the name ends in the one year that the date lies in; a winter has two. */
function yearIsShown(date: SingleDate): boolean {
  return date.precision !== "decade" && !(date.precision === "season" && date.season === 24);
}

function yearCanGo(date: SingleDate): boolean {
  return yearIsShown(date) && ["season", "month", "some-day-of-month", "day"].includes(date.precision);
}
