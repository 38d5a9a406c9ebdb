import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { completed, readDays } from "./search-params.ts";

const today = "2026-11-21" as Day;

describe("readDays", () => {
  it("reads days as people write them", () => {
    expect(readDays({ from: "5 Aug 2017", to: "2017-08-07" }, today)).toMatchObject({
      from: "2017-08-05",
      to: "2017-08-07",
      faults: [],
    });
  });

  it("says at the field which day is no day, which is later than the page shows, and which way round they are", () => {
    expect(readDays({ from: "2017-02-30", to: "2017-08-07" }, today).faults).toEqual([
      { field: "from", message: "“2017-02-30” is not a day; write 7 August 2017 or 2017-08-07" },
    ]);
    expect(readDays({ from: "2017-08-05", to: "2027-01-01" }, today).faults).toEqual([
      { field: "to", message: "is after 21 November 2026; nothing later is known on this page" },
    ]);
    expect(readDays({ from: "2017-08-07", to: "2017-08-05" }, today).faults).toEqual([
      { field: "from", message: "is after the second day" },
    ]);
  });

  it("takes a field left out, empty or given twice for what it is", () => {
    expect(readDays({}, today)).toEqual({ typed: { from: "", to: "" }, from: null, to: null, faults: [] });
    expect(readDays({ from: " ", to: ["2017-08-07", "2017-08-09"] }, today)).toMatchObject({
      from: null,
      to: "2017-08-07",
    });
  });
});

describe("completed", () => {
  it("fills in the day shown as the second, and the day before as the first", () => {
    expect(completed({ from: "2017-08-05" as Day, to: null }, today)).toEqual({ from: "2017-08-05", to: today });
    expect(completed({ from: null, to: "2017-08-07" as Day }, today)).toEqual({ from: "2017-08-06", to: "2017-08-07" });
    expect(completed({ from: null, to: null }, today)).toBeNull();
  });
});
