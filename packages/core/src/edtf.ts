import { z } from "zod";
import { type Day, dayOf, daysInMonth, FIRST_YEAR, isCalendarDay, LAST_YEAR } from "./time.ts";

/** First and last day that a date leaves possible; null where that bound is missing. */
export type Bounds = { earliest: Day | null; latest: Day | null };

/** `?` uncertain, `~` approximate, `%` both; shown, never widening the bounds. */
export type Qualifier = "?" | "~" | "%";

/** 21 spring, 22 summer, 23 autumn, 24 winter, northern. */
type Season = 21 | 22 | 23 | 24;

/** What a date is precise to; `year` of a century or decade is its first, `dayOfMonth` and `monthOfYear` are the unspecified XX. */
type Precision =
  | { precision: "century" | "decade" | "year"; year: number }
  | { precision: "season"; year: number; season: Season }
  | { precision: "month"; year: number; month: number }
  | { precision: "day"; year: number; month: number; day: number }
  | { precision: "some-month"; year: number }
  | { precision: "some-day-of-year"; year: number }
  | { precision: "some-day-of-month"; year: number; month: number };

/** One date, as written, with both of its bounds. */
export type SingleDate = Precision & {
  kind: "date";
  qualifier: Qualifier | null;
  bounds: { earliest: Day; latest: Day };
};

/** `open` is written "..", `unknown` is written as nothing; both leave the bound missing. */
export type IntervalEnd = SingleDate | "open" | "unknown";

export type Interval = { kind: "interval"; start: IntervalEnd; end: IntervalEnd; bounds: Bounds };

export type ParsedEdtf = SingleDate | Interval;

/** Why a text is not a date that Readout records; the message is for people. */
export class EdtfError extends Error {
  override readonly name = "EdtfError";
}

/** Reads an EDTF text of the profile in docs/decisions/002-edtf-profile.md. Throws EdtfError, with the reason. */
export function parseEdtf(text: string): ParsedEdtf {
  const read = readEdtf(text);
  if (read.kind === "refused") throw new EdtfError(read.reason);
  return read;
}

/** As {@link parseEdtf}, but null for whatever is not such a text. */
export function findEdtf(text: string): ParsedEdtf | null {
  const read = readEdtf(text);
  return read.kind === "refused" ? null : read;
}

/** The bounds of an EDTF text in whole days. Throws EdtfError. */
export function boundsOf(text: string): Bounds {
  return parseEdtf(text).bounds;
}

/** A date as sources give it; the message of a refusal says what is wrong with it. */
export const Edtf = z
  .string()
  .check(({ value, issues }) => {
    const read = readEdtf(value);
    if (read.kind === "refused") issues.push({ code: "custom", message: read.reason, input: value });
  })
  .brand<"Edtf">()
  .meta({
    description: "A date or interval in EDTF, ISO 8601-2 level 1, without times of day",
    examples: ["2017-08-06", "2017-07-30~", "2017-08", "201X", "2017-21", "2017/2017-08-04"],
  });
export type Edtf = z.infer<typeof Edtf>;

type Refused = { kind: "refused"; reason: string };
const refused = (reason: string): Refused => ({ kind: "refused", reason });

// A list of long ledgers carries thousands of dates, and mostly the same ones as the list before.
const known = new Map<string, ParsedEdtf>();
const MOST_KNOWN = 20_000;

function readEdtf(text: string): ParsedEdtf | Refused {
  const before = known.get(text);
  if (before !== undefined) return before;
  const read = readAnew(text);
  // Everybody who asks for it gets the same one.
  if (read.kind !== "refused" && known.size < MOST_KNOWN) known.set(text, deepFrozen(read));
  return read;
}

function deepFrozen(read: ParsedEdtf): ParsedEdtf {
  Object.freeze(read.bounds);
  if (read.kind === "interval")
    for (const end of [read.start, read.end]) if (typeof end === "object") Object.freeze(Object.freeze(end).bounds);
  return Object.freeze(read);
}

function readAnew(text: string): ParsedEdtf | Refused {
  const ends = text.split("/", 3);
  const [first = "", second] = ends;
  if (second === undefined) return readDate(first);
  return ends.length === 2 ? readInterval(first, second) : refused("an interval has one slash");
}

function readInterval(startText: string, endText: string): Interval | Refused {
  const start = readEnd(startText);
  const end = readEnd(endText);
  if (isRefused(start)) return start;
  if (isRefused(end)) return end;
  const earliest = typeof start === "string" ? null : start.bounds.earliest;
  const latest = typeof end === "string" ? null : end.bounds.latest;
  if (earliest === null && latest === null) return refused("an interval needs a date at one end at least");
  if (earliest !== null && latest !== null && earliest > latest) {
    return refused(`the interval ends before it begins: ${startText}/${endText}`);
  }
  return { kind: "interval", start, end, bounds: { earliest, latest } };
}

function readEnd(text: string): IntervalEnd | Refused {
  return text === ".." ? "open" : text === "" ? "unknown" : readDate(text);
}

