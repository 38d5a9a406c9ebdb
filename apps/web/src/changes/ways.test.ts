import type { Day } from "@readout/core/time";
import { expect, it } from "vitest";
import { isTurned, readDays } from "./search-params.ts";
import { neighbours, presets } from "./ways.ts";

const today = "2026-11-21" as Day;

it("offers the comparisons that readers come for, and none to a day that had not come", () => {
  expect(
    presets("2017-08-10" as Day, ["2017-08-07", "2018-07-05"] as Day[]).map(({ words, href }) => `${words} ${href}`),
  ).toEqual([
    "since the day before /changes?from=2017-08-09&to=2017-08-10",
    "last 7 days /changes?from=2017-08-03&to=2017-08-10",
    "last 30 days /changes?from=2017-07-11&to=2017-08-10",
    "since 7 Aug 2017 /changes?from=2017-08-07&to=2017-08-10",
  ]);
});

it("leads to the stretches of the same length before and after, which meet without a gap", () => {
  const { before, after } = neighbours({ from: "2017-08-05" as Day, to: "2017-08-07" as Day }, today);
  expect(before).toEqual({ words: "the 2 days before", href: "/changes?from=2017-08-03&to=2017-08-05" });
  expect(after).toEqual({ words: "the 2 days after", href: "/changes?from=2017-08-07&to=2017-08-09" });
  expect(neighbours({ from: "2026-11-01" as Day, to: "2026-11-20" as Day }, today).after).toEqual({
    words: "what came after",
    href: "/changes?from=2026-11-20&to=2026-11-21",
  });
  expect(neighbours({ from: "2026-11-01" as Day, to: today }, today).after).toBeNull();
});

it("sees that two days stand the wrong way round", () => {
  expect(isTurned(readDays({ from: "2017-08-07", to: "2017-08-05" }, today))).toBe(true);
  expect(isTurned(readDays({ from: "2017-08-05", to: "2017-08-07" }, today))).toBe(false);
  expect(isTurned(readDays({ from: "2027-08-05", to: "2017-08-07" }, today))).toBe(false);
});
