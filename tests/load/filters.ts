import { chromium, type Page } from "@playwright/test";
import { chromium as browserOptions } from "../support/installation.ts";
import type { MeasuredServer } from "./servers.ts";

/** The most that may pass between a change of a filter and the picture of its answer, at the median, in ms. */
const TARGET_MS = 100;

/** Rounds before any is counted: they fill what is kept, and readers seldom meet a process that has just begun. */
const WARM_ROUNDS = 3;

/** Changes of one field each, as somebody at the list makes them one after the other. */
const changes: readonly (readonly [field: string, value: string])[] = [
  ["phase", "open"],
  ["status", "stalled,suspended"],
  ["owner", "us"],
  ["status", ""],
  ["sort", "moved"],
  ["phase", "closed"],
  ["owner", ""],
  ["sort", "due"],
  ["phase", ""],
  ["status", "under-way"],
  ["sort", "reviewed"],
  ["status", ""],
  ["sort", ""],
];

/** From the change event to the first picture that has the answer in it. */
const timeOf = (page: Page, [field, value]: readonly [string, string]): Promise<number> =>
  page.evaluate(
    ([name, chosen]) =>
      new Promise<number>((resolve) => {
        const select = document.querySelector<HTMLSelectElement>(`form[data-parts] [name="${name}"]`)!;
        document.addEventListener(
          "readout:parts",
          // A task that is asked for while a frame is made ready runs once that frame is painted.
          () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt))),
          { once: true },
        );
        select.value = chosen!;
        const startedAt = performance.now();
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    [field, value],
  );

const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * share) - 1]!;

/**
 * What a reader waits for after a change of a filter: once answered by the whole stack, as whoever is signed in is answered, and
 * once from memory.
 *
 * @returns whether the median of each stays within the target
 */
export async function measureFilters({ url }: MeasuredServer, rounds: number): Promise<boolean> {
  const browser = await chromium.launch(browserOptions());
  let reached = true;
  try {
    for (const path of ["/items", "/"])
      for (const [name, cookie] of [
        ["first read", "bench=1"],
        ["repeated", null],
      ] as const) {
        const context = await browser.newContext({
          viewport: { width: 1440, height: 900 },
          ...(cookie !== null && { extraHTTPHeaders: { cookie } }),
        });
        const page = await context.newPage();
        await page.goto(url + path, { waitUntil: "networkidle" });
        const times: number[] = [];
        for (let round = -WARM_ROUNDS; round < rounds; round++)
          for (const change of changes) {
            const ms = await timeOf(page, change);
            if (round >= 0) times.push(ms);
          }
        const median = quantile(times, 0.5);
        reached &&= median <= TARGET_MS;
        process.stdout.write(
          `filter on ${path}, ${name}`.padEnd(48) +
            `median ${median.toFixed(0)} ms, 95 % within ${quantile(times, 0.95).toFixed(0)} ms, of ${times.length} changes; ` +
            `${median <= TARGET_MS ? "reaches" : "ABOVE"} ${TARGET_MS} ms\n`,
        );
        await context.close();
      }
  } finally {
    await browser.close();
  }
  return reached;
}
