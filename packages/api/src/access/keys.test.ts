import { apiKey } from "@better-auth/api-key";
import { isReadoutError } from "@readout/core/error";
import { Role } from "@readout/core/role";
import { getAuthTables } from "better-auth/db";
import { beforeAll, expect, test } from "vitest";
import { prismaOf } from "../db/handle.ts";
import { createTestContext, type TestContext } from "../testing.ts";
import { createAuth } from "./auth.ts";
import { authenticate } from "./authenticate.ts";
import { createKey } from "./create-key.ts";
import { listKeys, verifyKey } from "./queries.ts";
import { revokeKey } from "./revoke-key.ts";

let context: TestContext;
beforeAll(async () => {
  context = await createTestContext();
});

/** The error that a promise ends in. */
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

test.each(Role.options)("the key of role %s acts in that role, as a service of its own", async (role) => {
  const { db } = context;
  const { key } = await createKey(db, { role, name: `as-${role}` });
  const listed = (await listKeys(db)).find(({ name }) => name === `as-${role}`)!;
  expect(key).toMatch(/^rdt_[A-Za-z]{64}$/);
  expect(await verifyKey(db, key)).toEqual({ id: listed.userId, role, name: `as-${role}` });
  expect(await authenticate(context.ctx, { authorization: `Bearer ${key}` })).toEqual({
    user: { id: listed.userId, role, name: `as-${role}` },
    by: "key",
  });
  expect(listed).toMatchObject({ role, start: key.slice(0, 8), works: true });
});

test("the database holds no key in plain, only its hash and first characters", async () => {
  const { db, connect } = context;
  const { key } = await createKey(db, { role: "editor", name: "secretive" });
  const client = await connect();
  const { rows } = await client.query(`SELECT (k.*)::text || (u.*)::text AS everything
    FROM apikey k JOIN "user" u ON u.id = k."referenceId" WHERE k.name = 'secretive'`);
  expect(rows).toHaveLength(1);
  expect(rows[0].everything).toContain(key.slice(0, 8));
  expect(rows[0].everything).not.toContain(key.slice(0, 9));
});

test("a revoked key opens nothing from the next request on, and its user stays the author of what it wrote", async () => {
  const { db } = context;
  const { key, id } = await createKey(db, { role: "admin", name: "leaked" });
  expect(await verifyKey(db, key)).not.toBeNull();
  await revokeKey(db, "leaked");
  expect(await verifyKey(db, key)).toBeNull();
  expect((await listKeys(db)).find((listed) => listed.id === id)).toMatchObject({ name: "leaked", works: false });
  expect(isReadoutError(await errorOf(revokeKey(db, "leaked")), "not_found")).toBe(true);
});

test("a key is revoked by its id too, and its name is free again", async () => {
  const { db } = context;
  const first = await createKey(db, { role: "reader", name: "rotated" });
  await revokeKey(db, first.id);
  const second = await createKey(db, { role: "reader", name: "rotated" });
  expect(await verifyKey(db, first.key)).toBeNull();
  expect(await verifyKey(db, second.key)).toMatchObject({ role: "reader" });
});

test("of ten that ask for one name at a time, one gets it", async () => {
  const { db } = context;
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => errorOf(createKey(db, { role: "reader", name: "wanted" }))),
  );
  expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  expect(outcomes.filter((outcome) => isReadoutError(outcome, "conflict"))).toHaveLength(9);
  expect((await listKeys(db)).filter(({ name }) => name === "wanted")).toHaveLength(1);
});

test("a key whose user is shut out, or whose time is over, opens nothing", async () => {
  const { db, connect } = context;
  const banned = await createKey(db, { role: "editor", name: "banned" });
  const over = await createKey(db, { role: "editor", name: "over" });
  const client = await connect();
  await client.query(`UPDATE "user" SET banned = true WHERE name = 'banned'`);
  await client.query(`UPDATE apikey SET "expiresAt" = now() - interval '1 second' WHERE name = 'over'`);
  expect(await verifyKey(db, banned.key)).toBeNull();
  expect(await verifyKey(db, over.key)).toBeNull();
});

test.each([
  ["no key", "Bearer"],
  ["a blank", "Bearer "],
  ["nothing", ""],
  ["a password", "Basic Y2k6Y2k="],
  ["two words", "Bearer two words"],
  ["another program's key", "Bearer nothing-of-ours"],
  ["an unknown key", `Bearer rdt_${"a".repeat(64)}`],
  ["an endless key", `Bearer rdt_${"a".repeat(5000)}`],
  ["SQL", "Bearer rdt_'OR/**/true--"],
])("%s is unauthenticated, and not repeated", async (_, authorization) => {
  const error = await errorOf(authenticate(context.ctx, { authorization }));
  expect(isReadoutError(error, "unauthenticated")).toBe(true);
  const { message, details, fix } = error as Error & { details: object; fix: string };
  const said = JSON.stringify([message, details, fix]);
  for (const word of authorization.split(" ").filter((part) => part.length > 8)) expect(said).not.toContain(word);
});

test("no Authorization is an anonymous visitor", async () => {
  expect(await authenticate(context.ctx, {})).toEqual({ user: null, by: null });
});

test.each([
  [{ role: "king", name: "ci" }, "role"],
  [{ role: "editor", name: "" }, "name"],
  [{ role: "editor", name: "two words" }, "name"],
  [{ role: "editor", name: "x".repeat(65) }, "name"],
])("%j is refused with the field %s", async (command, field) => {
  const error = await errorOf(createKey(context.db, command));
  expect(isReadoutError(error, "invalid_input")).toBe(true);
  expect((error as { details: object }).details).toMatchObject({ fields: [{ path: field }] });
});

test("better-auth finds every table and column that it works with", async () => {
  const client = await context.connect();
  const { rows } = await client.query<{ place: string }>(
    `SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const there = new Set(rows.map(({ place }) => place));
  const tables = Object.values(getAuthTables(createAuth(prismaOf(context.db)).options));
  const needed = tables.flatMap(({ modelName, fields }) =>
    Object.entries(fields).map(([name, field]) => `${modelName}.${field.fieldName ?? name}`),
  );
  expect(tables.map(({ modelName }) => modelName)).toContain(Object.keys(apiKey().schema)[0]);
  expect(needed.filter((place) => !there.has(place))).toEqual([]);
});
