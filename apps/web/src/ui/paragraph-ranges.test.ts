import { describe, expect, it } from "vitest";
import { readParagraphs, writeParagraphs } from "./paragraph-ranges.ts";

describe("paragraphs as people write them", () => {
  it.each([
    ["5-7, 9", [5, 6, 7, 9]],
    ["9,5–7", [5, 6, 7, 9]],
    ["¶15 and 19", [15, 19]],
    ["3 - 4; 4", [3, 4]],
    ["", []],
    ["12", [12]],
  ])("“%s” is %j", (text, numbers) => expect(readParagraphs(text)).toEqual({ numbers }));

  it.each(["5-", "five", "0", "7-5", "1-99999", "1.5", "-3"])("“%s” is refused in words", (text) =>
    expect(readParagraphs(text)).toEqual({ refusal: expect.stringMatching(/\w/) }),
  );

  it("are written so that they are read as the same", () => {
    for (const numbers of [[], [1], [1, 2, 3], [1, 3, 5], [2, 3, 9, 10, 11, 40]])
      expect(readParagraphs(writeParagraphs(numbers))).toEqual({ numbers });
    expect(writeParagraphs([5, 6, 7, 9])).toBe("5-7, 9");
  });
});
