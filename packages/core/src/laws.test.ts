import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryDay, arbitraryLedger } from "./arbitrary-ledger.ts";
import { type AsOf, type Basis, resolveAsOf } from "./as-of.ts";
import { diffOf } from "./diff.ts";
import { boundsOf } from "./edtf.ts";
import type { CorrectionEntry, Entry } from "./entry.ts";
import { exampleIntervals, exampleLedger, exampleReadings } from "./example.ts";
import {
  type ModelAsOf,
  modelDiff,
  modelFacts,
  modelIntervals,
  modelPhase,
  modelReading,
  modelVisible,
} from "./model.ts";
import { phaseOf, readingOf, statusIntervals } from "./reading.ts";
import { Status } from "./status.ts";
import { addDays, type Day, type Instant } from "./time.ts";
import { visibleEntries } from "./visible.ts";

const basis = fc.constantFrom<Basis>("reported", "recorded");

/** Entries of random ledgers are recorded at noon: instants just before, at and after it, and whole days. */
const knownOn = fc
  .tuple(arbitraryDay, fc.constantFrom("", "T00:00:00.000Z", "T11:59:59.999Z", "T12:00:00.000Z", "T12:00:00.001Z"))
  .map(([day, time]) => `${day}${time}` as Day | Instant);

const asOfOn = (basis: Basis, knownOn: Day | Instant, validOn: Day): AsOf => ({
  basis,
  knownOn: basis === "recorded" ? knownOn : (knownOn.slice(0, 10) as Day),
  validOn,
});
const asOf = fc.tuple(basis, knownOn, arbitraryDay).map((parts) => asOfOn(...parts));

const shuffled = (ledger: Entry[]) => fc.shuffledSubarray(ledger, { minLength: ledger.length });
const withShuffled = arbitraryLedger().chain((ledger) => fc.tuple(fc.constant(ledger), shuffled(ledger)));
const seqs = (entries: readonly { seq: number }[]) => entries.map(({ seq }) => seq);
const model = (asOf: AsOf) => asOf as ModelAsOf;

/** Everything core says of a ledger as of some days. */
const answers = (ledger: readonly Entry[], asOf: AsOf) => ({
  reading: readingOf(ledger, asOf),
  intervals: statusIntervals(ledger, asOf),
  visible: visibleEntries(ledger, asOf),
});

