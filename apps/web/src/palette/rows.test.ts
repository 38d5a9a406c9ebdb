import type { SearchHit, SearchPage } from "@readout/core/search";
import { expect, test } from "vitest";
import { type Place, type Row, restingRows, rowsFor } from "./rows.ts";

const place: Place = {
  href: "/items?phase=open&knownOn=2018-07-05&cursor=abc",
  page: "This page",
  today: "2026-11-21",
  back: "/items?phase=open",
  places: [
    { name: "Overview", href: "/?knownOn=2018-07-05" },
    { name: "Timeline", href: "/timeline?knownOn=2018-07-05" },
  ],
  views: [{ name: "What falls due", href: "/items?phase=open&sort=due" }],
  records: false,
  item: null,
};
const item = (id: string) =>
  ({
    ...{ kind: "item", id, title: [{ text: id, hit: true }], text: [], statusSubject: "the talks" },
    ...{ status: "lapsed", since: "2017" },
  }) as unknown as SearchHit;
const entry = (seq: number) =>
  ({
    kind: "entry",
    itemId: "talks",
    itemTitle: "Talks",
    seq,
    text: [{ text: `said ${seq}`, hit: true }],
    status: null,
  }) as unknown as SearchHit;
const source = (id: string) =>
  ({
    kind: "source",
    id,
    title: [{ text: id, hit: true }],
    publisher: [{ text: "AP", hit: false }],
  }) as unknown as SearchHit;
const found = (hits: SearchHit[], fields: Partial<SearchPage> = {}) =>
  ({ hits, nearest: null, ...fields }) as SearchPage;

const namesOf = (rows: readonly Row[]) =>
  rows.map(({ group, title }) => `${group}: ${title.map(({ text }) => text).join("")}`);
const hrefOf = (row: Row | undefined) => (row !== undefined && "href" in row.to ? row.to.href : null);

test("eight rows at most, each group together, with the way to the whole search last", () => {
  const hits = [1, 2, 3, 4, 5, 6].flatMap((n) => [item(`item-${n}`), entry(n), source(`source-${n}`)]);
  expect(namesOf(rowsFor("talks", found(hits), place))).toEqual([
    ...["Items: item-1", "Items: item-2", "Items: item-3", "Items: item-4"],
    ...["Entries: said 1", "Entries: said 2", "Sources: source-1"],
    "Actions: Search for “talks”",
  ]);
  expect(rowsFor("talks", found(hits.slice(0, 2)), place)).toHaveLength(3);
});

test("what is opened stays on the day shown", () => {
  const [first, second] = rowsFor("talks", found([item("talks"), entry(3)]), place);
  expect(hrefOf(first)).toBe("/items/talks?knownOn=2018-07-05");
  expect(hrefOf(second)).toBe("/items/talks?knownOn=2018-07-05#entry-3");
  expect(first).toMatchObject({ detail: "Lapsed the talks", status: "lapsed" });
});

test.each(["7 Aug 2017", "2017-08-07", "August 7, 2017"])(
  "%s leads to this page as known then, first of all",
  (typed) => {
    const [first] = rowsFor(typed, found([item("talks")]), place);
    expect(namesOf([first!])).toEqual(["Days: This page as known on 7 August 2017"]);
    expect(hrefOf(first)).toBe("/items?phase=open&knownOn=2017-08-07");
  },
);

test("a day that is still to come says so and leads to today", () => {
  const [first] = rowsFor("1 Jan 2030", null, place);
  expect(first).toMatchObject({ detail: "1 January 2030 is still to come", to: { href: "/items?phase=open" } });
});

test("places and today are gone to by the beginning of their names, which is marked", () => {
  const rows = rowsFor("time", found([]), place);
  expect(rows[0]).toMatchObject({
    group: "Actions",
    title: [
      { text: "Time", hit: true },
      { text: "line", hit: false },
    ],
  });
  expect(hrefOf(rowsFor("today", found([]), place)[0])).toBe("/items?phase=open");
});

test("a saved view is gone to by the beginning of any of its words", () => {
  const [view] = rowsFor("falls", null, place);
  expect(view).toEqual({
    group: "Views",
    title: [
      { text: "What ", hit: false },
      { text: "falls", hit: true },
      { text: " due", hit: false },
    ],
    to: { href: "/items?phase=open&sort=due" },
  });
  expect(rowsFor("alls", null, place).some(({ group }) => group === "Views")).toBe(false);
});

test("who may record is offered to, on the item found or the one the page is about", () => {
  const recording = { ...place, records: true, item: { id: "treaty", title: "Treaty" } };
  const onFound = rowsFor("tal", found([item("talks")]), recording);
  expect(namesOf(onFound)).toContain("Actions: Record on talks");
  expect(namesOf(restingRows([], recording))).toContain("Actions: Record on Treaty");
  expect(namesOf(rowsFor("tal", found([item("talks")]), place))).not.toContain("Actions: Record on talks");
});

test("the nearest spelling is a row that types it", () => {
  const [first] = rowsFor("volkr moonbase", found([], { nearest: "volker" }), place);
  expect(first).toMatchObject({ group: "Nearest spelling", to: { type: "volker" } });
});
