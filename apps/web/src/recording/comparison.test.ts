import type { Entry } from "@readout/core/entry";
import { describe, expect, it } from "vitest";
import {
  type Compared,
  comparedEntry,
  comparedFields,
  comparedForm,
  comparedRetraction,
  comparedStart,
  evidenceDiffers,
  saysTheSame,
  startedFrom,
  valueWords,
} from "./comparison.ts";
import { newEvidenceDraft } from "./evidence/evidence-draft.ts";
import { blankForm } from "./form.ts";

const change = (seq: number, changes: object = {}): Entry =>
  ({
    kind: "change",
    seq,
    recorded: "2026-11-21T10:00:00.000Z",
    status: "suspended",
    effective: "2017-08-06",
    reported: "2017-08-07",
    summary: "Suspended.",
    evidence: [
      { sourceId: "s", paragraphs: [1], stance: "supports", credibility: 6, says: "so", origins: ["s"], keywords: [] },
    ],
    noEvidence: null,
    answer: null,
    reason: null,
    ...changes,
  }) as unknown as Entry;
const correction = (seq: number, corrects: number, changes: object = {}) =>
  ({ ...change(seq, changes), kind: "correction", corrects, reason: "misread", lookedOn: null, note: null }) as Entry;
const retraction = (seq: number, retracts: number) =>
  ({ kind: "retraction", seq, retracts, reason: "never was", recorded: "2026-11-21T10:00:00.000Z" }) as Entry;

const mine = comparedForm(
  { ...blankForm(9), status: "lapsed", effective: "6 Aug", reported: "soonish", lookedOn: "", summary: "Lapsed." },
  { effective: "2017-08-06" },
);

describe("versions field by field", () => {
  it("put what differs first, and leave out what none of them has", () => {
    const fields = comparedFields([comparedEntry(change(9)), comparedEntry(change(10)), mine]);
    expect(fields.map(({ name, differs }) => [name, differs])).toEqual([
      ["status", true],
      ["reported", true],
      ["summary", true],
      ["kind", false],
      ["effective", false],
    ]);
    expect(fields[0]?.values).toEqual(["suspended", "suspended", "lapsed"]);
  });

  it("show a date that could not be read as it was typed, and one that was in words", () => {
    expect(mine.reported).toBe("soonish");
    expect(valueWords("reported", "soonish")).toBe("soonish");
    expect(valueWords("effective", mine.effective)).toBe("6 August 2017");
    expect(valueWords("status", "agreed-in-principle")).toBe("Agreed in principle");
  });

  it("tell evidence apart by passage, words and rating, not by the order of paragraphs", () => {
    const of = (changes: object): Compared => ({
      ...mine,
      evidence: [{ ...newEvidenceDraft("1"), sourceId: "s", paragraphs: [1, 2], says: "so", ...changes }],
    });
    expect(evidenceDiffers([of({}), of({ paragraphs: [2, 1] })])).toBe(false);
    expect(evidenceDiffers([of({}), of({ credibility: 2 })])).toBe(true);
    expect(evidenceDiffers([of({}), mine])).toBe(true);
    expect(saysTheSame(of({}), of({ paragraphs: [2, 1] }))).toBe(true);
  });

  it("do not count it as a difference that a retraction or a look says nothing of a status", () => {
    const kept = comparedEntry(change(9));
    const look = { kind: "review", seq: 10, lookedOn: "2026-05-01", note: "Nothing." } as Entry;
    for (const other of [retraction(10, 4), look])
      expect(
        comparedFields([kept, comparedEntry(other), kept])
          .filter(({ differs }) => differs)
          .map(({ name }) => name),
      ).toEqual(other.kind === "retraction" ? ["kind", "reason"] : ["kind"]);
    expect(evidenceDiffers([kept, comparedEntry(retraction(10, 4)), kept])).toBe(false);
    expect(evidenceDiffers([kept, comparedRetraction(4, "never was")])).toBe(false);
  });

  it("hold evidence against evidence in any order, with its quotation", () => {
    const piece = { sourceId: "s", paragraphs: [1], stance: "supports", credibility: 6, says: "so" } as const;
    const other = { ...piece, paragraphs: [2] };
    const on = (...evidence: Compared["evidence"]): Compared => ({ ...mine, evidence });
    expect(evidenceDiffers([on(piece, other), on(other, { ...piece, says: "so " })])).toBe(false);
    const quote = { type: "TextQuoteSelector", exact: "so it is", prefix: "", suffix: "" } as const;
    expect(evidenceDiffers([on(piece), on({ ...piece, quote })])).toBe(true);
  });

  it("name what a correction and a retraction speak of", () => {
    expect(comparedEntry(correction(10, 4)).kind).toBe("a correction of entry 4");
    expect(comparedEntry(retraction(10, 4))).toMatchObject({ kind: "a retraction of entry 4", reason: "never was" });
  });
});

describe("what an author started from", () => {
  it("is the last entry with a status that was there then", () => {
    expect(startedFrom([change(1), change(2), change(3)], 2, null)?.seq).toBe(2);
    expect(startedFrom([], 0, null)).toBeNull();
  });

  it("is read in its corrected form, and never an entry that was taken back", () => {
    const ledger = [change(1), change(2), correction(3, 1, { status: "stalled" }), retraction(4, 2)];
    expect(startedFrom(ledger, 4, null)).toMatchObject({ seq: 1, status: "stalled" });
    expect(startedFrom(ledger, 2, null)).toMatchObject({ seq: 2, status: "suspended" });
  });

  it("has the reason for which its entry was recorded", () => {
    const ledger = [change(1, { reason: "The talks began anew." }), correction(2, 1, { status: "stalled" })];
    expect(comparedStart(ledger, startedFrom(ledger, 2, null)!)).toMatchObject({
      status: "stalled",
      reason: "The talks began anew.",
    });
  });

  it("is the entry to be amended, as it stood when that was begun", () => {
    expect(startedFrom([change(1), change(2), correction(3, 1, { status: "stalled" })], 2, 1)).toMatchObject({
      seq: 1,
      status: "suspended",
    });
  });
});
