import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface MeasuredServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const stopper = (child: ChildProcess) => async () => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
};

/** Readout itself, as `npm start` runs it, on a database that is there. */
export async function startReadout(databaseUrl: string): Promise<MeasuredServer> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import=tsx", fileOf("../../apps/server/src/main.ts")], {
    env: {
      ...process.env,
      ...{
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        READOUT_SECRET: "a secret of the bench, thirty-two characters",
      },
      ...{ READOUT_PRIVATE: "false", NODE_ENV: "production" },
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  const ended = once(child, "exit").then(() => Promise.reject(new Error("the server ended while starting")));
  const ready = (async () => {
    for (;;) {
      const answer = await fetch(`${url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await sleep(100);
    }
  })();
  await Promise.race([ready, ended]);
  ended.catch(() => {});
  return { url, pid: child.pid!, stop: stopper(child) };
}

/** The hand-written server. */
export async function startPlain(databaseUrl: string): Promise<MeasuredServer> {
  const child = spawn(process.execPath, ["--import=tsx", fileOf("plain-server.ts"), databaseUrl], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(createInterface(child.stdout!), "line")) as [string];
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop: stopper(child) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** The process that started this one; null where the system does not tell. */
export function parentOf(pid: number): number | null {
  try {
    return statOf(pid).parent;
  } catch {
    return null;
  }
}

const tickMs = 10;

/** CPU time in ms that a process, and with `children` those it started, have used; null where the system does not tell. */
export function cpuMsOf(pid: number, { children = false } = {}): number | null {
  try {
    const own = statOf(pid);
    if (!children) return own.ticks * tickMs;
    // A connection that was closed meanwhile is counted with its parent.
    const others = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = statOf(Number(name));
          return stat.parent === pid ? [stat.ticks] : [];
        } catch {
          return [];
        }
      });
    return [own.ticks, own.reaped, ...others].reduce((sum, ticks) => sum + ticks, 0) * tickMs;
  } catch {
    return null;
  }
}

function statOf(pid: number): { parent: number; ticks: number; reaped: number } {
  // The name in brackets may hold anything; the fields after it are counted from there.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  const ticksOf = (user: number, system: number) => Number(fields[user]) + Number(fields[system]);
  return { parent: Number(fields[1]), ticks: ticksOf(11, 12), reaped: ticksOf(13, 14) };
}
