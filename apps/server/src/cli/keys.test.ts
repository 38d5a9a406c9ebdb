import { authenticate, closeDb, createDb } from "@readout/api/server";
import { createTestDatabase } from "@readout/api/testing/postgres";
import { isReadoutError } from "@readout/core/error";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readSettings } from "../env.ts";
import { product } from "../product.ts";
import { dispatch } from "./dispatch.ts";
import { keysCreate, keysList, keysRevoke } from "./keys.ts";

const secret = "0123456789abcdef0123456789abcdef";

let connectionString: string;
let drop: () => Promise<void>;
let said: { out: string[]; note: string[] };

beforeAll(async () => {
  ({ connectionString, drop } = await createTestDatabase());
});
afterAll(() => drop());
beforeEach(() => {
  said = { out: [], note: [] };
});

const run = (...args: string[]) =>
  dispatch(["keys", ...args], {
    commands: [keysCreate, keysList, keysRevoke],
    migrationsFolder: product.migrationsFolder,
    readSettings: () => readSettings({ DATABASE_URL: connectionString, READOUT_SECRET: secret }),
    terminal: { out: (line) => said.out.push(line), note: (line) => said.note.push(line) },
  });

/** The role in which a key opens doors, null when it opens none. */
async function roleOf(key: string): Promise<string | null> {
  const db = createDb({ connectionString });
  try {
    const { user } = await authenticate({ db, secret, url: "http://readout.test" }, { authorization: `Bearer ${key}` });
    return user!.role;
  } catch (error) {
    if (isReadoutError(error, "unauthenticated")) return null;
    throw error;
  } finally {
    await closeDb(db);
  }
}

test("keys create prints the key alone; it works until it is revoked", async () => {
  expect(await run("create", "--role", "editor", "--name", "ci")).toBe(0);
  expect(said).toEqual({ out: [expect.stringMatching(/^rdt_\w{64}$/)], note: [] });
  const [key] = said.out as [string];
  expect(await roleOf(key)).toBe("editor");

  expect(await run("list")).toBe(0);
  expect(said.out[1]).toMatch(new RegExp(`^ci\teditor\t${key.slice(0, 8)}…\t20\\S+Z\t(?:never|20\\S+Z)\tworks$`));

  expect(await run("revoke", "ci")).toBe(0);
  expect(said.note).toEqual(["ci no longer works"]);
  expect(await roleOf(key)).toBeNull();
});

test.each([
  [["create", "--role", "king", "--name", "ci"], "--role must be one of reader, analyst, editor, admin"],
  [["create", "--role", "editor"], "--name is missing"],
  [["create"], "--role is missing; --name is missing"],
  [
    ["create", "--role", "editor", "--name", "two words"],
    "--name must be 1 to 64 letters, digits, dots, dashes or underscores",
  ],
  [["revoke", "nobody"], "There is no working key called nobody"],
])("keys %j fails in one line", async (args, line) => {
  expect(await run(...args)).toBe(1);
  expect(said).toEqual({ out: [], note: [`readout: ${line}`] });
});

test("a name that a working key has is refused", async () => {
  expect(await run("create", "--role", "reader", "--name", "twin")).toBe(0);
  expect(await run("create", "--role", "admin", "--name", "twin")).toBe(1);
  expect(said.note).toEqual(["readout: There is a key called twin already"]);
});
