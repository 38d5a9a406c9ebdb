import { isReadoutError } from "@readout/core/error";
import type { AddMilestone, DecideMilestone, EditMilestone } from "@readout/core/milestone";
import { beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { datasetContext } from "../testing/records.ts";
import { aChange, anItem, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;
/** Item with milestone 1, its own, and a ledger of two entries. */
const itemId = "the-bridge";

beforeEach(async () => {
  context = await createTestContext({ now: "2020-01-10T09:00:00Z" });
  const { caller } = context;
  await caller.items.open(
    anItem({ id: itemId, milestones: [{ date: "2020-02-01", kind: "deadline", what: "the term ends" }] }),
  );
  await caller.items.record(aChange(itemId, 0));
  await caller.items.record(aChange(itemId, 1, { effective: "2020-01-05", reported: "2020-01-06" }));
});

const milestonesOn = async (days: object = {}) => (await context.caller.items.get({ id: itemId, ...days })).milestones;
const verdictOn = async (days: object = {}) => (await milestonesOn(days))[0]!.verdict?.verdict ?? null;
const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!isReadoutError(error)) throw error;
  return [error.code, ...(error.details.fields ?? []).map(({ path }) => path)];
};

test("a milestone is added at the end of the item's own, and shown on every day", async () => {
  const { caller, ctx } = context;
  const since = ctx.revision.current();
  const fields = { date: "2020-06", kind: "scheduled-event" as const, what: "the opening" };
  const added = await caller.milestones.add({ itemId, ...fields });
  expect(added).toEqual({ itemId, ordinal: 2, ...fields, entrySeq: null, version: 1, verdict: null });
  expect(await milestonesOn()).toMatchObject([{ ordinal: 1 }, added]);
  expect(await milestonesOn({ knownOn: "2010-01-01" })).toMatchObject([{ ordinal: 1 }, added]);
  const { events } = await caller.changes.list({ since });
  expect(events).toMatchObject([{ type: "milestone.edited", itemId, ordinal: 2, seq: null }]);
  const listed = await caller.milestones.list({ from: "2020-06-01" });
  expect(listed.milestones).toMatchObject([added]);
});

test("an edit moves a milestone to where its new date belongs, and says what it was", async () => {
  const { caller, callerAs } = context;
  const edited = await caller.milestones.edit({ itemId, ordinal: 1, version: 1, date: "2021", what: "the end" });
  expect(edited).toMatchObject({ date: "2021", kind: "deadline", what: "the end", version: 2 });
  expect((await caller.milestones.list({ to: "2020-12-31" })).milestones).toEqual([]);
  expect((await caller.milestones.list({ from: "2021-12-31" })).milestones).toMatchObject([edited]);
  const { edits } = await callerAs(null).history.list({ type: "milestone", id: `${itemId}:1` });
  expect(edits).toMatchObject([
    {
      act: "milestone.edited",
      before: { date: "2020-02-01", what: "the term ends" },
      after: { date: "2021", what: "the end" },
    },
  ]);
  // The same again is no edit.
  const again = await caller.milestones.edit({ itemId, ordinal: 1, version: 2, date: "2021" });
  expect(again).toEqual(edited);
});

test("of two editors of one milestone exactly one wins, and of two who add at once both do", async () => {
  const { caller } = context;
  const kinds = ["deadline", "scheduled-event", "expiry"] as const;
  const edits = await Promise.allSettled(
    ["A", "B", "C"].map((what) => caller.milestones.edit({ itemId, ordinal: 1, version: 1, what })),
  );
  expect(edits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const edit of edits)
    if (edit.status === "rejected")
      expect(isReadoutError(edit.reason, "conflict") && edit.reason.details).toEqual({ version: 1, current: 2 });
  const added = await Promise.all(
    kinds.map((kind) => caller.milestones.add({ itemId, date: "2020-03-01", kind, what: "x" })),
  );
  expect(added.map(({ ordinal }) => ordinal).sort()).toEqual([2, 3, 4]);
});

