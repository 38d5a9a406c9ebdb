import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Browser, chromium as browser, type Page } from "@playwright/test";
import { type Cluster, startCluster } from "@readout/api/db/cluster";
import { migrate } from "@readout/api/db/migrate";
import type { Instant } from "@readout/core/time";
import pg from "pg";
import { chromium } from "../support/installation.ts";
import { generateRecord } from "./generate.ts";
import { startReadout } from "./servers.ts";

/** `npx tsx tests/load/timeline-frames.ts`: frames of the timeline with 2,000 lanes beside 33 alike, in one browser and one run. */

const { values: options } = parseArgs({
  options: { lanes: { type: "string", default: "2000" }, entries: { type: "string", default: "8" } },
});

interface Frames {
  /** Time between two frames in ms: in the middle, and the slowest but one in twenty. */
  median: number;
  slow: number;
}

interface Measured {
  lanes: number;
  answerMs: number;
  kilobytes: number;
  rowsInDocument: number;
  scroll: Frames;
  zoom: Frames;
}

/** Runs `act` a frame for as many frames, and tells how far they lay apart. */
async function framesOf(page: Page, act: "scroll" | "zoom", frames: number): Promise<Frames> {
  return page.evaluate(
    async ([what, count]) => {
      const rows = document.querySelector("[data-rows]")!;
      const { top, left, width } = rows.getBoundingClientRect();
      const steps: number[] = [];
      let before = await new Promise<number>(requestAnimationFrame);
      for (let i = 0; i < count; i++) {
        if (what === "scroll") scrollBy({ top: i < count / 2 ? 120 : -120, behavior: "instant" });
        else
          rows.dispatchEvent(
            new WheelEvent("wheel", {
              ...{ ctrlKey: true, bubbles: true, cancelable: true, clientX: left + width * 0.6, clientY: top + 200 },
              deltaY: i < count / 2 ? -12 : 12,
            }),
          );
        const now = await new Promise<number>(requestAnimationFrame);
        steps.push(now - before);
        before = now;
      }
      steps.sort((a, b) => a - b);
      return { median: steps[Math.floor(count / 2)]!, slow: steps[Math.floor(count * 0.95)]! };
    },
    [act, frames] as const,
  );
}

async function measure(launched: Browser, url: string, lanes: number): Promise<Measured> {
  const asked = performance.now();
  const body = await (await fetch(`${url}/timeline`, { headers: { cookie: "bench=1" } })).text();
  const answerMs = performance.now() - asked;
  const page = await launched.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/timeline`);
  await page.waitForSelector("[data-lanes][data-live]");
  // Once through all of it, so that every page has been fetched.
  for (let y = 0; y < lanes * 29; y += 4000) {
    await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), y);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("[data-group] ul")].every((list) => {
        const { top, bottom } = list.getBoundingClientRect();
        return bottom < 0 || top > innerHeight || list.childElementCount > 0;
      }),
    );
  }
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const scroll = await framesOf(page, "scroll", 160);
  const zoom = await framesOf(page, "zoom", 60);
  const rowsInDocument = await page.locator("[data-row]").count();
  await page.close();
  return { lanes, answerMs, kilobytes: body.length / 1024, rowsInDocument, scroll, zoom };
}

async function recordOf(cluster: Cluster, name: string, items: number): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = cluster.url(name);
  await migrate(url, fileURLToPath(new URL("../../prisma/migrations", import.meta.url)));
  await generateRecord(url, { items, entries: Number(options.entries) }, new Date().toISOString() as Instant);
  return url;
}

const folder = await mkdtemp(join(tmpdir(), "readout-frames-"));
const cluster = await startCluster({
  ...{ folder: join(folder, "postgres"), logFile: join(folder, "log"), password: "frames", durable: false },
});
process.once("exit", () => cluster.kill());
const launched = await browser.launch(chromium());
try {
  const found: Measured[] = [];
  for (const lanes of [33, Number(options.lanes)]) {
    const server = await startReadout(await recordOf(cluster, `lanes_${lanes}`, lanes));
    try {
      found.push(await measure(launched, server.url, lanes));
    } finally {
      await server.stop();
    }
  }
  const ms = ({ median, slow }: Frames) => `${median.toFixed(1)} / ${slow.toFixed(1)}`;
  for (const { lanes, answerMs, kilobytes, rowsInDocument, scroll, zoom } of found)
    process.stdout.write(
      `${lanes} lanes: answer ${answerMs.toFixed(0)} ms, ${kilobytes.toFixed(0)} KiB; ${rowsInDocument} rows in the document; ` +
        `frames, median / slow, ms: scrolling ${ms(scroll)}, zooming ${ms(zoom)}\n`,
    );
  const [few, many] = found as [Measured, Measured];
  process.stdout.write(
    `many to few, median / slow: scrolling ${(many.scroll.median / few.scroll.median).toFixed(2)} / ${(many.scroll.slow / few.scroll.slow).toFixed(2)}, ` +
      `zooming ${(many.zoom.median / few.zoom.median).toFixed(2)} / ${(many.zoom.slow / few.zoom.slow).toFixed(2)}\n`,
  );
} finally {
  await launched.close();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
