import { watchLimit } from "@readout/core/watch";
import { beforeEach, describe, expect, test } from "vitest";
import { authenticate } from "../access/authenticate.ts";
import { createKey } from "../access/create-key.ts";
import { createCaller, createContext } from "../server.ts";
import { refusalOf } from "../testing/refusal.ts";
import { anItem, createTestContext, type TestContext } from "../testing.ts";
import { aReader, type Reader } from "./testing.ts";
import { findUnsubscribing, unsubscribe, writeUnsubscribeToken } from "./unsubscribe.ts";

let context: TestContext;
let reader: Reader;
let itemId: string;
beforeEach(async () => {
  context = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  reader = await aReader(context);
  itemId = (await context.caller.items.open(anItem({ title: "Bridge" }))).id;
});

const anItemWatch = () => ({ kind: "item" as const, itemId });

test("watching is idempotent, is listed, and can be altered, stopped and taken up again", async () => {
  const { caller } = reader;
  const watch = await caller.watches.add(anItemWatch());
  expect(watch).toMatchObject({ item: { id: itemId, title: "Bridge" }, view: null, cadence: "daily", reviews: false });
  expect(await caller.watches.add({ ...anItemWatch(), cadence: "weekly" })).toEqual(watch);
  expect((await caller.watches.list({ itemId })).watches).toEqual([watch]);
  expect(await caller.watches.edit({ id: watch.id, cadence: "at-once" })).toMatchObject({ cadence: "at-once" });
  expect(await caller.watches.remove({ id: watch.id })).toMatchObject({ stopped: true });
  expect((await caller.watches.list({})).watches).toEqual([]);
  expect(await caller.watches.remove({ id: watch.id })).toMatchObject({ stopped: true });
  expect(await caller.watches.restore({ id: watch.id })).toMatchObject({ stopped: false, cadence: "at-once" });
});

test("the same filters in another order are the same view", async () => {
  const { caller } = reader;
  const view = { kind: "view" as const, name: "What does not move" };
  const first = await caller.watches.add({ ...view, filters: { status: ["suspended", "stalled"], q: " talks" } });
  expect(first.view).toEqual({ name: view.name, filters: { status: ["stalled", "suspended"], q: "talks" } });
  const again = await caller.watches.add({ ...view, filters: { q: "talks ", status: ["stalled", "suspended"] } });
  expect(again.id).toBe(first.id);
});

test("two tabs that watch the same thing at once make one watch", async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => reader.caller.watches.add(anItemWatch())));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
});

test("a watch is its owner's alone", async () => {
  const watch = await reader.caller.watches.add(anItemWatch());
  const other = await aReader(context, "other");
  for (const act of ["remove", "restore"] as const)
    expect((await refusalOf(other.caller.watches[act]({ id: watch.id }))).code).toBe("not_found");
  expect((await refusalOf(other.caller.watches.edit({ id: watch.id, cadence: "weekly" }))).code).toBe("not_found");
  expect((await other.caller.watches.list({})).watches).toEqual([]);
});

test("what cannot be watched is refused with the field, or with what there is not", async () => {
  const { caller } = reader;
  expect((await refusalOf(caller.watches.add({ kind: "item", itemId: "no-such-item" }))).code).toBe("not_found");
  const noView = caller.watches.add({ kind: "view", name: " ", filters: {} });
  expect((await refusalOf(noView)).details.fields).toMatchObject([{ path: "name" }]);
  const watch = await caller.watches.add(anItemWatch());
  const named = await refusalOf(caller.watches.edit({ id: watch.id, name: "mine" }));
  expect(named.details.fields).toMatchObject([{ path: "name" }]);
  const client = await context.connect();
  await client.query(
    `INSERT INTO watch (id, user_id, name, filters, cadence, cursor, told_at, created_at)
     SELECT gen_random_uuid(), $1, 'n', jsonb_build_object('q', n), 'daily', 0, now(), now() FROM generate_series(2, ${watchLimit}) n`,
    [reader.id],
  );
  const tooMany = await refusalOf(caller.watches.add({ kind: "view", name: "One more", filters: {} }));
  expect(tooMany).toMatchObject({ code: "invalid_input", details: { fields: [{ path: "filters" }] } });
  expect(tooMany.message).toContain("stop one of them first");
});

