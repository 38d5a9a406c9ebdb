import { existsSync, readdirSync, readFileSync } from "node:fs";
// @ts-expect-error the package has no types
import edtf, { parse as parseTheirs } from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, Edtf, EdtfError, findEdtf, type IntervalEnd, parseEdtf } from "./edtf.ts";

/** The text that a parsed date came from, so that nothing is taken for something else. */
function spell(date: IntervalEnd | ReturnType<typeof parseEdtf>): string {
  if (date === "open") return "..";
  if (date === "unknown") return "";
  if (date.kind === "interval") return `${spell(date.start)}/${spell(date.end)}`;
  const pad = (value: number, length = 2) => String(value).padStart(length, "0");
  const year = pad(date.year, 4);
  const parts = {
    century: () => `${year.slice(0, 2)}XX`,
    decade: () => `${year.slice(0, 3)}X`,
    year: () => year,
    "some-month": () => `${year}-XX`,
    "some-day-of-year": () => `${year}-XX-XX`,
    season: () => `${year}-${date.precision === "season" && date.season}`,
    month: () => `${year}-${date.precision === "month" && pad(date.month)}`,
    "some-day-of-month": () => `${year}-${date.precision === "some-day-of-month" && pad(date.month)}-XX`,
    day: () => `${year}-${date.precision === "day" && `${pad(date.month)}-${pad(date.day)}`}`,
  };
  return `${parts[date.precision]()}${date.qualifier ?? ""}`;
}

const reasonAgainst = (text: string) => {
  const messages = Edtf.safeParse(text).error?.issues.map((issue) => issue.message);
  return messages?.length === 1 ? messages[0] : messages;
};

const SINGLE_DATES: [text: string, earliest: string, latest: string][] = [
  ["2017-08-06", "2017-08-06", "2017-08-06"],
  ["0001-01-01", "0001-01-01", "0001-01-01"],
  ["9999-12-31", "9999-12-31", "9999-12-31"],
  ["2016-02-29", "2016-02-29", "2016-02-29"],
  ["2000-02-29", "2000-02-29", "2000-02-29"],
  ["2017-08", "2017-08-01", "2017-08-31"],
  ["2017-02", "2017-02-01", "2017-02-28"],
  ["2016-02", "2016-02-01", "2016-02-29"],
  ["1900-02", "1900-02-01", "1900-02-28"],
  ["9999-12", "9999-12-01", "9999-12-31"],
  ["2017", "2017-01-01", "2017-12-31"],
  ["0001", "0001-01-01", "0001-12-31"],
  ["0099", "0099-01-01", "0099-12-31"],
  ["201X", "2010-01-01", "2019-12-31"],
  ["200X", "2000-01-01", "2009-12-31"],
  ["001X", "0010-01-01", "0019-12-31"],
  ["999X", "9990-01-01", "9999-12-31"],
  ["20XX", "2000-01-01", "2099-12-31"],
  ["01XX", "0100-01-01", "0199-12-31"],
  ["99XX", "9900-01-01", "9999-12-31"],
  ["2017-XX", "2017-01-01", "2017-12-31"],
  ["2017-XX-XX", "2017-01-01", "2017-12-31"],
  ["2017-08-XX", "2017-08-01", "2017-08-31"],
  ["2016-02-XX", "2016-02-01", "2016-02-29"],
  ["2017-21", "2017-03-01", "2017-05-31"],
  ["2017-22", "2017-06-01", "2017-08-31"],
  ["2017-23", "2017-09-01", "2017-11-30"],
  ["2017-24", "2017-12-01", "2018-02-28"],
  ["2015-24", "2015-12-01", "2016-02-29"],
  ["1899-24", "1899-12-01", "1900-02-28"],
  ["1999-24", "1999-12-01", "2000-02-29"],
  ["9998-24", "9998-12-01", "9999-02-28"],
  ["9999-23", "9999-09-01", "9999-11-30"],
];

