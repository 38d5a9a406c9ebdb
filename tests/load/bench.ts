import { deepStrictEqual } from "node:assert";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Cluster, startCluster } from "@readout/api/db/cluster";
import { migrate } from "@readout/api/db/migrate";
import type { Instant } from "@readout/core/time";
import autocannon from "autocannon";
import pg from "pg";

import { measureFilters } from "./filters.ts";
import { generateRecord } from "./generate.ts";
import { sequentialScans } from "./plans.ts";
import { type Question, questions } from "./questions.ts";
import { cpuMsOf, type MeasuredServer, parentOf, startPlain, startReadout } from "./servers.ts";

/** `npm run bench`: the product beside hand-written SQL on the same large record, alternating, in one run. */

const { values: options } = parseArgs({
  options: {
    items: { type: "string", default: "10000" },
    entries: { type: "string", default: "100" },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    /** A database filled by an earlier run, to measure again without filling it. */
    database: { type: "string", default: "" },
  },
});
const size = { items: Number(options.items), entries: Number(options.entries) };
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
/** Whoever compares two days waits for the database; more at once would only queue there. */
const paceOf = (path: string) =>
  path.includes("/diff") ? { connections: 4, duration: 3 * seconds } : { connections: 10, duration: seconds };

/** A cookie makes a read go through the whole stack; without one a repeated read is answered from memory. */
const firstRead = { cookie: "bench=1" };

interface Sample {
  perSecond: number;
  latencyMs: number;
  /** CPU of the server's process and of the database, in ms a request. */
  serverMs: number | null;
  databaseMs: number | null;
}

