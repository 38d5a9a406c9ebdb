import type { Page } from "@playwright/test";
import { anOpenItem, aPerson, recordAs, signedIn, signIn } from "../support/desk.ts";
import { expectFaultless } from "../support/faultless.ts";
import { admin } from "../support/installation.ts";
import { expect, test } from "../support/test.ts";

// The refusal of a name that is taken is provoked here: the page says it better.
test.use({ forgive: [/400 \(Bad Request\)/] });

const main = (page: Page) => page.getByRole("main");

test.describe("Somebody who has never seen the first page finds without help", () => {
  test("what is open: in the first words, and by one click as a list of exactly these", async ({ page }) => {
    await page.goto("/");
    const open = main(page).getByRole("heading", { level: 1 }).getByRole("link").first();
    const [count] = ((await open.textContent()) ?? "").split(" ");
    await open.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      new RegExp(`^${count} of \\d+ items: open\\.$`),
    );
    await expect(page.getByRole("table", { name: "Items" }).locator("tbody tr")).toHaveCount(
      Math.min(50, Number(count)),
    );
  });

  test("what moved last, from what to what, and by one click how that was recorded", async ({ page }) => {
    await page.goto("/");
    const first = page.getByRole("region", { name: "Moved last" }).getByRole("listitem").first();
    await expect(first.getByRole("img", { name: "to" })).toBeVisible();
    const link = first.getByRole("link").first();
    const title = (await link.textContent()) ?? "";
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("region", { name: "Ledger" })).toBeVisible();
  });

  test("what falls due next, with how long is left, and by one click the calendar", async ({ page }) => {
    await page.goto("/");
    const due = page.getByRole("region", { name: "Falls due" });
    await expect(due.getByRole("listitem").first()).toContainText(/\d+ days|tomorrow|today/);
    await due.getByRole("link", { name: "calendar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/Next/);
  });

  test("the passage that proves what sources disagree about: by one click, at its paragraph", async ({ page }) => {
    await page.goto("/");
    const passage = page.getByRole("region", { name: "Needs attention" }).getByRole("link", { name: /¶\d/ }).first();
    const paragraph = /¶(\d+)/.exec((await passage.textContent()) ?? "")?.[1];
    await passage.click();
    await expect(page).toHaveURL(new RegExp(`/sources/[a-z0-9-]+#p${paragraph}$`));
    await expect(page.locator(`#p${paragraph}`)).toBeInViewport();
  });
});