const INTERVALS: [text: string, earliest: string | null, latest: string | null][] = [
  ["2025-04-01/2025-04-15", "2025-04-01", "2025-04-15"],
  ["2017-08-04/2017-08-04", "2017-08-04", "2017-08-04"],
  ["2017-01/2017-06", "2017-01-01", "2017-06-30"],
  ["2014/2016", "2014-01-01", "2016-12-31"],
  ["2017/2017", "2017-01-01", "2017-12-31"],
  ["2017/2017-08-04", "2017-01-01", "2017-08-04"],
  ["2017/2017-08-04~", "2017-01-01", "2017-08-04"],
  ["2017/2017-01-01", "2017-01-01", "2017-01-01"],
  ["2017-08-04/2017", "2017-08-04", "2017-12-31"],
  ["2017-12-31/2017", "2017-12-31", "2017-12-31"],
  ["2017-12/2017-12-01", "2017-12-01", "2017-12-01"],
  ["201X/2010", "2010-01-01", "2010-12-31"],
  ["2019/201X", "2019-01-01", "2019-12-31"],
  ["19XX/20XX", "1900-01-01", "2099-12-31"],
  ["2017-XX/2018-XX-XX", "2017-01-01", "2018-12-31"],
  ["2017-08-XX/2017-09-XX", "2017-08-01", "2017-09-30"],
  ["2017-21/2017-22", "2017-03-01", "2017-08-31"],
  ["2017-24/2018-01-15", "2017-12-01", "2018-01-15"],
  ["2017-07-30~/2017-08-04%", "2017-07-30", "2017-08-04"],
  ["2014?/2016~", "2014-01-01", "2016-12-31"],
  ["../2018-02-05", null, "2018-02-05"],
  ["../2018", null, "2018-12-31"],
  ["../2017-24?", null, "2018-02-28"],
  ["/2018-02-05", null, "2018-02-05"],
  ["/201X~", null, "2019-12-31"],
  ["2016-12/..", "2016-12-01", null],
  ["2016-12~/..", "2016-12-01", null],
  ["2016-12-05/", "2016-12-05", null],
  ["20XX/", "2000-01-01", null],
];

const YEARS = "years run from 0001 to 9999";
const QUALIFIER_PLACE = "a qualifier stands at the end and speaks of the whole date";
const ONE_QUALIFIER = "a date has one qualifier: ? uncertain, ~ approximate, % both";
const CAPITAL_X = "unspecified digits are written as a capital X";
const X_PLACES = "unspecified digits are written 201X, 20XX, 2017-XX, 2017-08-XX or 2017-XX-XX";
const FOUR_DIGITS = "a year has four digits, without exponent or significant digits";
const NO_TIME = "a date has no time of day";
const NO_SPACES = "a date has no spaces";
const NO_SETS = "sets of dates are not recorded; an interval may say the same";
const NO_MONTH = "a year with unspecified digits takes no month";
const HYPHENS = "year, month and day are parted by hyphens, as in 2017-08-06";
const ONE_DATE = "an interval needs a date at one end at least";
const OPEN_END = "an open end is written as .. on one side of a slash, as in 2016-12/..";
const UNKNOWN_FORM = "a date is written as in 2017-08-06, 2017-08, 2017, 201X, 2017-21 or 2017/2018";

