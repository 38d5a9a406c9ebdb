import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { closeTestContexts, createTestContext } from "@readout/api/testing";
import { afterAll, afterEach, expect, test } from "vitest";
import { createCrawlerDoor } from "./door.ts";

const url = "https://readout.example";
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(closeTestContexts);

/** The door alone, with `items` in its record and so many addresses to a file. */
async function open({ items = 0, most = 50_000, isPrivate = false }) {
  const { ctx, caller } = await createTestContext({ now: "2026-11-20T10:00:00Z", private: isPrivate });
  for (let i = 0; i < items; i += 1)
    await caller.items.open({
      ...{ id: `treaty-${i}`, title: `Treaty ${i}`, question: "Signed?", resolutionCriteria: "Yes when it is signed." },
    } as Parameters<typeof caller.items.open>[0]);
  const door = createCrawlerDoor({ installation: ctx, url }, most);
  const server = createServer(async (request, response) => {
    if (!(await door(request, response))) response.writeHead(204).end();
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
}

/** The addresses of a file within the site, each with its day. */
const listedIn = (text: string): string[] =>
  [...text.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(
    ([, loc, day]) => `${loc!.slice(url.length)}${day === undefined ? "" : ` ${day}`}`,
  );

test("a record that fits stands in one file, with the day of its last change", async () => {
  const ask = await open({ items: 2 });
  const listed = listedIn((await ask("/sitemap.xml")).text);
  expect(listed).toEqual(expect.arrayContaining(["/ 2026-11-20", "/items/treaty-1 2026-11-20", "/docs/api"]));
  expect((await ask("/sitemaps/1.xml")).status).toBe(404);
  expect((await ask("/robots.txt")).text).toContain(`Sitemap: ${url}/sitemap.xml`);
});

test("a longer one is split into files that an index names, each address once", async () => {
  const ask = await open({ items: 4, most: 5 });
  const index = (await ask("/sitemap.xml")).text;
  expect(index).toContain("<sitemapindex");
  const files = listedIn(index);
  expect(files).toEqual(["/sitemaps/1.xml", "/sitemaps/2.xml", "/sitemaps/3.xml"]);
  const listed: string[] = [];
  for (const file of files) listed.push(...listedIn((await ask(file)).text));
  expect(listed.length).toBe(13);
  expect(new Set(listed).size).toBe(13);
  expect(listed.slice(-4)).toEqual([0, 1, 2, 3].map((i) => `/items/treaty-${i} 2026-11-20`));
  expect((await ask("/sitemaps/4.xml")).status).toBe(404);
});

test("a private installation asks everyone to stay away and lists nothing", async () => {
  const ask = await open({ items: 1, isPrivate: true });
  expect((await ask("/robots.txt")).text).toBe("User-agent: *\nDisallow: /\n");
  expect((await ask("/sitemap.xml")).status).toBe(404);
  expect((await ask("/sitemaps/1.xml")).status).toBe(404);
});

test("whatever else is asked goes on to the pages", async () => {
  const ask = await open({});
  expect((await ask("/items")).status).toBe(204);
});
