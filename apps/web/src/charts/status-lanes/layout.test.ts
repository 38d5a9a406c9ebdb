import { resolveAsOf } from "@readout/core/as-of";
import { change, review } from "@readout/core/ledger.fixture";
import type { Milestone } from "@readout/core/milestone";
import type { Day, Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { seriesOfLedger } from "../status-series.ts";
import { parseDomain } from "./domain.ts";
import { layoutLane, layoutSources } from "./layout.ts";
import { timelineSentence } from "./sentence.ts";
import { factsOfLane, factsOfSources, inOrderOfTime, type Lane, touches } from "./series.ts";
import {
  clampView,
  domainOf,
  domainParams,
  endView,
  extentOf,
  moved,
  panView,
  stretchOf,
  viewOf,
  zoomed,
  zoomView,
} from "./view.ts";

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
const marksOf = (of: Lane, view = whole) => layoutLane(of, factsOfLane(of, whole.until), whole, view).marks;
const source = (id: string, published: string) => ({ id, publisher: id, title: id, published });
const diamonds = (sources: Parameters<typeof factsOfSources>[0], view = whole) =>
  layoutSources(factsOfSources(sources, whole.until), whole, view).flatMap((mark) =>
    mark.kind === "source" ? [mark] : [],
  );

describe("a lane", () => {
  it("has the levels of the strip, and an edge that fades where the beginning is about then", () => {
    const [mark] = marksOf(lane([change(1, "under-way", "2018-01-01~")]));
    expect(mark).toMatchObject({
      kind: "status",
      shapes: [{ shape: { kind: "hollow", family: "motion", y: 5, height: 13 } }],
    });
    expect(mark).toMatchObject({ fade: { y: 5, height: 13 } });
    expect(mark?.x).toBeCloseTo(0.1, 3);
  });

  it("draws an uncertain beginning both ways, because its days may be drawn larger", () => {
    const of = lane([change(1, "raised", "2018-01-01/2018-01-10")]);
    const [far] = marksOf(of);
    const [near] = marksOf(of, { from: "2018-01-01" as Day, until: "2018-02-01" as Day });
    expect(far).toMatchObject({ narrow: true });
    expect(near).toMatchObject({ narrow: false });
    const kinds = far?.kind === "status" ? far.shapes.map(({ shape, when }) => [shape.kind, when]) : [];
    expect(kinds).toContainEqual(["hatch", "wide"]);
    expect(kinds).toContainEqual(["dotted-edge", "narrow"]);
    expect(near).toMatchObject({ x: far?.x, from: far?.from, until: far?.until });
  });

  it("lets one flag stand for those that lie too near, and not where they are drawn apart", () => {
    const of = lane(
      [],
      [milestone("2018-02-05", "first"), milestone("2018-02-20", "second"), milestone("2024", "third")],
    );
    const flags = (view = whole) =>
      marksOf(of, view).map((mark) => (mark.kind === "date" ? [mark.counts.wide, mark.under.includes("wide")] : []));
    expect(flags()).toEqual([
      [2, false],
      [undefined, true],
      [undefined, false],
    ]);
    expect(flags({ from: "2018-01-01" as Day, until: "2018-04-01" as Day })).toEqual([
      [undefined, false],
      [undefined, false],
      [undefined, false],
    ]);
  });

  it("flags a date that was moved on its new day", () => {
    const verdict = { verdict: "moved", movedTo: "2024-03-01" } as Milestone["verdict"];
    const [was] = marksOf(lane([], [{ ...milestone("2018-02-05", "first"), verdict }]));
    const [plain] = marksOf(lane([], [milestone("2024-03-01", "first")]));
    expect(was?.x).toBe(plain?.x);
    expect(was).toMatchObject({ words: "1 Mar 2024: first (deadline, moved from 5 Feb 2018)" });
  });

  it("has a mark for each fact of its days, and each says the fact", () => {
    const of = lane(
      [
        change(1, "raised", "2018-01-01"),
        change(2, "stalled", "2019-01/2019-03"),
        review(3, "2020-05-04"),
        change(4, "in-force", "2026/2027"),
      ],
      [milestone("2018-02-05", "first"), milestone("2040", "beyond the days drawn")],
    );
    const facts = factsOfLane(of, whole.until).filter((fact) => touches(fact, whole));
    const marks = marksOf(of);
    expect(facts.map(({ kind }) => kind).sort()).toEqual(["date", "possible", "review", "status", "status"]);
    expect(new Set(marks.map(({ fact }) => fact.words))).toEqual(new Set(facts.map(({ words }) => words)));
  });
});

describe("sources", () => {
  it("share a diamond where they appeared within some days", () => {
    const marks = diamonds([source("b", "2017-08-06"), source("a", "2017-08-04~"), source("c", "2018-07-05")]);
    expect(marks.map(({ fact, counts, under }) => [fact.title, counts.wide, under.includes("wide")])).toEqual([
      ["b", undefined, true],
      ["a", 2, false],
      ["c", undefined, false],
    ]);
  });

  it("in a long row stay many, each the first of its group a target apart from the next", () => {
    const months = [...Array(100).keys()].filter((n) => n % 7 !== 3 && !(n > 60 && n < 80));
    const marks = diamonds(
      months.map((n) => source(String(n), `${2017 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-05`)),
    );
    const seen = marks.filter(({ under }) => !under.includes("narrow"));
    expect(seen.length).toBeGreaterThan(6);
    expect(seen.reduce((sum, { counts }) => sum + (counts.narrow ?? 1), 0)).toBe(months.length);
    seen.slice(1).forEach((mark, i) => {
      expect((mark.x - (seen[i]?.x ?? 0)) * 288).toBeGreaterThanOrEqual(24);
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
    expect(parseDomain("2019", "2016-12-31", whole)).toEqual({ from: "2016-12-31", until: "2020-01-01" });
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

describe("what is seen of the days drawn", () => {
  const length = 3652;
  const view = viewOf({ from: "2018-01-01" as Day, until: "2020-01-01" as Day }, whole);

  it("comes back as the same days", () => {
    expect(view).toEqual({ from: 365, until: 1095 });
    expect(domainOf(view, whole)).toEqual({ from: "2018-01-01", until: "2020-01-01" });
    expect(extentOf(whole, { from: "2016-01-01" as Day, until: "2018-01-01" as Day })).toEqual({
      from: "2016-01-01",
      until: "2027-01-01",
    });
  });

  it("stretches the drawing until it fills the width", () => {
    const { scale, shift } = stretchOf(view, length);
    expect((view.from / length - shift) * scale).toBe(0);
    expect((view.until / length - shift) * scale).toBeCloseTo(1, 9);
  });

  it("keeps the day under the hand while it zooms, unless that would leave the drawing", () => {
    for (const at of [0, 0.3, 1]) {
      const next = zoomView(view, 0.5, at, length);
      expect(next.until - next.from).toBe(365);
      expect(next.from + at * 365).toBeCloseTo(365 + at * 730, 9);
    }
    expect(zoomView(view, 100, 0.2, length)).toEqual({ from: 0, until: length });
    expect(zoomView(view, 0.0001, 0.5, length)).toEqual({ from: 723, until: 737 });
  });

  it("stops at either end, as long as it was", () => {
    expect(panView(view, -9999, length)).toEqual({ from: 0, until: 730 });
    expect(panView(view, 9999, length)).toEqual({ from: length - 730, until: length });
    expect(clampView({ from: -50, until: 9999 }, length)).toEqual({ from: 0, until: length });
  });

  it("moves by one end and keeps the other, with two weeks between", () => {
    expect(endView(view, "from", 5000, length)).toEqual({ from: 1081, until: 1095 });
    expect(endView(view, "until", -5, length)).toEqual({ from: 365, until: 379 });
    expect(endView(view, "from", -5, length)).toEqual({ from: 0, until: 1095 });
  });
});

describe("the timeline in words", () => {
  const entries = [
    change(1, "raised", "2017-08-04~"),
    change(2, "stalled", "2017-08-31"),
    change(3, "lapsed", "2019-01-01"),
  ];
  const began = ["2017-08-04", "2017-08-31", "2019-01-01"];
  const one = { whose: "1 item", single: true };

  it("opens with where most began", () => {
    const sentence = (from: string, until: string, end: string = asOf.validOn) =>
      timelineSentence(one, began, { from: from as Day, until: until as Day }, end as Day);
    expect(sentence("2017-01-01", "2027-01-01")).toBe(
      "On 1 item, 3 statuses began between 2017 and 2026, 2 of them in August 2017.",
    );
    expect(sentence("2020-01-01", "2021-01-01")).toBe("No status is known to have begun in 2020 on this item.");
    expect(sentence("2017-01-01", "2027-01-01", "2018-05-04")).toBe(
      "On 1 item, 3 statuses began from 2017 to 4 May 2018, 2 of them in August 2017.",
    );
    expect(sentence("2017-08-01", "2017-09-01")).toBe("On 1 item, 2 statuses began in August 2017.");
    expect(sentence("2017-08-02", "2017-08-16")).toBe("On 1 item, 1 status began between 2 and 15 August 2017.");
    expect(sentence("2017-07-02", "2019-08-16")).toBe(
      "On 1 item, 3 statuses began between 2 July 2017 and 15 August 2019, 2 of them in August 2017.",
    );
  });

  it("lists the same facts in order of time", () => {
    const facts = inOrderOfTime([
      ...factsOfLane(lane(entries, [milestone("2018", "due")]), whole.until),
      ...factsOfSources(
        [{ id: "wire", publisher: "Wire", title: "Treaty stalls", published: "2017-09-01" }],
        whole.until,
      ),
    ]);
    expect(facts.map(({ date, words }) => `${date}: ${words}`)).toEqual([
      "c. 4 Aug 2017: Raised from c. 4 August 2017: the treaty",
      "31 Aug 2017: Stalled from 31 August 2017: the treaty",
      "1 Sep 2017: Wire published",
      "2018: due (deadline)",
      "1 Jan 2019: Lapsed from 1 January 2019: the treaty",
    ]);
  });

  it("says of some days what stands on them, whenever it began", () => {
    const later = { from: "2018-06-01" as Day, until: "2018-07-01" as Day };
    const facts = factsOfLane(lane(entries, [milestone("2018-06-05", "due")]), whole.until);
    expect(facts.filter((fact) => touches(fact, later)).map(({ words }) => words)).toEqual([
      "Stalled from 31 August 2017: the treaty",
      "due (deadline)",
    ]);
  });
});
