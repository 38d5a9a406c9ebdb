import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isAlive } from "@readout/api/db/cluster";
import { afterEach, beforeEach, expect, vi } from "vitest";

/** A server in a process of its own, as a user would have it. */
export interface ServerProcess {
  child: ChildProcess;
  /** The address it printed; rejects with what it said when it ends before. */
  ready: Promise<string>;
  /** How it ended and everything it said. */
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** What runs: the smallest product, or Readout with one page in place of those that have to be built. */
type Script = "stand-in-server.ts" | "pageless-server.ts";

const loader = createRequire(import.meta.url).resolve("tsx");

/** Starts a server on a data folder, on a free port unless the environment names one. */
export function startProcess(
  dataFolder: string,
  environment: Record<string, string> = {},
  script: Script = "stand-in-server.ts",
): ServerProcess {
  const env = {
    PATH: process.env.PATH,
    PORT: "0",
    READOUT_DATA_DIR: dataFolder,
    ...environment,
  } as unknown as NodeJS.ProcessEnv;
  const child = spawn(
    process.execPath,
    ["--import", `file://${loader}`, fileURLToPath(new URL(script, import.meta.url))],
    {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let stdout = "";
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((done) =>
    child.once("close", (code) => done({ code, stdout, stderr })),
  );
  const ready = new Promise<string>((done, failed) => {
    child.stdout?.on("data", (chunk) => {
      stdout += chunk;
      const url = /Readout is at (\S+)/.exec(stdout)?.[1];
      if (url) done(url);
    });
    void ended.then(({ code }) => failed(new Error(`ended with ${code}: ${stdout}${stderr}`)));
  });
  // A test that only waits for the end does not ask for readiness.
  ready.catch(() => {});
  return { child, ready, ended };
}

/** A data folder for each test, and the servers it starts on it; both are gone when it ends. */
export function dataFolderForEachTest() {
  let folder = "";
  let servers: ServerProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "readout-server-"));
    servers = [];
  });

  afterEach(async () => {
    for (const { child, ended } of servers) {
      child.kill("SIGTERM");
      await ended;
    }
    const left = await postgresPid();
    if (left !== null && isAlive(left)) process.kill(left, "SIGQUIT");
    await rm(folder, { recursive: true, force: true });
  });

  const postgresPid = async (): Promise<number | null> => {
    const text = await readFile(join(folder, "postgres/postmaster.pid"), "utf8").catch(() => null);
    return text === null ? null : Number.parseInt(text, 10);
  };

  return {
    get folder() {
      return folder;
    },
    postgresPid,
    start: (environment?: Record<string, string>, script?: Script): ServerProcess => {
      const server = startProcess(folder, environment, script);
      servers.push(server);
      return server;
    },
  };
}

/** Records an event through the stand-in product. */
export async function post(url: string): Promise<unknown> {
  return (await fetch(`${url}/api/v1/events`, { method: "POST" })).json();
}

/** Reads how many events it has. */
export async function read(url: string): Promise<unknown> {
  return (await fetch(`${url}/api/v1/events`)).json();
}

export async function gone(pid: number): Promise<void> {
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 30_000 });
}

/** What was said for people: the log has its own lines, each a JSON object. */
export function linesOf(stderr: string): string[] {
  return stderr.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
}
