import { describe, expect, it } from "vitest";
import { lineageLayout, linesOf, ROW } from "./layout.ts";
import { lineageSeries } from "./series.ts";
import { zeroHedge } from "./zero-hedge.fixture.ts";

const data = lineageSeries(zeroHedge);
if (data.kind !== "lineage") throw new Error("the example has lineage");
const { series } = data;

describe.each(["wide", "narrow"] as const)("lineageLayout, %s", (size) => {
  const layout = lineageLayout(series, size);

  it("gives every link a row of its own, and a run of paragraphs without known lineage one row together", () => {
    expect(layout.passages).toHaveLength(20);
    expect(layout.passages.map((mark) => mark.y)).toEqual(layout.passages.map((_, i) => i * ROW + ROW / 2));
    expect(layout.passages[0]).toMatchObject({ first: 1, last: 4, link: null, own: false });
    expect(layout.passages.filter((mark) => mark.link === null).map((mark) => [mark.first, mark.last])).toEqual([
      [1, 4],
      [15, 15],
    ]);
  });

  it("names a paragraph with three origins once", () => {
    const eleven = layout.passages.filter((mark) => mark.first === 11);
    expect(eleven.map((mark) => mark.named)).toEqual([true, false, false]);
  });

  it("leaves an open end before the origin exactly where nothing tells the reader", () => {
    expect(layout.curves).toHaveLength(18);
    expect(layout.curves.filter((curve) => curve.openEnd !== null)).toHaveLength(8);
    for (const curve of layout.curves) {
      const end = Number(curve.path.split(" ").at(-2));
      expect(end).toBe(curve.link.credit === "none" ? layout.endX - 16 : layout.endX);
    }
  });

  it("lands every curve within the bar of its origin", () => {
    for (const curve of layout.curves) {
      const origin = layout.origins.find((mark) => mark.id === curve.link.originId)!;
      const y = Number(curve.path.split(" ").at(-1));
      expect(y).toBeGreaterThanOrEqual(origin.top);
      expect(y).toBeLessThanOrEqual(origin.bottom);
    }
  });

  it("keeps origins apart, in order, and inside the figure", () => {
    for (const [i, origin] of layout.origins.entries()) {
      expect(origin.top).toBeGreaterThanOrEqual(i === 0 ? 0 : layout.origins[i - 1]!.bottom + 14);
      expect(origin.bottom).toBeLessThanOrEqual(layout.height);
    }
  });

  it("draws what was left out as gaps with their numbers, within the width", () => {
    const { original } = layout.origins.find((mark) => mark.id === "reuters-tillerson-task")!;
    const gaps = original!.stretches.filter((stretch) => stretch.dropped);
    expect(gaps.map((gap) => [gap.first, gap.last])).toEqual([
      [1, 1],
      [3, 4],
      [9, 12],
      [15, 19],
    ]);
    const last = original!.stretches.at(-1)!;
    expect(last.x + last.width).toBeLessThanOrEqual(layout.width);
  });
});

describe("linesOf", () => {
  it("breaks at spaces and says where it had to stop", () => {
    expect(linesOf("Ministry of Foreign Affairs of the Russian Federation", 20, 3)).toEqual([
      "Ministry of Foreign",
      "Affairs of the",
      "Russian Federation",
    ]);
    expect(linesOf("Ministry of Foreign Affairs, transcript", 8, 3)).toEqual(["Ministry", "of", "Foreign …"]);
  });
});
