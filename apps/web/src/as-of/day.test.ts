import { formatDay as coreFormat, formatDayWithWeekday as coreWeekday } from "@readout/core/edtf-text";
import { addDays as coreAdd, daysBetween as coreBetween, type Day } from "@readout/core/time";
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, addMonth, daysBetween, formatDay, formatDayWithWeekday } from "./day.ts";

const anyDay = fc.integer({ min: 0, max: 3_000_000 }).map((n) => coreAdd("1000-01-01" as Day, n));

it("counts and names days as core does", () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: -400, max: 400 }), (a, b, n) => {
      expect(daysBetween(a, b)).toBe(coreBetween(a, b));
      expect(addDays(a, n)).toBe(coreAdd(a, n));
      expect(formatDay(a)).toBe(coreFormat(a));
      expect(formatDayWithWeekday(a)).toBe(coreWeekday(a));
    }),
  );
});

it.each([
  ["2017-01-31", 1, "2017-02-28"],
  ["2016-01-31", 1, "2016-02-29"],
  ["2017-03-31", -1, "2017-02-28"],
  ["2017-12-15", 1, "2018-01-15"],
  ["2017-01-15", -1, "2016-12-15"],
] as const)("%s and %i month is %s", (from, step, to) => {
  expect(addMonth(from, step)).toBe(to);
});
