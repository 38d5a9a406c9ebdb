import type { Page } from "@playwright/test";
import { type Account, anOpenItem, aPerson, signedIn } from "../support/desk.ts";
import { expectFaultless } from "../support/faultless.ts";
import { admin } from "../support/installation.ts";
import { expect, test } from "../support/test.ts";

// Refusals that are provoked here: the page says them better.
test.use({ forgive: [/40[039] \((?:Bad Request|Forbidden|Conflict)\)/] });

/** Signs in as people do, at the page that asks for it. */
async function signIn(page: Page, path: string, { email, password }: Account): Promise<void> {
  await page.goto(path);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${path}`);
}

/** An item that nobody has looked at for years. */
async function aDueItem(baseURL: string): Promise<{ id: string; title: string; head: number }> {
  const item = await anOpenItem(baseURL);
  const context = await signedIn(baseURL, admin);
  const answer = await context.post(`/api/v1/items/${item.id}/entries`, {
    data: {
      kind: "change",
      status: "scheduled",
      effective: "2016-02-03",
      reported: "2016-02-03",
      summary: "Both sides named a day.",
      noEvidence: "a made-up case",
      expectedHead: 0,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await context.dispose();
  return { ...item, head: 1 };
}

/** What somebody proposes for an item. */
async function aProposal(baseURL: string, author: Account, item: { id: string; head: number }): Promise<string> {
  const context = await signedIn(baseURL, author);
  const answer = await context.post(`/api/v1/items/${item.id}/proposals`, {
    data: {
      kind: "change",
      status: "suspended",
      effective: "2026-05-03",
      reported: "2026-05-03",
      summary: "One side called the meeting off.",
      noEvidence: "a made-up case",
      expectedHead: item.head,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = await answer.json();
  await context.dispose();
  return id;
}

test("An administrator lets somebody in with a password that is shown once, and shuts them out again", async ({
  page,
  browser,
  baseURL,
}) => {
  const [name, email] = [`Vera ${Date.now()}`, `vera-${Date.now()}@readout.example`];
  await signIn(page, "/desk/users", admin);
  const form = page.getByRole("region", { name: "Add a user" });
  await form.getByRole("button", { name: "Add" }).click();
  await expect(form.getByRole("alert")).toBeFocused();
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Role").selectOption("analyst");
  await form.getByRole("button", { name: "Add" }).click();
  const once = form.getByRole("region", { name: "Password, shown this once" });
  await expect(once).toBeFocused();
  const password = await once.getByRole("textbox", { name: "Password" }).inputValue();
  await once.getByRole("button", { name: "I have it" }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("analyst");

  const context = await browser.newContext({ baseURL: baseURL! });
  const hers = await context.newPage();
  await signIn(hers, "/desk", { email, password });
  await expect(hers.getByRole("banner").getByRole("link", { name: `Signed in as ${name}` })).toBeVisible();

  await page.getByRole("button", { name: `Change ${name}` }).click();
  const dialog = page.getByRole("dialog", { name });
  await dialog.getByRole("button", { name: "Shut out" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Change ${name}` })).toBeFocused();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("shut out");
  await hers.reload();
  await expect(hers).toHaveURL(/\/sign-in\?next=%2Fdesk&ended=1$/);
  await expect(hers.getByText("Your draft is safe.")).toBeVisible();
  await hers.getByLabel("E-mail").fill(email);
  await hers.getByLabel("Password", { exact: true }).fill(password);
  await hers.keyboard.press("Enter");
  await expect(hers.getByRole("alert")).toBeFocused();
  await expect(hers.getByRole("alert")).toContainText("That did not sign you in.");
  await expect(hers.getByLabel("E-mail")).toHaveValue(email);
  await hers.goto("/sign-in");
  await expect(hers.getByLabel("E-mail")).toHaveValue("");
  await context.close();

  await page.goto(`/desk/audit?act=user.edited`);
  const row = page.getByRole("listitem").filter({ hasText: name }).first();
  await expect(row).toContainText("changed a user");
  await expect(row).toContainText("shut out");
  expect(await page.content()).not.toContain(password);
});