async function measure(
  server: MeasuredServer,
  path: string,
  headers: Record<string, string>,
  databasePid: number | null,
): Promise<Sample> {
  const before = [cpuMsOf(server.pid), databasePid === null ? null : cpuMsOf(databasePid, { children: true })] as const;
  const result = await autocannon({ url: server.url + path, ...paceOf(path), headers });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${server.url}${path}: ${result.non2xx} refusals, ${result.errors} errors`);
  const total = result.requests.total;
  const used = (start: number | null, now: number | null) =>
    start === null || now === null ? null : (now - start) / total;
  return {
    perSecond: total / result.duration,
    latencyMs: result.latency.p50,
    serverMs: used(before[0], cpuMsOf(server.pid)),
    databaseMs: used(before[1], databasePid === null ? null : cpuMsOf(databasePid, { children: true })),
  };
}

const medianOf = (numbers: number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

const shown = (value: number | null, digits = 2) => (value === null ? "-" : value.toFixed(digits));

/** Latency in whole ms is too coarse for fast answers: the mean follows from throughput, with so many always under way. */
const meanMs = (path: string, { perSecond }: Sample) => (paceOf(path).connections * 1000) / perSecond;

/** All CPU behind one request, ms: the server's and the database's. */
const cpuMs = ({ serverMs, databaseMs }: Sample) =>
  serverMs === null || databaseMs === null ? null : serverMs + databaseMs;

const header = (cells: readonly string[]) => `${"".padEnd(48)}${cells.map((cell) => cell.padStart(18)).join("")}\n`;

async function compare(
  name: string,
  path: string,
  target: number | null,
  { ours, plain, databasePid }: Measured,
  headers: Record<string, string>,
): Promise<boolean> {
  const pairs: { readout: Sample; hand: Sample }[] = [];
  for (let round = 0; round < rounds; round++) {
    const readout = await measure(ours, path, headers, databasePid);
    pairs.push({ readout, hand: await measure(plain, path, {}, databasePid) });
  }
  const ratioOf = (of: (sample: Sample) => number | null): number | null => {
    const ratios = pairs.map(({ readout, hand }) => [of(readout), of(hand)] as const);
    const told = ratios.flatMap(([a, b]) => (a === null || b === null || b === 0 ? [] : [a / b]));
    return told.length === 0 ? null : medianOf(told);
  };
  const share = ratioOf(({ perSecond }) => perSecond) ?? 0;
  const beside = (of: (sample: Sample) => number | null) => {
    const column = (side: "readout" | "hand") => {
      const numbers = pairs.map((pair) => of(pair[side])).filter((number) => number !== null);
      return numbers.length === 0 ? null : medianOf(numbers);
    };
    return `${shown(column("readout"))} / ${shown(column("hand"))}`;
  };
  const reached = target === null || share >= target;
  const cells = [
    shown(share),
    target === null ? "" : `${reached ? "reaches" : "BELOW"} ${target}`,
    shown(ratioOf((sample) => meanMs(path, sample))),
    shown(ratioOf(cpuMs)),
    beside(({ perSecond }) => perSecond),
    beside(({ serverMs }) => serverMs),
    beside(({ databaseMs }) => databaseMs),
  ];
  process.stdout.write(`${name.padEnd(48)}${cells.map((cell) => cell.padStart(18)).join("")}\n`);
  return reached;
}

/** Both servers say the same; a cursor is signed by ours and only has to be there. */
async function checkSame(question: Question, ours: MeasuredServer, plain: MeasuredServer): Promise<void> {
  const read = async (server: MeasuredServer, headers: Record<string, string>) => {
    const answer = await fetch(`${server.url}/api/v1${question.path}`, { headers });
    if (!answer.ok) throw new Error(`${question.name}: ${answer.status} ${await answer.text()}`);
    const body = (await answer.json()) as Record<string, unknown>;
    return "nextCursor" in body ? { ...body, nextCursor: body.nextCursor !== null } : body;
  };
  deepStrictEqual(await read(ours, firstRead), await read(plain, {}), `${question.name}: the answers differ`);
}

async function prepare(cluster: Cluster): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  await client.query("CREATE DATABASE load");
  await client.end();
  const url = cluster.url("load");
  await migrate(url, fileURLToPath(new URL("../../prisma/migrations", import.meta.url)));
  const startedAt = Date.now();
  await generateRecord(url, size, new Date().toISOString() as Instant, (done) => {
    if (process.stdout.isTTY) process.stdout.write(`\rrecord      ${done} of ${size.items} items`);
  });
  process.stdout.write(
    `\rrecord      ${size.items} items with ${size.entries} entries each, made in ${Math.round((Date.now() - startedAt) / 1000)} s\n`,
  );
  return url;
}

/** The two servers on one database, and the process whose children answer for the latter. */
interface Measured {
  ours: MeasuredServer;
  plain: MeasuredServer;
  databasePid: number | null;
}

async function run(url: string): Promise<boolean> {
  // In a small record reading a table from end to end is the better plan; what counts is that there is another.
  const isSmall = options.database === "" && size.items < 5000;
  const scans = await sequentialScans(url, questions, isSmall ? { settings: ["enable_seqscan = off"] } : {});
  process.stdout.write(
    scans.length === 0
      ? "plans       no table that grows is read from end to end\n"
      : `plans       ${scans.map(({ question, table }) => `${question} scans ${table}`).join("; ")}\n`,
  );
  const databasePid = await postmasterOf(url);
  const plain = await startPlain(url);
  try {
    const ours = await startReadout(url);
    try {
      return (await compareAll({ ours, plain, databasePid })) && scans.length === 0;
    } finally {
      await ours.stop();
    }
  } finally {
    await plain.stop();
  }
}

async function compareAll(measured: Measured): Promise<boolean> {
  process.stdout.write(
    `measuring   ${rounds} rounds, alternating, on ${availableParallelism()} cores; Readout beside the same by hand\n\n` +
      header([
        "share of requests",
        "target",
        "latency, times",
        "CPU, times",
        "requests a second",
        "server CPU ms",
        "database CPU ms",
      ]),
  );
  let reached = true;
  const asked = questions.filter(({ name }) => name.includes(options.only));
  for (const question of asked) {
    await checkSame(question, measured.ours, measured.plain);
    reached =
      (await compare(question.name, `/api/v1${question.path}`, question.target, measured, firstRead)) && reached;
  }
  for (const { name, path } of asked.filter(({ name }) => ["item list", "as-of list", "item page"].includes(name)))
    reached = (await compare(`${name}, repeated`, `/api/v1${path}`, 1, measured, {})) && reached;
  if ("filter".includes(options.only)) reached = (await measureFilters(measured.ours, rounds)) && reached;
  return reached;
}

/** The process that a database on this machine belongs to. */
async function postmasterOf(url: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const postmaster = parentOf(rows[0]!.pid);
  await client.end();
  return postmaster;
}

if (options.database !== "") process.exitCode = (await run(options.database)) ? 0 : 1;
else {
  const folder = await mkdtemp(join(tmpdir(), "readout-bench-"));
  const settings = { shared_buffers: "256MB", max_wal_size: "8GB" };
  const cluster = await startCluster({
    folder: join(folder, "postgres"),
    logFile: join(folder, "log"),
    password: "bench",
    durable: false,
    settings,
  });
  process.once("exit", () => cluster.kill());
  try {
    process.exitCode = (await run(await prepare(cluster))) ? 0 : 1;
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
