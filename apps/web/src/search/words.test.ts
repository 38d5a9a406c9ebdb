import type { SearchPage } from "@readout/core/search";
import { expect, test } from "vitest";
import { filtersInUse, searchSentence } from "./words.ts";

const page = (fields: Partial<SearchPage>): SearchPage => ({
  ...{ hits: [], nextCursor: null, total: { count: 0, isWhole: true }, readAs: null, nearest: null },
  facets: { kind: [], status: [], tag: [], publisher: [] },
  asOf: { knownOn: "2017-08-07", validOn: "2017-08-07", basis: "reported" } as SearchPage["asOf"],
  ...fields,
});
const kinds = (kind: SearchPage["facets"]["kind"]) => ({ kind, status: [], tag: [], publisher: [] });

test("what was found is told by kind, under the words that were looked for", () => {
  const facets = kinds([
    { value: "source", count: 7 },
    { value: "evidence", count: 1 },
    { value: "item", count: 1 },
  ]);
  const found = page({ total: { count: 9, isWhole: true }, facets });
  expect(searchSentence({ q: "volker" }, found)).toBe("1 item, 1 piece of evidence and 7 sources have “volker”.");
  expect(searchSentence({ q: "volkr" }, { ...found, readAs: "volker" })).toContain("have “volker”.");
  expect(searchSentence({ q: "volker", kind: ["item"] }, { ...found, total: { count: 1, isWhole: true } })).toBe(
    "1 item has “volker”.",
  );
  expect(searchSentence({ q: "moonbase" }, page({}))).toBe("Nothing has “moonbase”.");
});

test("each filter can be taken away by itself", () => {
  const search = { q: "talks", kind: ["entry" as const], status: ["in-force" as const], publisher: "AP" };
  expect(filtersInUse(search)).toEqual([
    { words: "entries", left: { q: "talks", status: ["in-force"], publisher: "AP" } },
    { words: "in force", left: { q: "talks", kind: ["entry"], publisher: "AP" } },
    { words: "published by AP", left: { q: "talks", kind: ["entry"], status: ["in-force"] } },
  ]);
});
