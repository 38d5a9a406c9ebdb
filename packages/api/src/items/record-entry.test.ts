import { arbitraryLedger } from "@readout/core/arbitrary-ledger";
import type { Entry } from "@readout/core/entry";
import { isReadoutError } from "@readout/core/error";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { aChange, anItem, aSource, createTestContext } from "../testing.ts";
import { verifyLedgers } from "../verify.ts";

/** What a refused call says: code, fields, details. */
const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isReadoutError(error)) throw error ?? new Error("was not refused");
  return error;
};

test("of a hundred concurrent appends decided on one head exactly one succeeds, and the others are told what came", async () => {
  const { caller, db } = await createTestContext();
  const { id } = await caller.items.open(anItem());
  await caller.items.record(aChange(id, 0));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, i) => caller.items.record(aChange(id, 1, { summary: `attempt ${i}` }))),
  );
  const written = outcomes.filter((outcome) => outcome.status === "fulfilled").map(({ value }) => value);
  expect(written).toHaveLength(1);
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  for (const error of refused) {
    expect(error).toMatchObject({ code: "conflict", details: { head: 2, entriesSince: [written[0]] } });
  }
  expect(refused).toHaveLength(99);
  const { entries, head } = await caller.items.entries({ id });
  expect([entries.length, head]).toEqual([2, 2]);
  expect(await verifyLedgers(db)).toEqual({ items: 1, entries: 2, faults: [] });
});

test("concurrent appends to different items all succeed, and their events are numbered without being lost", async () => {
  const { caller, db } = await createTestContext();
  const ids = await Promise.all(Array.from({ length: 12 }, async () => (await caller.items.open(anItem())).id));
  for (let head = 0; head < 3; head++) await Promise.all(ids.map((id) => caller.items.record(aChange(id, head))));
  const { events } = await caller.changes.list({ limit: 200 });
  expect(events.filter(({ type }) => type === "entry.recorded")).toHaveLength(36);
  expect(await verifyLedgers(db)).toEqual({ items: 12, entries: 36, faults: [] });
});

test("an entry decided on a head that the ledger never had is refused with the entries there are", async () => {
  const { caller } = await createTestContext();
  const { id } = await caller.items.open(anItem());
  const first = await caller.items.record(aChange(id, 0));
  const error = await refusal(caller.items.record(aChange(id, 5)));
  expect(error).toMatchObject({ code: "conflict", details: { head: 1, entriesSince: [] } });
  const behind = await refusal(caller.items.record(aChange(id, 0)));
  expect(behind.details).toEqual({ head: 1, entriesSince: [first] });
});

test("the entries that came in between carry the marks that they leave on each other", async () => {
  const { caller } = await createTestContext();
  const { id } = await caller.items.open(anItem());
  for (let head = 0; head < 2; head++) await caller.items.record(aChange(id, head));
  const { kind: _, ...content } = aChange(id, 2, { summary: "said rightly" });
  await caller.items.record({ ...content, kind: "correction", corrects: 2, reason: "a slip" });
  const error = await refusal(caller.items.record(aChange(id, 1)));
  const { entriesSince } = error.details;
  expect(entriesSince).toMatchObject([{ seq: 2, correctedBy: 3 }, { seq: 3 }]);
  expect((await caller.items.entries({ id })).entries.slice(1)).toEqual(entriesSince);
});

test("an entry on no item is not found, and nothing is written by a refused one", async () => {
  const { caller, db } = await createTestContext();
  expect(await refusal(caller.items.record(aChange("nowhere", 0)))).toMatchObject({ code: "not_found" });
  const { id } = await caller.items.open(anItem());
  const refusals = [
    refusal(caller.items.record({ ...aChange(id, 0), noEvidence: undefined, evidence: [] } as never)),
    refusal(
      caller.items.record(
        aChange(id, 0, { evidence: [{ sourceId: "no-such", stance: "supports", says: "x" }] } as never),
      ),
    ),
    refusal(caller.items.record({ kind: "retraction", itemId: id, retracts: 1, reason: "why", expectedHead: 0 })),
  ];
  expect((await Promise.all(refusals)).map(({ code }) => code)).toEqual([
    "evidence_required",
    "invalid_input",
    "invalid_input",
  ]);
  expect(await sql(db)("SELECT 1 FROM entry UNION ALL SELECT 1 FROM event WHERE type = 'entry.recorded'")).toEqual([]);
});

