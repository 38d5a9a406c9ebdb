import { describe, expect, it } from "vitest";
import { lineageSeries } from "./series.ts";
import { emphasisSentences, lineageTitle } from "./words.ts";
import { zeroHedge } from "./zero-hedge.fixture.ts";

const data = lineageSeries(zeroHedge);
if (data.kind !== "lineage") throw new Error("the example has lineage");
const { series } = data;

describe("the words of a lineage chart", () => {
  it("has the finding as its title", () => {
    expect(lineageTitle(series)).toBe("13 of 18 paragraphs come from 7 sources");
    expect(lineageTitle({ ...series, links: [{ ...series.links[0]!, paragraph: null }] })).toBe(
      "All of it comes from 7 sources",
    );
  });

  it("says of a paragraph how close it is, whether that is told, and where it is from", () => {
    expect(emphasisSentences(series)["p:5"]).toBe("¶5: near-verbatim, uncredited, from Reuters.");
    expect(emphasisSentences(series)["p:6"]).toBe(
      "¶6: quotation, partly credited, from lavrov-manila-remarks; near-verbatim, credited, from Reuters.",
    );
    expect(emphasisSentences(series)["p:15"]).toBe("¶15: nothing shows that it comes from elsewhere.");
    expect(emphasisSentences({ ...series, own: [15] })["p:15"]).toBe("¶15: the source's own words.");
  });

  it("says of an origin what was taken and how much was left", () => {
    expect(emphasisSentences(series)["o:reuters-tillerson-task"]).toBe(
      "From Reuters, Title of reuters-tillerson-task: ¶5, 12–14; 12 paragraphs of it left out.",
    );
    expect(Object.keys(emphasisSentences(series))).toHaveLength(18 + 7);
  });
});
