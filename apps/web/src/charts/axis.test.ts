import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { endOfMonth, endOfYear, placeIn, recordDomain, shiftDay, ticksOf } from "./axis.ts";

const day = (text: string) => text as Day;
const domain = (from: string, until: string) => ({ from: day(from), until: day(until) });

describe("the axis", () => {
  it("places days by their distance, beyond both ends as well", () => {
    const place = placeIn(domain("2017-01-01", "2017-01-11"));
    expect(place(day("2017-01-01"))).toBe(0);
    expect(place(day("2017-01-06"))).toBe(0.5);
    expect(place(day("2017-01-21"))).toBe(2);
    expect(place(day("2016-12-22"))).toBe(-1);
  });

  it("marks every third year where ten do not fit, counted from the first", () => {
    const ticks = ticksOf(domain("2017-01-01", "2027-01-01"), 5);
    expect(ticks.map(({ label }) => label)).toEqual(["2017", "2020", "2023", "2026"]);
    expect(ticks[1]).toMatchObject({ day: "2020-01-01", until: "2021-01-01", unit: "year" });
  });

  it("marks months within three years, the year named once", () => {
    const labels = ticksOf(domain("2020-10-01", "2021-03-01"), 12).map(({ label }) => label);
    expect(labels).toEqual(["October 2020", "November", "December", "January 2021", "February"]);
  });

  it("marks quarters where months are too many", () => {
    const labels = ticksOf(domain("2017-01-01", "2018-10-01"), 12).map(({ label }) => label);
    expect(labels.slice(0, 5)).toEqual(["January 2017", "March", "May", "July", "September"]);
  });

  it("marks days within a month and a half, the month named where it turns", () => {
    const ticks = ticksOf(domain("2017-07-30", "2017-08-09"), 12);
    expect(ticks.map(({ label }) => label)).toEqual(["30 July 2017", "31", "1 Aug", "2", "3", "4", "5", "6", "7", "8"]);
    expect(ticksOf(domain("2017-08-01", "2017-09-01"), 12).length).toBeLessThanOrEqual(12);
  });

  it("never sets more marks than asked for, over any length of time", () => {
    for (const until of ["0001-02-01", "0002-01-01", "0100-01-01", "2000-01-01", "9999-12-31"])
      for (const most of [3, 5, 12]) {
        const ticks = ticksOf(domain("0001-01-01", until), most);
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(ticks.every((tick) => tick.day >= "0001-01-01" && tick.day < until)).toBe(true);
      }
  });

  it("holds at the first and the last year there are", () => {
    expect(endOfYear(day("9999-05-01"))).toBe("9999-12-31");
    expect(endOfMonth(day("9999-12-31"))).toBe("9999-12-31");
    expect(shiftDay(day("0001-01-02"), -400)).toBe("0001-01-01");
    expect(shiftDay(day("9999-12-30"), 400)).toBe("9999-12-31");
    expect(endOfMonth(day("2016-02-10"))).toBe("2016-03-01");
  });

  it("begins with the year of the first news and ends with this one", () => {
    expect(recordDomain(day("2017-06-12"), day("2026-11-21"))).toEqual({ from: "2017-01-01", until: "2027-01-01" });
    expect(recordDomain(null, day("2026-11-21")).from).toBe("2016-01-01");
  });
});
