import { test as base, expect, type Page } from "@playwright/test";

/**
 * A page that fails its test when the console reports an error, when it asks anything of another host, or when a script
 * throws. Answers that a test provokes on purpose (a 404 page) are the test's own affair.
 */
export const test = base.extend<{ forgive: RegExp[] }>({
  forgive: [[], { option: true }],
  page: async ({ page, baseURL, forgive }, use) => {
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !forgive.some((pattern) => pattern.test(message.text())))
        faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`${baseURL}/`) && !url.startsWith("data:")) faults.push(`left the machine: ${url}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };

/** Has the faces in the browser's cache: a page whose face comes too late keeps the one that stands in for it. */
export async function fetchFaces(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.evaluate(() => document.fonts.ready);
}

/** Every kind of page, with a query that leads to content. */
export const pages = [
  "/",
  "/items",
  "/items?phase=open",
  "/items/us-response-to-expulsions",
  "/items/volker-surkov-meeting",
  "/items/strategic-stability-talks",
  "/items/new-start-extension",
  "/items/us-staff-cut-execution",
  "/timeline",
  "/calendar",
  "/changes?from=2017-08-05&to=2017-08-07",
  "/scenarios",
  "/sources",
  "/sources/zerohedge-next-steps",
  "/sources/reuters-tillerson-task",
  "/sources/reuters-tillerson-task/rests",
  "/publishers/reuters",
  "/actors/sergey-lavrov",
  "/items/new-start-extension/brief",
  "/brief?items=new-start-extension,volker-surkov-meeting",
  "/search?q=volkr+surk",
  "/search?q=moonbase",
  "/docs/api",
];

/** The same page as known on another day. */
export const asKnownOn = (path: string, day: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}knownOn=${day}`;