const REFUSED: [text: string, reason: string][] = [
  ["2017-02-30", "no such day: 2017-02-30"],
  ["2017-02-29", "no such day: 2017-02-29"],
  ["1900-02-29", "no such day: 1900-02-29"],
  ["2017-04-31", "no such day: 2017-04-31"],
  ["2017-08-00", "no such day: 2017-08-00"],
  ["2017-08-32~", "no such day: 2017-08-32"],
  ["2017-13", "no such month: 2017-13"],
  ["2017-00", "no such month: 2017-00"],
  ["2017-20", "no such month: 2017-20"],
  ["2017-13-01", "no such month: 2017-13"],
  ["2017-13-XX", "no such month: 2017-13"],
  ["2017-25", "no such month: 2017-25"],
  ["2017-41", "no such month: 2017-41"],
  ["2017-99?", "no such month: 2017-99"],
  ["2017-21-05", "a season has no day"],
  ["2017-24-XX", "a season has no day"],
  ["2017-XX-05", "a day needs its month"],
  ["0000", YEARS],
  ["0000-01-01", YEARS],
  ["0000-02-30", YEARS],
  ["0000-21", YEARS],
  ["000X", YEARS],
  ["00XX", YEARS],
  ["-2017", YEARS],
  ["-0001-01-01", YEARS],
  ["+2017", YEARS],
  ["9999-24", `${YEARS}, and this winter ends in the year after`],
  ["Y2017", FOUR_DIGITS],
  ["Y-17E7", FOUR_DIGITS],
  ["Y170000002", FOUR_DIGITS],
  ["y2017", FOUR_DIGITS],
  ["1950S2", FOUR_DIGITS],
  ["171E3", FOUR_DIGITS],
  ["2017-08-06T10:00:00", NO_TIME],
  ["2017-08-06T10:00:00Z", NO_TIME],
  ["2017-08-06t10:00", NO_TIME],
  ["2017-08-06T", NO_TIME],
  ["", "a date is needed"],
  [" ", NO_SPACES],
  [" 2017", NO_SPACES],
  ["2017 ", NO_SPACES],
  ["2017-08-06\n", NO_SPACES],
  ["2017 / 2018", NO_SPACES],
  ["2017-08 -06", NO_SPACES],
  ["2017\u00a0", NO_SPACES],
  ["[2017,2018]", NO_SETS],
  ["{2017..2018}", NO_SETS],
  ["[..2017]", NO_SETS],
  ["2017~?", ONE_QUALIFIER],
  ["2017??", ONE_QUALIFIER],
  ["2017-08-06?~", ONE_QUALIFIER],
  ["2017~-08~", ONE_QUALIFIER],
  ["2017-~07", QUALIFIER_PLACE],
  ["?2017", QUALIFIER_PLACE],
  ["~2017-08-06", QUALIFIER_PLACE],
  ["2017?-08", QUALIFIER_PLACE],
  ["2017-08~-06", QUALIFIER_PLACE],
  ["2017-08-%06", QUALIFIER_PLACE],
  ["201x", CAPITAL_X],
  ["20xx", CAPITAL_X],
  ["2017-xx", CAPITAL_X],
  ["2017-08-xx", CAPITAL_X],
  ["201u", CAPITAL_X],
  ["2017-uu", CAPITAL_X],
  ["201Xx", X_PLACES],
  ["20X7", X_PLACES],
  ["2X17", X_PLACES],
  ["X017", X_PLACES],
  ["2XXX", X_PLACES],
  ["XXXX", X_PLACES],
  ["XX", X_PLACES],
  ["2017-1X", X_PLACES],
  ["2017-X1", X_PLACES],
  ["2017-2X", X_PLACES],
  ["2017-08-0X", X_PLACES],
  ["2017-08-X6", X_PLACES],
  ["2017-X", X_PLACES],
  ["2017-08-X", X_PLACES],
  ["2017-1X-XX", X_PLACES],
  ["2017-XX-XX-XX", X_PLACES],
  ["XXXX-08-06", X_PLACES],
  ["XXXX-21", X_PLACES],
  ["201X-XX", NO_MONTH],
  ["201X-08", NO_MONTH],
  ["201X-08-06", NO_MONTH],
  ["20XX-XX-XX", NO_MONTH],
  ["201X-21", NO_MONTH],
  ["20170806", HYPHENS],
  ["201708", HYPHENS],
  ["17", UNKNOWN_FORM],
  ["201", UNKNOWN_FORM],
  ["20175", UNKNOWN_FORM],
  ["2017-8", UNKNOWN_FORM],
  ["2017-8-6", UNKNOWN_FORM],
  ["2017-08-6", UNKNOWN_FORM],
  ["2017-008", UNKNOWN_FORM],
  ["2017-08-06-01", UNKNOWN_FORM],
  ["2017-", UNKNOWN_FORM],
  ["2017-08-", UNKNOWN_FORM],
  ["2017--06", UNKNOWN_FORM],
  ["2017/08/06", "an interval has one slash"],
  ["2017.08.06", UNKNOWN_FORM],
  ["2017‐08", UNKNOWN_FORM],
  ["２０１７", UNKNOWN_FORM],
  ["2017-W32", UNKNOWN_FORM],
  ["2017-218", UNKNOWN_FORM],
  ["2017-21^southern", UNKNOWN_FORM],
  ["August 2017", NO_SPACES],
  ["today", UNKNOWN_FORM],
  ["null", UNKNOWN_FORM],
  ["?", UNKNOWN_FORM],
  ["\u0000", UNKNOWN_FORM],
  ["\ud800", UNKNOWN_FORM],
  ["/", ONE_DATE],
  ["../..", ONE_DATE],
  ["../", ONE_DATE],
  ["/..", ONE_DATE],
  ["..", OPEN_END],
  ["2017..", OPEN_END],
  ["..2017", OPEN_END],
  ["2016..2017", OPEN_END],
  [".../2017", OPEN_END],
  ["./2017", UNKNOWN_FORM],
  ["..~/2017", OPEN_END],
  ["2017/2018/2019", "an interval has one slash"],
  ["//", "an interval has one slash"],
  ["2017//", "an interval has one slash"],
  ["2017/2018-02-30", "no such day: 2018-02-30"],
  ["2017-13/2018", "no such month: 2017-13"],
  ["2017/08", UNKNOWN_FORM],
  ["2017-08-04/06", UNKNOWN_FORM],
  ["2017-08-04/unknown", UNKNOWN_FORM],
  ["2017-08-04/open", UNKNOWN_FORM],
  ["2017-08-04T10:00/2017-08-05", NO_TIME],
  ["0000/2017", YEARS],
  ["2017/9999-24", `${YEARS}, and this winter ends in the year after`],
  ["2018/2017", "the interval ends before it begins: 2018/2017"],
  ["2017-08-05/2017-08-04", "the interval ends before it begins: 2017-08-05/2017-08-04"],
  ["2017-08-05~/2017-08-04?", "the interval ends before it begins: 2017-08-05~/2017-08-04?"],
  ["2017-09/2017-08-31", "the interval ends before it begins: 2017-09/2017-08-31"],
  ["202X/201X", "the interval ends before it begins: 202X/201X"],
  ["2018-03/2017-24", "the interval ends before it begins: 2018-03/2017-24"],
];

