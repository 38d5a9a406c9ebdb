import { expectFaultless } from "../support/faultless.ts";
import { asKnownOn, expect, pages, test } from "../support/test.ts";

const sizes = { narrow: { width: 360, height: 780 }, wide: { width: 1440, height: 900 } };

for (const path of pages) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`${path} has no serious fault for axe and does not scroll sideways, ${size}, ${colorScheme}, today and in the past`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        for (const address of [path, asKnownOn(path, "2018-07-05")]) {
          const answer = await page.goto(address);
          expect(answer?.status(), address).toBe(200);
          await expectFaultless(page, address);
        }
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
      await page.goto(asKnownOn(path, "2018-07-05"));
      await expect(page.getByText("As known on 5 July 2018").first()).toBeVisible();
      await expect(page).toHaveTitle(/5 July 2018/);
    });
  }
});
