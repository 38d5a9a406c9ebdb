import fc from "fast-check";
import type { Entry } from "./entry.ts";
import { Status } from "./status.ts";
import { addDays, type Day, startOfDay } from "./time.ts";

const origin = "2020-01-01" as Day;
const day = (n: number) => addDays(origin, n);

/** Dates of every form around a narrow stretch of days, so that entries meet, overlap and tie. */
const effective = fc.oneof(
  fc.nat(60).map((n) => day(n)),
  fc.nat(60).map((n) => `${day(n)}~`),
  fc.tuple(fc.nat(50), fc.nat(20)).map(([n, length]) => `${day(n)}/${day(n + length)}`),
  fc.constantFrom(
    "2020",
    "2020-01",
    "2020-02",
    "2019-24",
    "2020-21",
    "2020-XX",
    "2020-01-XX",
    "202X",
    "2019/2020-01-20",
  ),
  fc.nat(60).map((n) => `../${day(n)}`),
  fc.nat(60).map((n) => `${day(n)}/..`),
  fc.nat(60).map((n) => `/${day(n)}`),
);

const reported = fc.oneof(
  fc.nat(70).map((n) => day(n)),
  fc.constantFrom("2020-01", "2020-01~", "../2020-02-01", "2020-02-XX", "2020"),
);

const evidence = fc.array(
  fc.record({
    stance: fc.constantFrom("supports", "contradicts", "context"),
    origins: fc.uniqueArray(fc.constantFrom("A", "B", "C", "D"), { minLength: 1, maxLength: 2 }),
  }),
  { maxLength: 3 },
);

const status = fc.constantFrom(...Status.options);
const content = fc.record({ status, effective, reported, evidence });

const step = fc.record({
  kind: fc.constantFrom("change", "change", "change", "reaffirmation", "review", "correction", "retraction"),
  content,
  lookedOn: fc.nat(70).map(day),
  target: fc.nat(20),
  /** Days that pass before this entry is recorded; none makes two entries share an instant. */
  waits: fc.nat(8),
});

/**
 * Ledgers as decided ones are: corrections and retractions name earlier entries, a retraction is final, records keep order.
 * Hashes and summaries are left empty.
 */
export const arbitraryLedger = (maxLength = 14): fc.Arbitrary<Entry[]> =>
  fc.array(step, { maxLength }).map((steps) => {
    const ledger: Entry[] = [];
    const retracted = new Set<number>();
    let recordedOn = 0;
    for (const { kind, content, lookedOn, target, waits } of steps) {
      recordedOn += waits;
      const seq = ledger.length + 1;
      const common = { seq, itemId: "item", recorded: startOfDay(day(recordedOn)).replace("T00", "T12") };
      const marks = { correctedBy: null, retractedBy: null };
      const own = { ...content, summary: "", noEvidence: null, answer: null };
      const named = ledger.filter((entry) => "correctedBy" in entry && !retracted.has(entry.seq));
      if (kind === "correction" || kind === "retraction") {
        const at = named[target % Math.max(1, named.length)];
        if (at === undefined) continue;
        if (kind === "retraction") {
          retracted.add(at.seq);
          ledger.push({ ...common, kind, retracts: at.seq, reason: "" } as unknown as Entry);
        } else if (at.kind === "review")
          ledger.push({
            ...common,
            kind,
            corrects: at.seq,
            lookedOn,
            note: "",
            status: null,
            evidence: [],
          } as unknown as Entry);
        else ledger.push({ ...common, kind, corrects: at.seq, ...own, lookedOn: null, note: null } as unknown as Entry);
      } else if (kind === "review") ledger.push({ ...common, kind, lookedOn, note: "", ...marks } as unknown as Entry);
      else ledger.push({ ...common, kind, ...own, ...marks } as unknown as Entry);
    }
    return ledger;
  });

/** Days around those of {@link arbitraryLedger}, a little before and after as well. */
export const arbitraryDay: fc.Arbitrary<Day> = fc.integer({ min: -20, max: 150 }).map(day);
