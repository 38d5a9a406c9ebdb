import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type APIRequestContext, test as otherSite } from "@playwright/test";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import openGraphScraper from "open-graph-scraper";
import { expectFaultless } from "../support/faultless.ts";
import { coloursIn, inkShare, pixelsOf } from "../support/picture.ts";
import { asKnownOn, expect, test } from "../support/test.ts";

const xml = new XMLParser({ ignoreAttributes: false });
const listOf = <Value>(value: Value | Value[] | undefined): Value[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

async function told(request: APIRequestContext, path: string) {
  const { result, error } = await openGraphScraper({ html: await (await request.get(path)).text() });
  expect(error, path).toBe(false);
  return result;
}

test.describe("A link that is shared shows", () => {
  for (const { path, title, says, band } of [
    { path: "/", title: /^\d+ of \d+ items are open$/, says: "The last to move was", band: null },
    { path: "/timeline", title: /^Timeline$/, says: "", band: null },
    {
      path: "/items/new-start-extension",
      title: /^Extension of New START$/,
      says: "Lapsed since 5 February 2026",
      band: null,
    },
    {
      path: asKnownOn("/items/new-start-extension", "2018-07-05"),
      title: /^Extension of New START \(as known on 5 July 2018\)$/,
      says: "Raised",
      band: "#4a3b17",
    },
  ]) {
    test(`what ${path} says, with a picture of the same day`, async ({ request, baseURL }) => {
      const { ogTitle, ogDescription, ogImage, ogUrl, ogSiteName, twitterCard, twitterImage } = await told(
        request,
        path,
      );
      expect(ogTitle).toMatch(title);
      expect(ogDescription ?? "").toContain(says);
      expect([ogSiteName, twitterCard]).toEqual(["Readout", "summary_large_image"]);
      expect(ogUrl).toBe(`${baseURL}${path}`);
      const [image] = ogImage ?? [];
      expect([Number(image?.width), Number(image?.height), image?.type]).toEqual([1200, 630, "image/png"]);
      expect(image?.alt, "the picture in words").toBeTruthy();
      expect(twitterImage?.[0]?.url).toBe(image?.url);

      const answer = await request.get(image!.url);
      expect(answer.headers()["content-type"]).toBe("image/png");
      expect(answer.headers()["cross-origin-resource-policy"]).toBe("cross-origin");
      const pixels = pixelsOf(await answer.body());
      expect([pixels.width, pixels.height]).toEqual([1200, 630]);
      expect(inkShare(coloursIn(pixels)), "how much of it is drawn").toBeGreaterThan(0.03);
      if (band !== null) expect(pixels.at(10, 10), "the band of the past").toBe(band);
    });
  }

  test("no picture where there is no item, and none of a day that does not exist", async ({ request }) => {
    expect((await request.get("/og/items/no-such-item.png")).status()).toBe(404);
    expect((await request.get("/og/items/new-start-extension.png?knownOn=2017-02-30")).status()).toBe(400);
    expect((await request.get("/og/overview.png?basis=rumour")).status()).toBe(400);
  });
});

test.describe("A badge", () => {
  const drawn = async (request: APIRequestContext, path: string) => {
    const answer = await request.get(path);
    const text = await answer.text();
    expect(XMLValidator.validate(text), path).toBe(true);
    expect(answer.headers()["content-type"]).toContain("image/svg+xml");
    const { svg } = xml.parse(text);
    const texts = listOf(svg.g.at(-1).text) as { "#text": string; "@_x": string; "@_textLength": string }[];
    return { answer, svg, said: texts.map((one) => one["#text"]).join(" "), texts };
  };

  test("says where an item stands, on what its word rests, and that nobody looked since", async ({ request }) => {
    const { svg, said, texts, answer } = await drawn(request, "/badge/new-start-extension.svg");
    expect(said).toContain("Lapsed since 5 February 2026");
    expect(said).toContain("the extension");
    expect(said).toContain("not since");
    expect(svg.title["#text"]).toBe("Extension of New START");
    expect(svg.desc["#text"]).toContain("Lapsed since 5 February 2026: the extension");
    expect([svg["@_role"], svg["@_aria-labelledby"]]).toEqual(["img", `${svg.title["@_id"]} ${svg.desc["@_id"]}`]);
    // Texts stand one behind the other and within the frame, whatever face draws them.
    const ends = texts.map((one) => Number(one["@_x"]) + Number(one["@_textLength"]));
    for (const [i, one] of texts.slice(1).entries()) expect(Number(one["@_x"])).toBeGreaterThan(ends[i]!);
    expect(Number(svg["@_width"])).toBeGreaterThan(Math.max(...ends));
    const headers = answer.headers();
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["cache-control"]).toBe("public, max-age=60");
    const again = await request.get("/badge/new-start-extension.svg", { headers: { "If-None-Match": headers.etag! } });
    expect(again.status()).toBe(304);
  });

  test("that is pinned says its day and nothing of what came later", async ({ request }) => {
    const { said, svg } = await drawn(request, asKnownOn("/badge/volker-surkov-meeting.svg", "2017-08-07"));
    expect(said).toContain("Agreed in principle since 6 August 2017");
    expect(said).toContain("as known on 7 August 2017");
    expect(`${said} ${svg.desc["#text"]}`).not.toMatch(/Lapsed|2018|2019/);
  });

  test("is never kept for ever, nor is a picture or a card: each carries the title as it is now", async ({
    request,
  }) => {
    const pinned = "?basis=recorded&knownOn=2018-07-05";
    for (const path of ["/badge/volker-surkov-meeting.svg", "/og/items/volker-surkov-meeting.png"]) {
      const headers = (await request.get(path + pinned)).headers();
      expect([path, headers["cache-control"]]).toEqual([path, "public, max-age=60"]);
      const again = await request.get(path + pinned, { headers: { "If-None-Match": headers.etag! } });
      expect([path, again.status()]).toEqual([path, 304]);
    }
    const card = (await request.get(`/embed/items/volker-surkov-meeting${pinned}`)).headers()["cache-control"];
    expect(card).toMatch(/no-cache|no-store|max-age=60/);
    expect(card).not.toContain("immutable");
  });

  test("says so where there is no item, or the day cannot be read", async ({ request }) => {
    const missing = await drawn(request, "/badge/no-such-item.svg");
    expect([missing.answer.status(), missing.said]).toEqual([404, "No such item"]);
    const malformed = await drawn(request, asKnownOn("/badge/new-start-extension.svg", "2017-02-30"));
    expect([malformed.answer.status(), malformed.said]).toEqual([400, "KnownOn is not a day of the calendar"]);
    expect(malformed.answer.headers()["cache-control"]).toBe("no-store");
  });
});