describe("a date in EDTF", () => {
  it.each(SINGLE_DATES)("%s lies between %s and %s, whatever its qualifier", (text, earliest, latest) => {
    for (const qualifier of ["", "?", "~", "%"]) {
      expect(boundsOf(text + qualifier)).toEqual({ earliest, latest });
      expect(spell(parseEdtf(text + qualifier))).toBe(text + qualifier);
    }
  });

  it.each(INTERVALS)("%s lies between %s and %s", (text, earliest, latest) => {
    expect(boundsOf(text)).toEqual({ earliest, latest });
    expect(spell(parseEdtf(text))).toBe(text);
    expect(Edtf.parse(text)).toBe(text);
  });

  it.each(REFUSED)("%j is refused: %s", (text, reason) => {
    expect(() => parseEdtf(text)).toThrow(new EdtfError(reason));
    expect(() => boundsOf(text)).toThrow(EdtfError);
    expect(findEdtf(text)).toBeNull();
    expect(reasonAgainst(text)).toBe(reason);
  });

  it("tells an open end from an unknown one", () => {
    expect(parseEdtf("2016-12/..")).toMatchObject({ kind: "interval", end: "open" });
    expect(parseEdtf("2016-12/")).toMatchObject({ kind: "interval", end: "unknown" });
    expect(parseEdtf("../2016-12")).toMatchObject({ kind: "interval", start: "open" });
    expect(parseEdtf("/2016-12")).toMatchObject({ kind: "interval", start: "unknown" });
  });

  it("has a month 01 to 12 or a season 21 to 24, and no other number there", () => {
    const accepted = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0")).filter((mm) =>
      findEdtf(`2017-${mm}`),
    );
    expect(accepted.join(" ")).toBe("01 02 03 04 05 06 07 08 09 10 11 12 21 22 23 24");
  });

  it.each([2015, 2016, 1900, 2000])("has every day of %i and no other", (year) => {
    const accepted: string[] = [];
    for (let month = 0; month < 100; month += 1) {
      for (let day = 0; day < 100; day += 1) {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        if (findEdtf(text)) accepted.push(text);
      }
    }
    const expected: string[] = [];
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
      expected.push(new Date(at).toISOString().slice(0, 10));
    }
    expect(accepted).toEqual(expected);
  });

  it.each([undefined, null, 2017, ["2017"], new Date(0)])("is a text and not %s", (value) => {
    expect(Edtf.safeParse(value).error?.issues.map((issue) => issue.code)).toEqual(["invalid_type"]);
  });
});

