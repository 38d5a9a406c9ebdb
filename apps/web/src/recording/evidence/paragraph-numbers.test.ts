import fc from "fast-check";
import { expect, it } from "vitest";
import { readParagraphs, writeParagraphs } from "./paragraph-numbers.ts";

it.each<[string, number[] | null]>([
  ["5", [5]],
  ["", []],
  ["¶15, 19", [15, 19]],
  ["7-8, 5", [5, 7, 8]],
  ["7–8", [7, 8]],
  ["7 to 9 and 12", [7, 8, 9, 12]],
  ["5 7; 5", [5, 7]],
  ["5,", [5]],
  ["0", null],
  ["8-7", null],
  ["five", null],
  ["5-", null],
  ["1-900", null],
  ["1234567", null],
])("%j is read as %j", (text, numbers) => {
  expect(readParagraphs(text)).toEqual(numbers);
});

it("what is written is read back", () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 60 });
  fc.assert(
    fc.property(numbers, (given) => {
      const rising = given.sort((a, b) => a - b);
      expect(readParagraphs(writeParagraphs(rising))).toEqual(rising);
    }),
  );
});
