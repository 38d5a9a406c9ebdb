import { findEdtf } from "@readout/core/edtf";
import { type Day, dayOf, daysInMonth, partsOfDay } from "@readout/core/time";
import { edtfMonth, edtfYear, MONTH, monthOf, ORDINAL, ordinalOf, SEASON, seasonOf } from "./names.ts";
import { findRelative } from "./relative.ts";

/** One end of what is written, or two: "late July 2017" is from the 21st to the 31st. EDTF without qualifiers. */
export type Dates = readonly [string] | readonly [string, string];

/** A date as far as it is written. */
export type Term = {
  /** Null where it is left out. */
  year: number | null;
  /** 1 to 12, for a neighbour that leaves its own out; null where there is none. */
  month: number | null;
  /** A day alone, "1" in "1-15 April 2025": it needs its neighbour's month. */
  needsMonth: boolean;
  /** The dates in a year and, for a day alone, a month. */
  dates: (year: number, month: number) => Dates;
  approximate: boolean;
  uncertain: boolean;
  /** What was taken that was not written. */
  notes: readonly string[];
};

/** `anchor` is the day of writing; `dayFirst` says how 6/8/2017 is read. */
export type Reading = { anchor: Day; dayFirst: boolean };

type Groups = Record<string, string | undefined>;
type Form = readonly [form: RegExp, read: (found: Groups, reading: Reading) => Partial<Term> & Pick<Term, "dates">];

const YEAR = "(?<year>\\d{4}|ad \\d{1,3}|'\\d{2})";
const OF_YEAR = `(?:,? (?:of |in )?${YEAR})?`;
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const EARLY = "early|(?:the )?(?:beginning|start) of";
const LATE = "late|(?:the )?end of";
const PART = `(?<part>${EARLY}|mid|(?:the )?middle of|${LATE})[- ](?:in |the )?`;

/** 0, 1 or 2 for early, mid or late. */
const partOf = (word: string): 0 | 1 | 2 => (/^mid|middle/.test(word) ? 1 : /^late|end/.test(word) ? 2 : 0);

const dayIn = (year: number, month: number, day: number): string =>
  // Written even where there is no such day, so that it is refused by its name.
  `${edtfMonth(year, month)}-${String(day).padStart(2, "0")}`;

const monthForm = (read: (year: number, month: number, found: Groups) => Dates): Form[1] => {
  return (found, { anchor }) => {
    const month = monthOf(found.month ?? "");
    return { year: yearOf(found.year, anchor), month, dates: (year) => read(year, month, found) };
  };
};

const yearForm = (read: (year: number, found: Groups) => Dates): Form[1] => {
  return (found, { anchor }) => ({ year: yearOf(found.year, anchor), dates: (year) => read(year, found) });
};

const LAST_DAYS_OF_PARTS = [10, 20];
const partOfMonth = (year: number, month: number, part: 0 | 1 | 2): Dates => {
  const first = [1, 11, 21][part] ?? 1;
  return [dayIn(year, month, first), dayIn(year, month, LAST_DAYS_OF_PARTS[part] ?? daysInMonth(year, month))];
};
const months = (year: number, first: number, count: number): Dates => [
  edtfMonth(year, first),
  edtfMonth(year, first + count - 1),
];
const PARTS_OF_DECADE = [
  [0, 3],
  [4, 6],
  [7, 9],
] as const;

