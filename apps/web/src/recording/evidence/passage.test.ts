import type { Evidence } from "@readout/core/evidence";
import { quoteFault } from "@readout/core/quote";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Caret, locateQuote, moved, partOf, quoteOf, spanOf, toWords, wordsIn } from "./passage.ts";

const text = ["The bridge opens in May, they say.", "It opens, others say, in June.", "Nobody knows: it opens late."];
const at = (number: number, offset: number) => ({ number, offset });

describe("a quotation", () => {
  it("keeps what stands around it", () => {
    expect(quoteOf(text, { from: at(1, 11), until: at(1, 23) })).toEqual({
      type: "TextQuoteSelector",
      exact: "opens in May",
      prefix: "The bridge ",
      suffix: ", they say.",
    });
  });

  it("of neighbouring paragraphs is joined by a newline", () => {
    expect(quoteOf(text, { from: at(1, 25), until: at(2, 8) })).toMatchObject({ exact: "they say.\nIt opens" });
  });

  it("is none where it is blank or longer than 280 characters", () => {
    const long = ["x".repeat(281)];
    expect(quoteOf(text, { from: at(1, 3), until: at(1, 4) })).toBeNull();
    expect(quoteOf(long, { from: at(1, 0), until: at(1, 281) })).toBeNull();
    expect(quoteOf(long, { from: at(1, 0), until: at(1, 280) })?.exact).toHaveLength(280);
  });

  it("takes no half of a character along", () => {
    const emoji = [`${"🌉".repeat(30)} opens ${"🌉".repeat(30)}`];
    const [word] = wordsIn(emoji[0] ?? "");
    // One unit further in would cut a pair in two.
    const quote = quoteOf([`a${emoji[0]}b`], {
      from: at(1, (word?.start ?? 0) + 1),
      until: at(1, (word?.end ?? 0) + 1),
    });
    expect(quote?.exact).toBe("opens");
    expect(quote?.prefix).not.toMatch(/\p{Surrogate}/u);
    expect(quote?.suffix).not.toMatch(/\p{Surrogate}/u);
  });

  it("is found again where it was marked, also among its doubles", () => {
    for (const number of [1, 2, 3]) {
      const from = text[number - 1]?.indexOf("opens") ?? -1;
      const span = { from: at(number, from), until: at(number, from + 5) };
      const quote = quoteOf(text, span);
      expect(quote && locateQuote(text, [1, 2, 3], quote)).toEqual(span);
    }
  });

  it("is not found in paragraphs that are not cited", () => {
    const quote = quoteOf(text, { from: at(2, 3), until: at(2, 8) });
    expect(quote && locateQuote(["The bridge opens", "It closes"], [2], quote)).toBeNull();
  });

  const paragraph = fc.array(fc.constantFrom("a", "ab", "Brücke", "мост", "opens", "—", "🌉", ", "), {
    minLength: 1,
    maxLength: 20,
  });
  it("of any words of any text stands there for core, too, and is found where it was marked", () => {
    fc.assert(
      fc.property(
        fc.array(
          paragraph.map((parts) => parts.join(" ")),
          { minLength: 1, maxLength: 4 },
        ),
        fc.nat(),
        fc.nat(),
        (paragraphs, a, b) => {
          const all = paragraphs.flatMap((one, i) => wordsIn(one).map((word) => ({ number: i + 1, ...word })));
          fc.pre(all.length > 0);
          const [first, last] = [a % all.length, b % all.length].sort((x, y) => x - y).map((i) => all[i]);
          if (first === undefined || last === undefined) throw new Error("two words were picked");
          const span = { from: at(first.number, first.start), until: at(last.number, last.end) };
          const quote = quoteOf(paragraphs, span);
          fc.pre(quote !== null);
          const cited = paragraphs.map((_, i) => i + 1);
          expect(quoteFault(quote as NonNullable<Evidence["quote"]>, cited, paragraphs)).toBeNull();
          const found = locateQuote(paragraphs, cited, quote as NonNullable<Evidence["quote"]>);
          expect(found && quoteOf(paragraphs, found)?.exact).toBe(quote?.exact);
        },
      ),
    );
  });
});

describe("a selection", () => {
  it("is widened to whole words", () => {
    expect(toWords(text, { from: at(1, 13), until: at(1, 18) })).toEqual({ from: at(1, 11), until: at(1, 19) });
    expect(toWords(text, { from: at(1, 30), until: at(2, 1) })).toEqual({ from: at(1, 30), until: at(2, 2) });
  });

  it("that touches no word is none", () => {
    expect(toWords(text, { from: at(1, 3), until: at(1, 4) })).toBeNull();
    expect(toWords(text, { from: at(1, 33), until: at(1, 34) })).toBeNull();
  });
});

it("the part of a paragraph in a span runs to the paragraph's ends where the span goes on", () => {
  const span = { from: at(1, 25), until: at(3, 6) };
  expect([1, 2, 3, 4].map((number) => partOf(span, number, 30))).toEqual([
    { start: 25, end: 30 },
    { start: 0, end: 30 },
    { start: 0, end: 6 },
    null,
  ]);
});

describe("marking by keys", () => {
  const press = (...keys: string[]) => {
    let caret: Caret | null = null;
    for (const key of keys) {
      const isShift = key.startsWith("S-");
      caret = moved(caret, key.replace("S-", ""), isShift, { number: 1, count: 7 }) ?? caret;
    }
    const span = caret?.marks ? spanOf(caret, text[0] ?? "") : null;
    return { caret: caret?.focus, marks: span && text[0]?.slice(span.from.offset, span.until.offset) };
  };

  it.each([
    [["S-ArrowRight"], { caret: 0, marks: "The" }],
    [["S-ArrowRight", "S-ArrowRight"], { caret: 1, marks: "The bridge" }],
    [["ArrowRight", "ArrowRight", "S-ArrowRight"], { caret: 1, marks: "bridge" }],
    [
      ["ArrowRight", "ArrowRight", "S-ArrowRight", "S-ArrowRight", "S-ArrowRight"],
      { caret: 3, marks: "bridge opens in" },
    ],
    [["ArrowRight", "ArrowRight", "S-ArrowRight", "S-ArrowRight", "S-ArrowLeft"], { caret: 1, marks: "bridge" }],
    [["End", "S-ArrowLeft"], { caret: 5, marks: "they say" }],
    [["ArrowRight", "S-End"], { caret: 6, marks: "The bridge opens in May, they say" }],
    [["End", "S-Home"], { caret: 0, marks: "The bridge opens in May, they say" }],
    [["S-ArrowRight", "ArrowRight"], { caret: 1, marks: null }],
    [["ArrowLeft", "ArrowLeft"], { caret: 0, marks: null }],
  ])("%s", (keys, expected) => {
    expect(press(...keys)).toEqual(expected);
  });

  it("begins anew in another paragraph, and leaves other keys alone", () => {
    const caret = { number: 1, anchor: 2, focus: 4, marks: true };
    expect(moved(caret, "ArrowRight", true, { number: 2, count: 3 })).toMatchObject({ number: 2, anchor: 0, focus: 0 });
    expect(moved(caret, "a", false, { number: 1, count: 7 })).toBeNull();
    expect(moved(null, "ArrowRight", true, { number: 1, count: 0 })).toBeNull();
  });
});
