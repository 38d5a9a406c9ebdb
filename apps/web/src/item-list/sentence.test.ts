import { expect, it } from "vitest";
import { itemListSentence, wholeListSentence } from "./sentence.ts";

it("the whole list is told by where its items stand", () => {
  const counts = { total: 33, open: 13, ended: 20 };
  expect(wholeListSentence(counts)).toBe("33 items: 13 open and 20 ended.");
  expect(wholeListSentence({ ...counts, total: 35 })).toBe("35 items: 13 open, 20 ended and 2 not yet raised.");
  expect(wholeListSentence({ ...counts, total: 0 })).toBe("Nothing is followed yet.");
});

it("what filters leave is told by their words, however many there are", () => {
  const words = [{ words: "open" }, { words: "tagged arms control" }];
  expect(itemListSentence({ found: 4, total: 33 }, words)).toBe("4 of 33 items: open and tagged arms control.");
  expect(itemListSentence({ found: 0, total: 33 }, words)).toBe("None of 33 items: open and tagged arms control.");
  expect(itemListSentence({ found: 2310, total: 10_000 }, words.slice(0, 1))).toBe("2,310 of 10,000 items: open.");
});