const FORMS: readonly Form[] = [
  [new RegExp(`^${DAY}(?:\\.| of)? ${MONTH}${OF_YEAR}$`), monthForm((y, m, { day }) => [dayIn(y, m, Number(day))])],
  [new RegExp(`^${MONTH} (?:the )?${DAY}${OF_YEAR}$`), monthForm((y, m, { day }) => [dayIn(y, m, Number(day))])],
  [new RegExp(`^${MONTH}${OF_YEAR}$`), monthForm((y, m) => [edtfMonth(y, m)])],
  [new RegExp(`^${PART}${MONTH}${OF_YEAR}$`), monthForm((y, m, { part = "" }) => partOfMonth(y, m, partOf(part)))],
  [
    new RegExp(`^(?:the )?${ORDINAL} half (?:of )?${MONTH}${OF_YEAR}$`),
    monthForm((y, m, { ordinal = "" }) =>
      ordinalOf(ordinal, 2) === 1
        ? [dayIn(y, m, 1), dayIn(y, m, 15)]
        : [dayIn(y, m, 16), dayIn(y, m, daysInMonth(y, m))],
    ),
  ],
  [
    new RegExp(`^(?:the )?${ORDINAL} week (?:of |in )?${MONTH}${OF_YEAR}$`),
    monthForm((y, m, { ordinal = "" }) => {
      const last = ordinal === "last" ? daysInMonth(y, m) : ordinalOf(ordinal, 4) * 7;
      return [dayIn(y, m, last - 6), dayIn(y, m, last)];
    }),
  ],
  [
    /^(?<first>\d{1,2})(?<sign>[/.-]) ?(?<second>\d{1,2})\k<sign> ?(?<year>\d{4}|\d{2})$/,
    ({ first, sign, second, year }, { anchor, dayFirst }) => {
      const [day, month] = dayFirst || sign === "." ? [Number(first), Number(second)] : [Number(second), Number(first)];
      const written = year?.length === 2 ? `'${year}` : year;
      return { year: yearOf(written, anchor), month, dates: (y) => [dayIn(y, month, day)] };
    },
  ],
  [
    /^(?<year>\d{4})(?<sign>[/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})$/,
    ({ year, month, day }) => ({
      year: Number(year),
      month: Number(month),
      dates: (y) => [dayIn(y, Number(month), Number(day))],
    }),
  ],
  [
    /^(?<month>\d{1,2})[/.](?<year>\d{4})$/,
    ({ month, year }) => ({ year: Number(year), month: Number(month), dates: (y) => [edtfMonth(y, Number(month))] }),
  ],
  [
    new RegExp(`^(?:q(?<quarter>[1-4])[ /]?|(?:the )?${ORDINAL} quarter)${OF_YEAR}$`),
    yearForm((y, { quarter, ordinal = "" }) => months(y, 3 * (Number(quarter ?? ordinalOf(ordinal, 4)) - 1) + 1, 3)),
  ],
  [
    new RegExp(`^${YEAR}[ /-]?(?:q(?<quarter>[1-4])|h(?<half>[12]))$`),
    yearForm((y, { quarter, half }) =>
      quarter === undefined ? months(y, 6 * Number(half) - 5, 6) : months(y, 3 * Number(quarter) - 2, 3),
    ),
  ],
  [
    new RegExp(`^(?:h(?<half>[12])|(?:the )?(?<ordinal>first|second|last) half)${OF_YEAR}$`),
    yearForm((y, { half, ordinal = "" }) => months(y, 6 * Number(half ?? ordinalOf(ordinal, 2)) - 5, 6)),
  ],
  [new RegExp(`^${PART}${YEAR}$`), yearForm((y, { part = "" }) => months(y, 4 * partOf(part) + 1, 4))],
  // A winter is named by the year in which it begins, alone or before that of its end.
  [
    new RegExp(
      `^(?:the )?(?:(?<winter>winter)(?: of)? ${YEAR}[/–-](?:\\d{4}|\\d{2})|${SEASON}${OF_YEAR.replace("?<year>", "?<yearOfSeason>")})$`,
    ),
    ({ winter, year, season, yearOfSeason }, { anchor }) => ({
      year: yearOf(year ?? yearOfSeason, anchor),
      dates: (y) => [`${edtfYear(y)}-${seasonOf(winter ?? season ?? "")}`],
    }),
  ],
  [
    /^(?:the )?(?:(?<part>early|mid|late)[- ])?(?:the )?(?<decade>\d{3}|ad \d{1,2})0s$/,
    ({ part, decade = "" }) => {
      const first = 10 * Number(decade.replace("ad ", ""));
      if (part === undefined) return { year: first, dates: () => [`${edtfYear(first).slice(0, 3)}X`] };
      const [from, to] = PARTS_OF_DECADE[partOf(part)];
      return { year: first, dates: () => [edtfYear(first + from), edtfYear(first + to)] };
    },
  ],
  [new RegExp(`^(?:the year )?${YEAR}$`), yearForm((y) => [edtfYear(y)])],
  [
    new RegExp(`^(?:the )?${DAY}(?:,? ${YEAR})?$`),
    ({ day, year }, { anchor }) => ({
      year: yearOf(year, anchor),
      needsMonth: true,
      dates: (y, m) => [dayIn(y, m, Number(day))],
    }),
  ],
];

