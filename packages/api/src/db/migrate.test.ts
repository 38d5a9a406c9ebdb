import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/postgres.ts";
import { diffSchema, migrate } from "./migrate.ts";

const createNote = `create table "Note" (id integer not null, "text" text not null, constraint "Note_pkey" primary key (id));
create function note_length(n "Note") returns integer language plpgsql as $$ begin return length(n.text); end $$;`;
const noteModel = "model Note {\n  id Int @id\n  text String\n}\n";

let folder: string;
let database: TestDatabase;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "readout-migrate-"));
  database = await createTestDatabase({ empty: true });
  await writeMigration("0001_note", createNote);
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test("a migration with function bodies is applied once and recorded as Prisma records it", async () => {
  expect(await apply()).toEqual(["0001_note"]);
  expect(await apply()).toEqual([]);
  expect(
    await query("select migration_name, applied_steps_count, finished_at is not null as done from _prisma_migrations"),
  ).toEqual([{ migration_name: "0001_note", applied_steps_count: 1, done: true }]);
});

test("a failing migration leaves nothing of itself or of the ones before it, and can be mended", async () => {
  await writeMigration("0002_good", "create table good (id integer)");
  await writeMigration("0003_bad", "create table bad (id integer); select nonsense;");
  await expect(apply()).rejects.toThrow('migration 0003_bad fails: column "nonsense" does not exist');
  expect(await query("select to_regclass('good') as good, to_regclass('bad') as bad")).toEqual([
    { good: null, bad: null },
  ]);
  await writeMigration("0003_bad", "create table bad (id integer)");
  expect(await apply()).toEqual(["0001_note", "0002_good", "0003_bad"]);
});

test("two servers on one new database migrate it once", async () => {
  const applied = await Promise.all([apply(), apply(), apply()]);
  expect(applied.flat()).toEqual(["0001_note"]);
});

test("an edited and a missing migration are refused in one line", async () => {
  await writeMigration("0002_more", "create table more (id integer)");
  await apply();
  await writeMigration("0001_note", `${createNote} -- edited`);
  await expect(apply()).rejects.toThrow("migration 0001_note was edited after it was applied to this database");
  await writeMigration("0001_note", createNote);
  await rm(join(folder, "migrations/0002_more"), { recursive: true });
  await expect(apply()).rejects.toThrow("this database has migration 0002_more, which");
});

test("the difference between a schema and a database is told as SQL, and is empty when they agree", async () => {
  await apply();
  const schemaFile = join(folder, "schema.prisma");
  const datasource = 'datasource db {\n  provider = "postgresql"\n}\n';
  await writeFile(schemaFile, datasource + noteModel);
  expect(await diffSchema(database.connectionString, schemaFile)).toBe("");
  await writeFile(schemaFile, datasource + noteModel.replace("}", "  year Int?\n}"));
  expect(await diffSchema(database.connectionString, schemaFile)).toContain(
    'ALTER TABLE "Note" ADD COLUMN     "year" INTEGER;',
  );
});

test("columns included in an index, which a schema cannot say, are no difference; the index itself is one", async () => {
  await writeMigration("0002_index", 'create index "Note_text_idx" on "Note" (text) include (id)');
  await apply();
  const schemaFile = join(folder, "schema.prisma");
  const schema = (index: string) =>
    `datasource db {\n  provider = "postgresql"\n}\n${noteModel.replace("}", `  @@index([${index}], map: "Note_text_idx")\n}`)}`;
  await writeFile(schemaFile, schema("text"));
  expect(await diffSchema(database.connectionString, schemaFile)).toBe("");
  await writeFile(schemaFile, schema("text").replace("Note_text_idx", "other_idx"));
  expect(await diffSchema(database.connectionString, schemaFile)).toContain('CREATE INDEX "other_idx"');
});

test("the migrations and schema.prisma of Readout agree", async () => {
  const migrated = await createTestDatabase();
  const schemaFile = fileURLToPath(new URL("../../../../prisma/schema.prisma", import.meta.url));
  expect(await diffSchema(migrated.connectionString, schemaFile)).toBe("");
});

async function apply(): Promise<string[]> {
  return migrate(database.connectionString, join(folder, "migrations"));
}

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, "migrations", name), { recursive: true });
  await writeFile(join(folder, "migrations", name, "migration.sql"), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.connectionString);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
