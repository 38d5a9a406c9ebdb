import { existsSync } from "node:fs";
import { run } from "./children.mjs";
import { say } from "./ready.mjs";

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * A Chromium to test with: the one named, an installed one, Playwright's own; else the distribution's is installed.
 *
 * @returns {Promise<string | null>} its path
 */
export async function findChromium() {
  const { chromium } = await import("@playwright/test");
  const here = () =>
    [process.env.READOUT_CHROMIUM, ...known, chromium.executablePath()].find((path) => path && existsSync(path));
  const found = here();
  if (found) return found;
  if (process.getuid?.() !== 0) return null;
  say("installing a browser (apt-get install chromium)");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env });
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  return here() ?? null;
}
