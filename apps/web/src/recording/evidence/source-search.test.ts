import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { source } from "./source.fixture.ts";
import { inOrderOfSearch, isSought, sourceSearch } from "./source-search.ts";

const today = "2026-11-21" as Day;

describe("sources that are typed for", () => {
  it.each([
    ["talks", true],
    ["RESUME talks", true],
    ["suddeutsche", true],
    ["süddeutsche 2017-08", true],
    ["wire-2017", true],
    ["", true],
    ["talks ended", false],
  ])("are found by every word of %j: %s", (typed, found) => {
    expect(isSought(source({}), sourceSearch(typed, today))).toBe(found);
  });

  it.each([
    "5 Aug 2017",
    "5 August 2017",
    "Aug 5, 2017",
    "2017-08-05",
    "August 2017",
    "early August 2017",
    "5 Aug",
    "süddeutsche 5 aug 2017",
  ])("are found by their day as people write it: %s", (typed) => {
    expect(isSought(source({ id: "wire" }), sourceSearch(typed, today))).toBe(true);
  });

  it.each(["4 August 2017", "September 2017", "2018"])("are not of another time: %s", (typed) => {
    expect(isSought(source({ id: "wire" }), sourceSearch(typed, today))).toBe(false);
  });

  it("come with the exact day first, then what lies within, then what may be of that day", () => {
    const days = ["2018", "2017-08", "2017-08-06", "2017~", "2017-08-05"];
    const sources = days.map((published) => source({ id: published, published }));
    const order = (typed: string) => inOrderOfSearch(sources, sourceSearch(typed, today)).map(({ id }) => id);
    expect(order("5 Aug 2017")).toEqual(["2017-08-05", "2017-08", "2017~", "2018", "2017-08-06"]);
    expect(order("August 2017")).toEqual(["2017-08", "2017-08-06", "2017-08-05", "2017~", "2018"]);
    expect(order("talks")).toEqual(days);
  });
});
