import { isOverdueForReview } from "@readout/core/reading";
import { addDays, type Day, daysBetween } from "@readout/core/time";
import { expect, test } from "vitest";
import { randomContext } from "../testing/records.ts";
import { aChange, anItem, createTestContext, type TestContext } from "../testing.ts";

/** What is due, walked through in pages. */
async function walk(caller: TestContext["caller"], limit: number) {
  const items: Awaited<ReturnType<typeof caller.review.due>>["items"] = [];
  let cursor: string | undefined;
  let nextDueOn: Day | null = null;
  do {
    const page = await caller.review.due({ limit, cursor });
    items.push(...page.items);
    nextDueOn = page.nextDueOn;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { items, nextDueOn };
}

test("an open item is due from the day after its cadence is over, until somebody looks", async () => {
  const { caller, setNow } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const { id } = await caller.items.open(anItem({ reviewEveryDays: 10 }));
  const due = (now: string) => {
    setNow(now);
    return caller.review.due({});
  };
  expect(await due("2026-03-04T09:00:00Z")).toEqual({ items: [], nextCursor: null, nextDueOn: null });
  await caller.items.record(aChange(id, 0, { effective: "2026-03-01", reported: "2026-03-01" }));
  expect(await due("2026-03-11T23:59:59Z")).toMatchObject({ items: [], nextDueOn: "2026-03-12" });
  const { items, nextDueOn } = await due("2026-03-12T00:00:00Z");
  expect(nextDueOn).toBeNull();
  expect(items).toEqual([
    {
      ...{ id, title: "Bridge over the strait", statusSubject: "the bridge", phase: "open", reviewEveryDays: 10 },
      ...{ dueOn: "2026-03-12", reading: (await caller.items.get({ id })).reading },
    },
  ]);
  await caller.items.record({
    kind: "review",
    itemId: id,
    expectedHead: 1,
    lookedOn: "2026-03-12",
    note: "nothing new",
  } as never);
  expect(await due("2026-03-12T00:00:00Z")).toMatchObject({ items: [], nextDueOn: "2026-03-23" });
});

test("what has ended, and what was not raised yet, is not due", async () => {
  const { caller, setNow } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  await caller.items.open(anItem());
  const { id } = await caller.items.open(anItem({ reviewEveryDays: 1 }));
  await caller.items.record(aChange(id, 0, { status: "concluded", answer: "yes" }));
  setNow("2026-06-04T09:00:00Z");
  expect(await caller.review.due({})).toMatchObject({ items: [], nextDueOn: null });
});

test("a reading that moves at midnight without a write counts on its new day", async () => {
  const { caller, setNow } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const { id } = await caller.items.open(anItem({ reviewEveryDays: 1 }));
  await caller.items.record(aChange(id, 0, { effective: "2026-03-01", reported: "2026-03-01" }));
  await caller.items.record(aChange(id, 1, { status: "lapsed", effective: "2026-03-08", reported: "2026-03-02" }));
  const idsOn = async (day: string) => {
    setNow(`${day}T00:00:00Z`);
    return (await caller.review.due({})).items.map((item) => item.id);
  };
  expect(await idsOn("2026-03-07")).toEqual([id]);
  expect(await idsOn("2026-03-08")).toEqual([]);
  // A process whose clock is behind asks the rectangles: the rows speak of a later day already.
  expect(await idsOn("2026-03-07")).toEqual([id]);
});

test.each([1, 2])("over a random record the queue is what core's law says of every item (seed %s)", async (seed) => {
  const context = await randomContext(seed, 12, 60);
  const { caller, ctx, setNow } = context;
  for (const days of [0, 15, 40]) {
    const today = addDays(ctx.now().slice(0, 10) as Day, days);
    setNow(`${today}T12:00:00Z`);
    const { items: all } = await caller.items.list({ limit: 200 });
    const open = all
      .filter(({ phase }) => phase === "open")
      .map((item) => ({ item, dueOn: addDays(item.reading.lastReviewed!, item.reviewEveryDays + 1) }));
    const expected = open
      .filter(({ item }) => isOverdueForReview(item.reading.lastReviewed, item.reviewEveryDays, today))
      .sort((a, b) => daysBetween(b.dueOn, a.dueOn) || (a.item.id < b.item.id ? -1 : 1));
    const ahead = open.map(({ dueOn }) => dueOn).filter((day) => day > today);
    for (const limit of [2, 200]) {
      const { items, nextDueOn } = await walk(caller, limit);
      expect(items.map(({ id, dueOn, reading }) => ({ id, dueOn, reading }))).toEqual(
        expected.map(({ item: { id, reading }, dueOn }) => ({ id, dueOn, reading })),
      );
      expect(nextDueOn).toBe(ahead.sort()[0] ?? null);
    }
  }
});
