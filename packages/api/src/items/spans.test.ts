import { arbitraryLedger } from "@readout/core/arbitrary-ledger";
import type { AsOf } from "@readout/core/as-of";
import type { Entry } from "@readout/core/entry";
import { phaseOf, type Reading, readingOf } from "@readout/core/reading";
import { addDays, type Day, endOfDay, type Instant, startOfDay } from "@readout/core/time";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Sql, sql } from "../db/sql.ts";
import { inTransaction } from "../db/transaction.ts";
import { anItem, createTestContext } from "../testing.ts";
import { cachedReadingOn } from "./cached-reading.ts";
import { saveSpans, spansOf, stepsOf } from "./spans.ts";

const first = "2019-12-20" as Day;
const days = Array.from({ length: 40 }, (_, i) => addDays(first, i * 3));
const nothing = { status: null, entrySeq: null, since: null, alternatives: [], next: null, origins: 0 };

/** What the stored rectangles and last looks say for every pair of days, in order of knowledge, then validity. */
async function storedReadings(
  sql: Sql,
  itemId: string,
  basis: AsOf["basis"],
): Promise<(Reading & { phase: unknown })[]> {
  const known = days.map((day) => (basis === "reported" ? startOfDay(day) : endOfDay(day)));
  const rows = await sql<Record<string, unknown>>(
    `SELECT s.status, s.entry_seq AS "entrySeq", s.since, s.alternatives, s.next, s.origins, s.phase, r.last_reviewed AS "lastReviewed"
     FROM unnest($3::timestamptz[]) WITH ORDINALITY k(at, k_place)
     CROSS JOIN unnest($4::date[]) WITH ORDINALITY v(day, v_place)
     LEFT JOIN reading_span s ON s.item_id = $1 AND s.basis = $2 AND s.known @> k.at AND s.valid @> v.day
     LEFT JOIN review_step r ON r.item_id = $1 AND r.basis = $2 AND r.known @> k.at
     ORDER BY k_place, v_place`,
    [itemId, basis, known, days],
  );
  return rows.map((row) => (row.origins === null ? { ...row, ...nothing } : row) as Reading & { phase: unknown });
}

test("the stored rectangles say for every pair of days what the ledger says, however it grew", async () => {
  const { caller, db } = await createTestContext({ now: "2026-01-01T00:00:00Z" });
  await fc.assert(
    fc.asyncProperty(arbitraryLedger(), fc.nat(2), async (ledger, atOnce) => {
      const { id } = await caller.items.open(anItem());
      await inTransaction({ db }, async (tx) => {
        for (let seq = 0; seq < ledger.length; ) {
          const before = seq;
          seq = Math.min(ledger.length, seq + 1 + atOnce);
          await saveSpans(tx.sql, id, ledger.slice(0, seq), seq - before);
        }
      });
      for (const basis of ["reported", "recorded"] as const) {
        const stored = await storedReadings(sql(db), id, basis);
        const read = days.flatMap((knownOn) =>
          days.map((validOn) => {
            const reading = readingOf(ledger, { knownOn, validOn, basis });
            return { ...reading, phase: phaseOf(reading) };
          }),
        );
        expect(stored).toEqual(read);
      }
    }),
    { numRuns: 40 },
  );
});

test("an append touches only the rectangles that it changes", async () => {
  const { caller, db } = await createTestContext({ now: "2026-01-01T00:00:00Z" });
  const { id } = await caller.items.open(anItem());
  const base = {
    ...{ kind: "change", itemId: id, status: "raised", summary: "s", evidence: [], noEvidence: "n" },
    ...{ answer: null, reason: null, background: false, effectiveBasis: null, correctedBy: null, retractedBy: null },
  };
  const ledger = [1, 2, 3].map((seq) => ({
    ...{ ...base, seq, effective: `2020-0${seq}-01`, reported: `2020-0${seq}-02` },
    ...{ status: seq === 3 ? "stalled" : "raised", recorded: `2020-0${seq}-03T12:00:00.000Z` },
  })) as unknown as Entry[];
  const rows = () => sql(db)<{ id: string; xmin: string }>("SELECT id::text, xmin::text FROM reading_span ORDER BY id");
  const grow = (count: number, added: number) =>
    inTransaction({ db }, (tx) => saveSpans(tx.sql, id, ledger.slice(0, count), added));
  await grow(1, 1);
  await grow(2, 1);
  const before = await rows();
  await grow(2, 1);
  expect(await rows()).toEqual(before);
  await grow(2, 2);
  expect(await rows()).toEqual(before);
  await grow(3, 1);
  const after = new Map((await rows()).map((row) => [row.id, row.xmin]));
  // Nothing of the past is written anew: rows are ended or left as they are.
  expect(before.filter((row) => !after.has(row.id))).toEqual([]);
  expect(before.some((row) => after.get(row.id) === row.xmin)).toBe(true);
});

test("a cached reading is that of every day in its window, which holds the day it was read on", () => {
  fc.assert(
    fc.property(arbitraryLedger(), (ledger) => {
      const spans = spansOf(ledger);
      const steps = stepsOf(ledger);
      for (const today of days) {
        const cached = cachedReadingOn(today, spans, steps);
        const { reading_from, reading_until } = cached;
        for (const day of days) {
          if ((reading_from !== null && day < reading_from) || (reading_until !== null && day >= reading_until))
            continue;
          const reading = readingOf(ledger, { knownOn: day, validOn: day, basis: "reported" });
          expect({
            ...{ status: cached.status, entrySeq: cached.entry_seq, since: cached.since, next: cached.next },
            ...{ alternatives: cached.alternatives, origins: cached.origins, lastReviewed: cached.last_reviewed },
            phase: cached.phase,
          }).toEqual({ ...reading, phase: phaseOf(reading) });
        }
        expect(reading_from === null || reading_from <= today).toBe(true);
        expect(reading_until === null || reading_until > today).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("what was read at an instant stays so to the millisecond", async () => {
  const { caller, db } = await createTestContext({ now: "2026-01-01T00:00:00Z" });
  const { id } = await caller.items.open(anItem());
  const at = "2020-02-01T10:00:00.123Z" as Instant;
  const entry = {
    ...{ kind: "change", itemId: id, seq: 1, status: "raised", effective: "2020-01-01", reported: "2020-01-02" },
    ...{ recorded: at, summary: "s", evidence: [], noEvidence: "n", answer: null, reason: null },
  } as unknown as Entry;
  await inTransaction({ db }, (tx) => saveSpans(tx.sql, id, [entry], 1));
  const seenAt = (instant: string) =>
    sql(db)("SELECT 1 FROM reading_span WHERE basis = 'recorded' AND known @> $1::timestamptz", [instant]);
  expect(await seenAt("2020-02-01T10:00:00.122Z")).toEqual([]);
  expect(await seenAt(at)).not.toEqual([]);
});
