import { ActorId } from "@readout/core/id";
import { OwnerSide } from "@readout/core/item";
import { type FilterName, filterNames, type ItemFilters } from "@readout/core/item-filters";
import { ItemSort } from "@readout/core/read";
import { Phase } from "@readout/core/reading";
import { Status } from "@readout/core/status";
import type { SearchParams } from "../as-of/search-params.ts";
import { ParamReader } from "../ui/param-reader.ts";

export type ItemListParams = {
  filters: ItemFilters;
  sort: ItemSort;
  cursor: string | null;
  /** What was asked for and is not known, as in `phase "opne"`: left out, and said. */
  unknown?: readonly string[];
};

/** Reads the filters of a page. What it does not know it leaves out and names; parameters that are none of its own it ignores. */
export function parseItemList(search: Exclude<SearchParams, URLSearchParams>): ItemListParams {
  const params = new ParamReader(search);
  const q = params.text("q")?.replaceAll("\0", "").slice(0, 200);
  const filters: ItemFilters = {
    ...params.many("status", Status),
    ...params.one("phase", Phase),
    ...params.tag(),
    ...params.one("actor", ActorId),
    ...params.one("owner", OwnerSide),
    ...(q && { q }),
  };
  const { sort = "place" } = params.one("sort", ItemSort);
  const { unknown } = params;
  return { filters, sort, cursor: params.text("cursor") ?? null, ...(unknown.length > 0 && { unknown }) };
}

/** The pages that show the list, and where on them it stands. */
export type ListPage = "/items" | "/";
const anchors: Record<ListPage, string> = { "/items": "", "/": "#rest" };

/** How one list leads to another: on the same page, from the beginning where no cursor is given. */
export type ListHref = (filters: ItemFilters, sort?: ItemSort, cursor?: string | null) => string;

/** The addresses of the list on a page. */
export const listHrefOn =
  (page: ListPage): ListHref =>
  (filters, sort, cursor) =>
    itemListHref(filters, sort, cursor, page);

/** The address of the list with these filters; the day is added by the link. */
export function itemListHref(
  filters: ItemFilters,
  sort: ItemSort = "place",
  cursor: string | null = null,
  page: ListPage = "/items",
): string {
  const search = new URLSearchParams();
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) search.set(name, Array.isArray(value) ? value.join(",") : value);
  }
  if (sort !== "place") search.set("sort", sort);
  if (cursor !== null) search.set("cursor", cursor);
  const text = search.toString();
  return `${page}${text === "" ? "" : `?${text}`}${anchors[page]}`;
}

/** Whether the list is anything but the whole record in its usual order. */
export const isNarrowed = ({ filters, sort }: ItemListParams): boolean =>
  sort !== "place" || Object.keys(filters).length > 0;

/** The filters without one of them. */
export function withoutFilter(filters: ItemFilters, name: FilterName): ItemFilters {
  const { [name]: _, ...rest } = filters;
  return rest;
}

/** What an order is called where it is chosen. */
export const sortWords: Record<ItemSort, string> = {
  place: "as in the record",
  moved: "newest first",
  title: "by title",
  due: "next date first",
  reviewed: "longest not reviewed first",
};