function isRefused(end: IntervalEnd | Refused): end is Refused {
  return typeof end === "object" && end.kind === "refused";
}

// The edtf package is the second opinion in the tests, not the reader: it takes 2017-02-29, loses the difference between
// an open and an unknown end, refuses 201X~ and 2017-21~, and is fifty times slower where every row carries two dates.
const DATE_FORM = /^(?:(\d{4})|(\d{3})X|(\d{2})XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%])?$/;

function readDate(text: string): SingleDate | Refused {
  const form = DATE_FORM.exec(text);
  if (form === null) return refused(reasonAgainst(text));
  const [, yearText, decadeText, centuryText, month, day, mark] = form;
  const precision =
    yearText !== undefined
      ? precisionIn(yearText, month, day)
      : month !== undefined
        ? "a year with unspecified digits takes no month"
        : decadeText !== undefined
          ? ({ precision: "decade", year: Number(decadeText) * 10 } as const)
          : ({ precision: "century", year: Number(centuryText) * 100 } as const);
  if (typeof precision === "string") return refused(precision);
  if (precision.year < FIRST_YEAR) return refused("years run from 0001 to 9999");
  if (precision.precision === "season" && precision.season === 24 && precision.year === LAST_YEAR) {
    return refused("years run from 0001 to 9999, and this winter ends in the year after");
  }
  return {
    kind: "date",
    ...precision,
    qualifier: (mark as Qualifier | undefined) ?? null,
    bounds: boundsIn(precision),
  };
}

/** What a year, and a month and a day where written, are precise to; else the reason for refusing them. */
function precisionIn(yearText: string, monthText: string | undefined, dayText: string | undefined): Precision | string {
  const year = Number(yearText);
  if (monthText === undefined) return { precision: "year", year };
  if (monthText === "XX") {
    if (dayText === undefined) return { precision: "some-month", year };
    return dayText === "XX" ? { precision: "some-day-of-year", year } : "a day needs its month";
  }
  const month = Number(monthText);
  if (month >= 21 && month <= 24) {
    return dayText === undefined ? { precision: "season", year, season: month as Season } : "a season has no day";
  }
  if (month < 1 || month > 12) return `no such month: ${yearText}-${monthText}`;
  if (dayText === undefined) return { precision: "month", year, month };
  if (dayText === "XX") return { precision: "some-day-of-month", year, month };
  const day = Number(dayText);
  // Year 0000 is left to the rule on years, which gives the better reason.
  return year < FIRST_YEAR || isCalendarDay(year, month, day)
    ? { precision: "day", year, month, day }
    : `no such day: ${yearText}-${monthText}-${dayText}`;
}

function boundsIn(date: Precision): { earliest: Day; latest: Day } {
  const { year } = date;
  switch (date.precision) {
    case "century":
      return { earliest: dayOf(year, 1, 1), latest: dayOf(year + 99, 12, 31) };
    case "decade":
      return { earliest: dayOf(year, 1, 1), latest: dayOf(year + 9, 12, 31) };
    case "year":
    case "some-month":
    case "some-day-of-year":
      return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) };
    case "season": {
      const first = (date.season - 20) * 3;
      if (first === 12) return { earliest: dayOf(year, 12, 1), latest: dayOf(year + 1, 2, daysInMonth(year + 1, 2)) };
      return { earliest: dayOf(year, first, 1), latest: dayOf(year, first + 2, daysInMonth(year, first + 2)) };
    }
    case "month":
    case "some-day-of-month":
      return { earliest: dayOf(year, date.month, 1), latest: dayOf(year, date.month, daysInMonth(year, date.month)) };
    case "day": {
      const day = dayOf(year, date.month, date.day);
      return { earliest: day, latest: day };
    }
  }
}

// Asked in this order; the text itself is not repeated, since it may be anything.
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^$/, "a date is needed"],
  [/\s/, "a date has no spaces"],
  [/^\d{4}-\d{2}-\d{2}T/i, "a date has no time of day"],
  [/^[[{]|[\]}]$/, "sets of dates are not recorded; an interval may say the same"],
  [/^Y|\dE\d|\dS\d/i, "a year has four digits, without exponent or significant digits"],
  [/^[-+]\d/, "years run from 0001 to 9999"],
  [/[?~%].*[?~%]/, "a date has one qualifier: ? uncertain, ~ approximate, % both"],
  [/[?~%]./, "a qualifier stands at the end and speaks of the whole date"],
  [/^\d+[xu]|-[xu]/, "unspecified digits are written as a capital X"],
  [/X/, "unspecified digits are written 201X, 20XX, 2017-XX, 2017-08-XX or 2017-XX-XX"],
  [/^\d{6}$|^\d{8}$/, "year, month and day are parted by hyphens, as in 2017-08-06"],
  [/\.\./, "an open end is written as .. on one side of a slash, as in 2016-12/.."],
];

function reasonAgainst(text: string): string {
  const known = REASONS.find(([form]) => form.test(text));
  return known?.[1] ?? "a date is written as in 2017-08-06, 2017-08, 2017, 201X, 2017-21 or 2017/2018";
}
