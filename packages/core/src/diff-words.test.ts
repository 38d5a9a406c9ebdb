import { describe, expect, it } from "vitest";
import type { Basis } from "./as-of.ts";
import { diffOf, type ItemDiff } from "./diff.ts";
import {
  changesOf,
  changesSentence,
  isLate,
  lagWords,
  newStatusEntries,
  sinceWords,
  standingWords,
} from "./diff-words.ts";
import type { StatusEntry } from "./entry.ts";
import { exampleLedger } from "./example.ts";
import type { Day } from "./time.ts";

const day = (text: string) => text as Day;
const between = (from: string, to: string, basis: Basis = "reported"): ItemDiff[] => {
  const found = diffOf(exampleLedger, day(from), day(to), basis);
  return found === null ? [] : [{ id: "ferry-treaty", title: "The ferry treaty", ...found } as ItemDiff];
};
const sentence = (from: string, to: string, basis: Basis = "reported") =>
  changesSentence(day(from), day(to), basis, changesOf({ items: between(from, to, basis) }));

describe("changesSentence", () => {
  it("says what a reader learned, on how many items, and how many moved", () => {
    expect(sentence("2030-04-01", "2030-05-04")).toBe(
      "Between 1 Apr 2030 and 4 May 2030 a reader learned of 2 entries on 1 item; it moved.",
    );
    const many = Array.from({ length: 3 }, () => between("2030-04-01", "2030-05-04")[0]!);
    expect(changesSentence(day("2030-04-01"), day("2030-05-04"), "reported", changesOf({ items: many }))).toBe(
      "Between 1 Apr 2030 and 4 May 2030 a reader learned of 6 entries on 3 items; all 3 moved.",
    );
  });

  it("speaks of what Readout recorded under the other basis", () => {
    expect(sentence("2030-04-01", "2030-05-05", "recorded")).toBe(
      "Between 1 Apr 2030 and 5 May 2030 Readout recorded 2 entries on 1 item; it moved.",
    );
  });

  it("says that nothing became known, and does not pass a correction of ours for news", () => {
    expect(sentence("2030-07-01", "2030-07-02")).toBe("Between 1 Jul 2030 and 2 Jul 2030 nothing became known.");
    expect(sentence("2030-09-01", "2030-09-02")).toBe(
      "Between 1 Sep 2030 and 2 Sep 2030 nothing became known; 1 entry was corrected here.",
    );
    expect(sentence("2030-07-01", "2030-07-02", "recorded")).toBe(
      "Between 1 Jul 2030 and 2 Jul 2030 nothing was recorded.",
    );
  });

  it("keeps a review apart from a movement", () => {
    const changes = changesOf({ items: between("2030-07-31", "2030-08-01") });
    expect(changes).toMatchObject({ entries: 1, items: 1, moved: [] });
    expect(changes.still).toHaveLength(1);
    expect(sentence("2030-07-31", "2030-08-01")).toBe(
      "Between 31 Jul 2030 and 1 Aug 2030 a reader learned of 1 entry on 1 item; none moved.",
    );
  });

  it("counts what only the day moved, as a status announced before it began", () => {
    expect(sentence("2030-12-31", "2031-01-01")).toContain("nothing became known; 1 item moved with the days alone.");
  });
});

describe("where an item stands", () => {
  it("is said with the day it began", () => {
    const item = between("2030-03-01", "2030-06-25")[0]!;
    expect(standingWords(item.before)).toBe("not yet raised");
    expect(standingWords(item.after)).toBe("agreed in principle");
    expect(sinceWords(item)).toBe("begun between 10 and 20 June 2030");
  });
  it("is said with what may already hold", () => {
    expect(standingWords({ status: null, alternatives: ["raised"] })).toBe("no status yet, possibly raised");
    expect(standingWords({ status: "stalled", alternatives: ["scheduled", "in-force"] })).toBe(
      "stalled, possibly already scheduled or in force",
    );
  });
  it("has no beginning to say where only what is possible changed", () => {
    const { before, after } = between("2030-03-01", "2030-06-25")[0]!;
    expect(sinceWords({ before: { ...before, ...after, alternatives: ["in-force"] }, after })).toBeNull();
    expect(sinceWords({ before: after, after: { ...after, since: null } })).toBeNull();
  });
});

describe("newStatusEntries", () => {
  it("begins with the entry that the reading rests on, then the others from the newest", () => {
    const [item] = between("2030-03-01", "2030-10-02");
    expect(newStatusEntries(item!).map(({ seq }) => seq)[0]).toBe(item!.after.entrySeq);
    expect(newStatusEntries(item!).map(({ seq }) => seq)).toEqual([3, 6, 2, 1]);
  });
});

describe("lagWords", () => {
  it.each([
    ["2017-07-31", "2017-08-16", "reported 16 days after"],
    ["2017-08-06", "2017-08-07", "reported 1 day after"],
    ["2017-08-06", "2017-08-06", "reported the same day"],
    ["2017-07-09", "2017-07-08", "reported 1 day ahead"],
    ["2017-08-06", "2017-08-07~", "reported c. 7 Aug 2017"],
    ["2017-07", "2017-08-06", "reported 6 Aug 2017"],
    ["2012-06-03", "2017-08-06", "reported 5 years 2 months after"],
    ["2016-12", "2017-08-06", "reported 6 Aug 2017, at least 218 days after"],
    ["2017-07-07", "2017-08-07~", "reported c. 7 Aug 2017, at least 31 days after"],
  ])("%s, reported %s: %s", (effective, reported, words) => {
    expect(lagWords({ effective, reported } as StatusEntry)).toBe(words);
  });
});

describe("isLate", () => {
  it.each([
    ["2017-07-07", "2017-08-06", false],
    ["2017-07-06", "2017-08-06", true],
    ["2017-07", "2017-08-06", false],
    ["2016", "2017-08-06", true],
    ["2017-06-01/..", "2017-08-06", false],
    ["2017-09", "2017-08-06", false],
  ])("%s, reported %s: %s", (effective, reported, late) => {
    expect(isLate({ effective, reported } as StatusEntry)).toBe(late);
  });
});
