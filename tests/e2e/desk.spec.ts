import { anOpenItem, aPerson, fillChange, Hands, recordAs, signIn } from "../support/desk.ts";
import { expect, test } from "../support/test.ts";

// While the network is cut, the browser says so of every attempt; so it does of what the server refuses.
test.use({ forgive: [/ERR_INTERNET_DISCONNECTED|status of (401|409)/] });

test("A new editor goes from sign-in to an evidenced change on the public page with the keyboard alone", async ({
  page,
  context,
  baseURL,
}) => {
  const [editor, item] = [await aPerson(baseURL!, "editor"), await anOpenItem(baseURL!)];
  const hands = new Hands(page);
  const record = `/desk/items/${item.id}/record`;

  await page.goto(record);
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await hands.type(editor.email);
  await hands.press("Tab");
  await hands.type(editor.password);
  await hands.press("Enter");

  await expect(page.getByLabel("Status", { exact: true })).toBeFocused();
  await hands.type("sched");
  await hands.press("Tab");
  await hands.type("Both governments named the day on which they sign.");
  await hands.press("Tab");
  await hands.type("late July 2017");
  await expect(page.getByText("21 to 31 July 2017").first()).toBeVisible();
  await hands.press("Tab");
  await hands.type("zero hedge");
  await expect(page.getByRole("option", { name: /Zero Hedge/ })).toBeVisible();
  await hands.press("Enter");
  await expect(page.getByLabel("Paragraphs, of 1 to 18")).toBeVisible();
  await hands.press("Tab", "Tab");
  await expect(page.getByLabel("Paragraphs, of 1 to 18")).toBeFocused();
  await hands.type("5");

  // The network goes, and a moment later the tab.
  await context.setOffline(true);
  await hands.press("Tab", "Tab");
  await expect(page.getByLabel("What it says, in your own words")).toBeFocused();
  await hands.type("The day was named after the meeting.");
  await expect(page.getByText("Saved here; the server cannot be reached.")).toBeVisible();
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(record);
  await expect(again.getByLabel("Status", { exact: true })).toHaveValue("scheduled");
  await expect(again.getByLabel("What happened, in your own words")).toHaveValue(
    "Both governments named the day on which they sign.",
  );
  await expect(again.getByRole("textbox", { name: "When" })).toHaveValue("late July 2017");
  await expect(again.getByLabel("Source", { exact: true })).toHaveValue(/Tillerson/);
  await expect(again.getByLabel("Paragraphs, of 1 to 18")).toHaveValue("5");
  await expect(again.getByLabel("What it says, in your own words")).toHaveValue("The day was named after the meeting.");
  await expect(again.getByRole("textbox", { name: "Reported" })).toHaveValue("6 August 2017");
  // The closed page may have reached the server with its last words: then they are found there.
  await expect(again.getByText(/^Saved (?:here and )?on the server, \d\d:\d\d$/)).toBeVisible();
  const back = new Hands(again);
  await back.press("Control+Enter");

  await expect(again).toHaveURL(new RegExp(`/items/${item.id}\\?recorded=1#recorded$`));
  await expect(again.getByText("Entry 1 is recorded and stands here for everyone.")).toBeInViewport();
  await expect(again.getByText("Entry 1 is recorded and stands here for everyone.")).toBeFocused();
  await expect(again.getByRole("main")).toContainText("Scheduled, begun between 21 and 31 July 2017: the treaty");
  await expect(again.getByRole("main")).toContainText("The day was named after the meeting.");
  expect(hands.actions + back.actions).toBeLessThan(20);

  const visitor = await (await again.context().browser()!.newContext({ baseURL: baseURL! })).newPage();
  await visitor.goto(`/items/${item.id}`);
  await expect(visitor.getByRole("main")).toContainText("Both governments named the day on which they sign.");
  await expect(visitor.getByRole("link", { name: "Record", exact: true })).toHaveCount(0);
  await visitor.close();
  await again.goto(record);
  await expect(again.getByText("Every word is kept as you type it")).toBeVisible();
});

