import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules whose outcome depends on the colours of a page. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/**
 * What a page is held to for everyone: WCAG 2.2 AA as far as axe sees it, and no scrolling sideways.
 *
 * @param rules `colour` for a page whose every other side was looked at on other paper
 */
export async function expectFaultless(page: Page, name: string, rules: "all" | "colour" = "all"): Promise<void> {
  // What passes is not told one by one, and no page of ours holds a frame, for which axe would open a second page and
  // gather its findings there: each takes as long as finding out.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await (rules === "colour" ? axe.withRules(rulesOfColour) : axe.withTags(tags)).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    name,
  ).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${name} is wider than its window`).toBeLessThanOrEqual(0);
}
