import { expect, it } from "vitest";
import type { Day } from "./time.ts";
import { count, counted, formatAhead, formatDistance, formatDue, formatParagraphs, joinWords } from "./wording.ts";

const day = (text: string) => text as Day;

it("counts in text: none, and a comma between thousands", () => {
  expect([count(0), count(13), count(10_000)]).toEqual(["none", "13", "10,000"]);
  expect([counted(0, "entry", "entries"), counted(1, "entry", "entries"), counted(1200, "item")]).toEqual([
    "no entries",
    "1 entry",
    "1,200 items",
  ]);
});

it("joins words as a sentence does", () => {
  expect([joinWords([]), joinWords(["a"]), joinWords(["a", "b"]), joinWords(["a", "b", "c"], "or")]).toEqual([
    "",
    "a",
    "a and b",
    "a, b or c",
  ]);
});

it.each([
  [[3], "¶3"],
  [[8, 7], "¶7–8"],
  [[15, 19], "¶15, 19"],
  [[1, 2, 3, 5], "¶1–3, 5"],
  [[], ""],
])("paragraphs %j are %s", (paragraphs, text) => {
  expect(formatParagraphs(paragraphs)).toBe(text);
});

it.each([
  ["2026-02-05", "2026-11-21", "289 days"],
  ["2026-11-21", "2026-11-21", "the same day"],
  ["2026-11-20", "2026-11-21", "1 day"],
  ["2024-11-21", "2026-11-21", "730 days"],
  ["2021-01-31", "2026-12-31", "5 years 11 months"],
  ["2016-11-21", "2026-11-21", "10 years"],
  ["2026-11-21", "2023-11-20", "3 years"],
])("from %s to %s is %s", (from, to, text) => {
  expect(formatDistance(day(from), day(to))).toBe(text);
});

it.each([
  ["2026-12-31", "2026-12-31", "in 40 days"],
  ["2026-01-01", "2026-12-31", "40 days left at most"],
  ["2026-11-21", "2026-11-21", "today"],
  ["2026-11-22", "2026-11-22", "tomorrow"],
  ["2026-11-01", "2026-11-21", "today at the latest"],
])("a date between %s and %s lies %s ahead", (earliest, latest, text) => {
  expect(formatAhead(day(earliest), day(latest), day("2026-11-21"))).toBe(text);
});

it.each([
  ["2018-02-05", "5 Feb 2018"],
  ["2026", "in 2026"],
  ["2017-08", "in Aug 2017"],
  ["2026~", "c. 2026"],
  ["../2018-02-05", "by 5 Feb 2018"],
])("%s falls due %s", (edtf, text) => {
  expect(formatDue(edtf)).toBe(text);
});
