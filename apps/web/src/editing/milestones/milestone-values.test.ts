import { AddMilestone, DecideMilestone, EditMilestone } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { blankVerdict, readMilestone, readNewMilestone, readVerdict } from "./milestone-values.ts";

const today = "2026-11-21" as Day;
const at = { itemId: "an-item", ordinal: 2, today };

describe("a verdict on a date", () => {
  it("names a new date only where the old one was moved", () => {
    const typed = { ...blankVerdict, movedTo: "5 February 2027", entrySeq: "3", note: " said so " };
    const moved = readVerdict({ ...typed, verdict: "moved" }, at).command;
    expect(DecideMilestone.parse(moved)).toEqual({
      itemId: "an-item",
      ordinal: 2,
      verdict: "moved",
      movedTo: "2027-02-05",
      entrySeq: 3,
      note: "said so",
    });
    const missed = readVerdict({ ...typed, verdict: "missed" }, at);
    expect(missed.faults).toEqual([]);
    expect(missed.command).not.toHaveProperty("movedTo");
  });

  it("is asked for, and so is the date it was moved to", () => {
    expect(readVerdict(blankVerdict, at).faults.map(({ path }) => path)).toEqual(["verdict"]);
    expect(readVerdict({ ...blankVerdict, verdict: "moved" }, at).faults.map(({ path }) => path)).toEqual(["movedTo"]);
  });
});

describe("a date of an item", () => {
  it("is added and edited as people write it", () => {
    const typed = { date: "early 2027", kind: "deadline", what: "answer due" } as const;
    expect(AddMilestone.safeParse(readNewMilestone(typed, at).command).success).toBe(true);
    const { command } = readMilestone(typed, ["what"], { ...at, version: 1 });
    expect(EditMilestone.parse(command)).toEqual({ itemId: "an-item", ordinal: 2, version: 1, what: "answer due" });
  });
});
