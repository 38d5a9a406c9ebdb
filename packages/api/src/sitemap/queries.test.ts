import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestContext, type TestContext } from "../testing.ts";
import { listPageAddresses } from "./queries.ts";

let context: TestContext;
beforeAll(async () => {
  context = await createTestContext({ now: "2026-11-20T10:00:00Z" });
});
afterAll(() => context.close());

const item = { question: "Will it be signed?", resolutionCriteria: "Yes when both sides have signed." };

test("a page changed on the day on which something was last recorded about it, and pages can be had in parts", async () => {
  const { caller, setNow, ctx } = context;
  expect(await listPageAddresses(ctx, { offset: 0, limit: 10 })).toEqual({ total: 0, changedOn: null, pages: [] });
  for (const id of ["ferry-treaty", "bridge-treaty"])
    await caller.items.open({ id, title: id, ...item } as Parameters<typeof caller.items.open>[0]);
  setNow("2026-11-21T23:59:00Z");
  const look = {
    itemId: "ferry-treaty",
    kind: "review",
    lookedOn: "2026-11-21",
    note: "Nothing new.",
    expectedHead: 0,
  };
  await caller.items.record(look as Parameters<typeof caller.items.record>[0]);
  const bridge = { path: "/items/bridge-treaty", changedOn: "2026-11-20" };
  const ferry = { path: "/items/ferry-treaty", changedOn: "2026-11-21" };
  expect(await listPageAddresses(ctx, { offset: 0, limit: 10 })).toEqual({
    total: 2,
    changedOn: "2026-11-21",
    pages: [bridge, ferry],
  });
  expect((await listPageAddresses(ctx, { offset: 1, limit: 1 })).pages).toEqual([ferry]);
});