test("evidence without stated origins takes them from the lineage that there is when it is recorded", async () => {
  const { caller } = await createTestContext();
  const { id: wire } = await caller.sources.add(aSource({ origin: "The Wire" }));
  const { id: copy } = await caller.sources.add(
    aSource({
      paragraphCount: 3,
      lineage: [{ paragraphs: [2], derivedFrom: wire, manner: "near-verbatim", attributed: "none", basis: "in-text" }],
    }),
  );
  const { id } = await caller.items.open(anItem());
  const cite = { sourceId: copy, stance: "supports" as const, says: "It is open." };
  const entry = await caller.items.record(
    aChange(id, 0, {
      evidence: [
        { ...cite, paragraphs: [3, 2] },
        { ...cite, paragraphs: [1], origins: ["A witness"] },
      ],
    }),
  );
  expect(entry).toMatchObject({
    evidence: [
      { paragraphs: [2, 3], origins: ["The Wire", copy], credibility: 6, keywords: [] },
      { paragraphs: [1], origins: ["A witness"] },
    ],
  });
  const beyond = await refusal(caller.items.record(aChange(id, 1, { evidence: [{ ...cite, paragraphs: [4] }] })));
  expect(beyond.details.fields).toEqual([{ path: "evidence.0.paragraphs", message: expect.stringContaining("4") }]);
});

test("entries of a standing clock share their instant, and one set back does not reorder them", async () => {
  const { caller, setNow } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const { id } = await caller.items.open(anItem());
  await caller.items.record(aChange(id, 0));
  setNow("2026-03-04T08:59:30Z");
  await caller.items.record(aChange(id, 1));
  const { entries } = await caller.items.entries({ id });
  expect(entries.map(({ recorded }) => recorded)).toEqual(["2026-03-04T09:00:00.000Z", "2026-03-04T09:00:00.000Z"]);
});

test("whatever is recorded in whatever order, everything kept beside the ledgers follows from them", async () => {
  const { caller, db, setNow } = await createTestContext({ now: "2021-01-01T00:00:00Z" });
  const { id: sourceId } = await caller.sources.add(aSource());
  const content = (entry: Entry) => {
    if (entry.kind === "retraction") return { retracts: entry.retracts, reason: "a mistake" };
    const named = entry.kind === "correction" ? { corrects: entry.corrects, reason: "said wrongly" } : {};
    if ("lookedOn" in entry && entry.lookedOn != null) return { ...named, lookedOn: entry.lookedOn, note: "nothing" };
    if (!("evidence" in entry)) throw new Error(`what is a ${entry.kind}?`);
    const evidence = entry.evidence.map(({ stance, origins }) => ({ sourceId, stance, origins, says: "so" }));
    const { status, effective, reported } = entry;
    const grounds = evidence.length === 0 ? { noEvidence: "none" } : { evidence };
    return { reason: "why", ...named, status, effective, reported, summary: "s", ...grounds };
  };
  let entries = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryLedger(), async (ledger) => {
      const { id: itemId } = await caller.items.open(anItem());
      for (const entry of ledger) {
        setNow(entry.recorded.replace(/^2020/, "2021"));
        const command = { kind: entry.kind, itemId, expectedHead: entry.seq - 1, ...content(entry) };
        await caller.items.record(command as Parameters<typeof caller.items.record>[0]);
        entries += 1;
      }
    }),
    { numRuns: 15 },
  );
  expect(await verifyLedgers(db)).toEqual({ items: 15, entries, faults: [] });
});

test("a write is told of after its commit, with the id of its event", async () => {
  const { caller, ctx } = await createTestContext();
  const { id } = await caller.items.open(anItem());
  const before = ctx.revision.current();
  let told = 0;
  ctx.revision.subscribe(() => {
    told += 1;
  });
  await caller.items.record(aChange(id, 0));
  const { events, next } = await caller.changes.list({ since: before });
  expect(events).toMatchObject([{ type: "entry.recorded", itemId: id, seq: 1, sourceId: null }]);
  expect([next, told]).toEqual([ctx.revision.current(), 1]);
});
