import type { VisitMark } from "@readout/core/visit";
import { expect, test } from "vitest";
import { refusalOf } from "../testing/refusal.ts";
import { anItem, createTestContext } from "../testing.ts";

async function aReader() {
  const context = await createTestContext({ role: "reader", now: "2026-03-04T09:00:00Z" });
  const token = async () => {
    await context.callerAs("editor").items.open(anItem());
    return (await context.caller.record.overview({})).token!;
  };
  return { context, caller: context.caller, token, at: (time: string) => context.setNow(`2026-03-04T${time}:00Z`) };
}

test("half an hour without a page ends a visit, on whichever browser the next begins", async () => {
  const { caller, token, at } = await aReader();
  expect(await caller.visits.note({})).toEqual({ since: null });
  const first = await token();
  expect(await caller.visits.note({ token: first })).toEqual({ since: null });
  at("09:25");
  expect(await caller.visits.note({})).toEqual({ since: null });
  at("09:50");
  const second = await token();
  expect(await caller.visits.note({ token: second })).toEqual({ since: null });
  at("11:00");
  const since = { token: second, at: "2026-03-04T09:50:00.000Z" };
  expect(await caller.visits.note({ token: await token() })).toEqual({ since });
  at("11:20");
  expect(await caller.visits.note({})).toEqual({ since });
});

test("all is marked as seen, and that is taken back", async () => {
  const { caller, token, at } = await aReader();
  await caller.visits.note({ token: await token() });
  at("10:00");
  const newest = await token();
  const { since } = await caller.visits.note({ token: newest });
  expect(since).not.toBeNull();
  const now = { token: newest, at: "2026-03-04T10:00:00.000Z" } as VisitMark;
  expect(await caller.visits.compare({ since: now })).toEqual({ since: now });
  expect(await caller.visits.note({})).toEqual({ since: now });
  expect(await caller.visits.compare({ since })).toEqual({ since });
  expect(await caller.visits.note({})).toEqual({ since });
});

test("a visit is its owner's alone, and leaves no event and no audit row", async () => {
  const { context, caller, token, at } = await aReader();
  const seen = await token();
  await caller.visits.note({ token: seen });
  at("10:00");
  expect(await context.callerAs("reader", "other").visits.note({ token: seen })).toEqual({ since: null });
  const admin = context.callerAs("admin");
  expect((await admin.audit.list({})).rows.every(({ act }) => act === "item.opened")).toBe(true);
  expect((await admin.changes.list({})).next).toBe(seen);
});

test("a token that was never given, and a moment to come, are refused by name", async () => {
  const { caller, token } = await aReader();
  expect(await refusalOf(caller.visits.note({ token: "77" }))).toMatchObject({
    details: { fields: [{ path: "token" }] },
  });
  const later = { token: await token(), at: "2026-03-05T09:00:00.000Z" } as VisitMark;
  expect(await refusalOf(caller.visits.compare({ since: later }))).toMatchObject({
    details: { fields: [{ path: "since.at" }] },
  });
});

test("pages opened at once in many tabs are one visit", async () => {
  const { caller, token } = await aReader();
  const seen = await token();
  const answers = await Promise.all(Array.from({ length: 8 }, () => caller.visits.note({ token: seen })));
  expect(answers).toEqual(answers.map(() => ({ since: null })));
});
