import { join } from "node:path";
import { findChromium } from "./browser.mjs";
import { root, runNode } from "./children.mjs";
import { SetupProblem } from "./problem.mjs";
import { build } from "./ready.mjs";

/** Lighthouse on the pages people read most, on an installation of its own that is thrown away. */
export async function runLighthouse() {
  await build(["@readout/web"]);
  const chromium = await findChromium();
  if (!chromium) throw new SetupProblem("no browser: install Chromium, or name one with READOUT_CHROMIUM");
  const options = { env: { READOUT_CHROMIUM: chromium }, stdout: "inherit" };
  process.exitCode = await runNode("--import=tsx", [join(root, "tests/load/lighthouse.ts")], options);
}
