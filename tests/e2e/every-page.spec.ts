import type { Page, TestInfo } from "@playwright/test";
import { expectFaultless } from "../support/faultless.ts";
import { faultsOf } from "../support/looks.ts";
import { coloursIn, inkShare, pixelsOf } from "../support/picture.ts";
import { asKnownOn, expect, fetchFaces, pages, test } from "../support/test.ts";

/** Widths of a phone, a tablet and a desk. */
const sizes = {
  narrow: { width: 360, height: 780 },
  middle: { width: 768, height: 1024 },
  wide: { width: 1440, height: 900 },
};
/** A day whose pages say the same for as long as the record stands. */
const past = "2018-07-05";

/**
 * What axe looks at where: all its rules on a phone today and on a desk in the past, those of colour on each of the four
 * papers. Neither what a page is built of nor its colours depend on more than that.
 */
const axeOn: Record<string, "all" | "colour" | undefined> = {
  "narrow light today": "all",
  "wide light past": "all",
  "wide dark today": "colour",
  "wide dark past": "colour",
};

const nameOf = (path: string): string => path.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "overview";

test.describe("every page", () => {
  // All there is on the API stands on one page, which axe reads for long.
  test.describe.configure({ timeout: 120_000 });

  for (const path of pages)
    for (const [size, viewport] of Object.entries(sizes)) {
      const faultless = size === "middle" ? "" : " and has no serious fault for axe";
      test(`${path} looks as it should${faultless}, ${size}, light and dark, today and in the past`, async ({
        page,
      }, testInfo) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ reducedMotion: "reduce" });
        await fetchFaces(page);
        for (const day of size === "middle" ? (["past"] as const) : (["today", "past"] as const)) {
          const address = day === "past" ? asKnownOn(path, past) : path;
          const answer = await page.goto(address);
          expect(answer?.status(), address).toBe(200);
          for (const colorScheme of ["light", "dark"] as const) {
            const name = `${address}, ${colorScheme}`;
            await page.emulateMedia({ colorScheme });
            const rules = axeOn[`${size} ${colorScheme} ${day}`];
            if (rules !== undefined) await expectFaultless(page, name, rules);
            expect(await faultsOf(page, { fingers: viewport.width < 700 }), name).toEqual([]);
            if (day === "past") await expectDrawn(page, testInfo, path, colorScheme);
          }
        }
      });
    }
});

/** Takes a page's picture, keeps it, and asks that it be as wide as the window, drawn upon, and on the paper of the past. */
async function expectDrawn(page: Page, testInfo: TestInfo, path: string, colorScheme: "light" | "dark"): Promise<void> {
  const { width } = page.viewportSize()!;
  const file = `test-results/pictures/${nameOf(path)}-${width}-${colorScheme}.png`;
  const picture = await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
  await testInfo.attach(`the page, ${colorScheme}`, { path: file, contentType: "image/png" });
  const pixels = pixelsOf(picture);
  expect(pixels.width, "the page is as wide as its window").toBe(width);
  expect(
    inkShare(coloursIn(pixels, { x: 0, y: 0, width: pixels.width, height: pixels.height }, 5)),
    "how much of the page is drawn",
  ).toBeGreaterThan(0.02);
  // The paper of an earlier day, to the pixel.
  expect(pixels.at(2, pixels.height - 2)).toBe(colorScheme === "light" ? "#f7f2e6" : "#191509");
}

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  for (const path of pages) {
    test(`${path} can be read, and says which day it is looked at from`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText("As known today").first()).toBeVisible();
      expect((await page.getByRole("main").innerText()).length).toBeGreaterThan(200);
      await page.goto(asKnownOn(path, past));
      await expect(page.getByText("As known on 5 July 2018").first()).toBeVisible();
      await expect(page).toHaveTitle(/5 July 2018/);
    });
  }
});