test.describe("filters", () => {
  test("A reader narrows the first page in place, goes back, and is told what is left", async ({ page }) => {
    await page.goto("/");
    await page.evaluate(() => {
      (globalThis as { stayed?: boolean }).stayed = true;
    });
    await page.getByRole("link", { name: "filter", exact: true }).click();
    const status = page.getByRole("combobox", { name: "Status" });
    await status.focus();
    await status.selectOption({ label: "in trouble" });
    await expect(page).toHaveURL(/\/\?status=stalled%2Csuspended$/);
    await expect(page.getByRole("heading", { level: 2, name: /^\d+ of \d+ items: in trouble$/ })).toBeVisible();
    await expect(main(page).getByRole("status").filter({ hasText: "in trouble, by phase, newest first." })).toHaveCount(
      1,
    );
    await expect(status).toBeFocused();
    await expect(main(page).getByRole("table").last()).not.toContainText("Under way");
    const heading = page.getByRole("link", { name: "Last reviewed" });
    await heading.click();
    await expect(page.getByRole("columnheader", { name: /Last reviewed/ }).last()).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await expect(page.getByRole("link", { name: "Last reviewed" })).toBeFocused();
    await expect(page.getByRole("combobox", { name: "Order" })).toHaveValue("reviewed");
    await expect(page.getByRole("link", { name: "7 Aug 2017" })).toHaveAttribute(
      "href",
      /status=.*sort=reviewed.*knownOn=2017-08-07/,
    );
    await expect(page.getByRole("link", { name: "Link to this day" })).toHaveAttribute(
      "href",
      /sort=reviewed.*knownOn=/,
    );
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" }).first()).toHaveAttribute(
      "href",
      /next=.*sort%3Dreviewed/,
    );
    await expect(page.locator('.another form input[name="sort"]')).toHaveValue("reviewed");
    await page.goBack();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 2, name: "All other items" })).toBeVisible();
    await expect(status).toHaveValue("");
    expect(await page.evaluate(() => (globalThis as { stayed?: boolean }).stayed)).toBe(true);
  });

  test("A part stands alone under its own address, and nobody gets one who asks for the page", async ({ request }) => {
    const part = await (await request.get("/items?phase=open&part=list")).text();
    expect(part).toContain('data-part="list"');
    expect(part).not.toContain('class="mast"');
    const whole = await request.get("/items?phase=open", { headers: { "x-readout-part": "list" } });
    expect(await whole.text()).toContain('class="mast"');
  });

  test("A reader types in the list of items, and every letter's answer is one step back", async ({ page }) => {
    await page.goto("/items?phase=closed");
    await page.evaluate(() => {
      (globalThis as { stayed?: boolean }).stayed = true;
    });
    await page.getByLabel("Title has").pressSequentially("summit", { delay: 30 });
    await expect(page).toHaveURL(/\?q=summit&phase=closed|\?phase=closed&q=summit/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("“summit” in the title");
    await expect(page.getByLabel("Title has")).toBeFocused();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/items: closed\.$/);
    await page.getByRole("list", { name: "Filters in use" }).getByRole("link", { name: "take away" }).click();
    await expect(page).toHaveURL(/\/items$/);
    await expect(page.getByLabel("Phase")).toHaveValue("");
    expect(await page.evaluate(() => (globalThis as { stayed?: boolean }).stayed)).toBe(true);
  });

  test.describe("without an answer", () => {
    test.use({ forgive: [/ERR_FAILED/] });

    test("An answer that fails is fetched as a whole page", async ({ page }) => {
      await page.goto("/items");
      await page.route("**/items?**", (route) =>
        route.request().isNavigationRequest() ? route.continue() : route.abort(),
      );
      await page.getByLabel("Phase").selectOption("open");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("items: open.");
      await expect(page).toHaveURL(/phase=open/);
    });
  });

  test.describe("with JavaScript off", () => {
    test.use({ javaScriptEnabled: false });

    test("A reader narrows the first page by its form, and takes the filter away", async ({ page }) => {
      await page.goto("/");
      await page.getByRole("link", { name: "filter", exact: true }).click();
      await page.getByRole("combobox", { name: "Status" }).selectOption({ label: "in trouble" });
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page.getByRole("heading", { level: 2, name: /items: in trouble$/ })).toBeVisible();
      await page.getByRole("link", { name: "take away" }).click();
      await expect(page.getByRole("heading", { level: 2, name: "All other items" })).toBeVisible();
    });
  });
});

const since = (page: Page) => page.getByRole("region", { name: "Since your last visit" });

/** An item that stands scheduled, and what moves it. */
async function aMovingItem(baseURL: string) {
  const item = await anOpenItem(baseURL);
  const change = { effective: "2026-05-03", summary: "A day was named." };
  await recordAs(baseURL, admin, item.id, { ...change, status: "scheduled", expectedHead: 0 });
  return {
    ...item,
    move: () =>
      recordAs(baseURL, admin, item.id, { ...change, status: "stalled", effective: "2026-06-03", expectedHead: 1 }),
  };
}

