import { describe, expect, it } from "vitest";
import type { Milestone, MilestoneKind, MilestoneOutcome } from "./milestone.ts";
import { dueWords, isUndecided, lacksVerdict, movedFrom, standingWords } from "./milestone-words.ts";
import type { Day } from "./time.ts";

const on = "2026-11-21" as Day;
const milestone = (date: string, kind: MilestoneKind, verdict?: MilestoneOutcome, movedTo: string | null = null) =>
  ({
    kind,
    date,
    verdict: verdict === undefined ? null : { verdict, movedTo, entrySeq: null, note: null, decidedOn: on },
  }) as Pick<Milestone, "kind" | "date" | "verdict">;

describe("how a milestone stands", () => {
  it.each([
    [milestone("2026", "expiry"), "expiry · 40 days left at most"],
    [milestone("2026-02-05", "expiry"), "expiry · passed 289 days ago, no verdict yet"],
    [milestone("2027-01-01", "scheduled-event"), "scheduled event · in 41 days"],
    [milestone("2017-07", "past-event"), "event"],
    [milestone("2026-02-05", "deadline", "met"), "deadline · met"],
    [milestone("2026-12-31", "deadline", "missed"), "deadline · missed"],
    [milestone("2026-02-05", "deadline", "moved", "2027-02-05"), "deadline · moved to 5 Feb 2027, in 76 days"],
    [
      milestone("2025-02-05", "deadline", "moved", "2026-02-05"),
      "deadline · moved to 5 Feb 2026, passed 289 days ago, no verdict yet",
    ],
  ])("%j: %s", (one, words) => expect(standingWords(one, on)).toBe(words));

  it("is said from the new date where it stands there", () => {
    expect(dueWords(milestone("2026-02-05", "deadline", "moved", "2027-02-05"), on)).toBe(
      "deadline · moved from 5 Feb 2026, in 76 days",
    );
    expect(dueWords(milestone("2026-02-05", "deadline", "met"), on)).toBe("deadline · met");
    expect(movedFrom(milestone("2026-02-05", "deadline"))).toBeNull();
  });

  it("asks for a verdict once its date, or the one it was moved to, has passed", () => {
    expect(lacksVerdict(milestone("2026-02-05", "deadline"), on)).toBe(true);
    expect(lacksVerdict(milestone("2026-02-05", "deadline", "met"), on)).toBe(false);
    expect(lacksVerdict(milestone("2026-02-05", "deadline", "moved", "2027"), on)).toBe(false);
    expect(lacksVerdict(milestone("2025", "deadline", "moved", "2026-02-05"), on)).toBe(true);
    expect(lacksVerdict(milestone("2012", "past-event"), on)).toBe(false);
    expect(isUndecided(milestone("2027", "deadline", "met"))).toBe(false);
  });
});
