import type { Page } from "@playwright/test";
import { aPerson, signIn } from "../support/desk.ts";
import { expectFaultless } from "../support/faultless.ts";
import { expect, test } from "../support/test.ts";

/** Keys are heard once a page has loaded, which is later than its address changes. */
async function expectToArrive(page: Page, url: RegExp): Promise<void> {
  await expect(page).toHaveURL(url);
  await page.waitForLoadState();
}

const sizes = { narrow: { width: 360, height: 780 }, wide: { width: 1440, height: 900 } };

test("A reader finds a matter by a misspelt name with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search or go to" });
  await expect(field).toBeFocused();
  await expect(page.getByRole("option", { name: /Strategic stability talks/ })).toBeVisible();
  await page.keyboard.type("volkr surk");
  const first = page.getByRole("option").first();
  await expect(first).toHaveText(/Volker-Surkov meeting on Ukraine/);
  await expect(first).toHaveAttribute("aria-selected", "true");
  expect(await first.locator("mark").allTextContents()).toEqual(["Volker", "Surkov"]);
  await expect(page.getByRole("dialog").getByRole("status")).toContainText("Found for “volker surkov”");
  expect(await page.getByRole("option").count()).toBeLessThanOrEqual(8);
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expectToArrive(page, /\/items\/volker-surkov-meeting$/);
  await page.keyboard.press("/");
  await expect(page.getByRole("group", { name: "Opened before" }).getByRole("option")).toHaveText([/Volker-Surkov/]);
});

test("Enter pressed before the answer opens what the answer brings first", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Search or go to" }).click();
  await expect(page.getByRole("option", { name: /Strategic stability talks/ })).toBeVisible();
  await page.keyboard.type("extention new strat");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/items\/new-start-extension$/);
});

test("A reader goes to a day by typing it, and stays on it through what they open", async ({ page }) => {
  await page.goto("/items/volker-surkov-meeting");
  await page.keyboard.press("/");
  await page.keyboard.type("7 aug 2017");
  await expect(page.getByRole("option").first()).toHaveText(/This page as known on 7 August 2017/);
  await page.keyboard.press("Enter");
  await expectToArrive(page, /\/items\/volker-surkov-meeting\?knownOn=2017-08-07$/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("minsk");
  await expect(page.getByRole("dialog").getByRole("status")).toContainText("Nothing has “minsk”");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("sanctions");
  await expect(page.getByRole("group", { name: "Items" }).getByRole("option").first()).toHaveAttribute(
    "href",
    /knownOn=2017-08-07/,
  );
});

test("Escape closes the palette, and the focus is where it was", async ({ page }) => {
  await page.goto("/sources");
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Timeline" });
  await link.focus();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(link).toBeFocused();
});

test.describe("when the search fails", () => {
  test.use({ forgive: [/500|ERR_FAILED/] });

  test("the palette says so in words and keeps what was typed", async ({ page }) => {
    await page.goto("/");
    const problem = { detail: "Something failed on our side", requestId: "r-1" };
    await page.route("**/api/v1/search?*", (route) =>
      route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify(problem) }),
    );
    await page.keyboard.press("/");
    await page.keyboard.type("treaty");
    await expect(page.getByRole("dialog").getByRole("status")).toHaveText(
      "The search failed: Something failed on our side (request r-1)",
    );
    await page.unroute("**/api/v1/search?*");
    await page.route("**/api/v1/search?*", (route) => route.abort());
    await page.keyboard.type(" e");
    await expect(page.getByRole("dialog").getByRole("status")).toContainText("Readout does not answer");
    await expect(page.getByRole("dialog").getByRole("combobox")).toHaveValue("treaty e");
  });
});

test("The keys are listed by ?, lead to places and rows, and are silent once switched off", async ({ page }) => {
  await page.goto("/items?knownOn=2018-07-05");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(page.locator("tbody").getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expectToArrive(page, /\/items\/us-response-to-expulsions\?knownOn=2018-07-05/);
  await page.keyboard.press("g");
  await page.keyboard.press("q");
  await expectToArrive(page, /\/sources\?knownOn=2018-07-05/);
  await page.keyboard.press("Shift+T");
  await expectToArrive(page, /\/sources$/);
  await expect(page.getByText("As known today").first()).toBeVisible();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  await expect(list).toContainText("scenarios");
  await expectFaultless(page, "the list of keys");
  await list.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  // What a key might have opened would have stood there by the time that this opens.
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeVisible();
  await expect(list).toBeHidden();
  await expect(page).toHaveURL(/\/sources$/);
});

test("Whoever may record is offered to record on the item found", async ({ page, baseURL }) => {
  await signIn(page, baseURL!, await aPerson(baseURL!, "analyst"));
  await page.goto("/");
  await page.keyboard.press("/");
  await page.keyboard.type("strategic stab");
  await page.getByRole("option", { name: "Record on Strategic stability talks" }).click();
  await expect(page).toHaveURL(/\/desk\/items\/strategic-stability-talks\/record/);
});

for (const [size, viewport] of Object.entries(sizes))
  test(`The palette has no fault for anybody, ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/?knownOn=2018-07-05");
    await page.getByRole("link", { name: "Search or go to" }).click();
    await page.keyboard.type("volker");
    await expect(page.getByRole("option").first().locator("mark")).toBeVisible();
    await expectFaultless(page, `palette, ${size}`);
    const box = await page.getByRole("dialog").boundingBox();
    if (size === "narrow") expect(box).toEqual({ x: 0, y: 0, ...viewport });
  });

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("A reader searches by a form, narrows by a counted facet and opens an entry", async ({ page }) => {
    await page.goto("/?knownOn=2018-07-05");
    await page.getByRole("link", { name: "Search or go to" }).click();
    await expect(page.getByRole("main")).toContainText("Texts of sources are not searched");
    await page.getByRole("searchbox", { name: "Words" }).fill("volkr");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("“volker”");
    const kind = page.getByRole("navigation", { name: "Kind" });
    const count = await kind.getByRole("listitem").filter({ hasText: "Entries" }).locator(".count").textContent();
    await kind.getByRole("link", { name: "Entries" }).click();
    const hits = page.getByRole("region", { name: "What was found" }).getByRole("listitem");
    await expect(hits).toHaveCount(Number(count));
    await hits.first().getByRole("link").first().click();
    await expect(page).toHaveURL(/\/items\/[a-z-]+\?knownOn=2018-07-05#entry-\d+$/);
  });

  test("Where nothing is found the nearest spelling leads on, and programs that look for pages leave it out", async ({
    page,
  }) => {
    await page.goto("/search?q=volkr+moonbase");
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await page.getByRole("link", { name: "volker", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/have “volker”/);
  });
});
