import { Evidence, NewEvidence } from "@readout/core/evidence";
import type { CitedSource } from "@readout/core/origin";
import { describe, expect, it } from "vitest";
import {
  confirmationRefusal,
  draftOfEvidence,
  type EvidenceDraft,
  evidenceOfDraft,
  isBlankDraft,
  lacksParagraphs,
  newEvidenceDraft,
  originsOfDrafts,
  withParagraphs,
  withQuote,
  withSource,
} from "./evidence-draft.ts";

const quote = { type: "TextQuoteSelector" as const, exact: "signed in May", prefix: "It was ", suffix: "." };
const draft = (fields: Partial<EvidenceDraft> = {}): EvidenceDraft => ({
  ...newEvidenceDraft("1"),
  sourceId: "wire",
  paragraphs: [3, 4],
  says: "It was signed.",
  ...fields,
});

describe("a piece of evidence while it is written", () => {
  it("begins as support that cannot be judged, and is blank until something is chosen or said", () => {
    expect(newEvidenceDraft("7")).toEqual({
      key: "7",
      sourceId: "",
      paragraphs: [],
      stance: "supports",
      credibility: 6,
      says: "",
    });
    expect([newEvidenceDraft("1"), draft(), { ...newEvidenceDraft("1"), says: "x" }].map(isBlankDraft)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("is submitted as core takes it", () => {
    expect(NewEvidence.parse(evidenceOfDraft(draft({ quote })))).toEqual({
      sourceId: "wire",
      paragraphs: [3, 4],
      stance: "supports",
      credibility: 6,
      says: "It was signed.",
      quote,
    });
  });

  it("of recorded evidence is submitted as it was recorded", () => {
    const recorded = Evidence.parse({
      ...evidenceOfDraft(draft({ quote })),
      origins: ["Ministry"],
      keywords: ["treaty"],
    });
    expect(evidenceOfDraft(draftOfEvidence(recorded, "1"))).toEqual(recorded);
    const bare = Evidence.parse({ ...evidenceOfDraft(draft()), origins: ["wire"], keywords: [] });
    expect(evidenceOfDraft(draftOfEvidence(bare, "1"))).toEqual({ ...evidenceOfDraft(draft()), origins: ["wire"] });
  });

  it("loses with its source what was cited of it, and keeps what was judged and said", () => {
    const before = draft({ quote, origins: ["Ministry"], credibility: 2, stance: "context" });
    expect(withSource(before, "page")).toEqual({
      ...newEvidenceDraft("1"),
      sourceId: "page",
      credibility: 2,
      stance: "context",
      says: "It was signed.",
    });
  });

  it("keeps its quotation while the paragraphs of it are cited; stated origins belong to the passage", () => {
    const before = draft({ quote, origins: ["Ministry"] });
    expect(withParagraphs(before, [9, 3], [3])).toEqual(draft({ paragraphs: [3, 9], quote }));
    expect(withParagraphs(before, [4], [3])).toEqual(draft({ paragraphs: [4] }));
  });

  it("cites the paragraphs that it quotes, and still does when the quotation goes", () => {
    const before = draft({ paragraphs: [4], origins: ["Ministry"] });
    expect(withQuote(before, quote, [3])).toEqual(draft({ paragraphs: [3, 4], quote }));
    expect(withQuote(before, quote, [4])).toEqual(draft({ paragraphs: [4], quote, origins: ["Ministry"] }));
    expect(withQuote(draft({ quote }), null, [])).toEqual(draft());
  });
});

describe("credibility 1", () => {
  const source = (id: string, lineage: CitedSource["lineage"] = []): [string, CitedSource] => [
    id,
    { id, origin: id, paragraphCount: 9, lineage },
  ];
  const sources = new Map([source("wire"), source("copy", [{ paragraphs: [1, 2], derivedFrom: "wire" }])]);
  const refusal = (...drafts: EvidenceDraft[]) =>
    confirmationRefusal(drafts, sources, (origin) => origin.toUpperCase());

  it("needs two origins among what supports the entry, and is refused with the one there is", () => {
    expect(refusal(newEvidenceDraft("1"))).toBe("1 needs two origins; nothing here supports it yet");
    expect(refusal(draft())).toBe("1 needs two origins; this is one: WIRE");
    expect(refusal(draft(), draft({ sourceId: "copy", paragraphs: [1] }))).toBe(
      "1 needs two origins; these are one: WIRE",
    );
    expect(refusal(draft(), draft({ sourceId: "copy", stance: "context" }))).toBe(
      "1 needs two origins; this is one: WIRE",
    );
    expect(refusal(draft(), draft({ sourceId: "copy", paragraphs: [4] }))).toBeNull();
  });

  it("counts origins as deciding the entry would: stated ones, else those the lineage leads to", () => {
    const drafts = [draft({ origins: ["Ministry"] }), draft({ sourceId: "copy", paragraphs: [1, 4] })];
    expect(originsOfDrafts(drafts, sources)).toEqual(["Ministry", "wire", "copy"]);
    expect(originsOfDrafts([draft({ sourceId: "not yet loaded" })], sources)).toEqual([]);
  });

  it("counts none while a supporting passage lacks its paragraphs", () => {
    expect(lacksParagraphs([draft()], sources)).toBe(false);
    expect(lacksParagraphs([draft(), draft({ sourceId: "copy", paragraphs: [] })], sources)).toBe(true);
    expect(lacksParagraphs([draft({ paragraphs: [], stance: "context" })], sources)).toBe(false);
    expect(lacksParagraphs([newEvidenceDraft("1")], sources)).toBe(false);
  });
});