test("a service has no mailbox and is told so", async () => {
  const { key } = await createKey(context.db, { role: "admin", name: "robot" });
  const caller = createCaller(
    createContext(context.ctx, await authenticate(context.ctx, { authorization: `Bearer ${key}` })),
  );
  const error = await refusalOf(caller.watches.add(anItemWatch()));
  expect(error).toMatchObject({ code: "forbidden" });
  expect(error.message).toContain("no mailbox");
  expect(await caller.mailbox.get({})).toMatchObject({ address: null, messages: [] });
});

test("a mailbox tells where mail goes and when the next may come; stopping all stops every watch, and watching again opens it", async () => {
  const { caller } = reader;
  await caller.watches.add(anItemWatch());
  expect(await caller.mailbox.get({})).toEqual({
    ...{ address: reader.email, isSetUp: true, stopped: false, messages: [] },
    ...{ nextDaily: "2026-03-05T06:00:00.000Z", nextWeekly: "2026-03-09T06:00:00.000Z" },
  });
  expect(await caller.mailbox.stop({})).toMatchObject({ stopped: true });
  expect((await caller.watches.list({})).watches).toEqual([]);
  await caller.watches.add(anItemWatch());
  expect(await caller.mailbox.get({})).toMatchObject({ stopped: false });
});

describe("a link to unsubscribe", () => {
  const writer = { user: null, address: "192.0.2.7", requestId: "r" };

  test("says what it stops without stopping it, stops it without a sign-in, and leaves an audit row", async () => {
    const watch = await reader.caller.watches.add(anItemWatch());
    const token = writeUnsubscribeToken(context.ctx, { userId: reader.id, watchId: watch.id });
    expect(await findUnsubscribing(context.ctx, token)).toEqual({ scope: "watch", what: "Bridge", stopped: false });
    expect((await reader.caller.watches.list({})).watches).toHaveLength(1);
    for (let i = 0; i < 2; i++)
      expect(await unsubscribe(context.ctx, token, writer)).toEqual({ scope: "watch", what: "Bridge", stopped: true });
    expect((await reader.caller.watches.list({})).watches).toEqual([]);
    const { rows } = await context.callerAs("admin").audit.list({ act: "watch.stopped" });
    expect(rows).toMatchObject([{ who: null, address: "192.0.2.7", subject: { type: "watch", id: watch.id } }]);
  });

  test("may stop all mail of one person, and of nobody else", async () => {
    const other = await aReader(context, "other");
    for (const { caller } of [reader, other]) await caller.watches.add(anItemWatch());
    await unsubscribe(context.ctx, writeUnsubscribeToken(context.ctx, { userId: reader.id, watchId: null }), writer);
    expect(await reader.caller.mailbox.get({})).toMatchObject({ stopped: true });
    expect(await other.caller.mailbox.get({})).toMatchObject({ stopped: false });
    expect((await other.caller.watches.list({})).watches).toHaveLength(1);
  });

  test("that was made up, cut or signed with another secret stops nothing", async () => {
    const watch = await reader.caller.watches.add(anItemWatch());
    const token = writeUnsubscribeToken(context.ctx, { userId: reader.id, watchId: watch.id });
    const [content, seal] = token.split(".") as [string, string];
    const all = Buffer.from(JSON.stringify([reader.id, null])).toString("base64url");
    const foreign = writeUnsubscribeToken({ secret: "x".repeat(32) }, { userId: reader.id, watchId: watch.id });
    for (const bad of ["", ".", content, `${all}.${seal}`, `${content}.${seal.slice(1)}`, `${token}.x`, foreign]) {
      expect(await findUnsubscribing(context.ctx, bad), bad).toBeNull();
      expect(await unsubscribe(context.ctx, bad, writer), bad).toBeNull();
    }
    expect((await reader.caller.watches.list({})).watches).toHaveLength(1);
  });
});
