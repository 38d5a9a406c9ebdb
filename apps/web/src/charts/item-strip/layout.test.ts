import { resolveAsOf } from "@readout/core/as-of";
import { change, review } from "@readout/core/ledger.fixture";
import type { Day, Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { seriesOfLedger } from "../status-series.ts";
import { layoutStrip, type StripMark } from "./layout.ts";

const asOf = resolveAsOf({}, "2026-11-21T10:00:00.000Z" as Instant);
const domain = { from: "2017-01-01" as Day, until: "2027-01-01" as Day };
const strip = (...entries: Parameters<typeof seriesOfLedger>[0]) =>
  layoutStrip(seriesOfLedger(entries, asOf), domain, { height: 24, width: 240 });
const of = <K extends StripMark["kind"]>(marks: readonly StripMark[], kind: K) =>
  marks.filter((mark): mark is Extract<StripMark, { kind: K }> => mark.kind === kind);

describe("a strip", () => {
  it("sets each family at its own height about the line", () => {
    const { base, marks } = strip(
      change(1, "raised", "2017-02-01"),
      change(2, "scheduled", "2018-02-01"),
      change(3, "in-force", "2019-02-01"),
      change(4, "stalled", "2020-02-01"),
    );
    expect(base).toBe(15);
    expect(of(marks, "solid").map(({ family, y, height }) => [family, y, height])).toEqual([
      ["talk", 10, 5],
      ["commitment", 6, 9],
      ["motion", 2, 13],
    ]);
    expect(of(marks, "hollow")).toMatchObject([{ family: "trouble", y: 15, height: 7 }]);
  });

  it("is one and six tenths as high in the main matters", () => {
    const series = seriesOfLedger([change(1, "in-force", "2019-02-01")], asOf);
    const { base, marks } = layoutStrip(series, domain, { height: 38, width: 240 });
    expect(base).toBe(24);
    expect(of(marks, "hollow")[0]?.height).toBeCloseTo(20.8);
  });

  it("is filled up to the last review and hollow after it, up to the day shown", () => {
    const { end, marks } = strip(change(1, "stalled", "2018-01-01"), review(2, "2022-01-01"));
    const [solid] = of(marks, "solid");
    const [hollow] = of(marks, "hollow");
    expect(solid?.x).toBeCloseTo(0.1, 3);
    expect((solid?.x ?? 0) + (solid?.width ?? 0)).toBeCloseTo(0.5, 3);
    expect(hollow?.x).toBeCloseTo(0.5, 3);
    expect((hollow?.x ?? 0) + (hollow?.width ?? 0)).toBeCloseTo(end, 9);
    expect(end).toBeCloseTo(0.9888, 3);
    expect(of(marks, "review").map(({ x }) => x)).toEqual([hollow?.x]);
  });

  it("draws an ended item as the line behind a stop mark, dotted from the last review on", () => {
    const { marks } = strip(change(1, "concluded", "2018-01-01", "2019-01-01"));
    expect(of(marks, "stop")).toMatchObject([{ size: 7 }]);
    const [reviewed, after] = of(marks, "ended");
    expect([reviewed?.reviewed, after?.reviewed]).toEqual([true, false]);
    expect(reviewed?.until).toBeCloseTo(0.2, 3);
    expect(after?.x).toBe(reviewed?.until);
    expect(of(marks, "solid")).toEqual([]);
  });

  it("hatches an uncertain beginning while the bar before runs on", () => {
    const { marks } = strip(change(1, "raised", "2017-01-01"), change(2, "under-way", "2019"));
    const [raised] = of(marks, "solid");
    const [hatch] = of(marks, "hatch");
    expect(hatch).toMatchObject({ family: "motion", y: 2, height: 13 });
    expect(hatch?.x).toBeCloseTo(0.2, 3);
    expect((hatch?.x ?? 0) + (hatch?.width ?? 0)).toBeCloseTo((raised?.x ?? 0) + (raised?.width ?? 0), 9);
  });

  it("dots the edge of a beginning that is uncertain by a few days", () => {
    const { marks } = strip(change(1, "under-way", "2019-03-01/2019-03-05"));
    expect(of(marks, "hatch")).toEqual([]);
    expect(of(marks, "dotted-edge")).toMatchObject([{ family: "motion", height: 13 }]);
  });

  it("points outward where a stretch began before the axis or nobody knows how early", () => {
    expect(of(strip(change(1, "stalled", "2012")).marks, "before")).toMatchObject([{ x: 0, y: 18.5 }]);
    const [arrow] = of(strip(change(1, "stalled", "../2018-01-01")).marks, "before");
    expect(arrow?.x).toBeCloseTo(0.1, 3);
  });

  it("hatches what may hold already after the filled bar", () => {
    const { end, marks } = strip(change(1, "stalled", "2018-01-01"), change(2, "scheduled", "2026/2027", "2026-11-01"));
    const [hatch] = of(marks, "hatch");
    expect(hatch?.family).toBe("commitment");
    expect(hatch?.x).toBeCloseTo(0.9, 3);
    expect((hatch?.x ?? 0) + (hatch?.width ?? 0)).toBeCloseTo(end, 9);
  });

  it("leaves a gap between two statuses of one family", () => {
    const { marks } = strip(change(1, "raised", "2018-01-01"), change(2, "proposed", "2019-01-01"));
    expect([...of(marks, "solid"), ...of(marks, "hollow")].map(({ gapAfter }) => gapAfter)).toEqual([true, false]);
  });

  it("is a bare line for an item of which nothing is recorded", () => {
    expect(strip().marks).toEqual([]);
  });
});
