import { Tag } from "@readout/core/item";
import { SearchKind, type SearchRecord } from "@readout/core/search";
import { Status } from "@readout/core/status";
import { text } from "@readout/core/text";
import type { ParamReader } from "../ui/param-reader.ts";

/** What is looked for, as the address of the page says it. */
export type Search = Pick<SearchRecord, "kind" | "status" | "tag" | "publisher"> & {
  /** Null where nothing is asked yet. */
  q: string | null;
};

/** Reads the address; what is too long is cut. */
export function parseSearch(params: ParamReader): Search {
  const typed = params
    .text("q")
    ?.replaceAll("\0", "")
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, "");
  return {
    q: text(200).safeParse(typed).data ?? null,
    ...params.many("kind", SearchKind),
    ...params.many("status", Status),
    ...params.one("tag", Tag),
    ...params.one("publisher", text(200)),
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
