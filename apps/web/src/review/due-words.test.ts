import type { Day } from "@readout/core/time";
import { expect, test } from "vitest";
import { dueReasons, lookedWords, overdueWords, shownOf } from "./due-words.ts";

const item = (lastReviewed: string | null, reviewEveryDays = 180) => ({
  reviewEveryDays,
  reading: { lastReviewed: lastReviewed as Day | null },
});

test("what all share is said once, and a row says only its own", () => {
  const [one, other] = [item("2017-08-06"), item("2017-08-07")];
  const { shared, of } = dueReasons([one, other]);
  expect(shared).toBe("All of these: due every 180 days.");
  expect([one, other].map(of)).toEqual(["last looked at on 6 August 2017", "last looked at on 7 August 2017"]);
});

test("where all is shared, rows say nothing; where nothing is, rows say all", () => {
  const alike = dueReasons([item(null), item(null)]);
  expect([alike.shared, alike.of(item(null))]).toEqual(["All of these: never looked at; due every 180 days.", null]);
  const unlike = dueReasons([item("2017-08-06", 10), item("2017-08-07")]);
  expect(unlike.shared).toBeNull();
  expect(unlike.of(item("2017-08-06", 10))).toBe("last looked at on 6 August 2017; due every 10 days");
});

test("a single item shares nothing with itself", () => {
  const { shared, of } = dueReasons([item(null, 1)]);
  expect(shared).toBeNull();
  expect(of(item(null, 1))).toBe("never looked at; due every 1 day");
});

test("a shorter list says of how many", () => {
  expect(shownOf(8, 13, false)).toBe("8 of 13");
  expect(shownOf(8, 200, true)).toBe("8 of more than 200");
  expect(shownOf(3, 3, false)).toBeNull();
});

test("how long something is over is counted in days", () => {
  expect(overdueWords("2026-11-21" as Day, "2026-11-21" as Day)).toBe("today");
  expect(overdueWords("2026-11-20" as Day, "2026-11-21" as Day)).toBe("1 day over");
  expect(lookedWords(item(null))).toBe("never looked at");
});
