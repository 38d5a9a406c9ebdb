import type { RestingEntry, SourceDetail, SourceSummary } from "@readout/core/source";
import { describe, expect, it } from "vitest";
import { byItem, restingCount, sourcesSentence, takings } from "./words.ts";

const sources = (seed: number, underlying: number, page: number) =>
  Object.entries({ seed, underlying, page }).flatMap(([role, n]) =>
    Array.from({ length: n }, () => ({ role }) as SourceSummary),
  );
const resting = (itemId: string, seq: number) =>
  ({ itemId, itemTitle: itemId, statusSubject: "it", seq }) as RestingEntry;

describe("sourcesSentence", () => {
  it("counts by what a source is here", () => {
    expect(sourcesSentence(sources(5, 14, 105), true)).toBe(
      "The record rests on 124 sources: 5 read paragraph by paragraph, 14 that stand behind others and 105 public pages.",
    );
    expect(sourcesSentence(sources(1, 0, 0), true)).toBe(
      "The record rests on 1 source: 1 read paragraph by paragraph.",
    );
  });
  it("does not claim a total that it did not count", () => {
    expect(sourcesSentence(sources(5, 14, 181), false)).toBe(
      "The record rests on more than 200 sources, 5 of them read paragraph by paragraph.",
    );
  });
  it("says when there was nothing yet", () => {
    expect(sourcesSentence([], true)).toBe("No source was published by this day.");
  });
});

describe("what rests on a source", () => {
  const entries = [resting("b", 2), resting("a", 1), resting("b", 2), resting("b", 3)];
  it("counts an entry that cites the source twice once", () => {
    expect(restingCount(entries)).toBe("3 entries on 2 items");
    expect(restingCount([])).toBe("no entries on no items");
  });
  it("is gathered by item in the order in which items come", () => {
    expect(byItem(entries).map((group) => [group.itemId, group.entries.length])).toEqual([
      ["b", 3],
      ["a", 1],
    ]);
  });
});

describe("takings", () => {
  it("gathers what one source took in one way into one line", () => {
    const row = (paragraphs: number[], attributed: string) =>
      ({
        sourceId: "zero-hedge",
        publisher: "Zero Hedge",
        paragraphs,
        manner: "near-verbatim",
        attributed,
        basis: "in-text",
      }) as unknown as SourceDetail["usedBy"][number];
    expect(takings([row([5], "none"), row([14, 12], "none"), row([6], "full")])).toEqual([
      { sourceId: "zero-hedge", publisher: "Zero Hedge", paragraphs: [5, 12, 14], words: "near-verbatim, uncredited" },
      { sourceId: "zero-hedge", publisher: "Zero Hedge", paragraphs: [6], words: "near-verbatim, credited" },
    ]);
  });
});
