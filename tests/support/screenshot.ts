import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium as browser } from "@playwright/test";
import { chromium } from "./installation.ts";
import { startServer, stopServer } from "./server.ts";

/** Takes the README's picture: the overview of a fresh installation, 1440 px wide, light. */
const picture = fileURLToPath(new URL("../../docs/overview.png", import.meta.url));
const dataFolder = mkdtempSync(join(tmpdir(), "readout-screenshot-"));
const server = await startServer(dataFolder);
const launched = await browser.launch(chromium());
try {
  const page = await launched.newPage({
    viewport: { width: 1440, height: 1120 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await page.goto(server.url);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: picture });
} finally {
  await launched.close();
  await stopServer(server);
  rmSync(dataFolder, { recursive: true, force: true });
}
