import { change, correction, retraction, review } from "@readout/core/ledger.fixture";
import { describe, expect, it } from "vitest";
import { ledgerRows, singleRecordingDay } from "./ledger-rows.ts";

const byBeginning = { order: "effective", onlyChanges: false } as const;
const seqs = (rows: ReturnType<typeof ledgerRows>) => rows.map(({ seq }) => seq);

describe("the rows of a ledger", () => {
  it("stand newest first by when they began, not by when they were recorded", () => {
    const entries = [
      change(1, "raised", "2018-01-01"),
      change(2, "proposed", "2017-01-01"),
      change(3, "lapsed", "2019-01-01"),
    ];
    expect(seqs(ledgerRows(entries, byBeginning))).toEqual([3, 1, 2]);
    expect(seqs(ledgerRows(entries, { ...byBeginning, order: "recording" }))).toEqual([3, 2, 1]);
  });

  it("read movement from the status before, whatever the author called it", () => {
    const rows = ledgerRows(
      [
        change(1, "raised", "2017-01-01"),
        change(2, "raised", "2017-02-01"),
        change(3, "concluded", "2018-01-01"),
        change(4, "under-way", "2019-01-01"),
      ],
      byBeginning,
    );
    expect(rows.map((row) => row.kind === "status" && row.movement)).toEqual([
      { kind: "moved", from: "concluded", reopened: true },
      { kind: "moved", from: "raised", reopened: false },
      { kind: "still" },
      { kind: "first" },
    ]);
  });

  it("put a look at its day, and leave it out where only changes are asked for", () => {
    const entries = [change(1, "raised", "2017-01-01"), review(2, "2018-06-01"), change(3, "lapsed", "2019-01-01")];
    expect(seqs(ledgerRows(entries, byBeginning))).toEqual([3, 2, 1]);
    expect(seqs(ledgerRows(entries, { ...byBeginning, onlyChanges: true }))).toEqual([3, 1]);
  });

  it("show a corrected entry as it should have been, with what was recorded", () => {
    const entries = [
      change(1, "raised", "2017-01-01"),
      change(2, "stalled", "2018-01-01"),
      correction(3, 2, "suspended", "2016-01-01"),
      correction(4, 2, "suspended", "2016-02-01"),
    ];
    const rows = ledgerRows(entries, byBeginning);
    expect(seqs(rows)).toEqual([1, 2]);
    expect(rows[1]).toMatchObject({
      fact: { status: "suspended", effective: "2016-02-01" },
      entry: { status: "stalled", effective: "2018-01-01" },
      corrections: [{ seq: 3 }, { seq: 4 }],
      movement: { kind: "first" },
    });
  });

  it("keep a retracted entry in sight, without effect on what follows", () => {
    const rows = ledgerRows(
      [
        change(1, "raised", "2017-01-01"),
        change(2, "lapsed", "2018-01-01"),
        retraction(3, 2),
        change(4, "proposed", "2019-01-01"),
      ],
      byBeginning,
    );
    expect(rows[1]).toMatchObject({ seq: 2, retraction: { seq: 3 } });
    expect(rows[0]).toMatchObject({ seq: 4, movement: { kind: "moved", from: "raised", reopened: false } });
  });

  it("give corrections and retractions rows of their own in the order of recording", () => {
    const entries = [change(1, "raised", "2017-01-01"), correction(2, 1, "proposed", "2017-01-02"), retraction(3, 1)];
    const rows = ledgerRows(entries, { ...byBeginning, order: "recording" });
    expect(rows.map((row) => [row.seq, row.kind])).toEqual([
      [3, "amendment"],
      [2, "amendment"],
      [1, "status"],
    ]);
  });

  it("know whether one day recorded them all", () => {
    const [first, second] = [change(1, "raised", "2017-01-01"), change(2, "lapsed", "2018-01-01")];
    expect(singleRecordingDay([first, second])).toBe("2026-11-21");
    expect(singleRecordingDay([first, { ...second, recorded: "2026-11-22T00:00:00.000Z" as never }])).toBeNull();
  });
});