otherSite(
  "Another site shows a card and a badge, and a reader goes from there to the evidence",
  async ({ page, baseURL }) => {
    const card = asKnownOn("/embed/items/volker-surkov-meeting", "2017-08-07");
    const site = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end(`<!doctype html><title>Elsewhere</title>
      <img alt="badge" src="${baseURL}/badge/new-start-extension.svg">
      <iframe title="pinned" width="280" height="420" src="${baseURL}${card}"></iframe>
      <iframe title="dark" width="420" height="420" src="${baseURL}/embed/items/new-start-extension?theme=dark"></iframe>`);
    });
    await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
    const scripts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.push(request.url());
    });
    try {
      // Another host by name, though the same machine.
      await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
      const badge = page.getByAltText("badge");
      await expect.poll(() => badge.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
      const pinned = page.frameLocator("iframe[title=pinned]");
      await expect(pinned.getByRole("heading", { level: 1 })).toHaveText("Volker-Surkov meeting on Ukraine");
      await expect(pinned.getByText("Agreed in principle since 6 August 2017")).toBeVisible();
      await expect(pinned.getByText("As known on 7 August 2017, from what was published by then.")).toBeVisible();
      await expect(pinned.locator("main")).not.toContainText("Lapsed");
      const wider = await pinned.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(wider, "a card of 280 px scrolls sideways").toBeLessThanOrEqual(0);
      const paper = (title: string) =>
        page
          .frameLocator(`iframe[title=${title}]`)
          .locator("html")
          .evaluate((html) => getComputedStyle(html).backgroundColor);
      expect([await paper("pinned"), await paper("dark")]).toEqual(["rgb(247, 242, 230)", "rgb(16, 21, 20)"]);
      expect(scripts).toEqual([]);
      const [item] = await Promise.all([
        page.context().waitForEvent("page"),
        pinned.getByRole("link", { name: "The evidence, on Readout" }).click(),
      ]);
      await expect(item).toHaveURL(/\/items\/volker-surkov-meeting\?knownOn=2017-08-07$/);
      expect(await item.evaluate(() => window.opener)).toBeNull();
    } finally {
      site.close();
    }
  },
);

