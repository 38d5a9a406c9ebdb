import { describe, expect, it } from "vitest";
import type { CorrectionEntry, StatusEntry } from "./entry.ts";
import type { Evidence } from "./evidence.ts";
import { replacedBy } from "./replaced.ts";

const passage = (says: string): Evidence =>
  ({ sourceId: "s", paragraphs: [1], stance: "supports", credibility: 6, says, origins: ["s"], keywords: [] }) as never;
const content = {
  status: "stalled",
  answer: null,
  effective: "2017-08-05",
  reported: "2017-08-06",
  summary: "Talks stopped.",
  noEvidence: null,
  evidence: [passage("they stopped")],
};
const entry = { kind: "change", seq: 4, ...content } as unknown as StatusEntry;
const correction = (changes: object) =>
  ({
    kind: "correction",
    corrects: 4,
    ...content,
    lookedOn: null,
    note: null,
    ...changes,
  }) as unknown as CorrectionEntry;

describe("what a correction replaced", () => {
  it("is what differs, in words, with what stood there", () => {
    const [replaced] = replacedBy(entry, [correction({ status: "suspended", reported: "2017-08-07" })]);
    expect(replaced).toEqual({
      fields: [
        { field: "status", label: "status", before: "stalled" },
        { field: "reported", label: "reported", before: "6 August 2017" },
      ],
      evidence: null,
    });
  });

  it("is the evidence as a whole where a passage of it changed", () => {
    const [replaced] = replacedBy(entry, [correction({ evidence: [passage("they broke off")] })]);
    expect(replaced?.evidence?.map(({ says }) => says)).toEqual(["they stopped"]);
  });

  it("counts from the correction before, where there are several", () => {
    const first = correction({ summary: "Talks were broken off." });
    const second = correction({ summary: "Talks were adjourned." });
    expect(replacedBy(entry, [first, second]).map(({ fields }) => fields.map(({ before }) => before))).toEqual([
      ["Talks stopped."],
      ["Talks were broken off."],
    ]);
  });

  it("says so where there was nothing before", () => {
    const [replaced] = replacedBy(entry, [correction({ answer: "yes" })]);
    expect(replaced?.fields).toEqual([{ field: "answer", label: "answer", before: null }]);
  });
});
