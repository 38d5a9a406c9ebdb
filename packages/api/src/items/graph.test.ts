import type { ItemId } from "@readout/core/id";
import type { Day } from "@readout/core/time";
import { beforeAll, expect, test } from "vitest";
import { datasetContext } from "../testing/records.ts";
import { anItem, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;
beforeAll(async () => {
  context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
}, 60_000);

test("a graph holds what its links lead to, and each item as it read on the day", async () => {
  const { caller } = context;
  for (const knownOn of [undefined, "2017-08-07" as Day]) {
    const { items, links, isWhole } = await caller.items.graph({ id: "us-response-to-expulsions" as ItemId, knownOn });
    const own = await caller.items.get({ id: "us-response-to-expulsions" as ItemId, knownOn });
    expect(new Set(items.slice(1).map(({ id }) => id))).toEqual(new Set(own.links.map(({ itemId }) => itemId)));
    expect(items[0]).toMatchObject({ id: own.id, hops: 0, reading: own.reading });
    for (const { itemId, reading, phase } of own.links)
      expect(items.find(({ id }) => id === itemId)).toMatchObject({ hops: 1, reading, phase });
    expect(links).toContainEqual({ type: "depends-on", itemId: own.id, toItemId: "us-staff-cut-execution" });
    expect(isWhole).toBe(true);
  }
});

test("two links away are the items of those beside it, each once and by nearness", async () => {
  const { caller } = context;
  const { items, links } = await caller.items.graph({ id: "new-start-extension" as ItemId, hops: 2 });
  expect(items.map(({ hops }) => hops)).toEqual([...items.map(({ hops }) => hops)].sort());
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const beside = items.filter(({ hops }) => hops === 1).map(({ id }) => id);
  const reached = new Set<string>();
  for (const id of beside) for (const { itemId } of (await caller.items.get({ id })).links) reached.add(itemId);
  expect(items.filter(({ hops }) => hops === 2).every(({ id }) => reached.has(id))).toBe(true);
  expect(items.length).toBe(new Set([...reached, ...beside, "new-start-extension"]).size);
  const shown = new Set(items.map(({ id }) => id));
  expect(links.every(({ itemId, toItemId }) => shown.has(itemId) && shown.has(toItemId))).toBe(true);
});

test("an item without links stands alone, and a long row of them is cut at the nearest", async () => {
  const { caller, callerAs } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const editor = callerAs("editor");
  const hub = await editor.items.open(anItem({ id: "hub" }));
  expect(await caller.items.graph({ id: hub.id })).toMatchObject({ items: [{ id: "hub" }], links: [], isWhole: true });
  for (let i = 0; i < 105; i++)
    await editor.items.open(anItem({ id: `spoke-${i}`, links: [{ type: "related", itemId: hub.id }] }));
  const { items, links, isWhole } = await caller.items.graph({ id: hub.id });
  expect([items.length, links.length, isWhole]).toEqual([100, 99, false]);
  await expect(caller.items.graph({ id: "nothing" as ItemId })).rejects.toMatchObject({ code: "not_found" });
}, 30_000);
