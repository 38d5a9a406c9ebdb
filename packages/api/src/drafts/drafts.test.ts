import { draftLimits } from "@readout/core/draft";
import { expect, test } from "vitest";
import { refusalOf } from "../testing/refusal.ts";
import { createTestContext, type TestContext } from "../testing.ts";

const place = "record:bridge";
const save = (caller: TestContext["caller"], content: unknown, basedOn: string | null = null, where = place) =>
  caller.drafts.save({ place: where, content, basedOn } as Parameters<typeof caller.drafts.save>[0]);

test("what was typed comes back exactly, also what no entry could hold", async () => {
  const { caller } = await createTestContext({ role: "analyst" });
  const content = {
    summary: "half a sent\u0000ence \ud800 with what a form may hold 🌉",
    ...{ z: 1, a: [1.5, -0, 1e21, null, true, ""], nested: { "": {}, "10": "x", "2": "y" } },
  };
  const saved = await save(caller, content);
  expect(saved.content).toEqual(JSON.parse(JSON.stringify(content)));
  expect(await caller.drafts.get({ place })).toEqual(saved);
  for (const other of [null, false, 0, "", [], {}]) {
    const { savedAt } = await caller.drafts.get({ place });
    expect((await save(caller, other, savedAt)).content).toEqual(other);
  }
});

test("a draft that grew from an older one than is kept is a conflict that shows it, and overwrites nothing", async () => {
  const { caller, setNow } = await createTestContext({ role: "editor", now: "2026-03-04T09:00:00Z" });
  const first = await save(caller, "one tab");
  expect(first.savedAt).toBe("2026-03-04T09:00:00.000Z");
  setNow("2026-03-04T09:01:00Z");
  const second = await save(caller, "one tab, further", first.savedAt);
  for (const basedOn of [null, first.savedAt])
    expect(await refusalOf(save(caller, "another tab", basedOn))).toMatchObject({
      code: "conflict",
      details: { current: second },
    });
  expect(await caller.drafts.get({ place })).toEqual(second);
  expect((await save(caller, "both", second.savedAt)).content).toBe("both");
});

test("two saves of one moment, and a clock set back, still leave the older one behind", async () => {
  const { caller, setNow } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const first = await save(caller, "a");
  const second = await save(caller, "b", first.savedAt);
  setNow("2026-03-01T09:00:00Z");
  const third = await save(caller, "c", second.savedAt);
  expect([first.savedAt, second.savedAt, third.savedAt]).toEqual([
    "2026-03-04T09:00:00.000Z",
    "2026-03-04T09:00:00.001Z",
    "2026-03-04T09:00:00.002Z",
  ]);
  expect((await refusalOf(save(caller, "d", second.savedAt))).code).toBe("conflict");
});

test("of ten tabs that save on one draft at once one is kept, and the same words sent again are no conflict", async () => {
  const { caller } = await createTestContext();
  const { savedAt } = await save(caller, "before");
  const tabs = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => save(caller, `tab ${i}`, savedAt)));
  const kept = tabs.flatMap((tab) => (tab.status === "fulfilled" ? [tab.value] : []));
  expect(kept).toEqual([await caller.drafts.get({ place })]);
  expect(await save(caller, kept[0]!.content, savedAt)).toEqual(kept[0]);
});

test("a draft is its owner's alone, whatever the other's role", async () => {
  const { callerAs } = await createTestContext();
  const ann = callerAs("analyst", "ann");
  const root = callerAs("admin", "root");
  await save(ann, "mine");
  expect((await root.drafts.list({})).drafts).toEqual([]);
  expect((await refusalOf(root.drafts.get({ place }))).code).toBe("not_found");
  expect(await root.drafts.discard({ place })).toEqual({ place, discarded: false });
  await save(root, "another");
  expect((await ann.drafts.get({ place })).content).toBe("mine");
});

test("drafts are listed latest first, and a discarded one is gone", async () => {
  const { caller, setNow } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  for (const [i, where] of ["record:a", "correct:a:4", "item:b"].entries()) {
    setNow(`2026-03-04T09:0${i}:00Z`);
    await save(caller, i, null, where);
  }
  const places = async () => (await caller.drafts.list({})).drafts.map((draft) => draft.place);
  expect(await places()).toEqual(["item:b", "correct:a:4", "record:a"]);
  expect(await caller.drafts.discard({ place: "correct:a:4" })).toEqual({ place: "correct:a:4", discarded: true });
  expect(await places()).toEqual(["item:b", "record:a"]);
  expect((await save(caller, "anew", null, "correct:a:4")).content).toBe("anew");
});

test("one draft too many is refused with what to do, and one that is kept can still be saved", async () => {
  const { caller, connect } = await createTestContext();
  const client = await connect();
  await client.query(
    `INSERT INTO draft SELECT 'test-editor', 'item:' || n, '1', now() FROM generate_series(1, ${draftLimits.perUser - 1}) n`,
  );
  const { savedAt } = await save(caller, "the last");
  const error = await refusalOf(save(caller, "one more", null, "item:more"));
  expect(error).toMatchObject({ code: "invalid_input", details: { fields: [{ path: "place" }] } });
  expect(error.message).toContain("discard one");
  expect((await save(caller, "the last, further", savedAt)).content).toBe("the last, further");
});

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

test.each([
  ["nothing", undefined],
  ["more than a quarter of a mebibyte", "x".repeat(draftLimits.bytes - 1)],
  ["as much in letters of three bytes", "…".repeat(draftLimits.bytes / 3)],
  ["a bottomless nest", nested(draftLimits.depth + 1)],
  ["what is no number", Number.NaN],
])("%s is refused with the field", async (_, content) => {
  const { caller } = await createTestContext();
  const error = await refusalOf(save(caller, content));
  expect(error).toMatchObject({ code: "invalid_input", details: { fields: [{ path: "content" }] } });
});

test("the most that fits is kept", async () => {
  const { caller } = await createTestContext();
  const content = "x".repeat(draftLimits.bytes - 2);
  expect((await save(caller, content)).content).toBe(content);
  expect((await save(caller, nested(draftLimits.depth), null, "item:deep")).content).toEqual(nested(draftLimits.depth));
});

test("saving and discarding leave no event and no audit row", async () => {
  const { caller, callerAs } = await createTestContext();
  await save(caller, "typed");
  await caller.drafts.discard({ place });
  expect((await caller.changes.list({})).events).toEqual([]);
  expect((await callerAs("admin").audit.list({})).rows).toEqual([]);
});