test("A reader who is not signed in is told what moved since the last visit, marks it as seen, and takes that back", async ({
  page,
  baseURL,
}) => {
  const item = await aMovingItem(baseURL!);
  await page.goto("/");
  await expect(since(page)).toBeHidden();
  // The visit was half an hour ago and longer.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("readout.visits")!);
    kept.last.at = new Date(Date.parse(kept.last.at) - 31 * 60_000).toISOString();
    localStorage.setItem("readout.visits", JSON.stringify(kept));
  });
  await item.move();
  await page.goto("/");
  await expect(since(page)).toContainText(/Since your last visit .*moved/);
  const line = since(page)
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href="/items/${item.id}"]`) });
  await expect(line).toContainText(/the treaty: scheduled\s+stalled, since 3 June 2026/);
  const row = page.getByRole("row").filter({ has: page.locator(`a[href="/items/${item.id}"]`) });
  await expect(row).toContainText("moved since your last visit");
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expectFaultless(page, `since, ${width}`);
  }
  await since(page).getByRole("button", { name: "mark all as seen" }).click();
  await expect(row).not.toContainText("since your last visit");
  await page.getByRole("button", { name: "undo" }).click();
  await expect(row).toContainText("moved since your last visit");
  await page.getByRole("button", { name: "mark all as seen" }).click();
  // Other tests may record something meanwhile; of this item nothing is new any more.
  await page.reload({ waitUntil: "networkidle" });
  await expect(row).not.toContainText("since your last visit");
  await page.goto("/?knownOn=2018-07-05");
  await expect(page.locator("#since")).toHaveCount(0);
});

test("Somebody who signs in is told on another browser what moved since the last visit on the first", async ({
  page,
  baseURL,
  browser,
}) => {
  const account = await aPerson(baseURL!, "reader");
  const item = await aMovingItem(baseURL!);
  await signIn(page, baseURL!, account);
  const noted = page.waitForResponse("**/api/v1/visits");
  await page.goto("/");
  expect(await (await noted).json()).toEqual({ since: null });
  // What this visit is compared with is where they stood before the item moved.
  const context = await signedIn(baseURL!, account);
  const { token } = await (await context.get("/api/v1/overview")).json();
  await context.post("/api/v1/visits/comparison", {
    data: { since: { token, at: new Date(Date.now() - 1000).toISOString() } },
  });
  await item.move();
  const other = await browser.newPage({ baseURL: baseURL! });
  await signIn(other, baseURL!, account);
  await other.goto("/");
  await expect(since(other).getByRole("listitem").filter({ hasText: "scheduled" }).first()).toContainText("stalled");
  await since(other).getByRole("button", { name: "mark all as seen" }).click();
  await expect(other.getByText("All is marked as seen.").first()).toBeVisible();
  await page.goto("/", { waitUntil: "networkidle" });
  const row = page.getByRole("row").filter({ has: page.locator(`a[href="/items/${item.id}"]`) });
  await expect(row).not.toContainText("since your last visit");
  await other.close();
  await context.dispose();
});

/** Saves what is shown under a name. */
async function saveView(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "save this view" }).click();
  await page.getByLabel("Name of this view").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

test("A reader saves a view in this browser, renames and removes it, and takes it along after signing in", async ({
  page,
  baseURL,
}) => {
  await page.goto("/items?phase=open&sort=due");
  await page.getByRole("button", { name: "save this view" }).click();
  await expect(page.getByLabel("Name of this view")).toHaveValue("Open");
  await page.getByLabel("Name of this view").fill("What falls due");
  await page.keyboard.press("Enter");
  await expect(page.getByText("“What falls due” is saved.")).toBeVisible();
  await saveView(page, "What falls due");
  await expect(page.getByRole("alert")).toContainText("is the name of another of your views");
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expectFaultless(page, `saving a view, ${width}`);
  }
  await page.getByRole("button", { name: "cancel" }).click();
  await page.goto("/timeline");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or go to" }).fill("what f");
  await expect(page.getByRole("option", { name: "What falls due" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.goto("/");
  await page.getByRole("link", { name: "What falls due" }).click();
  await expect(page).toHaveURL(/\/items\?phase=open&sort=due$/);
  await page.getByRole("button", { name: "edit views" }).click();
  await page.getByRole("button", { name: "rename What falls due" }).click();
  await page.getByLabel("Another name for “What falls due”").fill("Next");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "remove Next" }).click();
  await expect(page.getByRole("link", { name: "Next", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "undo" }).click();
  await expect(page.getByRole("link", { name: "Next", exact: true })).toBeVisible();

  await signIn(page, baseURL!, await aPerson(baseURL!, "reader"));
  await page.goto("/items");
  await page.getByRole("button", { name: "take it along" }).click();
  await expect(page.getByText("They are kept with your account.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Next", exact: true })).toHaveAttribute(
    "href",
    "/items?phase=open&sort=due",
  );
  expect(await page.evaluate(() => localStorage.getItem("readout.views"))).toBeNull();
});

test("A view keeps the day shown only where its reader says so", async ({ page, baseURL }) => {
  await signIn(page, baseURL!, await aPerson(baseURL!, "reader"));
  await page.goto("/items?phase=open&knownOn=2018-07-05");
  await saveView(page, "Open ones");
  await expect(page.getByText("“Open ones” is saved.")).toBeVisible();
  await page.getByRole("button", { name: "save this view" }).click();
  await page.getByLabel("Name of this view").fill("Open then");
  await page.getByLabel(/as known on 5 Jul 2018/).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("“Open then” is saved.")).toBeVisible();
  await page.goto("/items");
  await expect(page.getByRole("link", { name: "Open ones" })).toHaveAttribute("href", "/items?phase=open");
  await expect(page.getByRole("link", { name: "Open then" })).toHaveAttribute(
    "href",
    "/items?phase=open&knownOn=2018-07-05",
  );
});
