import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "@readout/api/db/cluster";
import { expect, test, vi } from "vitest";
import { findServer } from "./database/data-folder.ts";
import { dataFolderForEachTest, gone, linesOf, post, read } from "./testing/server-process.ts";

const place = dataFolderForEachTest();

test("after kill -9 of the server alone, the next start ends the left-over PostgreSQL and has every write", async () => {
  const first = place.start();
  await post(await first.ready);
  const orphan = (await place.postgresPid())!;
  first.child.kill("SIGKILL");
  await first.ended;
  expect(isAlive(orphan)).toBe(true);
  expect(await findServer(place.folder)).toBeNull();
  const second = place.start();
  expect(await read(await second.ready)).toEqual({ events: 2 });
  expect(await place.postgresPid()).not.toBe(orphan);
  await gone(orphan);
});

test("after kill -9 of the server and its PostgreSQL, the next start recovers every write", async () => {
  const first = place.start();
  await post(await first.ready);
  const postgres = (await place.postgresPid())!;
  first.child.kill("SIGKILL");
  process.kill(postgres, "SIGKILL");
  await first.ended;
  expect(await read(await place.start().ready)).toEqual({ events: 2 });
});

test("a pid file whose number now belongs to another program does not hinder the start", async () => {
  const first = place.start();
  await first.ready;
  const postgres = (await place.postgresPid())!;
  const pidFile = join(place.folder, "postgres/postmaster.pid");
  first.child.kill("SIGKILL");
  process.kill(postgres, "SIGKILL");
  await first.ended;
  await gone(postgres);
  await writeFile(pidFile, (await readFile(pidFile, "utf8")).replace(/^\d+/, String(process.pid)));
  expect(await read(await place.start().ready)).toEqual({ events: 1 });
});

test("a start that was killed while it made the database folder is no hindrance to the next", async () => {
  const first = place.start();
  await vi.waitFor(
    async () => expect((await readdir(place.folder)).some((name) => /making-\d+$/.test(name))).toBe(true),
    {
      timeout: 30_000,
      interval: 5,
    },
  );
  first.child.kill("SIGKILL");
  await first.ended;
  expect(await readdir(place.folder)).not.toContain("postgres");
  expect(await read(await place.start().ready)).toEqual({ events: 1 });
  expect((await readdir(place.folder)).filter((name) => name.includes("making"))).toEqual([]);
});

test("when PostgreSQL ends on its own, the server says so and ends too", async () => {
  const { ready, ended } = place.start();
  await ready;
  process.kill((await place.postgresPid())!, "SIGKILL");
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(linesOf(stderr)).toEqual([`readout: PostgreSQL ended on its own: see ${place.folder}/postgres.log`]);
});

test("when nobody reads what it prints any more, it goes on serving and stops in order", async () => {
  const { child, ready } = place.start();
  const url = await ready;
  const postgres = (await place.postgresPid())!;
  child.stdout?.destroy();
  child.stderr?.destroy();
  expect(await post(url)).toEqual({ events: 2 });
  expect(await post(url)).toEqual({ events: 3 });
  expect(await read(url)).toEqual({ events: 3 });
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
  await gone(postgres);
});
