import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const mainMatters = [
  "us-response-to-expulsions",
  "volker-surkov-meeting",
  "strategic-stability-talks",
  "new-start-extension",
];

/** How many pages a PDF of the page has: each is an object of its own, which Chromium leaves unpacked. */
async function printedPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
}

for (const id of mainMatters)
  test(`The brief of ${id} prints on one page, with the day at its foot`, async ({ page }) => {
    await page.goto(`/items/${id}/brief`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
    expect(await printedPages(page)).toBe(1);
    expect(await page.locator("style").allTextContents()).toContainEqual(
      expect.stringMatching(/@bottom-left\{content:"Read with everything published by \d/),
    );
  });

test("Two chosen items take a page each, as known on the day asked for", async ({ page }) => {
  await page.goto("/brief?items=volker-surkov-meeting,us-response-to-expulsions&knownOn=2017-08-07");
  await expect(page).toHaveTitle(/as known on 7 August 2017/);
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("article").first()).not.toContainText("2018");
  expect(await printedPages(page)).toBeLessThanOrEqual(3);
});

test("A reader takes an item along as DOCX and as Markdown, named for the day shown", async ({ page }) => {
  await page.goto("/items/new-start-extension?knownOn=2021-01-31");
  const section = page.getByRole("region", { name: "Take along" });
  for (const [words, form] of [
    ["DOCX", "docx"],
    ["Markdown", "md"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      section.getByRole("link", { name: words }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`readout-new-start-extension-as-known-2021-01-31.${form}`);
    const bytes = await readFile(await download.path());
    if (form === "docx") expect(bytes.subarray(0, 2).toString()).toBe("PK");
    else expect(bytes.toString()).toContain("Read with everything published by 31 January 2021");
  }
  await section.getByRole("link", { name: "Brief" }).click();
  await expect(page).toHaveURL(/\/items\/new-start-extension\/brief\?knownOn=2021-01-31/);
});

test("A reader's program finds the feeds of the record and of an item in the head of a page", async ({ page }) => {
  await page.goto("/items/new-start-extension");
  const found = page.locator('head link[rel="alternate"][type="application/atom+xml"]');
  const addresses = await found.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(addresses.sort()).toEqual(["/feeds/changes.atom", "/items/new-start-extension/feed.atom"]);
  for (const address of addresses) {
    const answer = await page.request.get(address!);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/atom+xml; charset=utf-8"]);
  }
});

test("On paper links are numbered, and their addresses stand at the end", async ({ page }) => {
  await page.goto("/items/new-start-extension");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const addresses = page.getByRole("list").filter({ hasText: "/sources/" }).last().getByRole("listitem");
  expect(await addresses.count()).toBeGreaterThan(5);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".printed-addresses")).toHaveCount(0);
});
