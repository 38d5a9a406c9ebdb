import type { UserSummary } from "@readout/core/account";
import { isReadoutError } from "@readout/core/error";
import { expect, test, vi } from "vitest";
import { createTestContext, type TestContext } from "../testing.ts";
import { createAccounts } from "./accounts.ts";
import { authenticate } from "./authenticate.ts";
import { createKey } from "./create-key.ts";
import { ensureFirstAdmin } from "./first-admin.ts";

const codeOf = (promise: Promise<unknown>): Promise<string | null> =>
  promise.then(
    () => null,
    (error: unknown) => (isReadoutError(error) ? error.code : "none of ours"),
  );

const ada = { email: "Ada@Example.org", name: "Ada", role: "editor" } as const;

/** The Cookie header of a browser in which somebody signed in. */
async function signIn({ ctx }: TestContext, email: string, password: string): Promise<{ cookie: string }> {
  const { cookies } = await createAccounts(ctx, null).signIn({ email, password }, {});
  return { cookie: cookies[0]!.split(";")[0]! };
}

const actsOf = async ({ caller }: TestContext, act: string) =>
  (await caller.audit.list({ act, limit: 200 })).rows.map(({ who, subject, before, after }) => ({
    ...{ who: who?.id ?? null, subject, before, after },
  }));

test("an administrator gives somebody an account, whose password is shown this once", async () => {
  const context = await createTestContext({ role: "admin" });
  const { user, password } = await context.caller.users.add(ada);
  expect(user).toEqual({
    ...{ id: expect.any(String), name: "Ada", email: "ada@example.org", role: "editor", shutOut: false },
    ...{ createdAt: expect.stringMatching(/Z$/), lastSeenAt: null, signsInBy: ["password"] },
  });
  expect((await context.caller.users.list({})).users).toEqual([user]);
  const headers = await signIn(context, "ada@example.org", password);
  expect(await authenticate(context.ctx, headers)).toEqual({
    ...{ user: { id: user.id, name: "Ada", role: "editor" }, by: "session" },
  });
  expect(await codeOf(context.caller.users.add({ ...ada, email: "ADA@example.org" }))).toBe("conflict");
  expect(await actsOf(context, "user.added")).toEqual([
    {
      ...{ who: "test-admin", subject: { type: "user", id: user.id }, before: null },
      after: { email: "ada@example.org", name: "Ada", role: "editor" },
    },
  ]);
});

test("of ten that add one address at a time, one succeeds", async () => {
  const { caller } = await createTestContext({ role: "admin" });
  const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(caller.users.add(ada))));
  expect(codes.toSorted()).toEqual([...Array(9).fill("conflict"), null]);
});

test.each([
  [{ ...ada, email: "nobody" }],
  [{ ...ada, name: " " }],
  [{ ...ada, role: "king" }],
  [{ ...ada, password: "chosen" }],
])("%j is refused", async (command) => {
  const { caller } = await createTestContext({ role: "admin" });
  expect(await codeOf(caller.users.add(command as typeof ada))).toBe("invalid_input");
});

test("who asks is told who they are, with the address of a person only", async () => {
  const context = await createTestContext({ role: "admin" });
  const { key } = await createKey(context.db, { role: "analyst", name: "ci" });
  const asker = await authenticate(context.ctx, { authorization: `Bearer ${key}` });
  expect(await context.callerAs(null).account.me({})).toEqual({ user: null });
  const { createCaller, createContext } = await import("../server.ts");
  const { user } = await createCaller(createContext(context.ctx, asker)).account.me({});
  expect(user).toEqual({ id: asker.user!.id, name: "ci", email: null, role: "analyst", by: "key" });
});

