import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTestDatabase } from "@readout/api/testing/postgres";
import { ReadoutError } from "@readout/core/error";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSettings } from "../env.ts";
import { standIn } from "../testing/stand-in.ts";
import { type Command, usageProblem } from "./command.ts";
import { dispatch } from "./dispatch.ts";

const count: Command = {
  name: "events count",
  usage: "--what <words>",
  summary: "Counts events",
  prepare: (args) => {
    const { values } = parseArgs({ args, options: { what: { type: "string" } } });
    if (values.what === undefined) throw usageProblem("--what is missing");
    return async ({ connectionString, out, note }) => {
      if (values.what === "nothing") throw new ReadoutError("not_found", "There is no event called nothing");
      const client = new pg.Client(connectionString);
      await client.connect();
      const { rows } = await client.query("select count(*)::int as events from event");
      await client.end();
      note("counted");
      out(String(rows[0].events));
      return 0;
    };
  },
};

let folder: string;
let said: { out: string[]; note: string[] };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "readout-cli-"));
  said = { out: [], note: [] };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (args: string[], environment: Record<string, string> = { READOUT_DATA_DIR: folder }) =>
  dispatch(args, {
    commands: [count],
    migrationsFolder: standIn.migrationsFolder,
    readSettings: () => readSettings(environment),
    terminal: { out: (line) => said.out.push(line), note: (line) => said.note.push(line) },
  });

test("a command starts a database of its own, prints its result alone, and leaves nothing running", async () => {
  expect(await run(["events", "count", "--what", "all"])).toBe(0);
  expect(said).toEqual({ out: ["0"], note: ["counted"] });
  expect((await readdir(folder)).sort()).toEqual(["postgres", "postgres.log", "secret"]);
  expect(await readdir(join(folder, "postgres"))).not.toContain("postmaster.pid");
});

test("a command works on the database that DATABASE_URL names, without a data folder", async () => {
  const database = await createTestDatabase({ empty: true });
  const environment = { DATABASE_URL: database.connectionString, READOUT_SECRET: "0123456789abcdef0123456789abcdef" };
  expect(await run(["events", "count", "--what", "all"], environment)).toBe(0);
  expect(said.out).toEqual(["0"]);
  expect(await readdir(folder)).toEqual([]);
  await database.drop();
});

test.each([
  [["sing"], 'readout: there is no command "sing"; npm run readout -- help lists them'],
  [["events", "sing"], "readout: events goes with count; npm run readout -- help lists them"],
  [["events", "count"], "readout: --what is missing (usage: readout events count --what <words>)"],
  [["events", "count", "--loud"], "readout: Unknown option '--loud' (usage: readout events count --what <words>)"],
])("%j is refused in one line, before any database is touched", async (args, line) => {
  expect(await run(args)).toBe(2);
  expect(said).toEqual({ out: [], note: [line] });
  expect(await readdir(folder)).toEqual([]);
});

test("what a command is refused is said in one line", async () => {
  expect(await run(["events", "count", "--what", "nothing"])).toBe(1);
  expect(said).toEqual({ out: [], note: ["readout: There is no event called nothing"] });
});

test("help lists the commands on standard output; without any word the list is a complaint", async () => {
  expect(await run(["help"])).toBe(0);
  expect(said.out.at(-1)).toBe("  events count --what <words>  Counts events");
  expect(await run([])).toBe(2);
  expect(said.note).toEqual(said.out);
});