test("Two people stand behind a proposal: its author cannot approve it, another person does", async ({
  page,
  browser,
  baseURL,
}) => {
  const [author, editor] = [await aPerson(baseURL!, "editor"), await aPerson(baseURL!, "editor")];
  const item = await aDueItem(baseURL!);
  const path = `/desk/review/${await aProposal(baseURL!, author, item)}`;

  await signIn(page, path, author);
  await expect(page.getByText("Somebody else decides on what you proposed.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Approve/ })).toHaveCount(0);

  const context = await browser.newContext({ baseURL: baseURL! });
  const other = await context.newPage();
  await signIn(other, path, editor);
  await expect(other.getByRole("region", { name: "What the public reads" })).toContainText(
    "Suspended since 3 May 2026: the treaty",
  );
  // Somebody writes while the editor reads: the approval is refused, and what came in is shown.
  const meanwhile = await signedIn(baseURL!, admin);
  const note = "Looked through the papers of the week.";
  const look = { kind: "review", lookedOn: "2026-05-04", note, expectedHead: item.head };
  expect((await meanwhile.post(`/api/v1/items/${item.id}/entries`, { data: look })).status()).toBe(201);
  await meanwhile.dispose();
  await other.getByRole("button", { name: "Approve" }).click();
  await expect(other.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(other.getByRole("region", { name: "Entry 2 came in since this was proposed" })).toContainText(note);
  await other.getByRole("button", { name: "Approve after entry 2" }).click();
  await expect(other.getByRole("status").filter({ hasText: "Approved by" })).toBeFocused();
  await context.close();

  await page.goto(`/items/${item.id}`);
  await expect(page.getByRole("main")).toContainText("Suspended since 3 May 2026: the treaty");
  await page.goto("/desk");
  await expect(page.getByRole("region", { name: "Your own proposals" })).toContainText("approved");
});

test("A look that found nothing new is one button and one note, by keyboard", async ({ page, baseURL }) => {
  const item = await aDueItem(baseURL!);
  await signIn(page, "/desk/review", await aPerson(baseURL!, "editor"));
  const row = page.getByRole("listitem").filter({ has: page.locator(`a[href="/items/${item.id}"]`) });
  const button = row.getByRole("button", { name: /^Reviewed, nothing new/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(row.getByLabel("What was looked at")).toBeFocused();
  await page.keyboard.type("Both gazettes of the year.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "Recorded as entry 2: Ferry treaty" })).toBeFocused();
  await expect(row).toHaveCount(0);
  await page.goto(`/items/${item.id}`);
  await expect(page.locator("#entry-2")).toContainText("Both gazettes of the year.");
});

test("A key is shown once and opens no door any more once it is revoked", async ({ page, request }) => {
  const name = `journey-${Date.now()}`;
  await signIn(page, "/desk/keys", admin);
  const form = page.getByRole("region", { name: "Make a key" });
  await expect(form.getByRole("button", { name: "Make a key" })).toBeEnabled();
  await form.getByLabel("Name").fill(name);
  await page.keyboard.press("Enter");
  const key = await form.getByRole("textbox", { name: "Key" }).inputValue();
  const ask = async () =>
    (await request.get("/api/v1/people", { headers: { Authorization: `Bearer ${key}` } })).status();
  expect(await ask()).toBe(200);
  await page.reload();
  expect(await page.content()).not.toContain(key);
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Revoke ${name}` })
    .click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("revoked");
  expect(await ask()).toBe(401);
});

test("A role that does not open a page is told so, with the status 403", async ({ page, baseURL }) => {
  await signIn(page, "/desk", await aPerson(baseURL!, "analyst"));
  for (const path of ["/desk/users", "/desk/keys", "/desk/audit", "/desk/items/new"]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your role does not open this page");
  }
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("People sign in, change their password and sign out", async ({ page, baseURL }) => {
    const person = await aPerson(baseURL!, "reader");
    await signIn(page, "/desk/account", person);
    await page.getByLabel("Current password", { exact: true }).fill("not this one");
    await page.getByLabel("New password", { exact: true }).fill("four words of mine");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("The current password is another one.");
    await page.getByLabel("Current password", { exact: true }).fill(person.password);
    await page.getByLabel("New password", { exact: true }).fill("four words of mine");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("The password is changed.");
    await page.getByRole("banner").getByRole("button", { name: "Sign out" }).first().click();
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    await signIn(page, "/desk/account", { ...person, password: "four words of mine" });
  });
});

const sizes = { narrow: { width: 360, height: 780 }, wide: { width: 1440, height: 900 } };

for (const [size, viewport] of Object.entries(sizes))
  test(`The pages of the desk have no fault for axe and do not scroll sideways, ${size}`, async ({ page, baseURL }) => {
    // Twenty pages, one after another.
    test.setTimeout(180_000);
    const proposal = await aProposal(baseURL!, await aPerson(baseURL!, "analyst"), await aDueItem(baseURL!));
    await page.setViewportSize(viewport);
    const look = async (name: string) => {
      await page.emulateMedia({ colorScheme: "light" });
      await expectFaultless(page, name);
      // In the dark only colours differ, and those not by width.
      if (size === "narrow") return;
      await page.emulateMedia({ colorScheme: "dark" });
      await expectFaultless(page, `${name}, dark`, "colour");
    };
    await page.goto("/sign-in?failed=1&ended=1&next=%2Fdesk");
    await look("the failed sign-in");
    await signIn(page, "/desk", admin);
    const people = ["", "/review", `/review/${proposal}`, "/users", "/keys", "/audit", "/account?failed=new"];
    const forms = [
      ...["/items/new", "/items/new-start-extension", "/items/new-start-extension/record"],
      ...["/items/new-start-extension/record?corrects=9", "/items/new-start-extension/record?retracts=9"],
      ...["/sources/new", "/sources/zerohedge-next-steps", "/actors", "/actors/new", "/actors/sergey-lavrov"],
      "/disagreements/new?item=new-start-extension",
    ];
    for (const path of [...people, ...forms]) {
      await page.goto(`/desk${path}`);
      await look(`/desk${path}`);
    }
    await page.goto("/desk/users");
    await page.getByRole("button", { name: "Change Administrator" }).click();
    await look("the dialog of a user");
  });
