import { milestoneSubject } from "@readout/core/audit";
import { expect, test } from "vitest";
import { recordAudit } from "../audit/record-audit.ts";
import { inTransaction } from "../db/transaction.ts";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";

type Act = Parameters<typeof recordAudit>[2];

const log = ({ ctx }: TestContext, act: Act) => inTransaction(ctx, (tx) => recordAudit(tx, ctx, act));

test("an item's history is its framing: how it was opened and edited, newest first, and not its ledger", async () => {
  const context = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const { caller, setNow } = context;
  const { id } = await caller.items.open(anItem({ title: "Bridge" }));
  await caller.items.record(aChange(id, 0));
  setNow("2026-03-05T09:00:00Z");
  const subject = { type: "item" as const, id };
  await log(context, { act: "item.edited", subject, before: { title: "Bridge" }, after: { title: "The bridge" } });
  const by = { id: "test-editor", name: "Test editor" };
  const { edits } = await caller.history.list(subject);
  expect(edits).toMatchObject([
    {
      at: "2026-03-05T09:00:00.000Z",
      by,
      act: "item.edited",
      before: { title: "Bridge" },
      after: { title: "The bridge" },
    },
    { at: "2026-03-04T09:00:00.000Z", by, act: "item.opened", before: null, after: { title: "Bridge" } },
  ]);
  expect(edits).toHaveLength(2);
});

test("who edited is told to those who are signed in, and to nobody else", async () => {
  const { caller, callerAs } = await createTestContext();
  const { id } = await caller.sources.add(aSource());
  const ask = { type: "source" as const, id };
  const [known] = (await callerAs("reader").history.list(ask)).edits;
  const [anonymous] = (await callerAs(null).history.list(ask)).edits;
  expect(known!.by).toEqual({ id: "test-editor", name: "Test editor" });
  expect(anonymous).toEqual({ ...known, by: null });
});

test.each(["item", "source", "actor", "disagreement"] as const)(
  "of the rows of an %s nothing is shown that is not public, and nothing at all where nothing is",
  async (type) => {
    const context = await createTestContext();
    const secret = { text: "the whole text", email: "a@example.org", address: "192.0.2.9", version: 2, hash: "x" };
    const subject = { type, id: "bridge" };
    await log(context, {
      act: `${type}.edited`,
      subject,
      before: secret,
      after: { ...secret, type: "group", title: "B" },
    });
    await log(context, { act: `${type}.hidden`, subject, before: secret, after: null });
    const { edits } = await context.caller.history.list(subject);
    const shown = type === "item" || type === "source" ? { title: "B" } : { type: "group" };
    expect(edits).toMatchObject([{ act: `${type}.edited`, before: null, after: shown }]);
    expect(Object.keys(edits[0]!.after!)).toHaveLength(1);
  },
);

test("a milestone is found by its item and its place", async () => {
  const context = await createTestContext();
  const act = { act: "milestone.edited", before: { what: "opening" }, after: { what: "opening day" } };
  await log(context, { ...act, subject: milestoneSubject("bridge", 3) });
  const { edits } = await context.caller.history.list({ type: "milestone", id: "bridge:3" });
  expect(edits).toMatchObject([{ before: { what: "opening" }, after: { what: "opening day" } }]);
  expect((await context.caller.history.list({ type: "milestone", id: "bridge:4" })).edits).toEqual([]);
});
