import { isReadoutError } from "@readout/core/error";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { TestContext } from "../testing.ts";
import { hashPassword, isPassword, makePassword } from "./password.ts";

const counted = { hash: vi.fn(), verify: vi.fn() };

let context: TestContext;
let access: typeof import("../server.ts");
beforeAll(async () => {
  // Loaded anew, so that what hashes is the one that counts.
  vi.resetModules();
  vi.doMock("@node-rs/argon2", async (original) => {
    const real = await original<typeof import("@node-rs/argon2")>();
    counted.hash.mockImplementation(real.hash);
    counted.verify.mockImplementation(real.verify);
    return { ...real, ...counted };
  });
  access = await import("../server.ts");
  const { createTestContext } = await import("../testing.ts");
  context = await createTestContext();
});
afterAll(() => context.close());

const countOf = (): number => counted.hash.mock.calls.length + counted.verify.mock.calls.length;

/** How often a password was hashed while signing in, to no avail. */
async function workOf(email: string, password: string): Promise<number> {
  const before = countOf();
  const refused = await access
    .createAccounts(context.ctx, null)
    .signIn({ email, password }, {})
    .then(
      () => null,
      (error: unknown) => error,
    );
  expect(isReadoutError(refused, "unauthenticated")).toBe(true);
  return countOf() - before;
}

test("a wrong password costs one hash, whether there is an account or not", async () => {
  const { db } = context;
  await access.addUser(db, { email: "known@example.org", name: "Known", role: "reader" });
  const { user } = await access.addUser(db, { email: "guest@example.org", name: "Guest", role: "reader" });
  const client = await context.connect();
  await client.query(`DELETE FROM account WHERE "userId" = $1`, [user.id]);
  expect(await workOf("known@example.org", "a guess")).toBe(1);
  expect(await workOf("unknown@example.org", "a guess")).toBe(1);
  expect(await workOf("guest@example.org", "a guess")).toBe(1);
});

test("a password that cannot be one costs none", async () => {
  await access.addUser(context.db, { email: "endless@example.org", name: "Endless", role: "reader" });
  for (const password of ["", "x".repeat(129), "x".repeat(1_000_000)])
    expect(await workOf("endless@example.org", password)).toBe(0);
  expect(await workOf("endless@example.org", "x".repeat(128))).toBe(1);
});

test("passwords are kept as argon2id, each with a salt of its own", async () => {
  const [first, second] = await Promise.all([hashPassword("the same"), hashPassword("the same")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await isPassword({ hash: second, password: "the same" })).toBe(true);
  expect(await isPassword({ hash: second, password: "The same" })).toBe(false);
});

test("a password that was made can be read out, and is made once", () => {
  const made = Array.from({ length: 1000 }, makePassword);
  for (const password of made) expect(password).toMatch(/^(?:[a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
  expect(new Set(made).size).toBe(1000);
});
