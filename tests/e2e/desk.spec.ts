import { anOpenItem, aPerson, Hands } from "../support/desk.ts";
import { expect, test } from "../support/test.ts";

// While the network is cut, the browser says so of every attempt.
test.use({ forgive: [/ERR_INTERNET_DISCONNECTED/] });

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
  await expect(page.getByRole("option").first()).toBeVisible();
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
  await expect(again.getByText(/^Saved here and on the server, \d\d:\d\d$/)).toBeVisible();
  const back = new Hands(again);
  await back.press("Control+Enter");

  await expect(again).toHaveURL(new RegExp(`/items/${item.id}\\?recorded=1#entry-1$`));
  await expect(again.getByText("Entry 1 is recorded and stands here for everyone.")).toBeInViewport();
  await expect(again.getByRole("main")).toContainText("Scheduled begun between 21 and 31 July 2017: the treaty");
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
