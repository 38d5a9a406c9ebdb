import type { ListedMilestone } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { dateWords, monthName, nextOf, passedOf, standingOf } from "./words.ts";

const milestone = (date: string, kind = "deadline", itemTitle = "An item") =>
  ({ itemId: "an-item", itemTitle, date, kind, what: `${kind} of ${date}`, entrySeq: null }) as ListedMilestone;
const today = "2026-11-21" as Day;

describe("the words of the calendar", () => {
  it.each([
    ["2026", "in 2026"],
    ["2017-08", "some day in August 2017"],
    ["2018-02-05", "on 5 February 2018"],
    ["2017-08-07~", "c. 7 August 2017"],
  ])("%s is %s", (date, words) => expect(dateWords(date)).toBe(words));

  it("names months by their name", () => expect(monthName("2017-08")).toBe("August 2017"));

  it("says how far ahead a date lies, or that no verdict is recorded", () => {
    expect(standingOf(milestone("2026", "expiry"), today)).toBe("expiry · 40 days left at most");
    expect(standingOf(milestone("2017-09-01"), today)).toBe("deadline · no verdict recorded");
    expect(standingOf(milestone("2012", "past-event"), today)).toBe("event");
  });
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
  it("lists the passed ones from the last, without what merely happened", () => {
    expect(passedOf(dates, today).map(({ date, itemTitle }) => `${date} ${itemTitle}`)).toEqual([
      "2018-07-16 An item",
      "2017-09-01 A",
      "2017-09-01 B",
    ]);
  });
});
