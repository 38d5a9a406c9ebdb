import type { ListedMilestone } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { dateWords, monthName, nextOf, passedOf } from "./words.ts";

const today = "2026-11-21" as Day;
const milestone = (date: string, kind = "deadline", itemTitle = "An item") =>
  ({
    itemId: "an-item",
    itemTitle,
    date,
    kind,
    what: `${kind} of ${date}`,
    entrySeq: null,
    verdict: null,
  }) as ListedMilestone;
const decided = (one: ListedMilestone, verdict: "met" | "missed" | "moved", movedTo: string | null = null) =>
  ({ ...one, verdict: { verdict, movedTo, entrySeq: null, note: null, decidedOn: today } }) as ListedMilestone;

describe("the words of the calendar", () => {
  it.each([
    ["2026", "in 2026"],
    ["2017-08", "some day in August 2017"],
    ["2018-02-05", "on 5 February 2018"],
    ["2017-08-07~", "c. 7 August 2017"],
  ])("%s is %s", (date, words) => expect(dateWords(date)).toBe(words));

  it("names months by their name", () => expect(monthName("2017-08")).toBe("August 2017"));
});

describe("what is next and what has passed", () => {
  const dates = [
    milestone("2012", "past-event"),
    milestone("2017-09-01", "deadline", "B"),
    milestone("2017-09-01", "deadline", "A"),
    milestone("2018-07-16", "scheduled-event"),
    milestone("2026", "expiry"),
  ];
  it("takes a year that is not over as still ahead", () => {
    expect(nextOf(dates, today)?.date).toBe("2026");
    expect(nextOf(dates, "2027-01-01" as Day)).toBeNull();
  });
  it("goes by the date that one was moved to, and leaves out what was met before it fell due", () => {
    const moved = decided(milestone("2026-02-05"), "moved", "2027-02-05");
    expect(nextOf([moved], today)).toBe(moved);
    expect(passedOf([moved], today)).toEqual([]);
    expect(nextOf([decided(milestone("2027"), "met")], today)).toBeNull();
    const missed = decided(milestone("2026-02-05"), "missed");
    expect(passedOf([missed], today)).toEqual([missed]);
  });
  it("lists the passed ones from the last, without what merely happened", () => {
    expect(passedOf(dates, today).map(({ date, itemTitle }) => `${date} ${itemTitle}`)).toEqual([
      "2018-07-16 An item",
      "2017-09-01 A",
      "2017-09-01 B",
    ]);
  });
});