test("Words that name no source stay in the field, which says that there is none", async ({ page, baseURL }) => {
  const [editor, item] = [await aPerson(baseURL!, "editor"), await anOpenItem(baseURL!)];
  await signIn(page, baseURL!, editor);
  await page.goto(`/desk/items/${item.id}/record`);
  const field = page.getByLabel("Source", { exact: true });
  await field.fill("the ferry gazette");
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue("the ferry gazette");
  await expect(field).toHaveAccessibleDescription(/No source is called that\./);
  await field.fill("zero hedge");
  await expect(field).not.toHaveAccessibleDescription(/No source is called that\./);
  await page.getByRole("option", { name: /Zero Hedge/ }).click();
  await expect(field).toHaveValue(/Tillerson/);
});

test("An editor who was overtaken sees both entries, loses nothing and puts theirs after the other with one button", async ({
  page,
  baseURL,
}) => {
  const [mine, theirs] = [await aPerson(baseURL!, "editor"), await aPerson(baseURL!, "editor")];
  const item = await anOpenItem(baseURL!);
  await recordAs(baseURL!, theirs, item.id, {
    status: "raised",
    effective: "2017-08-01",
    summary: "One side asked for it.",
    expectedHead: 0,
  });
  await signIn(page, baseURL!, mine);
  await page.goto(`/desk/items/${item.id}/record`);
  await fillChange(page, { status: "Proposed", summary: "The other side sent a draft.", when: "3 August 2017" });
  await recordAs(baseURL!, theirs, item.id, {
    status: "stalled",
    effective: "2017-08-02",
    summary: "Nobody answered.",
    expectedHead: 1,
  });
  await page.keyboard.press("Control+Enter");

  const heading = page.getByRole("heading", { name: "Entry 2 came in while you wrote. Nothing of yours is lost." });
  await expect(heading).toBeFocused();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /what happened/ }) });
  await expect(row.getByRole("cell")).toHaveText([
    "One side asked for it.",
    "Nobody answered.",
    "The other side sent a draft.",
  ]);
  await expect(page.getByText("Recorded by An editor.")).toBeVisible();
  await expect(page.getByRole("region", { name: /Preview/ })).toContainText("Proposed since 3 August 2017");

  // Whoever leaves here finds all of it again.
  await page.reload();
  await expect(heading).toBeFocused();
  await page.getByRole("button", { name: "Put mine after entry 2" }).click();
  await expect(page).toHaveURL(/recorded=3#recorded$/);
  await expect(page.getByText("Entry 3 is recorded and stands here for everyone.")).toBeInViewport();
  await expect(page.getByRole("main")).toContainText("Proposed since 3 August 2017: the treaty");
});

test("The public page shows what a correction replaced and why, and why an entry was taken back", async ({
  page,
  browser,
  baseURL,
}) => {
  const [editor, item] = [await aPerson(baseURL!, "editor"), await anOpenItem(baseURL!)];
  const changes = [
    { status: "raised", effective: "2017-08-01", summary: "One side asked for it." },
    { status: "stalled", effective: "2017-08-02", summary: "Nobody answered." },
  ];
  for (const [expectedHead, change] of changes.entries())
    await recordAs(baseURL!, editor, item.id, { ...change, expectedHead });
  await signIn(page, baseURL!, editor);
  await page.goto(`/items/${item.id}`);
  await page.getByRole("link", { name: "Correct entry 1" }).click();
  await expect(page.getByLabel("What was wrong with entry 1")).toBeFocused();
  await page.keyboard.type("It was sent, not only asked for.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert").filter({ hasText: "nothing differs from entry 1 yet" })).toBeFocused();
  await page.getByLabel("Status", { exact: true }).selectOption({ label: "Proposed" });
  await page.getByLabel("What happened, in your own words").fill("One side sent a draft.");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/recorded=3#recorded$/);
  await expect(page.getByText("The correction is recorded, as entry 3.")).toBeInViewport();
  await expect(page.getByText("The correction is recorded, as entry 3.")).toBeFocused();

  await page.getByRole("link", { name: "Retract entry 2" }).click();
  await expect(page.getByLabel("Why entry 2 should never have been recorded")).toBeFocused();
  await expect(page.getByRole("heading", { name: "What disappears: entry 2" })).toBeVisible();
  await page.keyboard.type("The answer had come by post.");
  await expect(page.getByRole("region", { name: /Preview/ })).toContainText("Proposed since 1 August 2017");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/recorded=4#recorded$/);
  await expect(page.getByText("The retraction is recorded, as entry 4.")).toBeInViewport();

  const visitor = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await visitor.goto(`/items/${item.id}`);
  const [first, second] = [visitor.locator("#entry-1"), visitor.locator("#entry-2")];
  await expect(first).toContainText("One side sent a draft.");
  await expect(first.locator("s").filter({ hasText: "One side asked for it." })).toBeVisible();
  await expect(first).toContainText("by entry 3: It was sent, not only asked for.");
  await expect(second).toContainText("by entry 4: The answer had come by post.");
  await expect(visitor.getByRole("link", { name: /^(Correct|Retract) entry/ })).toHaveCount(0);
  await expect(visitor.getByRole("main")).not.toContainText("An editor");
  await visitor.close();

  await page.goto(`/items/${item.id}?knownOn=2017-08-02`);
  await expect(page.getByText("Recording happens today")).toBeVisible();
  await expect(page.getByRole("link", { name: /^(Record|Correct entry \d)$/ })).toHaveCount(0);
});