test("A card has no serious fault for axe, and one of an item that is not there says so", async ({ page, request }) => {
  await page.setViewportSize({ width: 280, height: 420 });
  for (const path of [
    "/embed/items/new-start-extension",
    asKnownOn("/embed/items/us-staff-cut-execution", "2018-07-05"),
  ]) {
    await page.goto(path);
    await expectFaultless(page, path);
  }
  const missing = await request.get("/embed/items/no-such-item");
  expect(missing.status()).toBe(404);
  expect(await missing.text()).toContain("No such item");
});

test("A reader takes a card and a badge along, alive or pinned to the day of the page", async ({
  page,
  request,
  baseURL,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(asKnownOn("/items/new-start-extension", "2018-07-05"));
  await page.getByText("Embed this item").click();
  const alive = page.getByRole("group", { name: "As it stands on the day it is looked at" });
  const pinned = page.getByRole("group", { name: "As on this page" });
  for (const [group, query] of [
    [alive, ""],
    [pinned, "?knownOn=2018-07-05"],
  ] as const) {
    const card = await group.getByLabel("Card", { exact: true }).inputValue();
    const [, src] = /src="([^"]+)"/.exec(card) ?? [];
    expect(src).toBe(`${baseURL}/embed/items/new-start-extension${query}`);
    expect((await request.get(src!)).status()).toBe(200);
    const badge = await group.getByLabel("Badge, Markdown", { exact: true }).inputValue();
    expect(badge).toBe(
      `[![Extension of New START](${baseURL}/badge/new-start-extension.svg${query})](${baseURL}/items/new-start-extension${query})`,
    );
  }
  await pinned.getByRole("button", { name: "Copy: Card" }).click();
  await expect(pinned.getByText("copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("knownOn=2018-07-05");
});

test("The sitemap lists every item, source and actor under the public address, and robots.txt names it", async ({
  request,
  baseURL,
}) => {
  const answer = await request.get("/sitemap.xml");
  const text = await answer.text();
  expect(answer.headers()["content-type"]).toContain("xml");
  expect(XMLValidator.validate(text)).toBe(true);
  const { urlset } = xml.parse(text);
  expect(urlset["@_xmlns"]).toBe("http://www.sitemaps.org/schemas/sitemap/0.9");
  const listed = listOf(urlset.url) as { loc: string; lastmod?: string }[];
  const addresses = listed.map(({ loc }) => loc);
  expect(new Set(addresses).size, "named once each").toBe(addresses.length);
  expect(addresses.filter((address) => !address.startsWith(`${baseURL}/`))).toEqual([]);
  const kinds = (folder: string) => addresses.filter((address) => address.startsWith(`${baseURL}/${folder}/`));
  expect(kinds("items").length).toBeGreaterThanOrEqual(33);
  expect(kinds("sources").length).toBeGreaterThan(100);
  expect(kinds("actors").length).toBeGreaterThan(10);
  for (const { lastmod } of listed) expect(lastmod ?? "2026-11-01").toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const address of [kinds("items").at(-1)!, kinds("sources").at(-1)!, kinds("actors").at(-1)!]) {
    const page = await request.get(address);
    expect(page.status(), address).toBe(200);
    expect(await page.text(), address).toContain(`<link rel="canonical" href="${address}"/>`);
  }
  expect(await (await request.get("/robots.txt")).text()).toContain(`\nSitemap: ${baseURL}/sitemap.xml\n`);
});

test("The page of an earlier day, of a filter or of another order names today's as the one to be found", async ({
  request,
  baseURL,
}) => {
  for (const [path, canonical] of [
    [asKnownOn("/items/new-start-extension", "2018-07-05"), "/items/new-start-extension"],
    ["/items?phase=open", "/items"],
    ["/changes?from=2017-08-05&to=2017-08-07", "/changes?from=2017-08-05&amp;to=2017-08-07"],
  ])
    expect(await (await request.get(path!)).text(), path).toContain(
      `<link rel="canonical" href="${baseURL}${canonical}"/>`,
    );
});

test("What is not there, and what cannot be read, is not to be found", async ({ request }) => {
  for (const path of ["/items/no-such-item", "/no-such-page", asKnownOn("/items", "2017-02-30")])
    expect(await (await request.get(path)).text(), path).toMatch(/<meta name="robots" content="noindex/);
  expect((await request.get("/brief?items=no-such-item")).status()).toBe(404);
});
