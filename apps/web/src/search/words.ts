import type { SearchFacets, SearchKind, SearchPage } from "@readout/core/search";
import { counted, joinWords } from "@readout/core/wording";
import type { Search } from "./search-params.ts";

const kindNames: Record<SearchKind, [one: string, many: string]> = {
  item: ["item", "items"],
  actor: ["actor", "actors"],
  source: ["source", "sources"],
  entry: ["entry", "entries"],
  evidence: ["piece of evidence", "pieces of evidence"],
};

/** "1 item", "3 pieces of evidence". */
const countedKind = (kind: SearchKind, count: number): string => counted(count, ...kindNames[kind]);

/** A kind as a choice: "entries". */
export const kindWord = (kind: SearchKind): string => (kind === "evidence" ? "evidence" : kindNames[kind][1]);

/** The kinds in the order in which a sentence counts them. */
export const kindsInOrder: readonly SearchKind[] = ["item", "entry", "evidence", "source", "actor"];

const inOrder = (kinds: SearchFacets["kind"]) =>
  [...kinds].sort((a, b) => kindsInOrder.indexOf(a.value) - kindsInOrder.indexOf(b.value));

/** What was found, in a sentence. */
export function searchSentence({ q, kind }: Search, { total, facets, readAs }: SearchPage): string {
  const words = `“${readAs ?? q}”`;
  const asked = kind === undefined ? facets.kind : facets.kind.filter(({ value }) => kind.includes(value));
  const parts = inOrder(asked).map(({ value, count }) => countedKind(value, count));
  const has = total.count === 1 ? "has" : "have";
  if (!total.isWhole)
    return `More than ${counted(total.count, "text")} have ${words}; the first of them are ordered here.`;
  return total.count === 0 ? `Nothing has ${words}.` : `${joinWords(parts)} ${has} ${words}.`;
}

/** Each filter in use as words that can be taken away, with the search that is left. */
export function filtersInUse(search: Search): { words: string; left: Search }[] {
  const { kind, status, tag, publisher, ...rest } = search;
  return [
    ...(kind === undefined
      ? []
      : [{ words: joinWords(kind.map(kindWord), "or"), left: { ...search, kind: undefined } }]),
    ...(status === undefined
      ? []
      : [
          {
            words: joinWords(
              status.map((each) => each.replaceAll("-", " ")),
              "or",
            ),
            left: { ...search, status: undefined },
          },
        ]),
    ...(tag === undefined
      ? []
      : [{ words: `tagged ${tag.replaceAll("-", " ")}`, left: { ...search, tag: undefined } }]),
    ...(publisher === undefined
      ? []
      : [{ words: `published by ${publisher}`, left: { ...search, publisher: undefined } }]),
  ].map(({ words, left }) => ({ words, left: { ...rest, ...defined(left) } as Search }));
}

const defined = (search: object) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
