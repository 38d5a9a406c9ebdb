import { anOpenItem, recordAs, signedIn } from "../support/desk.ts";
import { admin } from "../support/installation.ts";
import { asKnownOn, expect, test } from "../support/test.ts";

test("A reader follows the lines of the graph by arrow keys, and reads each item's links under it", async ({
  page,
}) => {
  await page.goto("/items/us-response-to-expulsions#graph");
  const graph = page.getByRole("region", { name: "What it is linked to" });
  await expect(graph.getByRole("heading", { level: 3 })).toHaveText("Two items waited for this one; one is open.");
  const focus = graph.getByRole("link", { name: /^US answer to the Russian staff/ }).first();
  await focus.focus();
  await expect(graph).toContainText(
    "US answer to the Russian staff cut and property measures depends on Cut of the US mission",
  );
  await page.keyboard.press("ArrowLeft");
  await expect(graph.getByRole("link", { name: /^Cut of the US mission staff/ }).first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/items\/(?!us-response-to-expulsions)[a-z0-9-]+#graph$/);
  await page.getByRole("link", { name: "two links away" }).click();
  await expect(page).toHaveURL(/hops=2/);
});

test("A reader goes through the days of a month and on into the next by keys", async ({ page }) => {
  await page.goto("/calendar?month=2017-08");
  await page.getByLabel("2 August 2017, Wednesday: 1 date").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("3 August 2017, Thursday: no dates")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("10 August 2017, Thursday: no dates")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel(/^1 September 2017, Friday/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAttribute("href", /^\/items\//);
});

test("A reader finds what a publisher said first, and what stands on it alone", async ({ page }) => {
  await page.goto("/sources/reuters-tillerson-task");
  await page.getByRole("link", { name: "Reuters", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /^Reuters: \d+ sources since 2017, cited by \d+ entries/,
  );
  const rests = page.getByRole("region", { name: "What rests on it" });
  await expect(rests.getByRole("listitem").filter({ hasText: "Missile defence" })).toContainText(
    "Would stand without evidence",
  );
  await page.getByRole("link", { name: "US Department of State" }).click();
  await expect(page).toHaveURL("/publishers/us-department-of-state");
});

test("A reader sees before a source is withdrawn which readings would stand on nothing", async ({ page }) => {
  await page.goto(asKnownOn("/sources/tass-2025-11-05-85747d", "2025-12-01"));
  await page.getByRole("link", { name: "If it were withdrawn" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Without this TASS source, one reading would stand without evidence.",
  );
  await expect(page.getByText("As known on 1 December 2025").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Readings and entries" })).toContainText("it would read proposed");
});

test("What was corrected here stands apart from what happened in the world", async ({ page, baseURL }) => {
  const { id } = await anOpenItem(baseURL!);
  const change = { status: "raised", effective: "2020-03-04", summary: "The treaty was asked for." };
  await recordAs(baseURL!, admin, id, { ...change, expectedHead: 0 });
  const desk = await signedIn(baseURL!, admin);
  const answer = await desk.post(`/api/v1/items/${id}/entries`, {
    data: {
      ...change,
      kind: "correction",
      corrects: 1,
      expectedHead: 1,
      reason: "The month was misread.",
      effective: "2020-04-04",
      reported: "2020-04-04",
      noEvidence: "Known to everyone.",
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await desk.dispose();
  await page.goto("/changes");
  await page.getByRole("link", { name: "since the day before" }).click();
  const corrected = page.getByRole("region", { name: "Corrected here" });
  const own = corrected.getByRole("listitem").filter({ has: page.locator(`a[href^="/items/${id}"]`) });
  await expect(own).toContainText("entry 1 was corrected by entry 2");
  await expect(own).toContainText("The month was misread.");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/(entry was|entries were) corrected here/);
  await expect(page.locator(`#item-${id}`)).toHaveCount(0);
});
