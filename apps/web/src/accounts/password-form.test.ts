import { expect, test } from "vitest";
import { failureOf, waitWords } from "./password-form.tsx";

test.each([
  ["45", "Wait a minute, then try again."],
  ["840", "Wait 14 minutes, then try again."],
  ["841", "Wait 15 minutes, then try again."],
  [undefined, "Wait some minutes, then try again."],
  ["-3", "Wait some minutes, then try again."],
  ["1e9", "Wait some minutes, then try again."],
  ["<b>", "Wait some minutes, then try again."],
])("%s seconds are said as a person would", (wait, words) => {
  expect(waitWords(wait)).toBe(words);
});

test("what an address claims to have failed is one of three things or nothing", () => {
  expect(["current", "new", "wait", "everything", undefined].map(failureOf)).toEqual([
    "current",
    "new",
    "wait",
    null,
    null,
  ]);
});
