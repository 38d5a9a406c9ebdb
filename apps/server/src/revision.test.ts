import { createTestDatabase, type TestDatabase } from "@readout/api/testing/postgres";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KeptAnswers } from "./kept-answers.ts";
import { revisionChannel, type WatchedRevision, watchRevision } from "./revision.ts";

let database: TestDatabase;
let writer: pg.Client;
let revision: WatchedRevision;
let last: string;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  writer = new pg.Client(database.connectionString);
  await writer.connect();
  last = "7";
  revision = await watchRevision({ connectionString: database.connectionString, readLast: async () => last });
});

afterEach(async () => {
  await revision.stop();
  await writer.end();
  await database.drop();
});

const announce = (id: string) => writer.query("select pg_notify($1, $2)", [revisionChannel, id]);

test("it begins at the last event, follows what other processes announce, and never goes back", async () => {
  expect(revision.current()).toBe("7");
  const steps: string[] = [];
  const stop = revision.subscribe(() => steps.push(revision.current()));
  await announce("8");
  await vi.waitFor(() => expect(revision.current()).toBe("8"));
  revision.bump("10");
  await announce("9");
  await announce("11");
  await vi.waitFor(() => expect(revision.current()).toBe("11"));
  expect(steps).toEqual(["8", "10", "11"]);
  stop();
  revision.bump("12");
  expect(steps).toHaveLength(3);
});

test("a write of a rolled back transaction is not announced", async () => {
  await writer.query("begin");
  await announce("8");
  await writer.query("rollback");
  await announce("9");
  await vi.waitFor(() => expect(revision.current()).toBe("9"));
});

test("while the connection is down nothing is given from memory, and what was missed is known afterwards", async () => {
  const kept = new KeptAnswers({ revision: revision.state });
  kept.keep("/", kept.generation()!, { headers: [], body: Buffer.from("at 7") });
  expect(kept.find("/")).not.toBeNull();
  // The write that is missed: it is announced while nobody listens.
  const seen: (string | null)[] = [];
  const watch = setInterval(() => seen.push(revision.state()), 1);
  last = "8";
  await writer.query("select pg_terminate_backend(pid) from pg_stat_activity where query = $1", [
    `LISTEN ${revisionChannel}`,
  ]);
  await vi.waitFor(() => expect(seen).toContain(null));
  await vi.waitFor(() => expect(revision.current()).toBe("8"), { timeout: 30_000 });
  clearInterval(watch);
  expect(kept.find("/")).toBeNull();
  await announce("9");
  await vi.waitFor(() => expect(revision.current()).toBe("9"));
});

test("a database that was put back to an earlier state is a new state all the same", async () => {
  const before = revision.state();
  last = "3";
  await writer.query("select pg_terminate_backend(pid) from pg_stat_activity where query = $1", [
    `LISTEN ${revisionChannel}`,
  ]);
  await vi.waitFor(() => expect(revision.current()).toBe("3"), { timeout: 30_000 });
  revision.bump("7");
  expect(revision.current()).toBe("7");
  expect(revision.state()).not.toBe(before);
});
