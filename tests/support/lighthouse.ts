import { createServer } from "node:net";
import { chromium as browser } from "@playwright/test";
import lighthouse, { desktopConfig, type Flags } from "lighthouse";
import { chromium } from "./installation.ts";

export type Category = "performance" | "accessibility" | "best-practices" | "seo";

/** What Lighthouse found on one page. */
export type Audited = {
  /** 0 to 100, whole. */
  scores: Partial<Record<Category, number>>;
  /** Cumulative layout shift, 0 for none; null where it was not measured. */
  layoutShift: number | null;
  /** Audits that cost points, by id with what is said of them, the dearest first. */
  faults: string[];
};

/** A page that is whole as sent has nothing to come that would be worth waiting for. */
const atOnce = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0 };

/** What a page is held to, of 100. */
export const bounds: Record<Category, number> = { performance: 95, accessibility: 100, "best-practices": 100, seo: 95 };

/** A browser that Lighthouse drives; one for all its audits. */
export async function openLighthouse(): Promise<{
  audit(url: string, form: "mobile" | "desktop", categories: readonly Category[]): Promise<Audited>;
  close(): Promise<void>;
}> {
  const port = await freePort();
  const options = chromium();
  const launched = await browser.launch({ ...options, args: [...options.args, `--remote-debugging-port=${port}`] });
  return {
    audit: async (url, form, categories) => {
      const flags: Flags = {
        ...{ port, onlyCategories: [...categories], output: "json", logLevel: "error" },
        // What is not timed need not wait for a slow network.
        ...(categories.includes("performance")
          ? {}
          : { throttlingMethod: "provided", disableFullPageScreenshot: true, ...atOnce }),
      };
      const take = () => lighthouse(url, flags, form === "desktop" ? desktopConfig : undefined);
      const taken = await take();
      // A busy browser may leave the beginning out of its recording; Lighthouse then asks to be run again.
      const run = taken?.lhr.runtimeError?.code === "NO_NAVSTART" ? await take() : taken;
      if (run === undefined) throw new Error(`Lighthouse answered nothing for ${url}`);
      const { lhr } = run;
      if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
      const scores = Object.fromEntries(
        Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
      );
      const weighed = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs);
      const lost = weighed
        .map(({ id, weight }) => ({ audit: lhr.audits[id]!, cost: weight * (1 - (lhr.audits[id]?.score ?? 1)) }))
        .filter(({ cost }) => cost > 0)
        .sort((a, b) => b.cost - a.cost);
      return {
        scores,
        layoutShift: lhr.audits["cumulative-layout-shift"]?.numericValue ?? null,
        faults: lost.map(({ audit }) => `${audit.id}: ${audit.displayValue ?? audit.title}`),
      };
    },
    close: () => launched.close(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
