import type { Page } from "@playwright/test";
import { expectFaultless } from "../support/faultless.ts";
import { expect, test } from "../support/test.ts";

const address = "/timeline?from=2017-06&to=2017-12&knownOn=2017-07-28";
const live = (page: Page) => expect(page.locator("[data-lanes]")).toHaveAttribute("data-live", "");

test("Keys zoom the timeline, its address follows, and every mark stays the same element", async ({ page }) => {
  await page.goto("/timeline");
  await live(page);
  const marks = page.locator("[data-mark]");
  const count = await marks.count();
  await marks.evaluateAll((all) =>
    all.forEach((mark) => {
      mark.setAttribute("data-test", "");
    }),
  );
  await page.locator("[data-label]").first().focus();
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(page.locator("[data-test]")).toHaveCount(count);
  await expect(page.getByRole("link", { name: "the whole record" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[data-sentence][data-said]")).toContainText(": ");
});

test("The brush moves by mouse and by finger", async ({ browser, baseURL }) => {
  for (const hasTouch of [false, true]) {
    const page = await browser.newPage({ baseURL: baseURL!, hasTouch });
    await page.goto("/timeline");
    await live(page);
    const first = page.getByRole("slider", { name: "First day shown" });
    const box = (await first.boundingBox())!;
    const brush = (await page.locator("[data-brush]").boundingBox())!;
    const daysOf = (name: string) => first.getAttribute(name).then(Number);
    const shareShown = async () => (await daysOf("aria-valuenow")) / (await daysOf("aria-valuemax"));
    const before = await shareShown();
    const [x, y] = [box.x + box.width / 2, box.y + 10];
    if (hasTouch) {
      const session = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", to: number) =>
        session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: to, y }] });
      await touch("touchStart", x);
      await touch("touchMove", x + 60);
      await touch("touchMove", x + 120);
      await touch("touchEnd", x + 120);
    } else {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 120, y, { steps: 4 });
      await page.mouse.up();
    }
    // To a hundredth of the whole: how many days there are depends on what the record holds.
    await expect.poll(shareShown).toBeCloseTo(before + 120 / brush.width, 2);
    await expect(page).toHaveURL(/from=/);
    await page.close();
  }
});

test("The line of the day is moved by keys and shows that day", async ({ page }) => {
  await page.goto(address);
  await live(page);
  const hand = page.getByRole("slider", { name: "Day shown", exact: true });
  await hand.focus();
  await page.keyboard.press("ArrowRight");
  await expect(hand).toHaveAttribute("aria-valuetext", "29 July 2017, Saturday");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/knownOn=2017-07-29/);
  await expect(page.getByText("As known on 29 July 2017").first()).toBeVisible();
  await expect(hand).toBeFocused();
  // On paper too.
  const margins = () =>
    page.evaluate(() => {
      const styles = [...document.styleSheets, ...document.adoptedStyleSheets];
      return styles.flatMap((style) => [...style.cssRules].map(({ cssText }) => cssText)).join(" ");
    });
  expect(await margins()).toContain("29 July 2017");
  expect(await margins()).not.toContain("28 July 2017");
});

test("Playing shows one day with news after another, pauses, and never more than was known", async ({ page }) => {
  await page.goto(address);
  await live(page);
  await page.evaluate(() => {
    const days = new Set<string>();
    Object.assign(window, { days });
    new MutationObserver(() => days.add(document.querySelector<HTMLElement>("[data-lanes]")!.dataset.end!)).observe(
      document.documentElement,
      { subtree: true, childList: true },
    );
  });
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByText("As known on 2 August 2017").first()).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  const shown = await page.evaluate(() => [...(window as unknown as { days: Set<string> }).days]);
  expect(shown).toEqual([...shown].sort());
  expect(shown.length).toBeGreaterThan(1);
  const last = await page.locator("[data-lanes]").getAttribute("data-end");
  const began = await page
    .locator('[data-facts] li[data-kind="status"]')
    .evaluateAll((all) => all.map((li) => (li as HTMLElement).dataset.day));
  expect(began.filter((day) => day! > last!)).toEqual([]);
});

test("The list has as many facts as the lanes have marks, and axe finds no fault, wide and narrow", async ({
  page,
}) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/timeline");
    await live(page);
    await expect(page.locator("[data-facts] li:not([hidden])")).toHaveCount(await page.locator("[data-mark]").count());
    await expectFaultless(page, `timeline at ${width} px`);
  }
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });
  test("The timeline is whole, and its days are links", async ({ page }) => {
    await page.goto("/timeline");
    expect(await page.locator("[data-row]").count()).toBeGreaterThan(33);
    await expect(page.locator("[data-foot]")).toBeHidden();
    await page.getByRole("link", { name: "nearer" }).click();
    await expect(page).toHaveURL(/from=/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("items");
  });
});
