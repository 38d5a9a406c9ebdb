import { createAccounts } from "@readout/api/server";
import { createTestContext, type TestContext } from "@readout/api/testing";
import { isReadoutError } from "@readout/core/error";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readSettings } from "../env.ts";
import { product } from "../product.ts";
import { dispatch } from "./dispatch.ts";
import { usersAdd, usersLetIn, usersList, usersReset, usersRole, usersShutOut } from "./users.ts";

let context: TestContext;
let said: { out: string[]; note: string[] };

beforeAll(async () => {
  context = await createTestContext();
});
afterAll(() => context.close());
beforeEach(() => {
  said = { out: [], note: [] };
});

const run = (...args: string[]) =>
  dispatch(["users", ...args], {
    commands: [usersAdd, usersList, usersRole, usersReset, usersShutOut, usersLetIn],
    migrationsFolder: product.migrationsFolder,
    readSettings: () =>
      readSettings({
        DATABASE_URL: context.connectionString,
        READOUT_SECRET: "0123456789abcdef0123456789abcdef",
      }),
    terminal: { out: (line) => said.out.push(line), note: (line) => said.note.push(line) },
  });

/** Whether a password opens the door for somebody. */
async function opens(email: string, password: string): Promise<boolean> {
  try {
    return (await createAccounts(context.ctx, null).signIn({ email, password }, {})).cookies.length === 1;
  } catch (error) {
    if (isReadoutError(error, "unauthenticated")) return false;
    throw error;
  }
}

test("users add prints the password alone; what follows is done to the account by its address", async () => {
  expect(await run("add", "--email", "Ada@Example.org", "--name", "Ada L.", "--role", "editor")).toBe(0);
  expect(said).toEqual({ out: [expect.stringMatching(/^[a-z2-9-]{23}$/)], note: [] });
  const [password] = said.out as [string];
  expect(await opens("ada@example.org", password)).toBe(true);

  said = { out: [], note: [] };
  expect(await run("role", "ADA@example.org", "admin")).toBe(0);
  expect(await run("list")).toBe(0);
  expect(said.out).toEqual([expect.stringMatching(/^ada@example\.org\tAda L\.\tadmin\tpassword\tnever\tmay enter$/)]);
  expect(await run("reset", "ada@example.org")).toBe(0);
  const renewed = said.out.at(-1)!;
  expect([await opens("ada@example.org", password), await opens("ada@example.org", renewed)]).toEqual([false, true]);

  expect(await run("shut-out", "ada@example.org")).toBe(1);
  expect(said.note.at(-1)).toMatch(/^readout: This is the last administrator/);
  expect(await run("add", "--email", "grace@example.org", "--name", "Grace", "--role", "admin")).toBe(0);
  expect(await run("shut-out", "ada@example.org")).toBe(0);
  expect(await opens("ada@example.org", renewed)).toBe(false);
  expect(await run("let-in", "ada@example.org")).toBe(0);
  expect(await opens("ada@example.org", renewed)).toBe(true);
  expect(said.note).toEqual([
    "ada@example.org is admin",
    expect.any(String),
    "ada@example.org is shut out",
    "ada@example.org may enter",
  ]);
});

test.each([
  [
    ["add", "--email", "nobody", "--name", "A", "--role", "king"],
    1,
    /^readout: --email must be an e-mail address; --role /,
  ],
  [["add"], 1, /^readout: --email is missing; --name is missing; --role is missing$/],
  [["role", "nobody@example.org", "king"], 1, /^readout: a role is one of reader, analyst, editor, admin$/],
  [["role", "nobody@example.org"], 2, /^readout: a user and a role are needed/],
  [["role", "nobody@example.org", "reader"], 1, /^readout: There is no user nobody@example\.org$/],
  [["reset"], 2, /^readout: one user is needed/],
])("users %j fails in one line", async (args, code, line) => {
  expect(await run(...args)).toBe(code);
  expect(said).toEqual({ out: [], note: [expect.stringMatching(line)] });
});

test("what a command does is in the audit log, by nobody who asked over the network", async () => {
  const { rows } = await context.callerAs("admin").audit.list({ act: "user.added", limit: 10 });
  expect(rows.map(({ who, address }) => [who, address])).toContainEqual([null, null]);
});
