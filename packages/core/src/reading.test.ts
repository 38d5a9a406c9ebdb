import { describe, expect, it } from "vitest";
import type { AsOf } from "./as-of.ts";
import type { Entry } from "./entry.ts";
import { exampleIntervals, exampleLedger, exampleReadings } from "./example.ts";
import { isOverdueForReview, phaseOf, readingOf, statusIntervals } from "./reading.ts";
import type { Day } from "./time.ts";
import { visibleEntries } from "./visible.ts";

const on = (day: string, basis: "reported" | "recorded" = "reported"): AsOf => ({
  knownOn: day as Day,
  validOn: day as Day,
  basis,
});

describe("the worked example", () => {
  it.each(exampleReadings)(
    "reads as worked out by hand: $asOf.knownOn / $asOf.validOn / $asOf.basis",
    ({ asOf, reading }) => {
      expect(readingOf(exampleLedger, asOf as AsOf)).toEqual(reading);
    },
  );

  it("falls into the stretches worked out by hand", () => {
    expect(statusIntervals(exampleLedger, on("2031-03-10"))).toEqual(exampleIntervals);
  });

  it("gives the same answers when its entries come in another order", () => {
    for (const { asOf, reading } of exampleReadings)
      expect(readingOf(exampleLedger.toReversed(), asOf as AsOf)).toEqual(reading);
  });
});

const fact = (seq: number, status: string, effective: string, reported = "2020-01-01", more: object = {}): Entry =>
  ({
    itemId: "x",
    seq,
    kind: "change",
    status,
    effective,
    reported,
    recorded: "2020-06-01T00:00:00.000Z",
    summary: "s",
    evidence: [],
    noEvidence: "none found",
    answer: null,
    reason: null,
    background: false,
    effectiveBasis: null,
    ref: null,
    author: "a",
    approver: null,
    v: 1,
    previousHash: null,
    hash: "",
    correctedBy: null,
    retractedBy: null,
    ...more,
  }) as unknown as Entry;

describe("reading a status", () => {
  it("is unmoved today by a back-dated entry", () => {
    const ledger = [
      fact(1, "raised", "2019-01-01"),
      fact(2, "under-way", "2019-06-01"),
      fact(3, "proposed", "2019-03-01"),
    ];
    expect(readingOf(ledger, on("2020-02-01")).status).toBe("under-way");
    expect(readingOf(ledger, { ...on("2020-02-01"), validOn: "2019-04-01" as Day }).status).toBe("proposed");
  });

  it("lets the later record win among entries that share all their days", () => {
    expect(readingOf([fact(1, "raised", "2019"), fact(2, "stalled", "2019")], on("2020-02-01")).entrySeq).toBe(2);
  });

  it("takes an entry with the narrower end as later when both begin together, as the order says", () => {
    const ledger = [fact(1, "raised", "2019"), fact(2, "stalled", "2019-01")];
    expect(readingOf(ledger, on("2020-02-01")).status).toBe("raised");
    expect(readingOf(ledger, { ...on("2020-02-01"), validOn: "2019-03-01" as Day })).toMatchObject({
      status: "stalled",
      alternatives: ["raised"],
    });
  });

  it("never reads an open end as certain and offers it for ever", () => {
    const ledger = [fact(1, "raised", "2019"), fact(2, "stalled", "2019-06/..")];
    expect(readingOf(ledger, { ...on("2020-02-01"), validOn: "9000-01-01" as Day })).toMatchObject({
      status: "raised",
      alternatives: ["stalled"],
    });
  });

  it("holds an open beginning possible on every day before its end", () => {
    const reading = readingOf([fact(1, "raised", "../2019-06-01")], {
      ...on("2020-02-01"),
      validOn: "0001-01-01" as Day,
    });
    expect(reading).toMatchObject({ status: null, alternatives: ["raised"], next: null });
    expect(phaseOf(reading)).toBe("open");
  });

  it("passes over possible entries inside a run and dates the run from its first entry", () => {
    const ledger = [fact(1, "raised", "2019-01"), fact(2, "stalled", "2019-02/2030"), fact(3, "raised", "2019-03")];
    expect(readingOf(ledger, on("2020-02-01"))).toMatchObject({
      status: "raised",
      since: "2019-01",
      entrySeq: 3,
      alternatives: [],
    });
  });

  it("counts each origin once, from supporting evidence of the whole run", () => {
    const cited = (stance: string, ...origins: string[]) => ({ stance, origins });
    const ledger = [
      fact(1, "raised", "2019-01", "2020-01-01", { evidence: [cited("supports", "A")] }),
      fact(2, "raised", "2019-02", "2020-01-01", {
        evidence: [cited("supports", "A", "B"), cited("contradicts", "C"), cited("context", "D")],
      }),
    ];
    expect(readingOf(ledger, on("2020-02-01")).origins).toBe(2);
  });

  it("lets a report that had not ended when it was recorded count as ended on that day", () => {
    const ledger = [fact(1, "raised", "2020-06-01", "2020-06")];
    expect(readingOf(ledger, on("2020-05-31")).status).toBeNull();
    expect(readingOf(ledger, on("2020-06-01"))).toMatchObject({ status: "raised", lastReviewed: "2020-06-01" });
  });

  it("gives no phase to an item that has neither status nor alternative, nor to one that could only have ended", () => {
    expect(phaseOf({ status: null, alternatives: [] })).toBeNull();
    expect(phaseOf({ status: null, alternatives: ["concluded"] })).toBeNull();
    expect(phaseOf({ status: "concluded", alternatives: ["stalled"] })).toBe("closed");
  });

  it("is overdue for review only after the cadence has passed", () => {
    expect(isOverdueForReview("2020-01-01" as Day, 30, "2020-01-31" as Day)).toBe(false);
    expect(isOverdueForReview("2020-01-01" as Day, 30, "2020-02-01" as Day)).toBe(true);
    expect(isOverdueForReview(null, 30, "2020-02-01" as Day)).toBe(false);
  });
});

describe("the entries that are visible", () => {
  const seqs = (asOf: AsOf) => visibleEntries(exampleLedger, asOf).map(({ seq }) => seq);

  it("show a correction or retraction, as reported, together with the entry it names", () => {
    expect(seqs(on("2030-06-25"))).toEqual([1, 2, 3, 5]);
    expect(seqs(on("2031-03-01"))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("show nothing before it was recorded, and mark nothing with what was recorded later", () => {
    expect(seqs(on("2030-08-31", "recorded"))).toEqual([1, 2, 3, 4]);
    expect(visibleEntries(exampleLedger, on("2030-08-31", "recorded"))[2]).toMatchObject({ seq: 3, correctedBy: null });
    expect(visibleEntries(exampleLedger, on("2030-09-02", "recorded"))[2]).toMatchObject({ seq: 3, correctedBy: 5 });
  });

  it("follow the instant when one is asked for", () => {
    const at = (knownOn: string) => seqs({ knownOn, validOn: "2030-04-03", basis: "recorded" } as AsOf);
    expect(at("2030-04-03T07:59:59.999Z")).toEqual([]);
    expect(at("2030-04-03T08:00:00.000Z")).toEqual([1]);
  });
});
