import { expect, test } from "vitest";
import { paragraphsOf } from "./source-text.ts";

test.each<[string, string, string[]]>([
  ["lines that are not blank", "Title\n\nFirst.\nSecond.", ["Title", "First.", "Second."]],
  ["a line of white space, which is blank", "A\n \t\u00a0\u2003\nB", ["A", "B"]],
  ["a newline at the end, which begins no paragraph", "\n\nA\nB\n", ["A", "B"]],
  ["line ends of any system", "A\r\nB\rC\nD\r\n\r\nE", ["A", "B", "C", "D", "E"]],
  ["spaces around a line, which stay", "  A  \n\tB", ["  A  ", "\tB"]],
  ["a separator within a line, which ends none", "A\u2028B\u000bC", ["A\u2028B\u000bC"]],
])("paragraphs are %s", (_, text, paragraphs) => {
  expect(paragraphsOf(text)).toEqual(paragraphs);
});
