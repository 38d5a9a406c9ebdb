import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Cluster, startCluster } from "@readout/api/db/cluster";
import { migrate } from "@readout/api/db/migrate";
import { closeDb, createDb, verifyLedgers } from "@readout/api/server";
import type { Day, Instant } from "@readout/core/time";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateRecord } from "./generate.ts";
import { sequentialScans } from "./plans.ts";
import { type Question, questions } from "./questions.ts";

let folder: string;
let cluster: Cluster;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "readout-plans-"));
  cluster = await startCluster({
    folder: join(folder, "postgres"),
    logFile: join(folder, "log"),
    password: "plans",
    durable: false,
  });
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  await client.query("CREATE DATABASE load");
  await client.end();
  url = cluster.url("load");
  await migrate(url, fileURLToPath(new URL("../../prisma/migrations", import.meta.url)));
  await generateRecord(url, { items: 120, entries: 15 }, new Date().toISOString() as Instant);
});

afterAll(async () => {
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Found as typed, found by what is near, and by filters; on an earlier day of either basis too. */
const searches: Question[] = [
  { q: "courier matter 7" },
  { q: "mattre 42" },
  { q: "parties", kind: ["item" as const], tag: "tag-3", status: ["raised" as const] },
  { q: "parties", knownOn: "2018-06-01" },
  { q: "nothing of the kind", knownOn: "2022-06-01", basis: "recorded" as const },
].map((input) => ({
  name: `search ${Object.values(input).join(" ")}`,
  path: "/search",
  target: null,
  ask: (caller) => caller.search.find(input),
}));

const withoutScans = { settings: ["enable_seqscan = off"] };

test("list, as-of list, item page, ledger and diff read no growing table from end to end", async () => {
  expect(await sequentialScans(url, questions, withoutScans)).toEqual([]);
});

test("a search reads no growing table from end to end", async () => {
  expect(await sequentialScans(url, searches, withoutScans)).toEqual([]);
});

test("neither do the orders by a day of each item, the counts of a filtered list, and what changed since a visit", async () => {
  const asked = (name: string, ask: Question["ask"]): Question => ({ name, path: "", target: null, ask });
  const lists = (["due", "reviewed"] as const).flatMap((sort) =>
    [
      {},
      { phase: "open" as const },
      { knownOn: "2018-06-01" as Day },
      { knownOn: "2018-06-01" as Day, phase: "open" as const },
    ].map((input) =>
      asked(`${sort} ${JSON.stringify(input)}`, async (caller) => {
        const { nextCursor } = await caller.items.list({ ...input, sort, limit: 20 });
        if (nextCursor !== null) await caller.items.list({ ...input, sort, limit: 20, cursor: nextCursor });
      }),
    ),
  );
  const counted = asked("counts", (caller) => caller.items.list({ phase: "open", include: ["counts"], limit: 20 }));
  const since = asked("since", (caller) =>
    caller.record.since({ since: "100", at: "2026-01-01T00:00:00.000Z" as Instant }),
  );
  expect(await sequentialScans(url, [...lists, counted, since], withoutScans)).toEqual([]);
}, 120_000);

test("the check would notice one", async () => {
  const overview: Question = {
    name: "first page",
    path: "/overview",
    target: null,
    ask: (caller) => caller.record.overview({}),
  };
  const open = await sequentialScans(url, [overview]);
  expect(open).toContainEqual({ question: "first page", table: "item" });
});

test("the generated record is one that appends could have left: verify finds no fault", async () => {
  const db = createDb({ connectionString: url });
  expect(await verifyLedgers(db)).toEqual({ items: 120, entries: 120 * 15, faults: [] });
  await closeDb(db);
});
