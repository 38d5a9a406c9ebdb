import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Nothing we run reports home, and nothing asks for an answer. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  npm_config_update_notifier: "false",
  // `prisma generate` wants an engine to exist that it then does not use: any program will do.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
};

const children = new Set();
let interrupted = false;

/** Ctrl-C and SIGTERM end what runs at the moment, and then this process with the customary code. */
export function stopOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
}

/** The server handles signals itself. */
export function leaveSignalsToOthers() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, onSignal);
}

function onSignal(signal) {
  interrupted = true;
  for (const child of children) child.kill(signal);
  if (children.size === 0) process.exit(130);
}

/**
 * Runs a program in the repository to its end.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, stdout?: "inherit" | "stderr" }} options where its standard output
 *   goes: ours is kept clean for commands whose output is read by programs
 * @returns {Promise<number>} its exit code; 127 when there is no such program
 */
export function run(file, args, { cwd = root, env = {}, stdout = "stderr" } = {}) {
  return new Promise((done) => {
    const stdio = ["ignore", stdout === "inherit" ? "inherit" : 2, "inherit"];
    const child = spawn(file, args, { cwd, stdio, env: { ...process.env, ...quiet, ...env } });
    children.add(child);
    const end = (code) => {
      children.delete(child);
      if (interrupted) process.exit(130);
      done(code);
    };
    child.once("error", () => end(127));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** Runs a script of an installed package with this Node, without a shell or a .bin folder in between. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}
