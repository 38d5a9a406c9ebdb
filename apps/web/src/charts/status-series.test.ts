import { resolveAsOf } from "@readout/core/as-of";
import { change, correction, review } from "@readout/core/ledger.fixture";
import type { Day, Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { edtfOfBounds, firmnessOf, seriesOfLedger, seriesOfRow, seriesWords } from "./status-series.ts";

const now = "2026-11-21T10:00:00.000Z" as Instant;
const today = resolveAsOf({}, now);
const day = (text: string) => text as Day;

describe("the series of a ledger", () => {
  it("has a stretch for each status, with the words of its beginning", () => {
    const series = seriesOfLedger([change(1, "raised", "2017-07"), change(2, "under-way", "2018-03-01~")], today);
    if (series.kind === "none") throw new Error(series.reason);
    expect(series.stretches).toMatchObject([
      { status: "raised", from: "2017-07-31", fromPossible: "2017-07-01", until: "2018-03-01", firmness: "firm" },
      { status: "under-way", from: "2018-03-01", fromPossible: "2018-03-01", until: null, firmness: "approximate" },
    ]);
    expect(seriesWords(series)).toBe(
      "raised from July 2017; under way from c. 1 March 2018; as of 1 March 2018, not reviewed since",
    );
  });

  it("says from when a possible status may hold", () => {
    const entries = [change(1, "stalled", "2017-01-01"), change(2, "scheduled", "2026-11/2026-12", "2026-11-10")];
    const series = seriesOfLedger(entries, today);
    expect(series).toMatchObject({ possible: [{ status: "scheduled", family: "commitment", from: "2026-11-01" }] });
    expect(seriesWords(series)).toContain("possibly already scheduled");
  });

  it("takes a corrected entry in its corrected form, and looks for reviews", () => {
    const entries = [
      change(1, "raised", "2017-07-01"),
      correction(2, 1, "proposed", "2017-07-05"),
      review(3, "2020-05-04"),
    ];
    expect(seriesOfLedger(entries, today)).toMatchObject({
      stretches: [{ status: "proposed", from: "2017-07-05", entrySeq: 1 }],
      reviews: ["2020-05-04"],
      lastReviewed: "2020-05-04",
    });
  });

  it("says why there is nothing to draw", () => {
    expect(seriesOfLedger([], today)).toMatchObject({ kind: "none", reason: "nothing_recorded" });
    const ahead = change(1, "in-force", "2026-12-01", "2026-11-01");
    expect(seriesOfLedger([ahead], today)).toMatchObject({ kind: "none", reason: "not_yet_raised" });
  });
});

describe("the series of a list row", () => {
  it("has the reading's date for the current stretch and plain bounds for the others", () => {
    const interval = { entrySeq: 1, fromPossible: day("2017-07-01"), untilPossible: null };
    const series = seriesOfRow({
      intervals: [
        { ...interval, status: "raised", from: day("2017-07-31"), until: day("2018-03-01") },
        {
          ...interval,
          status: "stalled",
          entrySeq: 2,
          from: day("2018-03-01"),
          fromPossible: day("2018-03-01"),
          until: null,
        },
      ],
      reading: { since: "2018-03-01~" as never, alternatives: ["scheduled"], lastReviewed: day("2018-03-01") },
      end: day("2020-01-01"),
    });
    expect(series).toMatchObject({
      stretches: [{ effective: "2017-07" }, { effective: "2018-03-01~", firmness: "approximate" }],
      possible: [{ status: "scheduled", from: null }],
    });
  });
});

describe("dates of a series", () => {
  it("finds the shortest date with given bounds", () => {
    expect(edtfOfBounds(day("2017-01-01"), day("2017-12-31"))).toBe("2017");
    expect(edtfOfBounds(day("2017-02-01"), day("2017-02-28"))).toBe("2017-02");
    expect(edtfOfBounds(day("2017-02-01"), day("2017-02-27"))).toBe("2017-02-01/2017-02-27");
    expect(edtfOfBounds(null, day("2018-02-05"))).toBe("../2018-02-05");
    expect(edtfOfBounds(day("9999-01-01"), day("9999-12-31"))).toBe("9999");
  });

  it("knows a qualifier at either end", () => {
    expect(["2017", "2017~", "2017?", "2017%", "2017/2018~", "../2018?"].map(firmnessOf)).toEqual([
      "firm",
      "approximate",
      "uncertain",
      "uncertain",
      "approximate",
      "uncertain",
    ]);
  });
});
