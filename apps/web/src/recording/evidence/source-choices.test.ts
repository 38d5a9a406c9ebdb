import type { RestingEntry } from "@readout/core/source";
import { describe, expect, it } from "vitest";
import type { CitableSource } from "./cited-sources.ts";
import { shownParagraphs } from "./shown-paragraphs.ts";
import { source } from "./source.fixture.ts";
import { inOrderOfChoice } from "./source-choices.ts";

describe("sources to pick from", () => {
  it("come with the one published last first", () => {
    const sources = ["2017-08", "2017-08-05", "2017-08-06", "2016", "2020~"].map((published) =>
      source({ id: published, published }),
    );
    expect(inOrderOfChoice(sources).map(({ id }) => id)).toEqual([
      "2020~",
      "2017-08",
      "2017-08-06",
      "2017-08-05",
      "2016",
    ]);
  });
});

describe("the paragraphs of a source", () => {
  const entry = (itemId: string, seq: number, paragraphs: number[], says: string) =>
    ({ itemId, itemTitle: "Other item", seq, paragraphs, says }) as RestingEntry;
  const detail = (fields: object) =>
    ({ ...source({}), paragraphCount: 3, entries: [], ...fields }) as unknown as CitableSource;

  it("are its text where that is held", () => {
    expect(shownParagraphs(detail({ text: ["One.", "Two."] }), "here", [])).toEqual([
      { number: 1, text: "One.", known: [] },
      { number: 2, text: "Two.", known: [] },
    ]);
  });

  it("are else what entries say of them, each saying once, those of the item first", () => {
    const entries = [
      entry("other", 4, [2], "They met."),
      entry("here", 2, [2, 3], "They met in May."),
      entry("other", 5, [2], "They met."),
    ];
    expect(shownParagraphs(detail({ entries }), "here", [])).toEqual([
      { number: 1, text: null, known: [] },
      {
        number: 2,
        text: null,
        known: [
          { says: "They met in May.", where: "entry 2 here" },
          { says: "They met.", where: "Other item, entry 4" },
        ],
      },
      { number: 3, text: null, known: [{ says: "They met in May.", where: "entry 2 here" }] },
    ]);
  });

  it("of a very long source are those of which something is known, and those already cited", () => {
    const long = detail({ paragraphCount: 5000, entries: [entry("here", 1, [7], "x")] });
    expect(shownParagraphs(long, "here", [4999]).map(({ number }) => number)).toEqual([7, 4999]);
  });

  it("are none where they are neither held nor numbered", () => {
    expect(shownParagraphs(detail({ paragraphCount: null }), "here", [])).toEqual([]);
  });
});
