import type { Entry } from "@readout/core/entry";
import type { ItemDetail } from "@readout/core/item";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import type { AsOfView } from "../as-of/search-params.ts";
import { changeSentence, lookWords, wouldChange } from "./change-words.ts";

const day = "2026-11-21" as Day;
const reading = { status: "under-way", alternatives: [], next: null, lastReviewed: "2026-06-01" };

type Given = { [Name in keyof ItemDetail]?: unknown };
const item = (given: Given = {}) =>
  ({
    statusSubject: "the talks",
    reading,
    phase: "open",
    reviewEveryDays: 180,
    milestones: [],
    scenarioSets: [],
    links: [],
    ...given,
  }) as unknown as ItemDetail;
const milestone = (ordinal: number, date: string, more: object = {}) => ({
  ordinal,
  date,
  kind: "deadline",
  what: `date ${ordinal}`,
  entrySeq: null,
  verdict: null,
  ...more,
});
const met = { verdict: { verdict: "met", movedTo: null, entrySeq: null, note: null, decidedOn: day } };
const set = (deadline: string, resolution: unknown = null) => ({
  id: "a-set",
  deadline,
  resolution,
  scenarios: [
    { title: "Agreed", indicators: [{ number: 1, text: "a text is published" }] },
    { title: "Not agreed", indicators: [] },
  ],
});
const sentence = (given: ItemDetail, entries: Entry[] = []) => changeSentence(given, wouldChange(given, entries, day));

describe("what would change an item", () => {
  it("is the dates ahead, nearest first, and the passed ones nobody has judged", () => {
    const given = item({
      milestones: [
        milestone(1, "2027-05"),
        milestone(2, "2027-01-15"),
        milestone(3, "2026-01-15"),
        milestone(4, "2026-01-16", met),
        milestone(5, "2026-01-17", { kind: "past-event" }),
      ],
    });
    const { ahead, undecided } = wouldChange(given, [], day);
    expect(ahead.map(({ ordinal }) => ordinal)).toEqual([2, 1]);
    expect(undecided.map(({ ordinal }) => ordinal)).toEqual([3]);
    expect(sentence(given)).toBe("Two dates ahead and one passed date without a verdict.");
  });

  it("is the indicators of sets that are open, not of settled or overdue ones", () => {
    expect(wouldChange(item({ scenarioSets: [set("2027-01-01")] }), [], day).outcomes).toHaveLength(2);
    expect(wouldChange(item({ scenarioSets: [set("2026-01-01"), set("2027-01-01", {})] }), [], day).outcomes).toEqual(
      [],
    );
  });

  it("is an open item that has to move first, once, however it is linked", () => {
    const link = (type: string, direction: string, phase = "open") => ({ type, direction, phase, itemId: "other" });
    expect(
      wouldChange(item({ links: [link("depends-on", "to"), link("blocks", "from")] }), [], day).waitsFor,
    ).toHaveLength(1);
    const others = [
      link("depends-on", "from"),
      link("blocks", "to"),
      link("depends-on", "to", "closed"),
      link("related", "to"),
    ];
    expect(wouldChange(item({ links: others }), [], day).waitsFor).toEqual([]);
  });

  it("is a status that may hold already, or is to come, with its entry", () => {
    const possible = {
      ...reading,
      alternatives: ["suspended"],
      next: { status: "concluded", effective: "2027-02-01", entrySeq: 4 },
    };
    const entry = {
      kind: "change",
      seq: 3,
      status: "suspended",
      effective: "2026-11",
      reported: "2026-11-20",
      recorded: "2026-11-20T10:00:00.000Z",
      evidence: [],
    } as unknown as Entry;
    expect(wouldChange(item({ reading: possible }), [entry], day).coming).toEqual([
      { words: "possibly suspended already: since November 2026", seq: 3 },
      { words: "concluded from 1 February 2027: the talks", seq: 4 },
    ]);
  });

  it("says honestly that nothing is known", () => {
    expect(sentence(item())).toBe(
      "Nothing recorded would change it: no date is ahead, no scenario is open, and it waits for no other item.",
    );
    expect(sentence(item({ reading: { ...reading, status: "lapsed" } }))).toBe(
      "It has ended. Only an entry that reopens it, with its reason, would change that.",
    );
  });

  it("says when somebody should look again, of open items", () => {
    const view = { knownOn: day } as AsOfView;
    expect(lookWords(item(), view)).toBe("Next look due on 28 November 2026, every 180 days.");
    expect(lookWords(item({ reviewEveryDays: 30 }), view)).toBe("Due for a look since 1 July 2026, every 30 days.");
    expect(lookWords(item({ phase: "closed" }), view)).toBeNull();
  });
});
