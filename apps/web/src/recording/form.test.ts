import type { Fact } from "@readout/core/visible";
import { describe, expect, it } from "vitest";
import { newEvidenceDraft } from "./evidence/evidence-draft.ts";
import { blankForm, formOfFact, isSameForm, readForm } from "./form.ts";

const fact = {
  kind: "change",
  seq: 4,
  status: "concluded",
  effective: "2017-08-06",
  reported: "2017-08-07",
  summary: "They met.",
  answer: "yes",
  noEvidence: null,
  evidence: [
    {
      sourceId: "s",
      paragraphs: [3, 4],
      stance: "supports",
      credibility: 2,
      says: "met",
      origins: ["o"],
      keywords: ["k"],
    },
  ],
} as unknown as Fact;

describe("a form kept as a draft", () => {
  it("comes back word for word", () => {
    const form = { ...formOfFact(fact, 9), reason: "typed  with   spaces\n", effective: "late July 2017" };
    expect(readForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });

  it("keeps what can be read where an older page had other fields", () => {
    expect(readForm({ head: 3, summary: "kept", kind: "verdict", evidence: "none", gone: 1 })).toEqual({
      ...blankForm(3),
      summary: "kept",
    });
  });

  it("is none without the head it was begun on", () => {
    expect(readForm({ summary: "of nothing" })).toBeNull();
    expect(readForm("text")).toBeNull();
  });
});

describe("two forms", () => {
  it("are the same on whatever head, and with a blank piece of evidence more", () => {
    const more = [newEvidenceDraft("7"), newEvidenceDraft("8")];
    expect(isSameForm(blankForm(3), { ...blankForm(9), evidence: more })).toBe(true);
  });

  it.each([
    { summary: "a word" },
    { note: "a word" },
    { effective: "2017" },
    { without: true },
    { evidence: [{ ...newEvidenceDraft("1"), sourceId: "s" }] },
    { evidence: [{ ...newEvidenceDraft("1"), says: "a word" }] },
    { evidence: [{ ...newEvidenceDraft("1"), sourceId: "s", paragraphs: [1] }] },
  ])("differ by %j", (changes) => {
    expect(isSameForm(blankForm(3), { ...blankForm(3), ...changes })).toBe(false);
  });

  it("do not depend on the order in which a store gives their fields back", () => {
    const form = formOfFact(fact, 9);
    const turned = Object.fromEntries(Object.entries(form).reverse()) as typeof form;
    expect(isSameForm(form, turned)).toBe(true);
  });
});

it("a correction begins with what the entry says", () => {
  expect(formOfFact(fact, 9)).toMatchObject({
    kind: "change",
    status: "concluded",
    answer: "yes",
    effective: "6 August 2017",
    head: 9,
    without: false,
    evidence: [{ sourceId: "s", paragraphs: [3, 4], credibility: 2, says: "met", origins: ["o"] }],
  });
});
