import { describe, expect, it } from "vitest";
import { beginningOf, isSaid, waitFor } from "./play-plan.ts";
import { pagesOf, rowsInView } from "./rows-in-view.ts";

describe("rows in view", () => {
  it("are those of the window and some beyond either edge, within the list", () => {
    expect(rowsInView(0, 290, 29, 2000, 4)).toEqual({ from: 0, until: 14 });
    expect(rowsInView(29_000, 290, 29, 2000, 4)).toEqual({ from: 996, until: 1014 });
    expect(rowsInView(57_900, 290, 29, 2000, 4)).toEqual({ from: 1992, until: 2000 });
  });

  it("are none of a list that lies wholly beside the window", () => {
    for (const top of [-5000, 500_000]) {
      const { from, until } = rowsInView(top, 290, 29, 2000, 4);
      expect(until - from).toBe(0);
    }
  });

  it("however far one scrolls, always hold each row that touches the window", () => {
    for (let top = -900; top < 60_000; top += 377) {
      const { from, until } = rowsInView(top, 800, 29, 2000, 0);
      const touching = [...Array(2000).keys()].filter((row) => (row + 1) * 29 > top && row * 29 < top + 800);
      expect([from, until], `${top}`).toEqual(
        touching.length === 0 ? [from, from] : [touching[0], (touching.at(-1) ?? 0) + 1],
      );
    }
  });

  it("lie on the pages that hold them, counted over all groups", () => {
    expect(pagesOf({ from: 0, until: 30 }, 0, 200)).toEqual([1]);
    expect(pagesOf({ from: 190, until: 210 }, 0, 200)).toEqual([1, 2]);
    expect(pagesOf({ from: 0, until: 10 }, 400, 200)).toEqual([3]);
    expect(pagesOf({ from: 0, until: 0 }, 0, 200)).toEqual([]);
  });
});

describe("playing", () => {
  it("begins anew from today, and goes on from an earlier day", () => {
    expect(beginningOf("2026-11-21", "2026-11-21", "2017-01-01")).toBe("2017-01-01");
    expect(beginningOf("2017-08-07", "2026-11-21", "2017-01-01")).toBeNull();
    expect(beginningOf("2026-11-21", "2026-11-21", "2026-12-01")).toBeNull();
  });

  it("says the first day of each year aloud, not every step", () => {
    expect(["2017-08-07", "2017-12-31", "2018-01-04"].map((day) => isSaid("2017-08-06", day))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("keeps its pace where answers are quick, and never waits for a slow one twice", () => {
    expect(waitFor(1000, 1100)).toBe(600);
    expect(waitFor(1000, 2100)).toBe(0);
  });
});
