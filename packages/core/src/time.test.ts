import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  compareDays,
  Day,
  dayOf,
  dayOfInstant,
  daysBetween,
  daysInMonth,
  endOfDay,
  Instant,
  isDay,
  isInstant,
  partsOfDay,
  startOfDay,
} from "./time.ts";

const day = (text: string) => Day.parse(text);
const FIRST = day("0001-01-01");
const LAST = day("9999-12-31");
const CALENDAR_LENGTH = 3_652_059;

const anyDay = fc.integer({ min: 0, max: CALENDAR_LENGTH - 1 }).map((n) => addDays(FIRST, n));
// setUTCFullYear is the one way into Date that takes the years 1 to 99 as they are.
const dateOf = (text: string) => {
  const date = new Date(0);
  date.setUTCFullYear(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));
  return date;
};

describe("a day", () => {
  it.each([
    "0001-01-01",
    "0099-12-31",
    "0100-02-28",
    "1600-02-29",
    "2000-02-29",
    "2024-02-29",
    "2017-08-06",
    "9999-12-31",
  ])("%s is one", (text) => {
    expect(isDay(text)).toBe(true);
    expect(Day.parse(text)).toBe(text);
  });

  it.each([
    ["2017-02-29", "no such day: 2017-02-29"],
    ["1900-02-29", "no such day: 1900-02-29"],
    ["2100-02-29", "no such day: 2100-02-29"],
    ["2017-02-30", "no such day: 2017-02-30"],
    ["2017-04-31", "no such day: 2017-04-31"],
    ["2017-13-01", "no such day: 2017-13-01"],
    ["2017-00-01", "no such day: 2017-00-01"],
    ["2017-01-00", "no such day: 2017-01-00"],
    ["2017-01-32", "no such day: 2017-01-32"],
    ["0000-01-01", "no such day: 0000-01-01"],
    ["", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    ["2017-8-6", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    ["2017-08", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    ["20170806", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    ["2017-08-06~", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    ["2017-08-06\n", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    [" 2017-08-06", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    ["-2017-08-06", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    ["12017-08-06", "a day is written YYYY-MM-DD, as in 2017-08-06"],
    ["２０１７-08-06", "a day is written YYYY-MM-DD, as in 2017-08-06"],
  ])("%j is none: %s", (text, reason) => {
    expect(isDay(text)).toBe(false);
    expect(Day.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([reason]);
  });

  it.each([null, undefined, 20170806, new Date(0), {}])("%s is refused for its type, once", (value) => {
    const issues = Day.safeParse(value).error?.issues;
    expect(issues?.map((issue) => issue.code)).toEqual(["invalid_type"]);
  });

  it("is written from its numbers and taken apart again", () => {
    expect(dayOf(7, 3, 2)).toBe("0007-03-02");
    expect(partsOfDay(day("0007-03-02"))).toEqual({ year: 7, month: 3, day: 2 });
  });

  it("exists exactly as often as a naive calendar says, in every month of every year", () => {
    let total = 0;
    for (let year = 1; year <= 9999; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const length = daysInMonth(year, month);
        if (isDay(dayOf(year, month, length)) && !isDay(dayOf(year, month, length + 1))) total += length;
      }
    }
    expect(total).toBe(CALENDAR_LENGTH);
  });
});

describe("an instant", () => {
  it.each([
    "2026-11-21T10:00:00.000Z",
    "0001-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z",
    "2024-02-29T12:34:56.789Z",
  ])("%s is one, as Date writes it", (text) => {
    expect(Instant.parse(text)).toBe(text);
    expect(new Date(text).toISOString()).toBe(text);
  });

  it.each([
    "2026-11-21T10:00:00Z",
    "2026-11-21T10:00:00.0000Z",
    "2026-11-21T10:00:00.000",
    "2026-11-21T10:00:00.000+00:00",
    "2026-11-21T24:00:00.000Z",
    "2026-11-21T10:60:00.000Z",
    "2016-12-31T23:59:60.000Z",
    "2026-11-21t10:00:00.000z",
    "2026-11-21 10:00:00.000Z",
    "2026-02-30T10:00:00.000Z",
    "0000-01-01T00:00:00.000Z",
    "+010000-01-01T00:00:00.000Z",
    "2026-11-21",
    "2026-11-21T10:00:00.000Z\n",
    "",
  ])("%j is none", (text) => {
    expect(isInstant(text)).toBe(false);
    expect(Instant.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([
      "an instant is written as in 2026-11-21T10:00:00.000Z, in UTC with milliseconds",
    ]);
  });

  it("falls on the day whose first and last millisecond enclose it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 86_399_999 }), (on, ms) => {
        const at = Instant.parse(new Date(dateOf(on).getTime() + ms).toISOString());
        expect(dayOfInstant(at)).toBe(on);
        expect(startOfDay(on) <= at && at <= endOfDay(on)).toBe(true);
        expect(Date.parse(endOfDay(on)) - Date.parse(startOfDay(on))).toBe(86_399_999);
      }),
    );
  });
});

describe("counting days", () => {
  it.each([
    ["2026-11-21", 0, "2026-11-21"],
    ["2017-12-31", 1, "2018-01-01"],
    ["2016-02-28", 1, "2016-02-29"],
    ["2017-03-01", -1, "2017-02-28"],
    ["2026-02-05", 289, "2026-11-21"],
    ["0001-01-01", CALENDAR_LENGTH - 1, "9999-12-31"],
    ["0099-12-31", 1, "0100-01-01"],
    ["0004-02-28", 1, "0004-02-29"],
    ["0100-02-28", 1, "0100-03-01"],
    ["1999-12-31", 366, "2000-12-31"],
  ])("%s and %i days is %s", (from, n, to) => {
    expect(addDays(day(from), n)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(n);
  });

  it("does not leave the years 0001 to 9999", () => {
    expect(() => addDays(FIRST, -1)).toThrow(RangeError);
    expect(() => addDays(LAST, 1)).toThrow(RangeError);
    expect(() => addDays(FIRST, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => addDays(FIRST, 0.5)).toThrow(RangeError);
    expect(() => addDays(FIRST, Number.NaN)).toThrow(RangeError);
  });

  it("agrees with a calendar walked day by day", () => {
    const stretches: [number, number][] = [
      [1, 5],
      [95, 105],
      [399, 401],
      [1899, 1905],
      [1999, 2005],
      [9995, 9999],
    ];
    for (const [from, until] of stretches) {
      let today = dayOf(from, 1, 1);
      for (let year = from; year <= until; year += 1) {
        for (let month = 1; month <= 12; month += 1) {
          for (let date = 1; date <= daysInMonth(year, month); date += 1) {
            if (today !== dayOf(year, month, date)) expect(today).toBe(dayOf(year, month, date));
            if (today !== LAST) today = addDays(today, 1);
          }
        }
      }
    }
  });

  it("agrees with Date in every year, 1 to 99 included", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(a, b)).toBe((dateOf(b).getTime() - dateOf(a).getTime()) / 86_400_000);
      }),
    );
  });

  it("goes back as it came", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const distance = daysBetween(a, b);
        expect(addDays(a, distance)).toBe(b);
        expect(addDays(b, -distance)).toBe(a);
      }),
    );
  });

  it("orders days as their texts are ordered", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(-Math.sign(daysBetween(a, b)) + 0);
        expect(compareDays(a, a)).toBe(0);
      }),
    );
  });
});