// A calendar made by Date, in years where it cannot go wrong, and dates read as patterns over it.
const CALENDAR: string[] = [];
for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2104, 0, 1); at += 86_400_000) {
  CALENDAR.push(new Date(at).toISOString().slice(0, 10));
}
const SEASON_MONTHS: Record<string, string[]> = {
  "21": ["03", "04", "05"],
  "22": ["06", "07", "08"],
  "23": ["09", "10", "11"],
};

/** Whether the text, without qualifier, may mean a day: every X is any digit, and what is not written is any. */
function meaningOf(text: string): (day: string) => boolean {
  const [year = "", part = ""] = text.split("-");
  if (part === "24") {
    const months = [`${year}-12`, `${Number(year) + 1}-01`, `${Number(year) + 1}-02`];
    return (day) => months.includes(day.slice(0, 7));
  }
  const months = SEASON_MONTHS[part];
  if (months) return (day) => day.startsWith(year) && months.includes(day.slice(5, 7));
  const form = new RegExp(`^${text.replaceAll("X", "\\d")}`);
  return (day) => form.test(day);
}

function slowBounds(text: string): { earliest: string | undefined; latest: string | undefined } {
  const mayMean = meaningOf(text);
  return { earliest: CALENDAR.find(mayMean), latest: CALENDAR.findLast(mayMean) };
}

const year = fc.integer({ min: 1900, max: 2099 }).map(String);
const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, "0"));
const plainDate = fc.oneof(
  year,
  year.map((y) => `${y.slice(0, 3)}X`),
  year.map((y) => `${y.slice(0, 2)}XX`),
  fc.tuple(year, month).map((parts) => parts.join("-")),
  year.map((y) => `${y}-XX`),
  year.map((y) => `${y}-XX-XX`),
  fc.tuple(year, month).map((parts) => `${parts.join("-")}-XX`),
  fc.tuple(year, fc.constantFrom("21", "22", "23", "24")).map((parts) => parts.join("-")),
  fc.constantFrom(...CALENDAR.filter((day) => day < "2100")),
);
const qualifier = fc.constantFrom("", "?", "~", "%");
const date = fc.tuple(plainDate, qualifier).map((parts) => parts.join(""));
const end = fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: fc.constantFrom("", "..") });
const notASeason = plainDate.filter((text) => !/-2[1-4]$/.test(text));
const plain = (text: string) => text.replace(/[?~%]$/, "");