const LEADING =
  /^(?:on|in|during|within|at|of|some ?time (?:on|in|during)|(?<about>c\.|ca\.|ca(?= )|circa|around|about|approximately|approx\.?|roughly|~)|(?<perhaps>uncertain|possibly|perhaps|maybe|probably)[:,]?|the(?= (?:c\.|about|around))) ?(?=[\d'~a-z])/;

/** Reads one date as people write it, lower case, or as EDTF; null for anything else. */
export function findTerm(text: string, reading: Reading): Term | null {
  let rest = text;
  const marks = { approximate: false, uncertain: false };
  for (;;) {
    const found = findForm(rest, reading);
    if (found !== null)
      return {
        ...found,
        approximate: found.approximate || marks.approximate,
        uncertain: found.uncertain || marks.uncertain,
      };
    const lead = LEADING.exec(rest);
    if (lead === null) return null;
    marks.approximate ||= lead.groups?.about !== undefined;
    marks.uncertain ||= lead.groups?.perhaps !== undefined;
    rest = rest.slice(lead[0].length);
  }
}

function findForm(text: string, reading: Reading): Term | null {
  for (const [form, read] of FORMS) {
    const found = form.exec(text)?.groups;
    if (found !== undefined) return { ...PLAIN, ...read(found, reading) };
  }
  const relative = findRelative(text, reading.anchor);
  if (relative !== null) return { ...PLAIN, year: yearIn(relative.dates[0]), ...relative, dates: () => relative.dates };
  return findWritten(text);
}

const PLAIN = { year: null, month: null, needsMonth: false, approximate: false, uncertain: false, notes: [] };

const yearIn = (edtf: string): number => Number(edtf.slice(0, 4));

/** A date in EDTF inside a phrase: "by 2018-02-05". */
function findWritten(text: string): Term | null {
  const written = text.toUpperCase();
  const parsed = findEdtf(written);
  if (parsed?.kind !== "date") return null;
  const plain = parsed.qualifier === null ? written : written.slice(0, -1);
  return {
    ...PLAIN,
    year: partsOfDay(parsed.bounds.earliest).year,
    dates: () => [plain],
    approximate: parsed.qualifier === "~" || parsed.qualifier === "%",
    uncertain: parsed.qualifier === "?" || parsed.qualifier === "%",
  };
}

/** Of two figures the year that is no more than ten years ahead. */
function yearOf(text: string | undefined, anchor: Day): number | null {
  if (text === undefined) return null;
  if (!text.startsWith("'")) return Number(text.replace("ad ", ""));
  const { year } = partsOfDay(anchor);
  const near = year - (year % 100) + Number(text.slice(1));
  return near > year + 10 ? near - 100 : near;
}

/** The year, not after the day of writing, in which a date without one lies nearest to it. */
export function nearestPastYear(term: Term, month: number, anchor: Day): number {
  const { year } = partsOfDay(anchor);
  // Eight years hold a 29 February, whatever the century.
  for (let past = year; past > Math.max(0, year - 9); past -= 1) {
    const first = findEdtf(term.dates(past, month)[0]);
    if (first !== null && (first.bounds.earliest ?? dayOf(1, 1, 1)) <= anchor) return past;
  }
  return year;
}
