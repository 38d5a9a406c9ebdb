import type { RailMonth } from "@readout/core/rail";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { layoutRail } from "./rail-layout.ts";

const today = "2026-11-21" as Day;
const month = (text: string, entries: number, own = 0): RailMonth => ({ month: text, entries, own });

describe("the rail", () => {
  const months = [month("2017-07", 4, 1), month("2017-08", 16), month("2025-11", 1)];
  const layout = layoutRail(months, today, today);

  it("runs from the first month with news to today", () => {
    expect(layout.start).toBe("2017-07-01");
    expect(layout.place("2017-07-01" as Day)).toBe(0);
    expect(layout.place(today)).toBe(100);
  });

  it("gives bars the height of the square root of their number", () => {
    expect(layout.bars.map(({ height }) => height)).toEqual([12, 24, 6]);
    expect(layout.bars.map(({ own }) => own)).toEqual([6, 0, 0]);
  });

  it("places bars in order and within the axis", () => {
    const places = layout.bars.map(({ x }) => x);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(places.every((x) => x >= 0 && x <= 100)).toBe(true);
  });

  it("names the years that have room", () => {
    expect(layout.years.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it("keeps days outside its axis at its ends", () => {
    expect([layout.place("1990-01-01" as Day), layout.place("2031-01-01" as Day)]).toEqual([0, 100]);
  });
});

it("an early day is shaped by nothing that came after it", () => {
  const before = layoutRail([], "2015-03-03" as Day, today);
  expect(before.start).toBe("2015-01-01");
  expect(before.bars).toEqual([]);
});

it.each(["0001-01-01", "1066-10-14", "2026-11-21", "2026-11-20", "2026-01-01"])(
  "an axis without news stands on %s",
  (knownOn) => {
    const { years, ticks, days, start } = layoutRail([], knownOn as Day, today);
    expect(days).toBeGreaterThan(0);
    expect(start <= knownOn).toBe(true);
    expect(years.length).toBeLessThanOrEqual(11);
    expect(ticks.every((x) => x > 0 && x <= 100)).toBe(true);
  },
);

it("news of today alone still gives an axis", () => {
  const { days, bars } = layoutRail([month("2026-11", 3)], "2026-11-01" as Day, "2026-11-01" as Day);
  expect(days).toBe(30);
  expect(bars).toHaveLength(1);
});