test("a verdict that names no entry is known from the day of the decision, and not before", async () => {
  const { caller, setNow } = context;
  setNow("2020-03-01T12:00:00Z");
  const decided = await caller.milestones.decide({ itemId, ordinal: 1, verdict: "missed", note: "no word came" });
  expect(decided.verdict).toEqual({
    ...{ verdict: "missed", movedTo: null, entrySeq: null, note: "no word came" },
    decidedOn: "2020-03-01",
  });
  expect(await verdictOn()).toBe("missed");
  expect(await verdictOn({ knownOn: "2020-03-01" })).toBe("missed");
  expect(await verdictOn({ knownOn: "2020-02-29" })).toBeNull();
  expect(await verdictOn({ knownOn: "2020-02-29", validOn: "2020-04-01" })).toBeNull();
  expect(await verdictOn({ knownOn: "2020-03-01", basis: "recorded" })).toBe("missed");
  expect(await verdictOn({ knownOn: "2020-03-01T12:00:00Z", basis: "recorded" })).toBe("missed");
  expect(await verdictOn({ knownOn: "2020-03-01T11:59:59.999Z", basis: "recorded" })).toBeNull();
  const listed = async (knownOn: string) => (await caller.milestones.list({ knownOn })).milestones[0]!.verdict;
  expect(await listed("2020-02-29")).toBeNull();
  expect(await listed("2020-03-01")).toEqual(decided.verdict);
  const page = await caller.items.list({ include: ["milestones"], knownOn: "2020-02-29" });
  expect(page.items[0]!.milestones).toMatchObject([{ ordinal: 1, verdict: null }]);
  const today = await caller.items.list({ include: ["milestones"] });
  expect(today.items[0]!.milestones).toEqual([decided]);
});

test("a verdict that names an entry is known with it, in its corrected form, and falls with it", async () => {
  const { caller, setNow } = context;
  setNow("2020-03-01T12:00:00Z");
  await caller.milestones.decide({ itemId, ordinal: 1, verdict: "met", entrySeq: 2 });
  expect(await verdictOn({ knownOn: "2020-01-05" })).toBeNull();
  expect(await verdictOn({ knownOn: "2020-01-06" })).toBe("met");
  // Under `recorded` the entry was there on 10 January, the verdict only on 1 March.
  expect(await verdictOn({ knownOn: "2020-02-29", basis: "recorded" })).toBeNull();
  expect(await verdictOn({ knownOn: "2020-03-01", basis: "recorded" })).toBe("met");
  const { kind: _, ...content } = aChange(itemId, 2, { effective: "2020-01-05", reported: "2020-01-08" });
  await caller.items.record({ ...content, kind: "correction", corrects: 2, reason: "said two days later" });
  expect(await verdictOn({ knownOn: "2020-01-07" })).toBeNull();
  expect(await verdictOn({ knownOn: "2020-01-08" })).toBe("met");
  setNow("2020-03-02T12:00:00Z");
  await caller.items.record({ kind: "retraction", itemId, expectedHead: 3, retracts: 2, reason: "another bridge" });
  expect(await verdictOn()).toBeNull();
  expect(await verdictOn({ knownOn: "2020-01-08" })).toBeNull();
  expect(await verdictOn({ knownOn: "2020-03-01", basis: "recorded" })).toBe("met");
  expect(await verdictOn({ knownOn: "2020-03-02", basis: "recorded" })).toBeNull();
});

test("a later verdict replaces an earlier one from when it is known; both stay", async () => {
  const { caller, setNow } = context;
  setNow("2020-03-01T12:00:00Z");
  await caller.milestones.decide({ itemId, ordinal: 1, verdict: "moved", movedTo: "2020-05", entrySeq: 1 });
  setNow("2020-06-01T12:00:00Z");
  await caller.milestones.decide({ itemId, ordinal: 1, verdict: "missed" });
  const seen = await Promise.all(
    ["2019-12-31", "2020-01-01", "2020-05-31", "2020-06-01"].map((knownOn) => verdictOn({ knownOn })),
  );
  expect(seen).toEqual([null, "moved", "moved", "missed"]);
  const { edits } = await caller.history.list({ type: "milestone", id: `${itemId}:1` });
  expect(edits.map(({ before, after }) => [before?.verdict ?? null, after?.verdict])).toEqual([
    ["moved", "missed"],
    [null, "moved"],
  ]);
  const client = await context.connect();
  await expect(client.query("UPDATE milestone_verdict SET verdict = 'met'")).rejects.toThrow("append-only");
  await expect(client.query("DELETE FROM milestone_verdict")).rejects.toThrow("append-only");
});