test("an edit says what changed, and only a new role or being shut out ends sessions", async () => {
  const context = await createTestContext({ role: "admin" });
  const { user, password } = await context.caller.users.add(ada);
  const { id } = user;
  const headers = await signIn(context, user.email, password);
  const isIn = async () => (await authenticate(context.ctx, headers)).user !== null;
  expect(await context.caller.users.edit({ id, name: "Ada L." })).toMatchObject({ name: "Ada L.", role: "editor" });
  expect(await context.caller.users.edit({ id, role: "editor" })).toMatchObject({ role: "editor" });
  expect(await isIn()).toBe(true);
  expect(await context.caller.users.edit({ id, role: "reader" })).toMatchObject({ role: "reader" });
  expect(await isIn()).toBe(false);
  expect(await context.caller.users.edit({ id, shutOut: true })).toMatchObject({ shutOut: true });
  expect(await codeOf(signIn(context, user.email, password))).toBe("unauthenticated");
  expect(await context.caller.users.edit({ id, shutOut: false })).toMatchObject({ shutOut: false });
  expect(await codeOf(signIn(context, user.email, password))).toBeNull();
  expect((await actsOf(context, "user.edited")).map(({ before, after }) => [before, after])).toEqual([
    [{ shutOut: true }, { shutOut: false }],
    [{ shutOut: false }, { shutOut: true }],
    [{ role: "editor" }, { role: "reader" }],
    [{ name: "Ada" }, { name: "Ada L." }],
  ]);
});

test("the last administrator keeps the role and is not shut out, even when two dismiss each other at once", async () => {
  const { caller } = await createTestContext({ role: "admin" });
  const add = async (name: string) =>
    (await caller.users.add({ email: `${name}@example.org`, name, role: "admin" })).user;
  const [one, two] = [await add("one"), await add("two")];
  const codes = await Promise.all([
    codeOf(caller.users.edit({ id: one.id, role: "reader" })),
    codeOf(caller.users.edit({ id: two.id, shutOut: true })),
  ]);
  expect(codes.toSorted()).toEqual(["forbidden", null]);
  const left = (await caller.users.list({})).users.filter(
    ({ role, shutOut }: UserSummary) => role === "admin" && !shutOut,
  );
  expect(left).toHaveLength(1);
  for (const edit of [{ role: "editor" as const }, { shutOut: true }])
    expect(await codeOf(caller.users.edit({ id: left[0]!.id, ...edit }))).toBe("forbidden");
  expect(await codeOf(caller.users.edit({ id: left[0]!.id, name: "Still here" }))).toBeNull();
});

test("another password ends the sessions and the old password", async () => {
  const context = await createTestContext({ role: "admin" });
  const { user, password } = await context.caller.users.add(ada);
  const headers = await signIn(context, user.email, password);
  const renewed = await context.caller.users.resetPassword({ id: user.id });
  expect((await authenticate(context.ctx, headers)).user).toBeNull();
  expect(await codeOf(signIn(context, user.email, password))).toBe("unauthenticated");
  expect(await codeOf(signIn(context, user.email, renewed.password))).toBeNull();
});

test("a service is no user: it is neither listed nor edited nor given a password", async () => {
  const { caller, db } = await createTestContext({ role: "admin" });
  await createKey(db, { role: "admin", name: "ci" });
  const [key] = (await caller.keys.list({})).keys;
  expect((await caller.users.list({})).users).toEqual([]);
  expect(await codeOf(caller.users.edit({ id: key!.userId, role: "reader" }))).toBe("not_found");
  expect(await codeOf(caller.users.resetPassword({ id: key!.userId }))).toBe("not_found");
});

test("keys are made, listed and ended over the API", async () => {
  const context = await createTestContext({ role: "admin" });
  const { id, key } = await context.caller.keys.create({ name: "ci", role: "editor" });
  const [listed] = (await context.caller.keys.list({})).keys;
  expect(listed).toMatchObject({
    id,
    name: "ci",
    role: "editor",
    start: key.slice(0, 8),
    lastUsedAt: null,
    works: true,
  });
  await authenticate(context.ctx, { authorization: `Bearer ${key}` });
  await vi.waitFor(async () =>
    expect((await context.caller.keys.list({})).keys[0]?.lastUsedAt).toMatch(/^20\d\d-.*Z$/),
  );
  expect((await context.caller.keys.revoke({ id })).keys).toMatchObject([{ id, works: false }]);
  expect(await codeOf(authenticate(context.ctx, { authorization: `Bearer ${key}` }))).toBe("unauthenticated");
  expect(await codeOf(context.caller.keys.revoke({ id }))).toBe("not_found");
  expect((await actsOf(context, "key.revoked")).map(({ subject }) => subject)).toEqual([{ type: "key", id }]);
});

