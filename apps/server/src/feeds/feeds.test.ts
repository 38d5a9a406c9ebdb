import { fileURLToPath } from "node:url";
import { loadDataset } from "@readout/api/server";
import { aChange } from "@readout/api/testing";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { detectAtomFeed, parseAtomFeed, parseJsonFeed } from "feedsmith";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";
import { nastyItem, nastyTexts, recordNasty } from "../testing/nasty.ts";

let server: ApiServer;
beforeAll(async () => {
  server = await openApiServer({ now: "2026-11-21T10:00:00Z" });
  await loadDataset(server.context.db, fileURLToPath(new URL("../../../../prisma/dataset", import.meta.url)));
  server.context.setNow("2026-11-22T10:00:00Z");
  await recordNasty(server);
});
afterAll(() => server.close());

const url = "http://readout.test";
const take = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });

async function textOf(path: string): Promise<string> {
  const response = await take(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

const parser = new XMLParser({
  ignoreAttributes: false,
  processEntities: true,
  htmlEntities: false,
  trimValues: false,
  parseTagValue: false,
  isArray: (name) => ["entry", "link", "category", "author"].includes(name),
});

type Link = { "@_rel"?: string; "@_href": string };
// biome-ignore lint/suspicious/noExplicitAny: whatever a feed holds
type Parsed = any;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const iri = /^(?:urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|https?:\/\/\S+)$/;

/** Whatever RFC 4287, section 4, requires of a feed and its entries; what is missing, in words. */
function faultsOfAtom(feed: Parsed): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  const linksOf = (node: Parsed): Link[] => node.link ?? [];
  const isText = (node: Parsed) => typeof node === "string" || typeof node?.["#text"] === "string";
  need(feed["@_xmlns"] === "http://www.w3.org/2005/Atom", "the feed is in another namespace");
  for (const [where, node] of [
    ["feed", feed],
    ...(feed.entry ?? []).map((entry: Parsed, i: number) => [`entry ${i}`, entry]),
  ]) {
    need(iri.test(node.id), `${where}: atom:id is no IRI: ${node.id}`);
    need(isText(node.title), `${where}: atom:title`);
    need(instant.test(node.updated), `${where}: atom:updated ${node.updated}`);
    if (node.published !== undefined) need(instant.test(node.published), `${where}: atom:published ${node.published}`);
    const alternate = linksOf(node).filter((link) => (link["@_rel"] ?? "alternate") === "alternate");
    need(alternate.length === 1, `${where}: ${alternate.length} alternate links`);
    for (const link of linksOf(node))
      need(/^https?:\/\/\S+$/.test(link["@_href"]), `${where}: a link to ${link["@_href"]}`);
    for (const category of node.category ?? [])
      need(category["@_term"] !== undefined, `${where}: a category without term`);
  }
  need(
    linksOf(feed).some((link) => link["@_rel"] === "self"),
    "the feed has no self link",
  );
  need(feed.author?.[0]?.name !== undefined, "neither feed nor entries have an author");
  const ids = (feed.entry ?? []).map(({ id }: Parsed) => id);
  need(new Set(ids).size === ids.length, "two entries share an id");
  return faults;
}

const atom = async (path: string): Promise<Parsed> => {
  const xml = await textOf(path);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { feed } = parser.parse(xml);
  expect([path, faultsOfAtom(feed)]).toEqual([path, []]);
  expect(detectAtomFeed(xml)).toBe(true);
  expect(parseAtomFeed(xml).entries ?? []).toHaveLength(feed.entry?.length ?? 0);
  return feed;
};

test("every feed of entries is Atom as RFC 4287 requires it", async () => {
  const paths = ["/feeds/changes.atom", "/feeds/changes.atom?tag=arms-control", `/items/${nastyItem}/feed.atom`];
  for (const path of [...paths, "/items/new-start-extension/feed.atom"]) {
    expect((await atom(path)).entry.length).toBeGreaterThan(0);
    expect((await take(path)).headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  }
});

test("the check of RFC 4287 would notice what is missing", () => {
  const faults = faultsOfAtom({ "@_xmlns": "http://www.w3.org/2005/Atom", id: "x", entry: [{ id: "y" }, { id: "y" }] });
  expect(faults).toContain("two entries share an id");
  expect(faults.length).toBeGreaterThan(8);
});

test("a feed says in one sentence what each entry says, with evidence and a place to read on", async () => {
  const { entry } = await atom("/items/new-start-extension/feed.atom");
  const { json } = await server.ask("/items/new-start-extension/entries");
  expect(entry.map(({ link }: Parsed) => link[0]["@_href"])).toEqual(
    [...json.entries].reverse().map(({ seq }: { seq: number }) => `${url}/items/new-start-extension#entry-${seq}`),
  );
  const last = entry.find(({ title }: Parsed) => title["#text"].includes("lapsed"));
  expect(last.title["#text"]).toBe("Extension of New START: lapsed since 5 February 2026");
  expect(last.content["#text"]).toMatch(/<li>says so: .*<a href="http:\/\/readout\.test\/sources\/[\w-]+">/);
});

test("the newest record comes first, and corrections and retractions are entries of their own", async () => {
  const { entry } = await atom(`/items/${nastyItem}/feed.atom`);
  const [review, retraction, correction, ...changes] = entry;
  expect(changes).toHaveLength(nastyTexts.length);
  expect(review.title["#text"]).toContain("looked at on 6 August 2017, nothing new");
  expect(retraction.title["#text"]).toContain("entry 2 retracted");
  expect(retraction.content["#text"]).toContain(`<a href="${url}/items/${nastyItem}#entry-2">Entry 2</a>`);
  expect(correction.title["#text"]).toContain("entry 1 corrected");
  expect(correction.content["#text"]).toContain("text before: =SUM(A1:A9)");
  const retracted = changes.at(-2)!;
  expect(retracted.content["#text"]).toContain("retracted by entry 22");
  expect([retracted.published, retracted.updated]).toEqual(["2026-11-22T10:00:00.000Z", retraction.published]);
  const all = await atom("/feeds/changes.atom");
  expect(all.entry[0].id).toBe(review.id);
  const published = all.entry.map((each: Parsed) => each.published);
  expect(published).toEqual([...published].sort().reverse());
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
const unheld = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE]/g;

test("texts that XML would take for something else come out as they went in", async () => {
  const { entry } = await atom(`/items/${nastyItem}/feed.atom`);
  const summaries = entry.map(({ summary }: Parsed) => htmlText(summary["#text"]).trim());
  for (const text of nastyTexts)
    expect(summaries).toContain(text.replace(unheld, "\uFFFD").replace(/\r\n?/g, "\n").trim());
});

const htmlText = (html: string) =>
  html.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name]!);

test("JSON Feed has what version 1.1 requires, and tells the same as Atom", async () => {
  const response = await take("/feeds/changes.json");
  expect(response.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
  const feed: Parsed = await response.json();
  expect(feed).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    title: "Readout: all items",
    home_page_url: `${url}/changes`,
    feed_url: `${url}/feeds/changes.json`,
    authors: [{ name: "Readout" }],
  });
  for (const item of feed.items) {
    expect(item.id).toMatch(iri);
    expect(typeof item.content_html).toBe("string");
    for (const at of [item.date_published, item.date_modified]) expect(at).toMatch(instant);
    expect(item.url).toMatch(/^http:\/\/readout\.test\/items\/[\w-]+#entry-\d+$/);
  }
  expect(parseJsonFeed(feed).items).toHaveLength(50);
  const { entry } = await atom("/feeds/changes.atom");
  expect(feed.items.map(({ id }: Parsed) => id)).toEqual(entry.map(({ id }: Parsed) => id));
});

test("page by page a feed holds every entry that was ever recorded, once", async () => {
  const ids: string[] = [];
  let path: string | null = "/feeds/changes.json";
  while (path !== null) {
    const response = await take(path);
    const { items, next_url }: Parsed = await response.json();
    ids.push(...items.map(({ id }: Parsed) => id));
    const link = response.headers.get("link");
    expect(link).toBe(next_url === undefined ? null : `<${next_url}>; rel="next"`);
    path = next_url === undefined ? null : next_url.slice(url.length);
  }
  const { json } = await server.ask("/export");
  const entries = json.items.reduce((sum: number, item: { entries: unknown[] }) => sum + item.entries.length, 0);
  expect(ids).toHaveLength(entries);
  expect(new Set(ids).size).toBe(entries);
});

test("a feed is sent once, and again when something was recorded; what was told keeps its name", async () => {
  const path = "/items/volker-surkov-meeting/feed.atom";
  const first = await take(path);
  const before = parser.parse(await first.text()).feed.entry.map(({ id }: Parsed) => id);
  const again = await take(path, { "if-none-match": first.headers.get("etag")! });
  expect(again.status).toBe(304);
  const { itemId: _, ...change } = aChange("volker-surkov-meeting", before.length, { reason: "taken up again" });
  expect((await server.ask("/items/volker-surkov-meeting/entries", { body: change })).status).toBe(201);
  const after = await take(path, { "if-none-match": first.headers.get("etag")! });
  expect(after.status).toBe(200);
  expect(
    parser
      .parse(await after.text())
      .feed.entry.map(({ id }: Parsed) => id)
      .slice(1),
  ).toEqual(before);
});

test("an item that is not there, an unknown parameter and a cursor of another list are refused as problems", async () => {
  for (const [path, status, field] of [
    ["/items/no-such-item/feed.atom", 404, undefined],
    ["/feeds/changes.atom?shape=rss", 400, "shape"],
    ["/feeds/changes.atom?tag=a&tag=b", 400, "tag"],
    ["/feeds/changes.json?cursor=made-up", 400, "cursor"],
    ["/calendar.ics?tag=Two%20words", 400, "tag"],
  ] as const) {
    const response = await take(path);
    expect([path, response.status]).toEqual([path, status]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem: Parsed = await response.json();
    expect(problem.fields[0]?.path).toBe(field);
  }
  expect((await fetch(`${server.url}/feeds/changes.atom`, { method: "DELETE" })).status).toBe(405);
});

test("the feeds of a private installation need a session or a key", async () => {
  const closed = await openApiServer({ now: "2026-11-21T10:00:00Z", private: true });
  for (const path of ["/feeds/changes.atom", "/feeds/changes.json", "/calendar.ics"]) {
    const refused = await fetch(`${closed.url}${path}`);
    expect([path, refused.status, refused.headers.get("www-authenticate")]).toEqual([
      path,
      401,
      'Bearer realm="Readout"',
    ]);
    const headers = { authorization: `Bearer ${await closed.keyOf("reader")}` };
    const given = await fetch(`${closed.url}${path}`, { headers });
    expect([given.status, given.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  }
  await closed.close();
});
