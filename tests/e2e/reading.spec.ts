import { expect, test } from "../support/test.ts";

test("A reader sees in one sentence what is open, and opens the proof of what moved last", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/\d+ of 33 items are open/);
  await page.getByRole("region", { name: "Moved last" }).getByRole("link", { name: "Extension of New START" }).click();
  await expect(page).toHaveURL(/\/items\/new-start-extension/);
  await expect(page.getByRole("main")).toContainText("Lapsed since 5 February 2026");
});

test("A reader looks back to 7 August 2017 by one link, and every page stays on that day until they come back", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "7 Aug 2017" }).click();
  await expect(page.getByText("As known on 7 August 2017").first()).toBeVisible();
  await page.getByRole("link", { name: "Volker-Surkov meeting on Ukraine" }).first().click();
  await expect(page.getByRole("main")).toContainText("Agreed in principle since 6 August 2017");
  await expect(page.getByRole("main")).not.toContainText("Minsk");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Sources" }).click();
  await expect(page).toHaveURL(/knownOn=2017-08-07/);
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page.getByText("As known today").first()).toBeVisible();
});

test("A reader sees two figures for one order side by side, with the verdict", async ({ page }) => {
  await page.goto("/items/us-staff-cut-execution");
  const frame = page.getByRole("group").filter({ hasText: "755 out of 1,200" }).first();
  await expect(frame).toContainText("More than 700");
  await expect(frame).toContainText("755 out of 1,200");
  await expect(frame).toContainText("455");
});

test("A statement that three outlets carry counts as one origin", async ({ page }) => {
  await page.goto("/sources/zerohedge-next-steps");
  const statement = page.getByRole("listitem").filter({ hasText: "nothing else is possible" }).first();
  await expect(statement).toContainText(/1 origin, 3 outlets|one origin/i);
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("A reader asks for another day through a form", async ({ page }) => {
    await page.goto("/items/volker-surkov-meeting");
    await page.getByText("another day").click();
    await page.getByLabel("Known on").fill("5 Aug 2017");
    await page.getByRole("button", { name: "Show this day" }).click();
    await expect(page.getByText("As known on 5 August 2017").first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Not yet raised");
  });

  test("A reader pages through a list by its cursor", async ({ page }) => {
    await page.goto("/sources");
    const seen = new Set<string>();
    for (;;) {
      for (const link of await page.getByRole("main").getByRole("link").all()) {
        const href = await link.getAttribute("href");
        if (href?.startsWith("/sources/")) seen.add(href);
      }
      // A title may hold the word, as "Discuss Next Steps" does; the way on stands in its own navigation.
      const more = page.getByRole("navigation", { name: "Pages of this list" }).getByRole("link", { name: /^More/ });
      if ((await more.count()) === 0) break;
      await more.click();
    }
    expect(seen.size).toBeGreaterThan(100);
  });
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false, forgive: [/404/] });

  for (const address of ["/items/no-such-item", "/sources/no-such-source", "/no-such-page"]) {
    test(`${address} says once, in the ordinary surroundings, that there is nothing`, async ({ page }) => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing under this address");
      await expect(page.getByRole("main")).toHaveCount(1);
    });
  }
});

test("A day that does not exist gets a page that says so", async ({ page }) => {
  const malformed = await page.request.get("/items?knownOn=2017-02-30");
  expect(malformed.status()).toBe(400);
  expect(await malformed.text()).toContain("2017-02-30");
});

test("Words too long for the window are broken", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`/items?q=${"x".repeat(200)}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
