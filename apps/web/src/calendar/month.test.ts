import type { ListedMilestone } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { isOnDays, monthsWithDates, monthView, neighbour, readMonth, spanInMonth, weekdayOf } from "./month.ts";

const milestone = (date: string, what = "something") =>
  ({ itemId: "an-item", itemTitle: "An item", date, kind: "deadline", what, entrySeq: null }) as ListedMilestone;

describe("readMonth", () => {
  it.each(["2017-08", "0001-01", "9999-12"])("reads %s", (text) => expect(readMonth(text)).toBe(text));
  it.each(["", "2017", "2017-13", "2017-00", "0000-05", "2017-8", "2017-08-07", "August"])("refuses “%s”", (text) =>
    expect(readMonth(text)).toBeNull(),
  );
});

describe("neighbour", () => {
  it("crosses the year in both directions", () => {
    expect(neighbour("2017-12", 1)).toBe("2018-01");
    expect(neighbour("2018-01", -1)).toBe("2017-12");
  });
  it("ends where days end", () => {
    expect(neighbour("0001-01", -1)).toBeNull();
    expect(neighbour("9999-12", 1)).toBeNull();
  });
});

describe("monthView", () => {
  it("begins weeks on Monday: 1 August 2017 was a Tuesday", () => {
    expect(weekdayOf("2017-08-01" as Day)).toBe(2);
    expect(weekdayOf("2017-08-06" as Day)).toBe(7);
    expect(monthView("2017-08", []).days).toHaveLength(31);
    expect(monthView("2018-02", []).days).toHaveLength(28);
  });

  it("lays a weekend over both of its days and names it once", () => {
    const view = monthView("2017-08", [milestone("2017-08-05/2017-08-06", "weekend of the meeting")]);
    const taken = view.days.filter(({ placed }) => placed.length > 0);
    expect(taken.map(({ date, placed }) => [date, placed[0]?.begins])).toEqual([
      [5, true],
      [6, false],
    ]);
    expect(view.vague).toEqual([]);
  });

  it("names a span that began in the month before again on the first day", () => {
    const view = monthView("2017-09", [milestone("2017-08-30/2017-09-02")]);
    expect(
      view.days.filter(({ placed }) => placed.length > 0).map(({ date, placed }) => [date, placed[0]?.begins]),
    ).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it("puts what has only a month, a year or no end apart from the days", () => {
    const dates = ["2017-08", "2017", "201X", "2017-08-XX", "2017-07/2017-09", "2017-08-01/.."];
    const view = monthView(
      "2017-08",
      dates.map((date) => milestone(date)),
    );
    expect(view.vague.map(({ date }) => date)).toEqual(dates);
    expect(view.days.every(({ placed }) => placed.length === 0)).toBe(true);
    expect(view.count).toBe(6);
  });

  it("puts what was moved on its new date, and leaves the old one free", () => {
    const moved = {
      ...milestone("2017-08-07"),
      verdict: { verdict: "moved", movedTo: "2017-09-15", entrySeq: null, note: null, decidedOn: "2017-08-01" },
    } as ListedMilestone;
    expect(monthView("2017-08", [moved]).count).toBe(0);
    const view = monthView("2017-09", [moved]);
    expect(view.days.filter(({ placed }) => placed.length > 0).map(({ date }) => date)).toEqual([15]);
    expect(monthView("2017-08", [{ ...moved, verdict: null }]).count).toBe(1);
  });

  it("leaves out what does not touch the month", () => {
    expect(monthView("2017-08", [milestone("2017-09-01"), milestone("2017-07-31"), milestone("2016")]).count).toBe(0);
  });

  it("keeps a qualified day on its day: the bounds do not widen", () => {
    expect(isOnDays("2017-08-07~")).toBe(true);
    expect(isOnDays("2017-08-01/2017-08-20")).toBe(false);
  });
});

describe("spanInMonth", () => {
  it.each([
    ["2017-08", 0, 100],
    ["2017", 0, 100],
    ["2017-08-16/2017-09", 48.4, 51.6],
    ["../2017-08-15", 0, 48.4],
    ["2017-08-31/..", 96.8, 3.2],
  ])("lays %s over August 2017 from %s %% on, %s %% wide", (date, start, width) =>
    expect(spanInMonth(date, "2017-08")).toEqual({ start, width }),
  );
});

describe("monthsWithDates", () => {
  it("counts dates by the month in which they begin, in order", () => {
    const months = monthsWithDates(
      ["2018-02-05", "2017-08", "2017-08-05/2017-09-06", "../2016-01-05"].map((date) => milestone(date)),
    );
    expect(months).toEqual([
      { month: "2016-01", dates: 1 },
      { month: "2017-08", dates: 2 },
      { month: "2018-02", dates: 1 },
    ]);
  });
});
