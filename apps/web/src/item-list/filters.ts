import { ActorId } from "@readout/core/id";
import { OwnerSide, Tag } from "@readout/core/item";
import { ItemSort } from "@readout/core/read";
import { Phase } from "@readout/core/reading";
import { Status, type StatusFamily, statusFamily, statusWord } from "@readout/core/status";
import { joinWords } from "@readout/core/wording";
import type { SearchParams } from "../as-of/search-params.ts";

/** What a list of items is narrowed to, as its address says it. */
export type ItemFilters = {
  status?: Status[];
  phase?: Phase;
  tag?: string;
  actor?: ActorId;
  owner?: OwnerSide;
  q?: string;
};

export type ItemListParams = { filters: ItemFilters; sort: ItemSort; cursor: string | null };

export const filterNames = ["phase", "status", "owner", "tag", "actor", "q"] as const;
export type FilterName = (typeof filterNames)[number];

/** Reads the filters of a page; what it does not know, a page ignores. */
export function parseItemList(search: Exclude<SearchParams, URLSearchParams>): ItemListParams {
  const one = (name: string): string | undefined => {
    const value = search[name];
    const text = (Array.isArray(value) ? value.at(-1) : value)?.trim();
    return text === "" ? undefined : text;
  };
  const filters: ItemFilters = {};
  const statuses = (one("status") ?? "").split(",").flatMap((word) => Status.safeParse(word.trim()).data ?? []);
  if (statuses.length > 0) filters.status = [...new Set(statuses)];
  const phase = Phase.safeParse(one("phase"));
  if (phase.success) filters.phase = phase.data;
  const tag = Tag.safeParse(one("tag")?.toLowerCase().replaceAll(" ", "-"));
  if (tag.success) filters.tag = tag.data;
  const actor = ActorId.safeParse(one("actor"));
  if (actor.success) filters.actor = actor.data;
  const owner = OwnerSide.safeParse(one("owner"));
  if (owner.success) filters.owner = owner.data;
  const q = one("q")?.replaceAll("\0", "").slice(0, 200);
  if (q !== undefined && q !== "") filters.q = q;
  const sort = ItemSort.safeParse(one("sort"));
  return { filters, sort: sort.success ? sort.data : "place", cursor: one("cursor") ?? null };
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

export const familyWords: Record<StatusFamily, string> = {
  talk: "in talk",
  commitment: "committed",
  motion: "in motion",
  trouble: "in trouble",
  end: "ended",
};

/** The statuses of a family, as an address lists them. */
export const familyStatuses = (family: StatusFamily): Status[] =>
  Status.options.filter((status) => statusFamily[status] === family);

/** A set of statuses in words: a whole family by its name. */
export function statusesInWords(statuses: readonly Status[]): string {
  for (const [family, words] of Object.entries(familyWords) as [StatusFamily, string][]) {
    const all = familyStatuses(family);
    if (all.length === statuses.length && all.every((status) => statuses.includes(status))) return words;
  }
  return joinWords(statuses.map(statusWord), "or");
}

const ownerWords: Record<OwnerSide, string> = {
  us: "the United States has to move",
  russia: "Russia has to move",
  both: "both have to move",
  others: "others have to move",
};

/** What an order is called where it is chosen. */
export const sortWords: Record<ItemSort, string> = {
  place: "as in the record",
  moved: "newest first",
  title: "by title",
  due: "next date first",
  reviewed: "longest not reviewed first",
};

/** Each filter as a word that can be taken away. */
export function filterWords(filters: ItemFilters, actorName: string | null): { name: FilterName; words: string }[] {
  const words: Record<FilterName, string | null> = {
    phase: filters.phase === undefined ? null : filters.phase === "open" ? "open" : "closed",
    status: filters.status === undefined ? null : statusesInWords(filters.status),
    owner: filters.owner === undefined ? null : ownerWords[filters.owner],
    tag: filters.tag === undefined ? null : `tagged ${filters.tag.replaceAll("-", " ")}`,
    actor: filters.actor === undefined ? null : `with ${actorName ?? filters.actor}`,
    q: filters.q === undefined ? null : `with “${filters.q}” in the title`,
  };
  return filterNames.flatMap((name) => (words[name] === null ? [] : [{ name, words: words[name] }]));
}
