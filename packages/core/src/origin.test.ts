import { describe, expect, it } from "vitest";
import { type CitedSource, originsOf } from "./origin.ts";

type Row = [paragraphs: number[], derivedFrom: string];

const sources = (...list: [id: string, paragraphCount: number | null, rows: Row[], origin?: string][]) =>
  new Map<string, CitedSource>(
    list.map(([id, paragraphCount, rows, origin = id]) => [
      id,
      { id, origin, paragraphCount, lineage: rows.map(([paragraphs, derivedFrom]) => ({ paragraphs, derivedFrom })) },
    ]),
  );

describe("the origins of a passage", () => {
  it("are the source itself where nothing shows otherwise", () => {
    expect(originsOf("a", [1], sources(["a", 3, []]))).toEqual(["a"]);
    expect(originsOf("page", [], sources(["page", null, [], "Interfax"]))).toEqual(["Interfax"]);
  });

  it("are what the lineage of the cited paragraphs leads to, and no other paragraph's", () => {
    const map = sources(
      [
        "a",
        3,
        [
          [[1], "wire"],
          [[2], "ministry"],
        ],
      ],
      ["wire", null, []],
      ["ministry", null, []],
    );
    expect(originsOf("a", [1], map)).toEqual(["wire"]);
    expect(originsOf("a", [1, 2], map)).toEqual(["wire", "ministry"]);
    expect(originsOf("a", [1, 3], map)).toEqual(["wire", "a"]);
  });

  it("are followed to the end through sources that came wholly from elsewhere", () => {
    const map = sources(["a", 2, [[[1], "b"]]], ["b", 2, [[[1, 2], "c"]]], ["c", null, [[[], "d"]]], ["d", null, []]);
    expect(originsOf("a", [1], map)).toEqual(["d"]);
  });

  it("end at a source of which only other parts are known to be derived", () => {
    const map = sources(["a", 2, [[[1], "b"]]], ["b", 3, [[[1], "c"]]], ["c", null, []]);
    expect(originsOf("a", [1], map)).toEqual(["b"]);
    expect(originsOf("b", [1], map)).toEqual(["c"]);
  });

  it("count two copies of one agency text once", () => {
    const map = sources(["a", 1, [[[1], "wire"]]], ["b", 1, [[[1], "wire"]]], ["wire", null, []]);
    expect(new Set([...originsOf("a", [1], map), ...originsOf("b", [1], map)])).toEqual(new Set(["wire"]));
  });

  it("keep a source's own reporting beside what it took over", () => {
    const map = sources(
      [
        "a",
        1,
        [
          [[1], "a"],
          [[1], "wire"],
        ],
      ],
      ["wire", null, []],
    );
    expect(originsOf("a", [1], map)).toEqual(["a", "wire"]);
  });

  it("come to an answer when sources derive from each other", () => {
    const map = sources(["a", 1, [[[1], "b"]]], ["b", 1, [[[1], "a"]]]);
    expect(originsOf("a", [1], map)).toEqual(["a"]);
  });
});
