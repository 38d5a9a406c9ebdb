import { expectFaultless } from "../support/faultless.ts";
import { faultsOf } from "../support/looks.ts";
import { coloursIn, inkShare, pixelsOf } from "../support/picture.ts";
import { asKnownOn, expect, pages, test } from "../support/test.ts";

/** Widths of a phone, a tablet and a desk; what axe sees does not differ between the last two. */
const sizes = {
  narrow: { width: 360, height: 780, axe: true },
  middle: { width: 768, height: 1024, axe: false },
  wide: { width: 1440, height: 900, axe: true },
};
/** A day whose pages say the same for as long as the record stands. */
const past = "2018-07-05";

const nameOf = (path: string): string => path.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "overview";

for (const path of pages) {
  for (const [size, { axe, ...viewport }] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`${path} looks as it should and has no serious fault for axe, ${size}, ${colorScheme}, today and in the past`, async ({
        page,
      }, testInfo) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const address of axe ? [path, asKnownOn(path, past)] : [asKnownOn(path, past)]) {
          const answer = await page.goto(address);
          expect(answer?.status(), address).toBe(200);
          if (axe) await expectFaultless(page, address, colorScheme === "dark" ? "colour" : undefined);
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
