import { join } from "node:path";
import { root, runNode } from "./children.mjs";
import { build } from "./ready.mjs";

/** The product beside hand-written SQL, on a database of its own that is thrown away. */
export async function runBench(args) {
  await build(["@readout/web"]);
  process.exitCode = await runNode("--import=tsx", [join(root, "tests/load/bench.ts"), ...args], { stdout: "inherit" });
}
