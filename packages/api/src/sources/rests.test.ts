import { isStatusEntry } from "@readout/core/entry";
import type { SourceId } from "@readout/core/id";
import { readingOf } from "@readout/core/reading";
import type { Day } from "@readout/core/time";
import { Rests } from "@readout/core/withdrawal";
import { beforeAll, expect, test } from "vitest";
import { datasetContext, ledgersOf } from "../testing/records.ts";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;
beforeAll(async () => {
  context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
}, 60_000);

const rests = (id: string, knownOn?: string) =>
  context.caller.sources.rests({ id: id as SourceId, knownOn: knownOn as Day | undefined });

test("every reading without a source is what its ledger says once the evidence is struck out by hand", async () => {
  const ledgers = await ledgersOf(context);
  const asOf = { knownOn: "2026-11-21" as Day, validOn: "2026-11-21" as Day, basis: "reported" as const };
  const { sources } = await context.caller.sources.list({ limit: 200 });
  let struck = 0;
  for (const { id } of sources) {
    const found = Rests.parse(await rests(id));
    const resting = new Map(found.items.map((item) => [item.itemId as string, item]));
    for (const [itemId, ledger] of ledgers) {
      const cut = ledger.map((entry) =>
        isStatusEntry(entry)
          ? { ...entry, evidence: entry.evidence.filter((e) => e.sourceId !== id && e.origins.join() !== id) }
          : entry,
      );
      const kept = cut.filter((entry, i) => !isStatusEntry(entry) || entry.evidence.length > 0 || cut[i] === ledger[i]);
      const [before, after] = [readingOf(ledger, asOf), readingOf(kept, asOf)];
      const item = resting.get(itemId);
      expect([id, itemId, item?.without ?? null]).toEqual([
        id,
        itemId,
        before.status === after.status ? null : { status: after.status, since: after.since },
      ]);
      if (before.status !== after.status) struck += 1;
    }
  }
  expect(struck).toBeGreaterThan(10);
}, 60_000);

test("what would stand without evidence, on one origin, or as before, is told apart", async () => {
  const fates = async (id: string) =>
    Object.fromEntries(
      (await rests(id)).items.map(({ itemId, fate, origins, originsLeft }) => [itemId, [fate, origins, originsLeft]]),
    );
  expect(await fates("tass-2025-11-05-85747d")).toEqual({ "russian-property-in-us": ["bare", 1, 0] });
  expect(await fates("associated-press-2026-02-05-6a77f3")).toEqual({ "new-start-extension": ["single", 2, 1] });
  expect(await fates("reuters-tillerson-task")).toMatchObject({
    "conventional-arms-control": ["bare", 1, 0],
    "crimea-annexation": ["fewer", 3, 2],
    "new-start-extension": ["same", 2, 2],
  });
});

test("who only re-issues a source does not stand in for it", async () => {
  const { items } = await rests("unknown-original-2018");
  const [relations] = items.filter(({ itemId }) => itemId === "normalisation-of-relations");
  expect(relations).toMatchObject({ fate: "bare", originsLeft: 0, without: { status: "stalled" } });
  // The original is cited nowhere: everything comes through the page that carries it.
  expect(items.flatMap(({ entries }) => entries).every(({ paragraphs }) => paragraphs === null)).toBe(true);
});

test("disagreements keep the sides that another source makes too, and views say whether they are its alone", async () => {
  const { disagreements, views } = await rests("reuters-tillerson-task");
  const of = (id: string) => disagreements.find((each) => each.id === id);
  expect(of("cf-expel-or-cut")).toMatchObject({ sides: 2, sidesLeft: 2 });
  expect(of("cf-prospects")).toMatchObject({ sides: 3, sidesLeft: 1 });
  expect(views).toHaveLength(8);
  expect(views.every(({ isOnly, paragraphs }) => isOnly && paragraphs.length > 0)).toBe(true);
});

test("on an earlier day rests on it what was known then", async () => {
  const entries = async (knownOn?: string) =>
    (await rests("reuters-tillerson-task", knownOn)).items.flatMap((item) => item.entries).length;
  expect(await entries("2017-08-04")).toBeGreaterThan(0);
  expect(await entries("2017-08-04")).toBeLessThanOrEqual(await entries());
  await expect(rests("zerohedge-next-steps", "2017-08-05")).rejects.toMatchObject({ code: "not_found" });
});

test("an entry is weighed as it was corrected, and a retracted one not at all", async () => {
  const { callerAs, caller } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const editor = callerAs("editor");
  const item = await editor.items.open(anItem());
  const [a, b] = [
    await editor.sources.add(aSource({ id: "page-a" })),
    await editor.sources.add(aSource({ id: "page-b" })),
  ];
  const cite = (sourceId: SourceId) => [{ sourceId, stance: "supports" as const, says: "So it was." }];
  const { noEvidence: _none, ...first } = aChange(item.id, 0);
  await editor.items.record({ ...first, evidence: cite(a.id) });
  const { kind: _kind, expectedHead: _head, ...content } = first;
  await editor.items.record({
    ...content,
    kind: "correction",
    corrects: 1,
    expectedHead: 1,
    reason: "the other page",
    evidence: cite(b.id),
  });
  expect((await caller.sources.rests({ id: a.id })).items).toEqual([]);
  expect((await caller.sources.rests({ id: b.id })).items).toMatchObject([{ fate: "bare", entries: [{ seq: 1 }] }]);
  await editor.items.record({
    kind: "retraction",
    itemId: item.id,
    retracts: 1,
    expectedHead: 2,
    reason: "another matter",
  });
  expect((await caller.sources.rests({ id: b.id })).items).toEqual([]);
});
