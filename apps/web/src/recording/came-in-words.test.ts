import { expect, test } from "vitest";
import { cameInWords } from "./came-in-words.ts";

const by = (...authors: string[]) => authors.map((author) => ({ author }));
const names = new Map([
  ["a", "Anna"],
  ["me", "Mona"],
]);

test("who recorded what came in is said by name, oneself as oneself", () => {
  expect(cameInWords(by("a"), "me", names)).toBe("Recorded by Anna.");
  expect(cameInWords(by("a", "me", "a"), "me", names)).toBe("Recorded by Anna and by yourself.");
  expect(cameInWords(by("gone"), "me", names)).toBe("Recorded by gone.");
});

test("what came in from oneself needs no name to be told", () => {
  expect(cameInWords(by("me", "me"), "me", null)).toMatch(/^You recorded that yourself/);
  expect(cameInWords(by("a", "me"), "me", null)).toBeNull();
});
