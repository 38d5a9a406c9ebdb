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

type Axe = "all" | "colour";
/**
 * What axe looks at where: all its rules on a phone today and on a desk in the past, those of colour on each of the four
 * papers. Neither what a page is built of nor its colours depend on more than that.
 */
const axeOn: Record<string, { today?: Axe; past?: Axe }> = {
  "narrow light": { today: "all" },
  "wide light": { past: "all" },
  "wide dark": { today: "colour", past: "colour" },
};

const nameOf = (path: string): string => path.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "overview";

for (const path of pages) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"] as const) {
      const axe = axeOn[`${size} ${colorScheme}`] ?? {};
      const faultless = Object.keys(axe).length > 0 ? " and has no serious fault for axe" : "";
      test(`${path} looks as it should${faultless}, ${size}, ${colorScheme}, today and in the past`, async ({
        page,
      }, testInfo) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await fetchFaces(page);
        for (const day of size === "middle" ? (["past"] as const) : (["today", "past"] as const)) {
          const address = day === "past" ? asKnownOn(path, past) : path;
          const answer = await page.goto(address);
          expect(answer?.status(), address).toBe(200);
          const rules = axe[day];
          if (rules !== undefined) await expectFaultless(page, address, rules);
          expect(await faultsOf(page, { fingers: viewport.width < 700 }), address).toEqual([]);
        }
        const file = `test-results/pictures/${nameOf(path)}-${viewport.width}-${colorScheme}.png`;
        const picture = await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
        await testInfo.attach("the page", { path: file, contentType: "image/png" });
        const pixels = pixelsOf(picture);
        expect(pixels.width, "the page is as wide as its window").toBe(viewport.width);
        expect(
          inkShare(coloursIn(pixels, { x: 0, y: 0, width: pixels.width, height: pixels.height }, 5)),
          "how much of the page is drawn",
        ).toBeGreaterThan(0.02);
        // The paper of an earlier day, to the pixel.
        expect(pixels.at(2, pixels.height - 2)).toBe(colorScheme === "light" ? "#f7f2e6" : "#191509");
      });
    }
  }
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
