import { Since } from "@readout/core/since";
import type { Instant } from "@readout/core/time";
import { expect, test } from "vitest";
import { datasetContext } from "../testing/records.ts";
import { refusalOf } from "../testing/refusal.ts";
import { aChange, anItem, createTestContext, type TestContext } from "../testing.ts";

const since = async ({ caller }: TestContext, token: string, at?: string, limit?: number) => {
  const found = await caller.record.since({ since: token, at: at as Instant | undefined, ...(limit && { limit }) });
  expect(Since.parse(found)).toEqual(found);
  return found;
};

/** An item that stands scheduled, and the token with which somebody saw it so. */
async function seen() {
  const context = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const { caller } = context;
  const open = async (title: string) => {
    const { id } = await caller.items.open(anItem({ title, statusSubject: "the talks" }));
    await caller.items.record(aChange(id, 0, { status: "scheduled", effective: "2026-02-01", reported: "2026-02-01" }));
    return id;
  };
  const [moved, looked, corrected] = [await open("Ferry treaty"), await open("Bridge"), await open("Tunnel")];
  const { token } = await caller.record.overview({});
  context.setNow("2026-03-10T09:00:00Z");
  return { context, caller, token: token!, at: "2026-03-04T09:05:00.000Z", moved, looked, corrected };
}

test("what moved, was corrected here or reviewed is told each in a sentence, the weightiest first", async () => {
  const { context, caller, token, at, moved, looked, corrected } = await seen();
  await caller.items.record({
    kind: "review",
    itemId: looked,
    lookedOn: "2026-03-09",
    note: "Nothing.",
    expectedHead: 1,
  });
  await caller.items.record({
    ...aChange(corrected, 1, { status: "suspended", effective: "2026-02-02", reported: "2026-02-02" }),
    kind: "correction",
    corrects: 1,
    reason: "It was called off.",
  } as Parameters<typeof caller.items.record>[0]);
  await caller.items.record(aChange(moved, 1, { status: "stalled", effective: "2026-03-05", reported: "2026-03-05" }));
  const found = await since(context, token, at);
  expect(found.items.map(({ itemId, kind, seq, words }) => [itemId, kind, seq, words])).toEqual([
    [moved, "moved", 2, "the talks: scheduled → stalled, since 5 March 2026"],
    [corrected, "corrected", 2, "the talks: corrected here, scheduled → suspended, since 2 February 2026"],
    [looked, "reviewed", 2, "the talks: reviewed, nothing new; still scheduled"],
  ]);
  expect(found.words).toBe("One item moved, one was corrected here and one was reviewed with nothing new.");
  expect(found.counts).toMatchObject({ items: 3, moved: 1, corrected: 1, reviewed: 1, evidence: 0 });
  expect(found.next).toBe((await caller.record.overview({})).token);
  expect(await since(context, found.next, "2026-03-10T09:00:00.000Z")).toMatchObject({ items: [], words: "" });
  expect((await since(context, token, at, 1)).items).toHaveLength(1);
});

test("a status that the days alone made certain has moved, and only for who says when they were here", async () => {
  const { context, caller, token, at, moved } = await seen();
  context.setNow("2026-03-04T10:00:00Z");
  await caller.items.record(
    aChange(moved, 1, { status: "under-way", effective: "2026-03-08", reported: "2026-03-03" }),
  );
  const { token: later } = await caller.record.overview({});
  expect((await since(context, token, at)).items.map(({ kind }) => kind)).toEqual(["evidence"]);
  context.setNow("2026-03-10T09:00:00Z");
  const found = await since(context, later!, "2026-03-04T10:05:00.000Z");
  expect(found.items.map(({ itemId, kind, words }) => [itemId, kind, words])).toEqual([
    [moved, "moved", "the talks: scheduled → under way, since 8 March 2026"],
  ]);
  expect((await since(context, later!)).items).toEqual([]);
});

test("two entries of one item are one sentence, from where it stood to where it stands", async () => {
  const { context, caller, token, at, moved } = await seen();
  await caller.items.record(
    aChange(moved, 1, { status: "under-way", effective: "2026-03-05", reported: "2026-03-05" }),
  );
  await caller.items.record(
    aChange(moved, 2, { status: "suspended", effective: "2026-03-06", reported: "2026-03-06" }),
  );
  expect((await since(context, token, at)).items.map(({ words }) => words)).toEqual([
    "the talks: scheduled → suspended, since 6 March 2026",
  ]);
});

test("a whole data set loaded since is told in counts and a few items", async () => {
  const context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
  const found = await since(context, "0");
  expect(found.counts.items).toBe(33);
  expect(found.items).toHaveLength(20);
  expect(found.items.every(({ kind, before }) => kind === "moved" && before.status === null)).toBe(true);
}, 60_000);

test("a token that was never given is refused by name", async () => {
  const { context } = await seen();
  for (const token of ["999999", "not-a-token"])
    expect(await refusalOf(since(context, token))).toMatchObject({
      code: "invalid_input",
      details: { fields: [{ path: "since" }] },
    });
});

test("the first page tells no token of another day", async () => {
  const { caller } = await seen();
  expect((await caller.record.overview({ knownOn: "2026-03-01" as never })).token).toBeNull();
});
