import { expect, it } from "vitest";
import { aloneWords, publisherSentence } from "./publisher-words.ts";

const carrier = (name: string) => ({ key: name.toLowerCase(), name, entries: 1 });
const told = {
  name: "Reuters",
  sources: 8,
  since: "2017-07-28",
  entries: 26,
  originOf: 29,
  carriedBy: [carrier("Zero Hedge")],
};

it.each([
  [
    told,
    "Reuters: 8 sources since 2017, cited by 26 entries; said first what 29 entries cite, also carried by Zero Hedge.",
  ],
  [
    { ...told, sources: 1, entries: 1, originOf: 0, carriedBy: [] },
    "Reuters: 1 source since 2017, cited by 1 entry; said nothing first.",
  ],
  [
    { ...told, sources: 0, since: null, entries: 0, originOf: 1, carriedBy: ["A", "B", "C", "D"].map(carrier) },
    "Reuters: no source of its own here; said first what 1 entry cites, carried by A, B and two others.",
  ],
])("%#: tells the outlet from who said it first", (given, sentence) => expect(publisherSentence(given)).toBe(sentence));

it("counts the readings that rest on it alone", () => {
  const items = ["bare", "single", "same"].map((fate) => ({ fate })) as Parameters<typeof aloneWords>[0]["items"];
  expect(aloneWords({ items })).toBe("1 reading rests on it alone");
  expect(aloneWords({ items: items.slice(1) })).toBe("none rests on it alone");
});
