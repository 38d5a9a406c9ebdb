import { resolveAsOf } from "@readout/core/as-of";
import { change } from "@readout/core/ledger.fixture";
import type { Milestone } from "@readout/core/milestone";
import type { Day, Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { seriesOfLedger } from "../status-series.ts";
import { domainParams, moved, parseDomain, zoomed } from "./domain.ts";
import { layoutLane, layoutSources } from "./layout.ts";
import { type Lane, timelineFacts, timelineSentence } from "./series.ts";

const asOf = resolveAsOf({}, "2026-11-21T10:00:00.000Z" as Instant);
const whole = { from: "2017-01-01" as Day, until: "2027-01-01" as Day };
const milestone = (date: string, what: string) =>
  ({ itemId: "harbour-treaty", date, kind: "deadline", what, entrySeq: null }) as Milestone;
const lane = (entries: Parameters<typeof seriesOfLedger>[0], milestones: Milestone[] = []): Lane => ({
  id: "harbour-treaty",
  title: "Harbour treaty",
  subject: "the treaty",
  status: seriesOfLedger(entries, asOf),
  milestones,
});

describe("a lane", () => {
  it("has the levels of the strip, and an edge that fades where the beginning is about then", () => {
    const { marks, fades, base } = layoutLane(lane([change(1, "under-way", "2018-01-01~")]), whole, 1000);
    expect(marks).toMatchObject([{ kind: "hollow", family: "motion", y: base - 13, height: 13 }]);
    expect(fades).toHaveLength(1);
    expect(fades[0]?.x).toBeCloseTo(0.1, 3);
  });

  it("sets dates that lie too near under one flag, with their number", () => {
    const dates = [milestone("2018-02-05", "first"), milestone("2018-02-20", "second"), milestone("2024", "third")];
    const { flags } = layoutLane(lane([], dates), whole, 1000);
    expect(flags.map(({ count, imprecise }) => [count, imprecise])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(flags[0]?.words).toBe("5 Feb 2018: first; 20 Feb 2018: second");
  });

  it("flags a date that was moved on its new day", () => {
    const verdict = { verdict: "moved", movedTo: "2024-03-01" } as Milestone["verdict"];
    const { flags } = layoutLane(lane([], [{ ...milestone("2018-02-05", "first"), verdict }]), whole, 1000);
    const [plain] = layoutLane(lane([], [milestone("2024-03-01", "first")]), whole, 1000).flags;
    expect(flags).toEqual([{ ...plain, words: "1 Mar 2024: first, moved from 5 Feb 2018" }]);
  });

  it("leaves out what lies wholly outside the days shown", () => {
    const late = { from: "2025-01-01" as Day, until: "2026-01-01" as Day };
    const { marks, flags } = layoutLane(
      lane([change(1, "raised", "2018-01-01"), change(2, "stalled", "2019-01-01")], [milestone("2018-02-05", "first")]),
      late,
      1000,
    );
    expect(marks.filter(({ kind }) => kind === "hollow")).toMatchObject([{ family: "trouble", x: 0, width: 1 }]);
    expect(marks.some(({ kind }) => kind === "solid")).toBe(false);
    expect(flags).toEqual([]);
  });
});

describe("sources", () => {
  it("share a diamond where they appeared within some days", () => {
    const source = (id: string, published: string) => ({ id, publisher: id, title: id, published });
    const marks = layoutSources(
      [source("b", "2017-08-06"), source("a", "2017-08-04~"), source("c", "2018-07-05")],
      whole,
      1000,
    );
    expect(marks.map(({ ids }) => ids)).toEqual([["a", "b"], ["c"]]);
  });

  it("in a long row stay many, half a target apart, and lone ones a whole target", () => {
    const months = [...Array(100).keys()].filter((n) => n % 7 !== 3 && !(n > 60 && n < 80));
    const sources = months.map((n) => {
      const published = `${2017 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-05`;
      return { id: published, publisher: "Wire", title: "Wire", published };
    });
    const lone = { id: "lone", publisher: "Wire", title: "Wire", published: "2026-03-01" };
    const marks = layoutSources([...sources, lone], whole, 288);
    expect(marks.length).toBeGreaterThan(6);
    expect(marks.flatMap(({ ids }) => ids)).toHaveLength(months.length + 1);
    marks.slice(1).forEach((mark, i) => {
      const before = marks[i];
      const apart = (mark.x - (before?.x ?? 0)) * 288;
      expect(apart).toBeGreaterThanOrEqual(mark.count === 1 && before?.count === 1 ? 24 : 12);
    });
  });
});

describe("the days of a timeline", () => {
  it("are read as years, months or days", () => {
    expect(parseDomain("2017", "2019", whole)).toEqual({ from: "2017-01-01", until: "2020-01-01" });
    expect(parseDomain("2017-08", "2017-08", whole)).toEqual({ from: "2017-08-01", until: "2017-09-01" });
    expect(parseDomain(undefined, undefined, whole)).toEqual(whole);
    expect(parseDomain("soon", "2017-13", whole)).toEqual(whole);
  });

  it("are two weeks at least, and in order", () => {
    expect(parseDomain("2017-08-07", "2017-08-07", whole)).toEqual({ from: "2017-07-31", until: "2017-08-15" });
    expect(parseDomain("2019", "2016-12-31", whole)).toEqual({ from: "2017-01-01", until: "2019-01-01" });
  });

  it("are written as years where they are whole ones, and read back the same", () => {
    expect(domainParams(whole)).toEqual({ from: "2017", to: "2026" });
    const { from, to } = domainParams(moved(zoomed(whole, 0.5), 0.25));
    expect(parseDomain(from, to, whole)).toEqual(moved(zoomed(whole, 0.5), 0.25));
  });

  it("stop at the first and last day there are", () => {
    expect(zoomed({ from: "0001-01-01" as Day, until: "9999-12-31" as Day }, 2)).toEqual({
      from: "0001-01-01",
      until: "9999-12-31",
    });
  });
});

describe("the timeline in words", () => {
  const lanes = [
    lane(
      [change(1, "raised", "2017-08-04~"), change(2, "stalled", "2017-08-31"), change(3, "lapsed", "2019-01-01")],
      [milestone("2018", "due")],
    ),
  ];

  it("opens with where most began", () => {
    expect(timelineSentence(lanes, whole, asOf.validOn)).toBe(
      "On 1 item, 3 statuses began between 2017 and 2026, 2 of them in August 2017.",
    );
    expect(timelineSentence(lanes, { from: "2020-01-01" as Day, until: "2021-01-01" as Day }, asOf.validOn)).toBe(
      "No status is known to have begun in 2020 on this item.",
    );
    expect(timelineSentence(lanes, whole, "2018-05-04" as Day)).toBe(
      "On 1 item, 3 statuses began from 2017 to 4 May 2018, 2 of them in August 2017.",
    );
  });

  it("lists the same facts in order of time", () => {
    const sources = [{ id: "wire", publisher: "Wire", title: "Treaty stalls", published: "2017-09-01" }];
    expect(timelineFacts(lanes, sources, whole).map(({ date, words }) => `${date}: ${words}`)).toEqual([
      "c. 4 Aug 2017: Raised from c. 4 August 2017: the treaty",
      "31 Aug 2017: Stalled from 31 August 2017: the treaty",
      "1 Sep 2017: Wire published",
      "2018: due (deadline)",
      "1 Jan 2019: Lapsed from 1 January 2019: the treaty",
    ]);
  });
});
