import { describe, expect, it } from "vitest";
import { clusterOf, numbersLabel } from "./cluster.ts";

describe("shared marks", () => {
  it("gathers what lies nearer than the gap to its neighbour, in order", () => {
    const clusters = clusterOf([{ x: 100 }, { x: 10 }, { x: 40 }, { x: 70 }], 31);
    expect(clusters.map(({ x, members }) => [x, members.length])).toEqual([[55, 4]]);
    expect(clusterOf([{ x: 10 }, { x: 44 }, { x: 77 }], 34).map(({ members }) => members.map(({ x }) => x))).toEqual([
      [10],
      [44, 77],
    ]);
  });

  it("keeps every mark exactly once", () => {
    const marks = Array.from({ length: 50 }, (_, i) => ({ x: (i * 37) % 101 }));
    const all = clusterOf(marks, 2).flatMap(({ members }) => members);
    expect(all.map(({ x }) => x)).toEqual(marks.map(({ x }) => x).sort((a, b) => a - b));
    expect(clusterOf([], 5)).toEqual([]);
  });

  it("names entries by run, by number, or by count", () => {
    expect(numbersLabel([7])).toBe("7");
    expect(numbersLabel([4, 2, 3])).toBe("2–4");
    expect(numbersLabel([2, 5])).toBe("2, 5");
    expect(numbersLabel([2, 5, 7, 9])).toBe("4 entries");
  });
});