describe("held against the slow model, on random ledgers as of random days and instants,", () => {
  it("a reading and its phase are those of the model", () => {
    fc.assert(
      fc.property(arbitraryLedger(), asOf, (ledger, asOf) => {
        const reading = readingOf(ledger, asOf);
        expect(reading).toEqual(modelReading(ledger, model(asOf)));
        expect(phaseOf(reading)).toBe(modelPhase(reading));
      }),
      { numRuns: 3000 },
    );
  });

  it("intervals are what asking every single day gives", () => {
    fc.assert(
      fc.property(arbitraryLedger(), asOf, (ledger, asOf) => {
        expect(statusIntervals(ledger, asOf)).toEqual(modelIntervals(ledger, model(asOf)));
      }),
      { numRuns: 1500 },
    );
  });

  it("an interval says of each of its days what the reading of that day says", () => {
    fc.assert(
      fc.property(arbitraryLedger(), asOf, arbitraryDay, (ledger, asOf, day) => {
        fc.pre(day <= asOf.validOn);
        const { status } = readingOf(ledger, { ...asOf, validOn: day });
        const holding = statusIntervals(ledger, asOf).filter(
          ({ from, until }) => from <= day && (until === null || day < until),
        );
        expect(holding.map((interval) => interval.status)).toEqual(status === null ? [] : [status]);
      }),
      { numRuns: 1000 },
    );
  });

  it("visible entries and their marks are those of the model", () => {
    fc.assert(
      fc.property(arbitraryLedger(), asOf, (ledger, asOf) => {
        const visible = visibleEntries(ledger, asOf);
        expect(seqs(visible)).toEqual(modelVisible(ledger, model(asOf)));
        const marks = ({ seq, correctedBy, retractedBy }: Record<string, unknown>) => ({
          seq,
          correctedBy,
          retractedBy,
        });
        expect(visible.filter((entry) => "correctedBy" in entry).map(marks)).toEqual(
          modelFacts(ledger, model(asOf)).map(marks),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it("a diff is that of the model, corrections in their own list alone; null exactly where nothing of it differs", () => {
    fc.assert(
      fc.property(arbitraryLedger(), arbitraryDay, arbitraryDay, basis, (ledger, one, other, basis) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const expected = modelDiff(ledger, from, to, basis);
        const diff = diffOf(ledger, from, to, basis);
        if (diff === null) {
          expect(expected).toEqual({ before: expected.after, after: expected.after, entries: [], corrections: [] });
          return;
        }
        expect({ ...diff, entries: seqs(diff.entries), corrections: seqs(diff.corrections) }).toEqual(expected);
        expect(
          diff.entries.length > 0 ||
            diff.corrections.length > 0 ||
            JSON.stringify(diff.before) !== JSON.stringify(diff.after),
        ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

it("a correction belongs to the day on which it was recorded, to its last millisecond, and to no day beside it", () => {
  const change = { seq: 1, kind: "change", status: "raised", effective: "2020", reported: "2020", evidence: [] };
  const correction = { ...change, seq: 2, kind: "correction", corrects: 1, recorded: "2020-02-01T23:59:59.999Z" };
  const ledger = [{ ...change, recorded: "2020-01-01T00:00:00.000Z" }, correction] as unknown as Entry[];
  const corrections = (from: string, to: string) =>
    diffOf(ledger, from as Day, to as Day, "recorded")?.corrections.map(({ seq }) => seq) ?? [];
  expect(corrections("2020-01-31", "2020-02-01")).toEqual([2]);
  expect(corrections("2020-02-01", "2020-02-02")).toEqual([]);
  expect(modelDiff(ledger, "2020-02-01", "2020-02-02", "recorded").corrections).toEqual([]);
});

describe("a ledger", () => {
  it("gives the same answers, lists by number included, when its entries come in another order", () => {
    fc.assert(
      fc.property(withShuffled, asOf, arbitraryDay, ([ledger, mixed], asOf, other) => {
        expect(answers(mixed, asOf)).toEqual(answers(ledger, asOf));
        const [from, to] = other < asOf.validOn ? [other, asOf.validOn] : [asOf.validOn, other];
        expect(diffOf(mixed, from, to, asOf.basis)).toEqual(diffOf(ledger, from, to, asOf.basis));
      }),
      { numRuns: 1000 },
    );
  });

  it("never changes, by a later entry of any kind, what was recorded as known before it", () => {
    fc.assert(
      fc.property(arbitraryLedger(), fc.nat(14), knownOn, arbitraryDay, (ledger, length, knownOn, validOn) => {
        const earlier = ledger.slice(0, length);
        const asOf = asOfOn("recorded", knownOn, validOn);
        const next = ledger[length];
        // A day sees everything recorded on it, so it is settled only once it is over.
        fc.pre(next === undefined || next.recorded.slice(0, knownOn.length) > knownOn);
        expect(answers(ledger, asOf)).toEqual(answers(earlier, asOf));
      }),
      { numRuns: 1500 },
    );
  });

  it("reads the same on every instant between two records", () => {
    fc.assert(
      fc.property(arbitraryLedger(), fc.nat(14), arbitraryDay, (ledger, at, validOn) => {
        const entry = ledger[at];
        fc.pre(entry !== undefined);
        const next = ledger.find(({ recorded }) => recorded > entry!.recorded);
        const end = next === undefined ? "2021-01-01T00:00:00.000Z" : next.recorded.replace("T12:00", "T11:59");
        const on = (knownOn: string) => answers(ledger, asOfOn("recorded", knownOn as Instant, validOn));
        expect(on(end)).toEqual(on(entry!.recorded));
      }),
    );
  });
});

const recordedLast = "2020-12-31T12:00:00.000Z" as Instant;
const allKnown = (validOn: Day): AsOf => ({ knownOn: "2021-01-01" as Day, validOn, basis: "reported" });
const appended = (ledger: readonly Entry[], content: object): Entry[] => [
  ...ledger,
  {
    itemId: "item",
    seq: ledger.length + 1,
    kind: "change",
    reported: "2020-01-01",
    recorded: recordedLast,
    summary: "",
    evidence: [],
    noEvidence: null,
    answer: null,
    correctedBy: null,
    retractedBy: null,
    ...content,
  } as unknown as Entry,
];

describe("an entry that is added afterwards", () => {
  const span = fc.tuple(fc.nat(80), fc.nat(10)).map(([n, length]) => {
    const start = addDays("2019-12-20" as Day, n);
    return { effective: `${start}/${addDays(start, length)}`, latest: addDays(start, length) };
  });

  it("and back-dated moves today's status only where it becomes the latest of those that are certain", () => {
    fc.assert(
      fc.property(
        arbitraryLedger(),
        span,
        fc.constantFrom(...Status.options),
        arbitraryDay,
        (ledger, dated, status, today) => {
          fc.pre(dated.latest <= today);
          const before = readingOf(ledger, allKnown(today));
          const longer = appended(ledger, { status, effective: dated.effective });
          const after = readingOf(longer, allKnown(today));
          expect(after.next).toEqual(before.next);
          if (after.entrySeq === longer.length) expect(after.status).toBe(status);
          else
            expect({ ...after, since: null, origins: 0, lastReviewed: null }).toEqual({
              ...before,
              since: null,
              origins: 0,
              lastReviewed: null,
            });
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("and back-dated to before everything that is certain changes nothing of today but when the ledger was last looked at", () => {
    fc.assert(
      fc.property(arbitraryLedger(), fc.constantFrom(...Status.options), arbitraryDay, (ledger, status, today) => {
        const before = readingOf(ledger, allKnown(today));
        // With the same status the run of today would begin with the newcomer.
        fc.pre(before.status !== null && before.status !== status);
        const longer = appended(ledger, { status, effective: "../0001-01-01" });
        const { lastReviewed: _, ...after } = readingOf(longer, allKnown(today));
        const { lastReviewed: __, ...then } = before;
        expect(after).toEqual(then);
      }),
      { numRuns: 1000 },
    );
  });

  it("with a date to come leaves the status of today and is what comes next, where nothing else does sooner", () => {
    fc.assert(
      fc.property(arbitraryLedger(), fc.constantFrom(...Status.options), arbitraryDay, (ledger, status, today) => {
        const tomorrow = addDays(today, 1);
        const before = readingOf(ledger, allKnown(today));
        const after = readingOf(appended(ledger, { status, effective: tomorrow }), allKnown(today));
        const sooner = before.next !== null && boundsOf(before.next.effective).earliest === tomorrow;
        const next = sooner ? after.next : { status, effective: tomorrow, entrySeq: ledger.length + 1 };
        expect(after).toEqual({ ...before, next, lastReviewed: after.lastReviewed });
      }),
      { numRuns: 1000 },
    );
  });
});

const isCorrection = (entry: Entry): entry is CorrectionEntry => entry.kind === "correction";

/** The ledger as it would stand had every entry said from the start what its last correction says, recorded when that was. */
function saidRightAtOnce(ledger: readonly Entry[]): Entry[] {
  return ledger
    .filter((entry) => !isCorrection(entry))
    .map((entry) => {
      const last = ledger.filter(isCorrection).findLast(({ corrects }) => corrects === entry.seq);
      if (last === undefined) return entry;
      const { status, effective, reported, evidence, lookedOn, recorded } = last;
      const content = entry.kind === "review" ? { lookedOn } : { status, effective, reported, evidence };
      return { ...entry, ...content, recorded } as Entry;
    });
}

/** The ledger as it would stand had no retracted entry, nor what was said about it, ever been recorded. */
function neverRecorded(ledger: readonly Entry[]): Entry[] {
  const gone = new Set(ledger.flatMap((entry) => (entry.kind === "retraction" ? [entry.retracts] : [])));
  return ledger.filter(
    (entry) =>
      entry.kind !== "retraction" && !gone.has(entry.seq) && !(isCorrection(entry) && gone.has(entry.corrects)),
  );
}

describe("under `reported`, on every day,", () => {
  const reported = fc.tuple(arbitraryDay, arbitraryDay).map(([known, valid]) => asOfOn("reported", known, valid));
  const read = (ledger: readonly Entry[], asOf: AsOf) => ({
    reading: readingOf(ledger, asOf),
    intervals: statusIntervals(ledger, asOf),
  });

  it("corrections act as if the corrected content had always stood, its report counting as ended when it was corrected", () => {
    fc.assert(
      fc.property(arbitraryLedger(), reported, (ledger, asOf) => {
        expect(read(ledger, asOf)).toEqual(read(saidRightAtOnce(ledger), asOf));
      }),
      { numRuns: 1500 },
    );
  });

  it("a retracted entry counts as if it had never been recorded", () => {
    fc.assert(
      fc.property(arbitraryLedger(), reported, (ledger, asOf) => {
        expect(read(ledger, asOf)).toEqual(read(neverRecorded(ledger), asOf));
      }),
      { numRuns: 1500 },
    );
  });

  it("what is known only grows with the day, and its corrected form never changes with it", () => {
    fc.assert(
      fc.property(arbitraryLedger(), reported, fc.nat(60), (ledger, asOf, later) => {
        const before = visibleEntries(ledger, asOf);
        const after = visibleEntries(ledger, { ...asOf, knownOn: addDays(asOf.knownOn as Day, later) });
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});

describe("the worked example", () => {
  it("says of the model what was worked out by hand", () => {
    for (const { asOf, reading } of exampleReadings)
      expect(modelReading(exampleLedger, model(asOf as AsOf))).toEqual(reading);
    const last = "2031-03-10" as Day;
    expect(modelIntervals(exampleLedger, { knownOn: last, validOn: last, basis: "reported" })).toEqual(
      exampleIntervals,
    );
  });
});

describe("an as-of of a day to come", () => {
  it("is answered like today's, the day asked about included where none is named", () => {
    const now = "2020-03-01T12:00:00.000Z" as Instant;
    fc.assert(
      fc.property(arbitraryLedger(), basis, fc.integer({ min: 1, max: 4000 }), (ledger, basis, n) => {
        const ahead = resolveAsOf({ knownOn: addDays("2020-03-01" as Day, n), basis }, now);
        expect(answers(ledger, ahead)).toEqual(answers(ledger, resolveAsOf({ basis }, now)));
      }),
    );
  });

  it("may still be asked about a day of the world that is ahead", () => {
    const ahead = resolveAsOf(
      { knownOn: "2031-01-01" as Day, validOn: "2030-01-01" as Day },
      "2020-03-01T12:00:00.000Z" as Instant,
    );
    expect(ahead).toEqual({ knownOn: "2020-03-01", validOn: "2030-01-01", basis: "reported" });
  });
});