test("a date without a verdict has passed; with one it has not, from the day that is known; moved, it falls due anew", async () => {
  const { caller, setNow } = context;
  setNow("2020-02-20T12:00:00Z");
  const asked = async (knownOn?: string) => {
    const { passed, fallsDue, attention } = await caller.record.overview(knownOn === undefined ? {} : { knownOn });
    const [item] = attention.items;
    return {
      passed: passed.dates,
      near: fallsDue.withinThirtyDays,
      ofItem: [item?.passedDates.length ?? 0, item?.fallsDue.length ?? 0],
      counted: [attention.counts.passedDates, attention.counts.fallsDue],
    };
  };
  const hasPassed = { passed: 1, near: 0, ofItem: [1, 0], counted: [1, 0] };
  const isDue = { passed: 0, near: 1, ofItem: [0, 1], counted: [0, 1] };
  const isOver = { passed: 0, near: 0, ofItem: [0, 0], counted: [0, 0] };
  expect(await asked()).toEqual(hasPassed);
  expect(await asked("2020-01-15")).toEqual(isDue);

  await caller.milestones.decide({ itemId, ordinal: 1, verdict: "moved", movedTo: "2020-03-10" });
  expect(await asked()).toEqual(isDue);
  expect((await caller.record.overview({})).fallsDue.next).toMatchObject([
    { date: "2020-02-01", verdict: { verdict: "moved", movedTo: "2020-03-10" } },
  ]);
  expect(await asked("2020-02-19")).toEqual(hasPassed);
  setNow("2020-03-11T12:00:00Z");
  expect(await asked()).toEqual(hasPassed);

  await caller.milestones.decide({ itemId, ordinal: 1, verdict: "met" });
  expect(await asked()).toEqual(isOver);
  expect(await asked("2020-03-10")).toEqual(isDue);
  expect(await asked("2020-02-19")).toEqual(hasPassed);
});

test("a milestone that was moved is listed by its new date alone, in its order, from when that is known", async () => {
  const { caller, setNow } = context;
  await caller.milestones.add({ itemId, date: "2020-01-20", kind: "deadline", what: "another" });
  await caller.milestones.add({ itemId, date: "../2020-06", kind: "expiry", what: "a third" });
  setNow("2020-02-20T12:00:00Z");
  await caller.milestones.decide({ itemId, ordinal: 1, verdict: "moved", movedTo: "2020-06-10" });
  const listed = async (days: { from?: string; to?: string; knownOn?: string }) => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await caller.milestones.list({ ...days, limit: 1, cursor });
      seen.push(...page.milestones.map(({ ordinal }) => ordinal));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return seen;
  };
  expect(await listed({})).toEqual([3, 2, 1]);
  expect(await listed({ from: "2020-06-01" })).toEqual([3, 1]);
  expect(await listed({ from: "2020-06-10", to: "2020-06-10" })).toEqual([3, 1]);
  expect(await listed({ from: "2020-07-01" })).toEqual([]);
  expect(await listed({ from: "2020-01-01", to: "2020-12-31" })).toEqual([3, 2, 1]);
  expect(await listed({ from: "2020-02-01", to: "2020-02-01" })).toEqual([3]);
  expect(await listed({ from: "2020-02-01", to: "2020-02-01", knownOn: "2020-02-19" })).toEqual([3, 1]);
  expect(await listed({ from: "2020-06-01", knownOn: "2020-02-19" })).toEqual([3]);
  await caller.milestones.add({ itemId, date: "2020-04", kind: "deadline", what: "a fourth" });
  expect(await listed({})).toEqual([3, 2, 4, 1]);
  expect(await listed({ knownOn: "2020-02-19" })).toEqual([3, 2, 1, 4]);
  await caller.milestones.decide({ itemId, ordinal: 1, verdict: "met" });
  expect(await listed({ from: "2020-06-01" })).toEqual([3]);
});

test("a milestone that came with an entry is decided as any other, but not edited", async () => {
  const loaded = await datasetContext({ now: "2026-11-21T09:00:00Z" });
  const { milestones } = await loaded.caller.milestones.list({ limit: 200 });
  const brought = milestones.find(({ entrySeq }) => entrySeq !== null)!;
  const { itemId: id, ordinal, version } = brought;
  const edit = loaded.caller.milestones.edit({ itemId: id, ordinal, version, what: "something else" });
  expect(await refusalOf(edit)).toEqual(["invalid_input", "ordinal"]);
  const decided = await loaded.caller.milestones.decide({ itemId: id, ordinal, verdict: "met" });
  expect(decided).toMatchObject({ ordinal, entrySeq: brought.entrySeq, verdict: { verdict: "met" } });
  // Before the entry, neither the milestone nor its verdict.
  const before = await loaded.caller.milestones.list({ limit: 200, knownOn: "2010-01-01", itemId: id });
  expect(before.milestones.find((other) => other.ordinal === ordinal)).toBeUndefined();
});

