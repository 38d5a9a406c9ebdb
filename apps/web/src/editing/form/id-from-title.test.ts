import { ItemId } from "@readout/core/id";
import { expect, it } from "vitest";
import { idFromTexts, idFromTitle } from "./id-from-title.ts";

it.each([
  ["Extension of New START", "extension-of-new-start"],
  ["Volker–Surkov meeting, 2017", "volker-surkov-meeting-2017"],
  ["Macron's visit to São Paulo", "macrons-visit-to-sao-paulo"],
  ["  --  ", ""],
  ["Договор", ""],
  ["Straße in Łódź", "strasse-in-lodz"],
])("“%s” suggests “%s”", (title, id) => expect(idFromTitle(title)).toBe(id));

it("cuts a long title between words, so that the id is a good one", () => {
  const id = idFromTitle("word ".repeat(60));
  expect(ItemId.safeParse(id).success).toBe(true);
  expect(id).toHaveLength(79);
  expect(ItemId.safeParse(idFromTitle("x".repeat(500))).success).toBe(true);
});

it.each([
  [["Kommersant", "Kommersant on visas in Vladivostok"], "kommersant-on-visas-in-vladivostok"],
  [["Coast Herald", "Harbour talks"], "coast-herald-harbour-talks"],
  [["Post", "Postal union talks"], "post-postal-union-talks"],
  [["Коммерсант", "Visas"], "visas"],
  [["Kommersant", ""], "kommersant"],
  [["", "Harbour talks"], "harbour-talks"],
])("%j together suggest “%s”", (texts, id) => expect(idFromTexts(texts)).toBe(id));
