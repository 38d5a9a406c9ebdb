import type { SourceId } from "@readout/core/id";
import { describe, expect, it } from "vitest";
import { zeroHedge } from "../charts/lineage/zero-hedge.fixture.ts";
import { lineageCount, lineageSentence } from "./lineage-sentence.ts";

const row = (
  paragraphs: number[],
  attributed: "full" | "partial" | "none",
  derivedFrom = "reuters-story" as SourceId,
) => ({
  ...zeroHedge.lineage[0]!,
  paragraphs,
  attributed,
  derivedFrom,
  derivedFromPublisher: "Reuters",
});

describe("lineageSentence", () => {
  it("counts paragraphs, not rows: one with three origins is one", () => {
    expect(lineageCount(zeroHedge)).toEqual({
      paragraphs: 18,
      derived: 13,
      uncredited: 8,
      whole: false,
      ownOnly: false,
    });
    expect(lineageSentence(zeroHedge)).toBe(
      "Zero Hedge: 13 of 18 paragraphs derive from others, 8 of them wholly or partly without credit.",
    );
  });

  it("says that nothing is known where no lineage is recorded", () => {
    expect(lineageSentence({ ...zeroHedge, lineage: [] })).toBe(
      "Zero Hedge: nothing shows where this comes from; its paragraphs count as their own origin.",
    );
  });

  it("names who said it first where a page passes on somebody else's text", () => {
    const page = { ...zeroHedge, publisher: "Rational Review (CBS News)", origin: "CBS News", lineage: [] };
    expect(lineageSentence(page)).toBe(
      "Rational Review: nothing shows where this comes from; what it says counts as first said by CBS News.",
    );
  });

  it("does not count a source's own words as derived", () => {
    const own = { ...zeroHedge, lineage: [row([8, 10], "full", zeroHedge.id)] };
    expect(lineageSentence(own)).toBe("Zero Hedge speaks for itself: nothing in it is shown to derive from others.");
    const mixed = { ...zeroHedge, lineage: [row([8, 10], "full", zeroHedge.id), row([5], "none")] };
    expect(lineageSentence(mixed)).toBe(
      "Zero Hedge: 1 of 18 paragraphs derives from others, wholly or partly without credit.",
    );
  });

  it("finds words for full credit, for none at all and for an unnumbered whole", () => {
    expect(lineageSentence({ ...zeroHedge, lineage: [row([1, 2], "partial")] })).toBe(
      "Zero Hedge: 2 of 18 paragraphs derive from others, all with credit, at least in part.",
    );
    expect(lineageSentence({ ...zeroHedge, lineage: [row([1, 2], "none")] })).toBe(
      "Zero Hedge: 2 of 18 paragraphs derive from others, all of them wholly or partly without credit.",
    );
    expect(lineageSentence({ ...zeroHedge, paragraphCount: null, lineage: [row([], "none")] })).toBe(
      "Zero Hedge: all of it derives from Reuters, without credit.",
    );
  });
});
