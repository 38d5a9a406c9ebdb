import { runFacts } from "@readout/core/reading-words";
import type { Day } from "@readout/core/time";
import type { StatusFact } from "@readout/core/visible";
import { describe, expect, it } from "vitest";
import { type KnownAs, shownEvidence, shownRun } from "./shown-evidence.ts";

const sources = new Map([
  ["then", { published: "2017-08-05" }],
  ["about-then", { published: "2017-08~" }],
  ["later", { published: "2018-07-05~" }],
  ["this-year", { published: "2026" }],
]);
const on = (knownOn: string, basis: KnownAs["basis"] = "reported"): KnownAs => ({
  basis,
  knownOn: knownOn as Day,
  today: "2026-11-21" as Day,
});
const cite = (sourceId: string, origin = sourceId) =>
  ({ sourceId, stance: "supports", origins: [origin] }) as unknown as StatusFact["evidence"][number];
const all = ["then", "about-then", "later", "this-year"].map((id) => cite(id));
const shownOn = (known: KnownAs) => shownEvidence(all, sources, known).map(({ sourceId }) => sourceId);

describe("the evidence shown on a day", () => {
  it.each([
    ["2017-08-04", []],
    ["2017-08-05", ["then"]],
    ["2017-08-31", ["then", "about-then"]],
    ["2018-07-04", ["then", "about-then"]],
    ["2018-07-05", ["then", "about-then", "later"]],
  ])("is what had been published by then: %s", (day, ids) => expect(shownOn(on(day))).toEqual(ids));

  it("is all of it today, and all of it as recorded", () => {
    expect(shownEvidence(all, sources, on("2026-11-21"))).toBe(all);
    expect(shownEvidence(all, sources, on("2017-08-05", "recorded"))).toBe(all);
  });

  it("leaves out what no known source stands for", () => {
    expect(shownEvidence([cite("nowhere")], sources, on("2017-08-05"))).toEqual([]);
  });
});

describe("the run shown on a day", () => {
  const fact = (seq: number, ...evidence: StatusFact["evidence"]) =>
    ({ seq, summary: `Entry ${seq}.`, answer: null, evidence }) as unknown as StatusFact;
  const facts = [fact(1, cite("then", "wire"), cite("later", "ministry")), fact(2, cite("later", "agency"))];

  it("counts the origins of what is shown, and keeps an entry all of whose citations are later", () => {
    const { run, whole } = shownRun(facts, sources, on("2017-08-05"));
    expect(runFacts(run)).toEqual({ summary: "Entry 2.", answer: null, origins: ["wire"] });
    expect(whole).toBe(false);
  });

  it("is whole once all of it had appeared", () => {
    const { run, whole } = shownRun(facts, sources, on("2018-07-05"));
    expect(runFacts(run).origins).toEqual(["wire", "ministry", "agency"]);
    expect(whole).toBe(true);
  });
});
