import { describe, expect, it } from "vitest";
import type { Day } from "./time.ts";
import type { StatusFact } from "./visible.ts";
import { evidenceWithout, fateOf, readingWithout, type Taken } from "./withdrawal.ts";

type Piece = [sourceId: string, origins: string[], stance?: "supports" | "contradicts" | "context"];

const evidence = (pieces: Piece[]) =>
  pieces.map(([sourceId, origins, stance = "supports"]) => ({
    sourceId,
    origins,
    stance,
  })) as unknown as StatusFact["evidence"];

const fact = (seq: number, status: string, day: string, pieces: Piece[]) =>
  ({
    kind: "change",
    seq,
    status,
    effective: day,
    effectiveBounds: { earliest: day, latest: day },
    reportedBounds: { earliest: day, latest: day },
    reported: day,
    evidence: evidence(pieces),
    retractedBy: null,
    correctedBy: null,
  }) as unknown as StatusFact;

const gazette: Taken = { sources: new Set(["gazette"]), origins: new Set(["gazette"]) };
const on = "2030-12-31" as Day;

describe("what is left without a source", () => {
  it("loses what cites it and what goes back to it alone, and keeps what has another origin beside", () => {
    const left = evidenceWithout(
      evidence([
        ["gazette", ["ministry"]],
        ["mirror", ["gazette"]],
        ["digest", ["gazette", "ministry"]],
        ["herald", ["herald"]],
      ]),
      gazette,
    );
    expect(left.map(({ sourceId, origins }) => [sourceId, ...origins])).toEqual([
      ["digest", "ministry"],
      ["herald", "herald"],
    ]);
  });

  it.each<[string, Piece[], string, number, number]>([
    ["nothing", [["gazette", ["gazette"]]], "bare", 1, 0],
    [
      "nothing but a mirror of it",
      [
        ["mirror", ["gazette"]],
        ["gazette", ["gazette"]],
      ],
      "bare",
      1,
      0,
    ],
    [
      "only what speaks against",
      [
        ["gazette", ["gazette"]],
        ["herald", ["herald"], "contradicts"],
      ],
      "unsupported",
      1,
      0,
    ],
    [
      "one origin of two",
      [
        ["gazette", ["gazette"]],
        ["herald", ["herald"]],
      ],
      "single",
      2,
      1,
    ],
    [
      "two of three",
      [
        ["gazette", ["gazette"]],
        ["herald", ["herald"]],
        ["post", ["post"]],
      ],
      "fewer",
      3,
      2,
    ],
    [
      "the origin, by another outlet",
      [
        ["gazette", ["ministry"]],
        ["herald", ["ministry"]],
      ],
      "same",
      1,
      1,
    ],
    [
      "all of it, where it only spoke against",
      [
        ["gazette", ["gazette"], "contradicts"],
        ["herald", ["h"]],
      ],
      "same",
      1,
      1,
    ],
    ["no evidence, of which there was none", [], "same", 0, 0],
  ])("says of an entry that is left with %s: %s", (_, pieces, fate, origins, originsLeft) => {
    expect(fateOf([fact(1, "raised", "2030-01-01", pieces)], gazette)).toEqual({ fate, origins, originsLeft });
  });

  it("counts the origins of the whole run that a reading rests on", () => {
    const facts = [
      fact(1, "raised", "2030-01-01", [["gazette", ["gazette"]]]),
      fact(2, "under-way", "2030-02-01", [["gazette", ["gazette"]]]),
      fact(3, "under-way", "2030-03-01", [["herald", ["herald"]]]),
    ];
    expect(readingWithout(facts, on, gazette)).toEqual({ fate: "single", origins: 2, originsLeft: 1, without: null });
  });

  it("says how the status would read once what rests on nothing were retracted", () => {
    const facts = [
      fact(1, "raised", "2030-01-01", [["herald", ["herald"]]]),
      fact(2, "under-way", "2030-02-01", [["gazette", ["gazette"]]]),
    ];
    expect(readingWithout(facts, on, gazette)).toEqual({
      fate: "bare",
      origins: 1,
      originsLeft: 0,
      without: { status: "raised", since: "2030-01-01" },
    });
    expect(readingWithout(facts.slice(1), on, gazette).without).toEqual({ status: null, since: null });
  });
});
