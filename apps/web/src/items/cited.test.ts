import type { Disagreement } from "@readout/core/disagreement";
import { originsWords } from "@readout/core/origin-words";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { type Cited, type CitedSource, hadAppeared } from "./cited.ts";
import { placeDisagreements } from "./place-disagreements.ts";

const source = (id: string, publisher: string): [string, CitedSource] => [
  id,
  { id, publisher, title: id, published: "2017-08-06", language: "en", reliability: "F", origin: id, open: true },
];
const cited: Cited = {
  sources: new Map([source("wire", "Wire"), source("site", "Site"), source("mirror", "Mirror (Wire)")]),
  originNames: new Map([
    ["wire", "Wire"],
    ["release", "Ministry"],
    ["second-report", "Wire"],
    ["transcript", "Ministry of the Affairs of the Outer Harbours (transcript); several agencies"],
    ["nobody", "unknown"],
  ]),
};
const passage = (sourceId: string, origins: string[], stance = "supports") =>
  ({ sourceId, origins, stance, paragraphs: [1] }) as unknown as Parameters<typeof originsWords>[0][number];

describe("who stands behind an entry", () => {
  it("is counted by origin, not by outlet", () => {
    expect(
      originsWords([passage("wire", ["wire"]), passage("site", ["wire"]), passage("mirror", ["wire"])], cited),
    ).toEqual({
      words: "1 origin, 3 outlets: Wire",
      single: true,
    });
  });

  it.each([
    [["wire", "release"], "2 origins: Wire, Ministry"],
    [["TASS", "wire"], "2 origins: TASS, Wire"],
    [["wire", "TASS", "unknown", "release"], "4 origins: Wire, TASS, unnamed and 1 more"],
    [["wire", "second-report", "TASS"], "3 origins: Wire (2), TASS"],
    [["wire", "A", "second-report", "B", "C", "D"], "6 origins: Wire (2), A, B and 2 more"],
    [["transcript", "nobody"], "2 origins: Ministry of the Affairs of the Outer Harbours, unnamed"],
  ])("is named, three of them at most: %j", (origins, words) => {
    expect(originsWords([passage("site", origins)], cited)).toEqual({ words, single: false });
  });

  it("is named where the page cited is not who said it first", () => {
    expect(originsWords([passage("site", ["release"])], cited)?.words).toBe("Single origin: Ministry");
    expect(originsWords([passage("mirror", ["wire"])], cited)?.words).toBe("Single origin");
  });

  it("is nobody where no origin is stated, which is not one", () => {
    expect(originsWords([passage("wire", []), passage("site", [])], cited)).toEqual({
      words: "Origin not stated",
      single: false,
    });
  });

  it("leaves out what speaks against it", () => {
    expect(originsWords([passage("wire", ["wire"]), passage("site", ["site"], "contradicts")], cited)?.single).toBe(
      true,
    );
    expect(originsWords([passage("site", ["site"], "context")], cited)).toBeNull();
  });
});

describe("a disagreement", () => {
  const about = (sourceId: string, paragraphs: number[]) =>
    ({
      id: `${sourceId} ${paragraphs}`,
      sides: [{ claim: "", citations: [{ sourceId, paragraphs }] }],
    }) as unknown as Disagreement;
  const entry = (seq: number, sourceId: string, paragraphs: number[]) =>
    ({ seq, evidence: [{ sourceId, paragraphs }] }) as never;

  const placed = (disagreements: Disagreement[], entries: ReturnType<typeof entry>[]) => {
    const { atEntry, rest } = placeDisagreements(disagreements, entries);
    return {
      at: Object.fromEntries([...atEntry].map(([seq, all]) => [seq, all.map(({ id }) => id)])),
      rest: rest.map(({ id }) => id),
    };
  };

  it("stands at the first recorded entry that cites a passage of it, wherever that stands in the list", () => {
    const entries = [entry(3, "wire", [4]), entry(1, "site", [4]), entry(2, "wire", [4, 5])];
    expect(placed([about("wire", [4]), about("wire", [5, 6]), about("site", [9])], entries)).toEqual({
      at: { 2: ["wire 4", "wire 5,6"] },
      rest: ["site 9"],
    });
  });

  it("is not moved by an entry that cites the same later, or more of it", () => {
    const before = [entry(1, "wire", [4])];
    const later = [entry(7, "wire", [4, 5]), ...before];
    expect(placed([about("wire", [4, 5])], later)).toEqual(placed([about("wire", [4, 5])], before));
  });
});

describe("dates", () => {
  it("tell what had appeared", () => {
    expect(hadAppeared("2017-08", "2017-08-30" as Day)).toBe(false);
    expect(hadAppeared("2017-08-07~", "2017-08-07" as Day)).toBe(true);
  });
});
