import { type Entry, RecordEntry } from "@readout/core/entry";
import type { CitedSource } from "@readout/core/origin";
import { expect, test } from "vitest";
import { proposedEvidence } from "./proposed-evidence.ts";

const source = (id: string, lineage: CitedSource["lineage"] = []): [string, CitedSource] => [
  id,
  { id, origin: `${id} itself`, paragraphCount: 3, lineage },
];
const sources = new Map([source("wire"), source("site", [{ paragraphs: [2], derivedFrom: "wire" }])]);
const quote = { type: "TextQuoteSelector", exact: "so", prefix: "", suffix: "" };
const passage = (changes: object) => ({ sourceId: "site", stance: "supports", says: "so", ...changes });
const command = (evidence: object[]) =>
  RecordEntry.parse({
    ...{ kind: "change", itemId: "bridge", expectedHead: 0, status: "raised", effective: "2026-05-03" },
    ...{ reported: "2026-05-03", summary: "Asked for.", evidence },
  });

test("a proposal that waits, or was declined, has the origins that its lineage settles, and its quotations", () => {
  expect(
    proposedEvidence(
      command([passage({ paragraphs: [2, 1], quote }), passage({ paragraphs: [3], origins: ["a witness"] })]),
      null,
      sources,
    ),
  ).toMatchObject([
    { paragraphs: [1, 2], origins: ["site itself", "wire itself"], quote },
    { paragraphs: [3], origins: ["a witness"] },
  ]);
});

test("an approved one has the origins that were settled when it was recorded", () => {
  const evidence = [{ ...passage({ paragraphs: [2] }), credibility: 6, origins: ["another"], keywords: [] }];
  const entry = { kind: "change", seq: 4, evidence } as unknown as Entry;
  expect(proposedEvidence(command([passage({ paragraphs: [2] })]), entry, sources)).toBe(evidence);
});

test("a retraction rests on nothing", () => {
  const retraction = { kind: "retraction", itemId: "bridge", expectedHead: 2, retracts: 1, reason: "No." };
  expect(proposedEvidence(RecordEntry.parse(retraction), null, sources)).toEqual([]);
});
