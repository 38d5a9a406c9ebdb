import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const environment = (dataFolder: string) => ({
  ...process.env,
  READOUT_DATA_DIR: dataFolder,
  PORT: "0",
  DATABASE_URL: "",
  READOUT_SECRET: "",
  NODE_ENV: "production",
});

/** A server as `npm start` runs it, on a data folder of the test's own and a free port. */
export type RunningServer = { url: string; process: ChildProcess; databasePid: number };

/** Starts a server and waits until it is ready. Throws what it printed when it ends before that. */
export async function startServer(dataFolder: string): Promise<RunningServer> {
  const child = spawn(process.execPath, ["--import", "tsx", "apps/server/src/main.ts"], {
    cwd: root,
    env: environment(dataFolder),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const address = new Promise<string>((found, lost) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const url = /Readout is at (http:\S+)/.exec(printed)?.[1];
      if (url !== undefined) found(url);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => lost(new Error(`the server ended with ${code}:\n${printed}`)));
  });
  const url = await address;
  const databasePid = Number(readFileSync(join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  return { url, process: child, databasePid };
}

/** `kill -9` of the server and its database, in the same instant; returns when both are gone. */
export async function killServer(server: RunningServer): Promise<void> {
  const gone = new Promise((done) => server.process.once("exit", done));
  server.process.kill("SIGKILL");
  process.kill(server.databasePid, "SIGKILL");
  await gone;
  while (isAlive(server.databasePid)) await sleep(20);
}

/** An orderly stop, as Ctrl-C asks for it. */
export async function stopServer(server: RunningServer): Promise<number | null> {
  const code = new Promise<number | null>((done) => server.process.once("exit", done));
  server.process.kill("SIGINT");
  return code;
}

/** Runs `readout <args>` on a data folder; `out` is what it answers, `note` what it says beside. Rejects when it fails. */
export async function readout(dataFolder: string, ...args: string[]): Promise<{ out: string; note: string }> {
  const command = ["--import", "tsx", "apps/server/src/cli/main.ts", ...args];
  const { stdout, stderr } = await run(process.execPath, command, { cwd: root, env: environment(dataFolder) });
  return { out: stdout.trim(), note: stderr.trim() };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(" ")[2] !== "Z";
  } catch {
    return false;
  }
}