test("Without a network, signed out, or thrown away: what was typed is still there", async ({
  page,
  context,
  baseURL,
}) => {
  const [editor, item] = [await aPerson(baseURL!, "editor"), await anOpenItem(baseURL!)];
  await signIn(page, baseURL!, editor);
  const summary = page.getByLabel("What happened, in your own words");
  await page.goto(`/desk/items/${item.id}/record`);
  await fillChange(page, { status: "Raised", summary: "One side asked for it.", when: "1 August 2017" });

  await context.setOffline(true);
  await page.keyboard.press("Control+Enter");
  const unreached = page.getByRole("alert").filter({ hasText: "The server cannot be reached, so nothing is recorded" });
  await expect(unreached).toBeFocused();
  await expect(summary).toHaveValue("One side asked for it.");
  await context.setOffline(false);

  await context.clearCookies();
  await summary.fill("One side asked for it in a letter.");
  await expect(page.getByText("You are signed out; your draft is safe")).toBeVisible();
  await expect(page.getByRole("banner").getByText("An editor")).toBeHidden();
  await expect(page.getByRole("banner").getByRole("button", { name: "Sign out" })).toHaveCount(0);
  await page.getByRole("link", { name: "Sign in and come back here" }).click();
  await expect(page.getByText("Your draft is safe.")).toBeVisible();
  await page.getByLabel("E-mail").fill(editor.email);
  await page.getByLabel("Password", { exact: true }).fill(editor.password);
  await page.keyboard.press("Enter");
  await expect(summary).toHaveValue("One side asked for it in a letter.");

  await page.getByRole("button", { name: "Discard this draft" }).click();
  await expect(summary).toHaveValue("");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(summary).toHaveValue("One side asked for it in a letter.");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/recorded=1#recorded$/);
});

test("Two devices with different words of one draft: both are offered, and the chosen one is kept", async ({
  page,
  browser,
  baseURL,
}) => {
  const [editor, item] = [await aPerson(baseURL!, "editor"), await anOpenItem(baseURL!)];
  const record = `/desk/items/${item.id}/record`;
  const saved = /^Saved here and on the server, \d\d:\d\d$/;
  const elsewhere = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  for (const device of [page, elsewhere]) await signIn(device, baseURL!, editor);
  const wordsOn = (device: typeof page) => device.getByLabel("What happened, in your own words");
  await page.goto(record);
  await elsewhere.goto(record);
  await wordsOn(elsewhere).fill("Words of the other device.");
  await expect(elsewhere.getByText(saved)).toBeVisible();
  await wordsOn(page).fill("Words of this device.");

  await expect(page.getByRole("heading", { name: /in two places, and they differ/ })).toBeVisible();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /what happened/ }) });
  await expect(row.getByRole("cell")).toHaveText(["Words of this device.", "Words of the other device."]);
  await page.getByRole("button", { name: /^Go on with the one from the server/ }).click();
  await expect(wordsOn(page)).toHaveValue("Words of the other device.");
  await expect(row.getByRole("cell")).toHaveText(["Words of the other device.", "Words of this device."]);
  await page.getByRole("button", { name: /^Go on with the one from another page/ }).click();
  await page.getByRole("button", { name: "Keep what stands below" }).click();
  await expect(page.getByText(saved)).toBeVisible();

  await elsewhere.reload();
  await expect(wordsOn(elsewhere)).toHaveValue("Words of this device.");
  await elsewhere.close();
});
