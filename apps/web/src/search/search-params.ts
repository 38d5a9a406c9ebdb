import { Tag } from "@readout/core/item";
import { SearchKind, type SearchRecord } from "@readout/core/search";
import { Status } from "@readout/core/status";
import { text } from "@readout/core/text";
import type { SearchParams } from "../as-of/search-params.ts";

/** What is looked for, as the address of the page says it. */
export type Search = Pick<SearchRecord, "kind" | "status" | "tag" | "publisher"> & {
  /** Null where nothing is asked yet. */
  q: string | null;
};

/** Reads the address; what it does not know, a page ignores, and what is too long is cut. */
export function parseSearch(search: Exclude<SearchParams, URLSearchParams>): Search {
  const one = (name: string): string => {
    const value = search[name];
    return ((Array.isArray(value) ? value.at(-1) : value) ?? "").trim();
  };
  const q = text(200).safeParse(
    one("q")
      .replaceAll("\0", "")
      .slice(0, 200)
      .replace(/[\ud800-\udbff]$/, ""),
  );
  const kinds = one("kind")
    .split(",")
    .flatMap((word) => SearchKind.safeParse(word).data ?? []);
  const statuses = one("status")
    .split(",")
    .flatMap((word) => Status.safeParse(word).data ?? []);
  const tag = Tag.safeParse(one("tag"));
  const publisher = text(200).safeParse(one("publisher"));
  return {
    q: q.success ? q.data : null,
    ...(kinds.length > 0 && { kind: [...new Set(kinds)] }),
    ...(statuses.length > 0 && { status: [...new Set(statuses)] }),
    ...(tag.success && { tag: tag.data }),
    ...(publisher.success && { publisher: publisher.data }),
  };
}

/** The address of a search; the day is added by the link. */
export function searchHref({ q, kind, status, tag, publisher }: Search, cursor: string | null = null): string {
  const search = new URLSearchParams();
  if (q !== null) search.set("q", q);
  if (kind !== undefined) search.set("kind", kind.join(","));
  if (status !== undefined) search.set("status", status.join(","));
  if (tag !== undefined) search.set("tag", tag);
  if (publisher !== undefined) search.set("publisher", publisher);
  if (cursor !== null) search.set("cursor", cursor);
  const query = search.toString();
  return query === "" ? "/search" : `/search?${query}`;
}
