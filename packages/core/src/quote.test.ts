import { expect, test } from "vitest";
import { TextQuote } from "./evidence.ts";
import { quoteFault } from "./quote.ts";

const text = ["The bridge opens.", "It opens in May, they say.", "Nobody else says so."];
const quote = (exact: string, prefix = "", suffix = ""): TextQuote =>
  TextQuote.parse({ type: "TextQuoteSelector", exact, prefix, suffix });

test.each<[string, TextQuote, number[]]>([
  ["a part of one paragraph", quote("in May"), [2]],
  ["a whole paragraph", quote("The bridge opens."), [1]],
  ["two neighbours joined by a newline", quote("opens.\nIt opens", "bridge ", " in May"), [1, 2]],
  ["two cited ones that are no neighbours", quote("opens.\nNobody", "bridge ", " else"), [1, 3]],
  ["one that is told from its double by what stands before it", quote("opens", "It "), [1, 2]],
  ["one with its surroundings in paragraphs that are not cited", quote("It opens", "opens.\n", " in"), [2]],
  ["one that ends its paragraph, with what comes after", quote("they say.", "", "\nNobody"), [2]],
  ["one at the very end", quote("says so.", "else ", ""), [3]],
  ["one of a text whose paragraphs are not numbered", quote("in May"), []],
])("a quotation stands: %s", (_, given, paragraphs) => {
  expect(quoteFault(given, paragraphs, text)).toBeNull();
});

test.each<[string, TextQuote, number[], string]>([
  ["in another paragraph than the cited", quote("in May"), [1, 3], "exact"],
  ["in none", quote("in June"), [1, 2, 3], "exact"],
  ["in other letters", quote("IN MAY"), [2], "exact"],
  ["beyond the cited paragraph", quote("say.\nNobody"), [2], "exact"],
  ["after something else", quote("in May", "closes "), [2], "prefix"],
  ["before something else", quote("in May", "opens ", "; they"), [2], "suffix"],
])("a quotation that stands %s is refused", (_, given, paragraphs, path) => {
  expect(quoteFault(given, paragraphs, text)?.path).toBe(path);
});

test("nothing is quoted from a text that is not held", () => {
  expect(quoteFault(quote("in May"), [2], undefined)?.path).toBe("exact");
});

test.each<[string, unknown]>([
  ["too long", { type: "TextQuoteSelector", exact: "x".repeat(281) }],
  ["blank", { type: "TextQuoteSelector", exact: " " }],
  ["with too much before it", { type: "TextQuoteSelector", exact: "x", prefix: "x".repeat(41) }],
  ["with too much after it", { type: "TextQuoteSelector", exact: "x", suffix: "x".repeat(41) }],
  ["half a character", { type: "TextQuoteSelector", exact: "x", suffix: "\ud800" }],
  ["of another kind", { type: "TextPositionSelector", exact: "x" }],
  ["with more than it has", { type: "TextQuoteSelector", exact: "x", start: 1 }],
])("a quotation %s is no quotation", (_, given) => {
  expect(TextQuote.safeParse(given).success).toBe(false);
});

test("a letter of an endless text is not looked for in all of it", () => {
  const endless = ["a b ".repeat(1001)];
  expect(quoteFault(quote("a", "zz"), [1], endless)).toEqual({
    path: "exact",
    message: expect.stringContaining("quote more"),
  });
  expect(quoteFault(quote("a"), [1], endless)).toBeNull();
});
