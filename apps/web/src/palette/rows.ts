import type { SearchHit, SearchPage } from "@readout/core/search";
import { formatDay } from "../as-of/day.ts";
import { readTypedDay } from "../as-of/typed-day.ts";

type Marked = { text: string; hit: boolean }[];

/** One line to choose. */
export type Row = {
  group: string;
  title: Marked;
  /** What stands behind the title: where an item stands, who published a source. */
  detail?: string;
  /** The status whose glyph stands before the detail. */
  status?: string;
  /** Where it leads; or words to type in its place, or something to do. */
  to: { href: string } | { type: string } | { act: "keys" };
  /** Whether it is offered again next time. */
  isThing?: boolean;
};

/** What the palette knows of the page it lies over. */
export type Place = {
  /** Path and query of the page; of the overview where a page shows today alone. */
  href: string;
  /** What that is called. */
  page: "This page" | "The overview";
  today: string;
  /** Where the page shows today, null where it does already. */
  back: string | null;
  /** Name and address of each place of the masthead and the desk. */
  places: readonly { name: string; href: string }[];
  /** Name and address of each view that whoever reads has saved. */
  views: readonly { name: string; href: string }[];
  /** Whether whoever reads may record, or propose. */
  records: boolean;
  /** Id and title of the item that the page is about. */
  item: { id: string; title: string } | null;
};

/** As many rows as are seen at once. */
const MOST = 8;
const dayNames = ["knownOn", "validOn", "basis"];

const plain = (text: string): Marked => [{ text, hit: false }];

/** The text with the letters that were typed marked where a word begins with them; null where none does. */
function markedBy(typed: string, text: string): Marked | null {
  const at = ` ${text.toLowerCase()}`.indexOf(` ${typed.toLowerCase()}`);
  if (at < 0) return null;
  const end = at + typed.length;
  const pieces = [
    { text: text.slice(0, at), hit: false },
    { text: text.slice(at, end), hit: true },
    { text: text.slice(end), hit: false },
  ];
  return pieces.filter((piece) => piece.text !== "");
}

/** An address on the day that the page shows. */
export function sameDay(href: string, place: Place): string {
  const [path = "", hash] = href.split("#");
  const [bare = "", query = ""] = path.split("?");
  const search = new URLSearchParams(query);
  const shown = new URLSearchParams(place.href.split("?")[1]);
  for (const name of dayNames) {
    const value = shown.get(name);
    if (value !== null) search.set(name, value);
  }
  const text = search.toString();
  return `${bare}${text === "" ? "" : `?${text}`}${hash === undefined ? "" : `#${hash}`}`;
}

