import { expect, it } from "vitest";
import type { Day } from "./time.ts";
import { timeLeft } from "./time-left.ts";

it.each([
  ["2026-12-03", "2026-11-21", "in 12 days"],
  ["2026-11-22", "2026-11-21", "tomorrow"],
  ["2026-11-21", "2026-11-21", "today"],
  ["2026-11-20", "2026-11-21", null],
  ["2026", "2026-11-21", "40 days left at most"],
  ["2026", "2026-12-31", "today at the latest"],
  ["2021", "2021-01-31", "334 days left at most"],
  ["2026-02-05", "2021-01-31", "in 5 years"],
  ["2026-12/..", "2026-11-21", "no last day known"],
  ["../2026-11-20", "2026-11-21", null],
])("%s is, on %s, %s", (edtf, day, words) => {
  expect(timeLeft(edtf, day as Day)).toBe(words);
});
