import { anOpenItem, aPerson, recordAs, signedIn, signIn } from "../support/desk.ts";
import { expectFaultless } from "../support/faultless.ts";
import { admin, freshInstallation } from "../support/installation.ts";
import { readout } from "../support/server.ts";
import { openSmtp, type Smtp } from "../support/smtp.ts";
import { expect, test } from "../support/test.ts";

let smtp: Smtp;
test.beforeAll(async () => {
  smtp = await openSmtp();
  process.env.READOUT_SMTP_URL = smtp.url;
  process.env.READOUT_MAIL_FROM = "Readout <readout@readout.example>";
});
test.afterAll(() => smtp.close());

/** Sends what is due, as whoever runs the installation does by hand. */
const sendDigests = () => readout(freshInstallation().dataFolder, "digests", "send", "--now");

test("A reader watches an item, is told once what moved, told once what was wrong, and stops by the link in the mail", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const reader = await aPerson(baseURL!, "reader");
  const item = await anOpenItem(baseURL!);
  const path = `/items/${item.id}`;

  await page.goto(path);
  await page.getByRole("link", { name: "Watch this item" }).click();
  await page.getByLabel("E-mail").fill(reader.email);
  await page.getByLabel("Password", { exact: true }).fill(reader.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${path}#watch`);
  await page.getByRole("button", { name: "Watch this item" }).click();
  await expect(page.getByText("You watch this item: daily")).toBeVisible();

  const wrong = { status: "scheduled", effective: "2026-02-01", summary: "Both sides named a day.", expectedHead: 0 };
  await recordAs(baseURL!, admin, item.id, wrong);
  for (let i = 0; i < 2; i++) await sendDigests();
  expect(smtp.mails.map(({ subject }) => subject)).toEqual(["Ferry treaty: scheduled"]);
  const digest = smtp.mails[0]!;
  expect(digest.text).toContain("Not yet raised → scheduled, since 1 February 2026: the treaty.");
  expect(digest.text).toContain(`${baseURL}${path}#entry-1`);

  const editor = await signedIn(baseURL!, admin);
  const { expectedHead: _, ...content } = wrong;
  const corrected = await editor.post(`/api/v1/items/${item.id}/entries`, {
    data: {
      ...{ ...content, effective: "2026-03-01", reported: "2026-03-01", noEvidence: "Known to everyone." },
      ...{ kind: "correction", corrects: 1, reason: "The wrong month was typed.", expectedHead: 1 },
    },
  });
  expect(corrected.status(), await corrected.text()).toBe(201);
  await editor.dispose();
  for (let i = 0; i < 2; i++) await sendDigests();
  expect(smtp.mails.map(({ subject }) => subject)).toEqual(["Ferry treaty: scheduled", "Correction: Ferry treaty"]);
  expect(smtp.mails[1]!.text).toContain("It should have said: “Scheduled, since 1 March 2026.");

  await page.goto("/account/watches");
  await expect(page.getByRole("listitem").filter({ hasText: "Correction: Ferry treaty" })).toContainText("sent");

  const link = /Stop watching Ferry treaty: (\S+)/.exec(digest.text!)![1]!;
  const elsewhere = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await elsewhere.goto(link);
  await page.reload();
  await expect(page.getByRole("link", { name: "Ferry treaty" })).toBeVisible();
  await elsewhere.getByRole("button", { name: "Stop watching" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Stopped" })).toBeVisible();
  await elsewhere.context().close();
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Watch this item" })).toBeVisible();
  await recordAs(baseURL!, admin, item.id, { ...wrong, status: "stalled", effective: "2026-04-01", expectedHead: 2 });
  await sendDigests();
  expect(smtp.mails).toHaveLength(2);
});

test("A view is watched from the list, altered, stopped and taken up again, without a script and on a small screen", async ({
  browser,
  baseURL,
}) => {
  const reader = await aPerson(baseURL!, "reader");
  const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, baseURL!, reader);
  await page.goto("/items?phase=open&tag=arms-control");
  await page.getByLabel("Be told").selectOption("weekly");
  await page.getByRole("button", { name: "Watch this view" }).click();
  await expect(page.getByText("You watch this view: weekly, on Mondays")).toBeVisible();
  await page.goto("/items?phase=open");
  await expect(page.getByRole("button", { name: "Watch this view" })).toBeVisible();
  await page.goto("/account/watches");
  await page.getByLabel("Told").selectOption("at-once");
  await page.getByLabel("also when reviewed, nothing new").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("Told")).toHaveValue("at-once");
  await page.getByRole("button", { name: /^Stop watching/ }).click();
  await expect(page.getByText("Nothing yet.")).toBeVisible();
  await page.getByRole("button", { name: "Take it up again" }).click();
  await expect(page.getByText("You watch it again")).toBeVisible();
  await page.getByRole("button", { name: "Stop every watch and all mail" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You get no mail from Readout, and watch nothing.");
  await context.close();
});

test.describe("a link that stops nothing is answered with 404, which the browser calls an error", () => {
  test.use({ forgive: [/404 \(Not Found\)/] });

  test("The pages for watching have no serious fault for axe and do not scroll sideways", async ({ page, baseURL }) => {
    const reader = await aPerson(baseURL!, "reader");
    const context = await signedIn(baseURL!, reader);
    for (const itemId of ["new-start-extension", "volker-surkov-meeting"])
      expect((await context.post("/account/watches/add", { form: { itemId }, maxRedirects: 0 })).status()).toBe(303);
    await context.dispose();
    await signIn(page, baseURL!, reader);
    const paths = [
      "/account/watches",
      "/account/watches?failed=gone",
      "/unsubscribe?token=none",
      "/items/new-start-extension",
    ];
    for (const [width, colorScheme] of [
      [360, "light"],
      [1440, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const path of paths) {
        await page.goto(path);
        await expectFaultless(page, `${path}, ${width}, ${colorScheme}`);
      }
    }
  });
});
