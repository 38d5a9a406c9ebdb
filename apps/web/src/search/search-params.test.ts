import { expect, test } from "vitest";
import { ParamReader } from "../ui/param-reader.ts";
import { parseSearch as parse, searchHref } from "./search-params.ts";

const parseSearch = (search: Record<string, string>) => parse(new ParamReader(search));

test("an address is read and written back the same", () => {
  const search = parseSearch({
    q: " volker ",
    kind: "item,entry,item",
    status: "lapsed",
    tag: "talks",
    publisher: "AP",
  });
  expect(search).toEqual({ q: "volker", kind: ["item", "entry"], status: ["lapsed"], tag: "talks", publisher: "AP" });
  const href = searchHref(search);
  expect(href).toBe("/search?q=volker&kind=item%2Centry&status=lapsed&tag=talks&publisher=AP");
  expect(parseSearch(Object.fromEntries(new URLSearchParams(href.split("?")[1])))).toEqual(search);
});

test("what is unknown or empty is left out, and what is too long is cut between two signs", () => {
  expect(parseSearch({ q: " ", kind: "planet", status: "", tag: "No tag!", more: "x" })).toEqual({ q: null });
  const { q } = parseSearch({ q: `${"x".repeat(199)}😀 and more` });
  expect(q).toBe("x".repeat(199));
  expect(searchHref({ q: null })).toBe("/search");
});