const own = { itemId, ordinal: 1 };
test.each<[string, Partial<z.input<typeof AddMilestone>>, unknown[]]>([
  ["an impossible date", { date: "2020-02-30" }, ["invalid_input", "date"]],
  ["a date of any time", { date: "../.." }, ["invalid_input", "date"]],
  ["a kind there is not", { kind: "party" as never }, ["invalid_input", "kind"]],
  ["no words", { what: "" }, ["invalid_input", "what"]],
  ["too many words", { what: "x".repeat(501) }, ["invalid_input", "what"]],
  ["the same again", { date: "2020-02-01", kind: "deadline", what: "the term ends" }, ["invalid_input", "what"]],
  ["an item that there is not", { itemId: "nowhere" }, ["not_found"]],
])("a milestone with %s is not added", async (_, fields, refusal) => {
  const added = context.caller.milestones.add({ itemId, date: "2020-02-01", kind: "deadline", what: "x", ...fields });
  expect(await refusalOf(added)).toEqual(refusal);
  expect(await milestonesOn()).toHaveLength(1);
});

test.each<[string, Partial<z.input<typeof EditMilestone>>, unknown[]]>([
  ["an impossible date", { date: "2020-13" }, ["invalid_input", "date"]],
  ["no version", { version: undefined as never }, ["invalid_input", "version"]],
  ["an old version", { version: 7, what: "x" }, ["conflict"]],
  ["a milestone that there is not", { ordinal: 9, what: "x" }, ["not_found"]],
  ["a place that is none", { ordinal: 0 }, ["invalid_input", "ordinal"]],
  ["a verdict", { verdict: "met" } as never, ["invalid_input", "verdict"]],
])("an edit with %s is refused", async (_, fields, refusal) => {
  expect(await refusalOf(context.caller.milestones.edit({ ...own, version: 1, ...fields }))).toEqual(refusal);
});

test("an edit that would make two milestones one is refused", async () => {
  const { caller } = context;
  const added = await caller.milestones.add({ itemId, date: "2020-02-01", kind: "deadline", what: "another" });
  const edit = caller.milestones.edit({ itemId, ordinal: added.ordinal, version: 1, what: "the term ends" });
  expect(await refusalOf(edit)).toEqual(["invalid_input", "what"]);
});

test.each<[string, Partial<z.input<typeof DecideMilestone>>, unknown[]]>([
  ["no verdict", { verdict: "open" as never }, ["invalid_input", "verdict"]],
  ["nowhere to move to", { verdict: "moved" }, ["invalid_input", "movedTo"]],
  ["a new date for what was met", { verdict: "met", movedTo: "2020-05" }, ["invalid_input", "movedTo"]],
  ["the date that it has", { verdict: "moved", movedTo: "2020-02-01" }, ["invalid_input", "movedTo"]],
  ["an impossible date", { verdict: "moved", movedTo: "2020-02-30" }, ["invalid_input", "movedTo"]],
  ["an entry that there is not", { entrySeq: 9 }, ["invalid_input", "entrySeq"]],
  ["a blank note", { note: " " }, ["invalid_input", "note"]],
  ["a milestone that there is not", { ordinal: 9 }, ["not_found"]],
  ["an item that there is not", { itemId: "nowhere" }, ["not_found"]],
])("a verdict with %s is refused", async (_, fields, refusal) => {
  expect(await refusalOf(context.caller.milestones.decide({ ...own, verdict: "met", ...fields }))).toEqual(refusal);
  expect(await verdictOn()).toBeNull();
});

test("a verdict rests on an entry that counts: not on a correction, and not on what was taken back", async () => {
  const { caller } = context;
  await caller.items.record({ kind: "retraction", itemId, expectedHead: 2, retracts: 2, reason: "by mistake" });
  for (const entrySeq of [2, 3])
    expect(await refusalOf(caller.milestones.decide({ ...own, verdict: "met", entrySeq }))).toEqual([
      "invalid_input",
      "entrySeq",
    ]);
});
