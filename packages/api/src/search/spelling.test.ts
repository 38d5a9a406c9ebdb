import fc from "fast-check";
import { expect, test } from "vitest";
import { allowedSlips, editDistance, nearWords, swapped } from "./spelling.ts";

test("two neighbours that changed places are one slip, as is a letter too few, too many or wrong", () => {
  expect(editDistance("strat", "start", 3)).toBe(1);
  expect(editDistance("volkr", "volker", 3)).toBe(1);
  expect(editDistance("extention", "extension", 3)).toBe(1);
  expect(editDistance("lavrovv", "lavrov", 3)).toBe(1);
  expect(editDistance("lavrov", "surkov", 9)).toBe(4);
  expect(editDistance("lavrov", "tillerson", 2)).toBe(3);
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

test("a distance is the same both ways, none to itself, and no more than the slips that were made", () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, a, 3)).toBe(0);
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
      expect(editDistance(a, b, 2)).toBe(Math.min(3, editDistance(a, b, 9)));
      for (const other of swapped(a)) expect(editDistance(a, other, 2)).toBe(1);
    }),
  );
});

test("short words may have no slip, and the nearest word stands first", () => {
  expect(["new", "talk", "treaty", "extension", "correspondence"].map(allowedSlips)).toEqual([0, 1, 1, 2, 3]);
  expect(nearWords("extention", ["intention", "extension", "extensions", "tension"], 2)).toEqual([
    "extension",
    "extensions",
    "intention",
  ]);
});
