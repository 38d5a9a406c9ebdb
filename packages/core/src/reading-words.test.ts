import { describe, expect, it } from "vitest";
import { change, retraction } from "./ledger.fixture.ts";
import type { Reading } from "./reading.ts";
import { readingWords, reviewedWords, runFacts, runOf } from "./reading-words.ts";
import type { Day } from "./time.ts";

const reading = (fields: Partial<Record<keyof Reading, unknown>>): Reading =>
  ({
    status: null,
    entrySeq: null,
    since: null,
    alternatives: [],
    next: null,
    origins: 0,
    lastReviewed: null,
    ...fields,
  }) as Reading;
const said = (...args: Parameters<typeof readingWords>) => {
  const { status, rest } = readingWords(...args);
  return `${status}${rest}`;
};

describe("a reading in words", () => {
  it.each([
    [{ status: "suspended", since: "2022-04-30~" }, null, "Suspended since c. 30 April 2022: the talks"],
    [{ status: "concluded", since: "2018-02-05" }, "yes", "Concluded: yes since 5 February 2018: the talks"],
    [
      { status: "under-way", since: "2025-04-01/2025-04-15" },
      null,
      "Under way, begun between 1 and 15 April 2025: the talks",
    ],
    [
      { status: "stalled", since: "2017-07", alternatives: ["scheduled"] },
      null,
      "Stalled since July 2017: the talks, possibly already scheduled",
    ],
    [
      { status: "ordered", since: "2017-07-28", next: { status: "in-force", effective: "2017-08-25", entrySeq: 3 } },
      null,
      "Ordered since 28 July 2017: the talks; in force from 25 August 2017",
    ],
    [
      { status: "ordered", since: "2017-07-28", next: { status: "ordered", effective: "2017-08-25", entrySeq: 3 } },
      null,
      "Ordered since 28 July 2017: the talks",
    ],
    [{}, null, "Not yet raised: the talks"],
    [{ alternatives: ["under-way", "stalled"] }, null, "No status yet: the talks, possibly under way or stalled"],
  ] as const)("%o", (fields, answer, words) => expect(said(reading(fields), "the talks", answer)).toBe(words));

  it("gives no answer to a status that does not end the item", () => {
    expect(said(reading({ status: "under-way", since: "2018-01-01" }), "the talks", "yes")).toBe(
      "Under way since 1 January 2018: the talks",
    );
  });
});

describe("the run behind a reading", () => {
  it("reaches back to the last other status, past what was retracted", () => {
    const entries = [
      change(1, "raised", "2017-01-01"),
      change(2, "stalled", "2018-01-01"),
      change(3, "raised", "2018-06-01"),
      retraction(4, 3),
      change(5, "stalled", "2019-01-01"),
      change(6, "lapsed", "2030-01-01", "2019-02-01"),
    ];
    const run = runOf(entries, "2020-01-01" as Day);
    expect(run.map(({ seq }) => seq)).toEqual([2, 5]);
    expect(runFacts(run)).toEqual({ summary: "It was stalled.", answer: null, origins: [] });
    expect(runOf(entries, "2016-01-01" as Day)).toEqual([]);
  });
});

describe("the age of what is known", () => {
  it("is said in days where it is older than the cadence", () => {
    expect(reviewedWords("2023-03-03" as Day, 180, "2026-11-21" as Day)).toEqual({
      stale: true,
      words: "As of 3 March 2023, not reviewed since",
      detail: "1,359 days; due every 180",
    });
  });

  it("is the last look otherwise", () => {
    expect(reviewedWords("2021-01-26" as Day, 180, "2021-01-31" as Day)).toEqual({
      stale: false,
      words: "Last reviewed on 26 January 2021",
      detail: "5 days before",
    });
    expect(reviewedWords("2021-01-31" as Day, 180, "2021-01-31" as Day).detail).toBe("the same day");
  });
});