function statusWord(status: string | null): string {
  const word = status?.replaceAll("-", " ") ?? "not yet raised";
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What was found as a row. */
export function rowOfHit(hit: SearchHit, place: Place): Row {
  const to = (href: string) => ({ to: { href: sameDay(href, place) }, isThing: true });
  switch (hit.kind) {
    case "item":
      return {
        ...{ group: "Items", title: hit.title, detail: `${statusWord(hit.status)} ${hit.statusSubject}` },
        ...{ status: hit.status ?? "none", ...to(`/items/${hit.id}`) },
      };
    case "actor":
      return { group: "Actors", title: hit.title, detail: hit.type.replaceAll("-", " "), ...to(`/actors/${hit.id}`) };
    case "source": {
      const publisher = hit.publisher.map(({ text }) => text).join("");
      return { group: "Sources", title: hit.title, detail: publisher, ...to(`/sources/${hit.id}`) };
    }
    default:
      return {
        ...{ group: "Entries", title: hit.text, detail: hit.itemTitle, ...to(`/items/${hit.itemId}#entry-${hit.seq}`) },
        ...(hit.status !== null && { status: hit.status }),
      };
  }
}

function dayRow(typed: string, place: Place): Row | null {
  const day = readTypedDay(typed);
  if (day === null) return null;
  const [path = "/", query = ""] = place.href.split("?");
  const search = new URLSearchParams(query);
  search.delete("cursor");
  search.delete("validOn");
  search.delete("knownOn");
  if (day < place.today) search.set("knownOn", day);
  const text = search.toString();
  const title = plain(
    day < place.today ? `${place.page} as known on ${formatDay(day)}` : `${place.page} as known today`,
  );
  const detail = day > place.today ? `${formatDay(day)} is still to come` : undefined;
  return { group: "Days", title, ...(detail && { detail }), to: { href: `${path}${text === "" ? "" : `?${text}`}` } };
}

/** What can be done here, by name. */
function actions(place: Place, found: Row | undefined): Row[] {
  const group = "Actions";
  const row = (name: string, href: string): Row => ({ group, title: plain(name), to: { href } });
  const itemId = found !== undefined && "href" in found.to ? /^\/items\/([^/?#]+)/.exec(found.to.href)?.[1] : undefined;
  const foundItem = itemId === undefined ? null : { id: itemId, title: found!.title.map(({ text }) => text).join("") };
  const item = foundItem ?? place.item;
  return [
    ...(place.back === null ? [] : [row("Today: back to what is known now", place.back)]),
    ...(place.records && item !== null ? [row(`Record on ${item.title}`, `/desk/items/${item.id}/record`)] : []),
    ...place.places.map(({ name, href }) => row(name, href)),
    { group, title: plain("Keys: what they do"), to: { act: "keys" } },
  ];
}

const nameOf = (row: Row): string => row.title.map(({ text }) => text).join("");

/** Before anything is typed: what was opened before, or the first matters, and where one can go. */
export function restingRows(known: readonly Row[], place: Place): Row[] {
  const things = known.slice(0, 4);
  return [...things, ...actions(place, undefined).slice(0, MOST - things.length)];
}

/** How many of each group stand there before others may fill what is left. */
const shares: [group: string, most: number][] = [
  ["Items", 4],
  ["Actors", 1],
  ["Entries", 2],
  ["Sources", 2],
];

/**
 * What is offered for what is typed, eight rows at most, each group together.
 *
 * @param found null while nothing has been asked
 */
export function rowsFor(typed: string, found: SearchPage | null, place: Place): Row[] {
  const hits = (found?.hits ?? []).map((hit) => rowOfHit(hit, place));
  const day = dayRow(typed, place);
  const firstItem = hits.find(({ group }) => group === "Items");
  const doable = actions(place, firstItem).flatMap((row) => {
    const title = markedBy(typed, nameOf(row));
    const isOfItem = nameOf(row).startsWith("Record on ") && firstItem !== undefined;
    return title !== null ? { ...row, title } : isOfItem ? row : [];
  });
  const views = place.views.flatMap(({ name, href }): Row[] => {
    const title = markedBy(typed, name);
    return title === null ? [] : [{ group: "Views", title, to: { href } }];
  });
  const nearest: Row[] =
    found?.nearest == null
      ? []
      : [{ group: "Nearest spelling", title: plain(found.nearest), to: { type: found.nearest } }];
  const all: Row = {
    ...{ group: "Actions", title: plain(`Search for “${typed}”`) },
    ...{
      detail: "with counts and filters",
      to: { href: sameDay(`/search?${new URLSearchParams({ q: typed })}`, place) },
    },
  };
  const rest = [...nearest, ...(day === null ? [] : [day]), ...views.slice(0, 2), ...doable.slice(0, 2), all];
  const room = MOST - rest.length;
  const taken = new Set<Row>();
  const take = (row: Row) => taken.size < room && taken.add(row);
  for (const [group, most] of shares)
    hits
      .filter((row) => row.group === group)
      .slice(0, most)
      .forEach(take);
  hits.forEach(take);
  const things = shares.flatMap(([group]) => hits.filter((row) => row.group === group && taken.has(row)));
  // A typed day is meant as one.
  return day === null ? [...things, ...rest] : [day, ...things, ...rest.filter((row) => row !== day)];
}
