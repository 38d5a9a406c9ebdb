import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { leaveSignalsToOthers, root } from "./children.mjs";

/** The server, in this very process: one less between the terminal's Ctrl-C and an orderly stop. */
export async function runServer(mode) {
  process.env.NODE_ENV = mode;
  if (mode === "development") await (await import("../../web/build-scripts.mjs")).watchScripts();
  await runTypeScript("apps/server/src/main.ts", mode === "development" ? ["--dev"] : []);
}

/** A command of `npm run readout`; its standard output is its own. */
export async function runCommand(args) {
  process.env.NODE_ENV = "production";
  await runTypeScript("apps/server/src/cli/main.ts", args);
}

async function runTypeScript(file, args) {
  // Telemetry and Next's own signal handlers are off before anything is loaded that looks.
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", NEXT_MANUAL_SIG_HANDLE: "true" });
  leaveSignalsToOthers();
  endWithNpm();
  const path = join(root, file);
  process.argv = [process.argv[0], path, ...args];
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(path).href);
}

/** npm that is killed outright cannot pass a signal on: without it nobody would know of this process any more. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}
