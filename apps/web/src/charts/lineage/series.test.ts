import { describe, expect, it } from "vitest";
import { lineageSeries } from "./series.ts";
import { zeroHedge } from "./zero-hedge.fixture.ts";

describe("lineageSeries", () => {
  const data = lineageSeries(zeroHedge);
  if (data.kind !== "lineage") throw new Error("the example has lineage");
  const { series } = data;

  it("gives every paragraph one link for each source it came from", () => {
    expect(series.links).toHaveLength(18);
    expect(series.links.filter((link) => link.paragraph === 11).map((link) => link.originId)).toEqual([
      "lavrov-manila-remarks",
      "interfax-manila",
      "putin-tv-interview",
    ]);
  });

  it("orders origins by where in the text their passages stand, so that curves cross little", () => {
    expect(series.origins.map((origin) => origin.id)).toEqual([
      "mfa-manila-readout",
      "lavrov-manila-remarks",
      "interfax-manila",
      "putin-tv-interview",
      "reuters-tillerson-task",
      "reuters-manila-sunday",
      "rossiya24-lavrov",
    ]);
  });

  it("keeps what was left out beside the source it was left out of", () => {
    const reuters = series.origins.find((origin) => origin.id === "reuters-tillerson-task");
    expect(reuters?.dropped).toEqual([1, 3, 4, 9, 10, 11, 12, 15, 16, 17, 18, 19]);
    expect(series.origins.filter((origin) => origin.dropped.length > 0)).toHaveLength(1);
  });

  it("takes a row that names the source itself as its own words, not as a link", () => {
    const own = lineageSeries({
      ...zeroHedge,
      lineage: [{ ...zeroHedge.lineage[0]!, derivedFrom: zeroHedge.id, paragraphs: [2, 1] }, zeroHedge.lineage[1]!],
    });
    expect(own.kind === "lineage" && own.series.own).toEqual([1, 2]);
    expect(own.kind === "lineage" && own.series.links).toHaveLength(4);
  });

  it("says that no lineage is known where all that is stated is the source's own words", () => {
    const lineage = [{ ...zeroHedge.lineage[0]!, derivedFrom: zeroHedge.id }];
    expect(lineageSeries({ ...zeroHedge, lineage })).toEqual({ kind: "none", reason: "no_lineage_known" });
    expect(lineageSeries({ ...zeroHedge, lineage: [] })).toEqual({ kind: "none", reason: "no_lineage_known" });
  });

  it("lets a row without paragraphs stand for the whole of an unnumbered source", () => {
    const lineage = [{ ...zeroHedge.lineage[0]!, paragraphs: [] }];
    const whole = lineageSeries({ ...zeroHedge, paragraphCount: null, lineage, dropped: [] });
    expect(whole.kind === "lineage" && whole.series.paragraphs).toEqual([null]);
    expect(whole.kind === "lineage" && whole.series.links[0]?.paragraph).toBeNull();
  });
});