describe("the bounds of a date", () => {
  it("are the first and last day of the calendar that the text may mean", () => {
    fc.assert(
      fc.property(date, (text) => {
        expect(boundsOf(text)).toEqual(slowBounds(plain(text)));
      }),
    );
  });

  it("are, for an interval, the first day its start may mean and the last its end may mean, in that order or not at all", () => {
    fc.assert(
      fc.property(end, end, (start, until) => {
        const missing = (text: string) => text === "" || text === "..";
        const earliest = missing(start) ? null : (slowBounds(plain(start)).earliest ?? "");
        const latest = missing(until) ? null : (slowBounds(plain(until)).latest ?? "");
        const allowed = earliest !== null && latest !== null ? earliest <= latest : earliest !== latest;
        expect(findEdtf(`${start}/${until}`)?.bounds ?? null).toEqual(allowed ? { earliest, latest } : null);
      }),
    );
  });

  it("are in order", () => {
    fc.assert(
      fc.property(date, (text) => {
        const { earliest, latest } = parseEdtf(text).bounds;
        expect(earliest !== null && latest !== null && earliest <= latest).toBe(true);
      }),
    );
  });

  it("enclose every day that stands where the text says XX", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CALENDAR), (day) => {
        const [y = "", m = ""] = day.split("-");
        for (const text of [
          `${y}-XX`,
          `${y}-XX-XX`,
          `${y}-${m}-XX`,
          `${y.slice(0, 3)}X`,
          `${y.slice(0, 2)}XX`,
          y,
          `${y}-${m}`,
        ]) {
          const { earliest, latest } = boundsOf(text);
          expect(earliest !== null && earliest <= day && latest !== null && day <= latest).toBe(true);
        }
      }),
    );
  });

  it("are those that the edtf package gives, apart from its seasons", () => {
    fc.assert(
      fc.property(notASeason, (text) => {
        const theirs = edtf(text);
        const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
        expect(boundsOf(text)).toEqual({ earliest: day(theirs.min), latest: day(theirs.max) });
      }),
    );
  });

  it("belong to intervals that the edtf package reads as well, as long as they have no season and no X", () => {
    const theirDate = notASeason.filter((text) => !text.includes("X"));
    const theirEnd = fc.oneof(
      fc.tuple(theirDate, qualifier).map((parts) => parts.join("")),
      fc.constantFrom("", ".."),
    );
    fc.assert(
      fc.property(theirEnd, theirEnd, (start, until) => {
        const text = `${start}/${until}`;
        fc.pre(findEdtf(text) !== null);
        expect(parseTheirs(text).type).toBe("Interval");
      }),
    );
  });
});

describe("any text at all", () => {
  const nearly = fc.string({ unit: fc.constantFrom(..."0123456789X-/.~?%".split("")), maxLength: 24 });
  const damaged = fc
    .tuple(
      fc.oneof(
        date,
        fc.tuple(end, end).map((ends) => ends.join("/")),
      ),
      fc.nat(30),
      fc.nat(2),
      fc.string({ unit: "binary", maxLength: 2 }),
    )
    .map(([text, at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone));

  it.each([
    ["any string", fc.string({ unit: "binary" })],
    ["dates' own letters", nearly],
    ["damaged dates", damaged],
  ])("is read as written or refused with one reason (%s)", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = findEdtf(text);
        if (found !== null) {
          expect(spell(found)).toBe(text);
          expect(Edtf.parse(text)).toBe(text);
          return;
        }
        const reason = reasonAgainst(text);
        expect(typeof reason).toBe("string");
        expect(() => parseEdtf(text)).toThrow(new EdtfError(String(reason)));
      }),
      { numRuns: 2000 },
    );
  });

  it("is refused with the same reason however long it is", () => {
    expect(reasonAgainst("/".repeat(1_000_000))).toBe("an interval has one slash");
    expect(reasonAgainst("1".repeat(1_000_000))).toBe(UNKNOWN_FORM);
    expect(reasonAgainst(`${"2017-08-06".repeat(100_000)}~`)).toBe(UNKNOWN_FORM);
  });
});

const dataSet = ["../../../prisma/dataset/", "../../../../shared/dataset/"]
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(folder));

describe("the data set", () => {
  it.skipIf(dataSet === undefined)("holds no date that is refused (skipped where its folder is absent)", () => {
    const folder = dataSet as URL;
    const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    const counts: Record<string, number> = {};
    for (const name of files) {
      const text = readFileSync(new URL(name, folder), "utf8");
      const fields = text.matchAll(
        /\b(effective|reported|published|opened|attested|as_of|deadline|date): *(?:"([^"]*)"|null)/g,
      );
      for (const [, key = "", value] of fields) {
        if (value === undefined) continue;
        counts[key] = (counts[key] ?? 0) + 1;
        expect(reasonAgainst(value), `${name}, ${key}: "${value}"`).toBeUndefined();
      }
    }
    expect(counts).toMatchObject({ effective: 130, reported: 130 });
  });
});
