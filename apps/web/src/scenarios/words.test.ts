import type { Resolution, ScenarioSet } from "@readout/core/scenario";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { cameTrue, deadlineWords, decidingEntry, setsSentence, stateOf, stateWords } from "./words.ts";

const set = (deadline: string, resolvedOn: string | null = null) =>
  ({
    deadline,
    resolution: resolvedOn === null ? null : { scenarioId: "x", date: resolvedOn, note: null, entries: [] },
  }) as unknown as Pick<ScenarioSet, "deadline" | "resolution">;
const day = (text: string) => text as Day;
const ended = (date: string, entries: Resolution["entries"] = []) => ({ date, entries }) as unknown as Resolution;
const entry = (seq: number, effective: string) =>
  ({ itemId: "new-start-extension", seq, effective, summary: "" }) as unknown as Resolution["entries"][number];

describe("the state of a set", () => {
  it("is open to the end of its deadline and passed after it, unless it is settled", () => {
    expect(stateOf(set("2021-02-05"), day("2021-02-05"))).toBe("open");
    expect(stateOf(set("2021-02-05"), day("2021-02-06"))).toBe("passed");
    expect(stateOf(set("2021-02-05", "2021-02-03"), day("2026-11-21"))).toBe("settled");
  });
  it("is said in the same few words everywhere", () => {
    expect(stateWords(set("2021-02-05"), day("2021-01-31"))).toBe("open, due 5 Feb 2021");
    expect(stateWords(set("2021-02-05"), day("2021-03-01"))).toBe("due 5 Feb 2021, passed");
    expect(deadlineWords(set("2021-02-05"), day("2021-01-31"))).toBe("5 February 2021, in 5 days");
    expect(deadlineWords(set("2021"), day("2021-01-31"))).toBe("2021, 334 days left at most");
    expect(deadlineWords(set("2021-02-05"), day("2021-03-01"))).toBe("5 February 2021, passed");
    expect(cameTrue(ended("2021-02-03"))).toBe("came true on 3 February 2021");
  });
});

describe("decidingEntry", () => {
  it("is the last entry that had begun when the set ended, not the last that is named", () => {
    const entries = [entry(2, "2018-02-05"), entry(6, "2021-02-03"), entry(5, "2021-01-26"), entry(7, "2023-02-21")];
    expect(decidingEntry(ended("2021-02-03", entries))?.seq).toBe(6);
  });
  it("is none when all named entries came later", () => {
    expect(decidingEntry(ended("2018-12-31", [entry(7, "2023-02-21"), entry(8, "2018-12-31/..")]))).toBeNull();
  });
});

describe("setsSentence", () => {
  it("counts by state, and says that no forecast was made", () => {
    const sets = [set("2021-02-05", "2021-02-03"), set("2027-01-01"), set("2020-01-01")];
    expect(setsSentence(sets, day("2026-11-21"))).toBe(
      "Three questions are watched by their possible outcomes: 1 is settled, 1 is open and 1 passed the deadline with no outcome recorded. No forecast was made on any of them.",
    );
    expect(setsSentence(sets.slice(0, 1), day("2026-11-21"))).toBe(
      "One question is watched by its possible outcomes: it is settled. No forecast was made on it.",
    );
    expect(setsSentence([sets[0]!, sets[0]!], day("2026-11-21"))).toBe(
      "Two questions are watched by their possible outcomes: all are settled. No forecast was made on any of them.",
    );
    expect(setsSentence([], day("2026-11-21"))).toBe("No question is watched by its possible outcomes.");
  });
});
