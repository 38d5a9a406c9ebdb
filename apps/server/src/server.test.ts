import { once } from "node:events";
import { chmod, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { isAlive } from "@readout/api/db/cluster";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { attachCommand } from "./database/attach.ts";
import { findServer } from "./database/data-folder.ts";
import { readSettings } from "./env.ts";
import { dataFolderForEachTest, gone, linesOf, post, read, startProcess } from "./testing/server-process.ts";

const place = dataFolderForEachTest();

test("it comes up from nothing, keeps its secret to itself, and Ctrl-C leaves nothing behind", async () => {
  const { child, ready, ended } = place.start();
  const url = await ready;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await read(url)).toEqual({ events: 1 });
  expect(await post(url)).toEqual({ events: 2 });
  expect(await read(url)).toEqual({ events: 2 });
  expect((await stat(join(place.folder, "secret"))).mode & 0o777).toBe(0o600);
  const note = await findServer(place.folder);
  expect(note).toMatchObject({ pid: child.pid, url });
  expect(new URL(note!.databaseUrl).password).toBe("");
  const postgres = (await place.postgresPid())!;

  child.kill("SIGINT");
  const { code, stderr } = await ended;
  expect([code, linesOf(stderr)]).toEqual([0, []]);
  await gone(postgres);
  expect((await readdir(place.folder)).sort()).toEqual(["postgres", "postgres.log", "secret"]);
});

test("text sorts by its bytes, days are UTC and every commit is on disk", async () => {
  const { ready } = place.start();
  await ready;
  const database = await attachCommand(readSettings({ READOUT_DATA_DIR: place.folder }), "test", () => {});
  const client = new pg.Client(database.connectionString);
  await client.connect();
  const { rows } = await client.query(
    `select string_agg(word, ' ' order by word) as words, lower('ÄЖ') as lower, current_setting('timezone') as zone,
            current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('server_encoding') as encoding, inet_server_addr()::text as address
     from unnest(array['é', 'b', 'Z', '-', 'a', '_', 'z']) word`,
  );
  await client.end();
  expect(rows).toEqual([
    {
      words: "- Z _ a b z é",
      lower: "äж",
      zone: "UTC",
      fsync: "on",
      commit: "on",
      encoding: "UTF8",
      address: "127.0.0.1/32",
    },
  ]);
});

test("a second server on the folder is told who holds it and where that one serves", async () => {
  const first = place.start();
  const url = await first.ready;
  const { code, stdout, stderr } = await place.start().ended;
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toBe(
    `readout: the data folder ${place.folder} is in use by process ${first.child.pid}, which serves ${url}\n`,
  );
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test("of servers started at the same moment on one folder, exactly one comes up", async () => {
  const started = [place.start(), place.start(), place.start()];
  const outcomes = await Promise.allSettled(started.map(({ ready }) => ready));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(String(outcome.reason)).toContain("is in use by process");
});

test("a busy port is told in one line, and the folder is free again", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const { code, stderr } = await place.start({ PORT: String(port) }).ended;
  other.close();
  expect(code).toBe(1);
  expect(stderr).toBe(`readout: port ${port} on 127.0.0.1 is in use by another program: set PORT to a free one\n`);
  expect(await readdir(place.folder)).toEqual([]);
});

test("a data folder that cannot be written to is told in one line", async () => {
  const file = join(place.folder, "file");
  await writeFile(file, "");
  const { code, stderr } = await startProcess(join(file, "data")).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^readout: cannot write to the data folder .*\/file\/data \(ENOTDIR: not a directory\)\n$/);
});

test("a folder that holds something else where the database belongs is left alone", async () => {
  await mkdir(join(place.folder, "postgres"));
  await writeFile(join(place.folder, "postgres/letters.txt"), "dear");
  const { code, stderr } = await place.start().ended;
  expect([code, stderr]).toEqual([1, `readout: ${place.folder}/postgres exists and holds no database: move it away\n`]);
  expect(await readdir(join(place.folder, "postgres"))).toEqual(["letters.txt"]);
});

test("a malformed value and a database that refuses us stop the start with one line", async () => {
  expect(await place.start({ PORT: "many" }).ended).toEqual({
    code: 1,
    stdout: "",
    stderr: "readout: PORT must be a number from 0 to 65535\n",
  });
  const elsewhere = {
    DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:9/none",
    READOUT_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const { code, stderr } = await place.start(elsewhere).ended;
  expect([code, stderr]).toEqual([1, "readout: the database does not let us in: connect ECONNREFUSED 127.0.0.1:9\n"]);
});

test("SIGTERM while starting ends the start in order", async () => {
  const { child, ended } = place.start();
  await vi.waitFor(async () => expect(await readdir(place.folder)).toContain("lock"), { timeout: 30_000, interval: 5 });
  child.kill("SIGTERM");
  const { code, stderr } = await ended;
  expect([code, linesOf(stderr)]).toEqual([0, []]);
  expect(await readdir(place.folder)).not.toContain("lock");
  const left = await place.postgresPid();
  expect(left === null || !isAlive(left)).toBe(true);
});

test("a command works on the database of the running server, and on its own when none runs", async () => {
  await chmod(place.folder, 0o700);
  const settings = readSettings({ READOUT_DATA_DIR: place.folder });
  const eventsOf = async (connectionString: string) => {
    const client = new pg.Client(connectionString);
    await client.connect();
    const { rows } = await client.query("select count(*)::int as events from event");
    await client.end();
    return rows[0].events;
  };
  const { child, ready, ended } = place.start();
  await post(await ready);
  const beside = await attachCommand(settings, "verify", () => {});
  expect(beside.embedded).toBeNull();
  expect(await eventsOf(beside.connectionString)).toBe(2);
  await beside.close();
  child.kill("SIGINT");
  await ended;

  const alone = await attachCommand(settings, "verify", () => {});
  expect(await eventsOf(alone.connectionString)).toBe(2);
  // A second command and a server wait for the first one to finish.
  const lines: string[] = [];
  const second = attachCommand(settings, "keys list", (line) => lines.push(line));
  const server = place.start();
  await vi.waitFor(() => expect(lines).toEqual([`waiting: \`readout verify\` is at work (process ${process.pid})`]));
  const postgres = (await place.postgresPid())!;
  await alone.close();
  await gone(postgres);
  await (await second).close();
  expect(await read(await server.ready)).toEqual({ events: 2 });
});