test("that somebody was here is noted once a minute, not at every request", async () => {
  const context = await createTestContext({ role: "admin" });
  const { user, password } = await context.caller.users.add(ada);
  const headers = await signIn(context, user.email, password);
  await authenticate(context.ctx, headers);
  const seen = async () => (await context.caller.users.list({})).users[0]!.lastSeenAt;
  await vi.waitFor(async () => expect(await seen()).not.toBeNull());
  const client = await context.connect();
  await client.query(`UPDATE user_seen SET at = '2020-01-01'`);
  for (let i = 0; i < 20; i++) await authenticate(context.ctx, headers);
  // What is noted later than these is noted after this question, on the same few connections.
  await Promise.all(Array.from({ length: 30 }, seen));
  expect(await seen()).toBe("2020-01-01T00:00:00.000Z");
});

test("the first administrator is made once, by whoever starts first", async () => {
  const context = await createTestContext({ role: "admin" });
  await createKey(context.db, { role: "admin", name: "ci" });
  const made = (await Promise.all(Array.from({ length: 5 }, () => ensureFirstAdmin(context.db, null)))).flatMap(
    (admin) => admin ?? [],
  );
  expect(made).toHaveLength(1);
  const [{ email, password }] = made as [{ email: string; password: string }];
  expect(await authenticate(context.ctx, await signIn(context, email, password))).toMatchObject({
    user: { role: "admin" },
  });
  expect(await ensureFirstAdmin(context.db, { email: "b@example.org", password: "chosen by us" })).toBeNull();
});

test("the first administrator may be given, and the password that was chosen is not told again", async () => {
  const context = await createTestContext({ role: "admin" });
  const given = { email: "Root@Example.org", password: "chosen by us" };
  expect(await ensureFirstAdmin(context.db, given)).toEqual({ email: "root@example.org", password: null });
  expect(await codeOf(signIn(context, "root@example.org", "chosen by us"))).toBeNull();
});

test("what happens at the door is in the audit log, and nothing that opens it", async () => {
  const context = await createTestContext({ role: "admin" });
  const { user, password } = await context.caller.users.add(ada);
  const accounts = createAccounts(context.ctx, null);
  const from = { host: "readout.test", origin: "http://readout.test", "x-readout-address": "192.0.2.7" };
  await codeOf(accounts.signIn({ email: user.email, password: "a guess" }, from));
  await codeOf(accounts.signIn({ email: "nobody@example.org", password: "a guess" }, from));
  const { cookies } = await accounts.signIn({ email: user.email, password }, from);
  const cookie = cookies[0]!.split(";")[0]!;
  await codeOf(accounts.changePassword({ current: "a guess", new: "a longer one 1" }, { ...from, cookie }));
  const changed = await accounts.changePassword({ current: password, new: "a longer one 1" }, { ...from, cookie });
  const fresh = changed.cookies[0]!.split(";")[0]!;
  await accounts.signOut({ ...from, cookie: fresh });
  const { key } = await context.caller.keys.create({ name: "ci", role: "editor" });
  const { password: renewed } = await context.caller.users.resetPassword({ id: user.id });

  const { rows } = await context.caller.audit.list({ limit: 200 });
  const atDoor = rows.filter(({ address }) => address === "192.0.2.7").toReversed();
  expect(atDoor.map(({ act, who, subject }) => [act, who?.name ?? null, subject.id])).toEqual([
    ["session.refused", null, user.id],
    ["session.refused", null, "unknown"],
    ["session.begun", "Ada", user.id],
    ["password.refused", "Ada", user.id],
    ["password.changed", "Ada", user.id],
    ["session.ended", "Ada", user.id],
  ]);
  const client = await context.connect();
  const log = JSON.stringify((await client.query("SELECT * FROM audit")).rows);
  const tokens = [cookie, fresh].map((line) => decodeURIComponent(line.split("=")[1]!).split(".")[0]!);
  for (const secret of [password, "a longer one 1", renewed, key, key.slice(8), "a guess", ...tokens, "argon2"])
    expect(log).not.toContain(secret);
});
