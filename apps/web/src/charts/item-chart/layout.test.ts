import { resolveAsOf } from "@readout/core/as-of";
import { change } from "@readout/core/ledger.fixture";
import type { Milestone } from "@readout/core/milestone";
import type { Day, Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { boxOf, meets } from "./labels.ts";
import { layoutItemChart } from "./layout.ts";
import { layoutLabelledStrip } from "./layout-narrow.ts";
import { itemChartSeries } from "./series.ts";

const now = "2026-11-21T10:00:00.000Z" as Instant;
const today = "2026-11-21" as Day;

// The extension of New START as the mock shows it.
const extension = [
  change(1, "raised", "2017-07", "2017-08-04~"),
  change(2, "proposed", "2020-10-16"),
  change(3, "proposed", "2020-10-20", "2020-10-21"),
  change(4, "proposed", "2021-01-21"),
  change(5, "agreed-in-principle", "2021-01-26"),
  change(6, "concluded", "2021-02-03"),
  change(7, "suspended", "2023-02-21"),
  change(8, "suspended", "2025-09~", "2025-11~"),
  change(9, "lapsed", "2026-02-05"),
];
const milestones = [
  { date: "2018-02-05", kind: "deadline", what: "central limits to be met" },
  { date: "2021", kind: "expiry", what: "treaty ends unless extended" },
  { date: "2026-02-05", kind: "expiry", what: "extended treaty ends" },
].map((milestone) => ({ ...milestone, itemId: "new-start-extension", entrySeq: null }) as Milestone);

const seriesOn = (knownOn: string, entries = extension, dates: Milestone[] = milestones) => {
  const series = itemChartSeries(
    entries.filter((entry) => "effective" in entry && (entry.effective ?? "") <= knownOn),
    dates,
    resolveAsOf({ knownOn: knownOn as Day }, now),
    today,
  );
  if (series === null) throw new Error("nothing to draw");
  return series;
};

describe("the chart of an item", () => {
  it("flags a date that was moved on its new day, and says the old one", () => {
    const verdict = { verdict: "moved", movedTo: "2026-05-01" } as Milestone["verdict"];
    const series = seriesOn(today, extension, [{ ...milestones[0]!, verdict }, milestones[2]!]);
    expect(series.milestones.map(({ latest, label }) => [latest, label])).toEqual([
      ["2026-02-05", "5 Feb 2026, extended treaty ends"],
      ["2026-05-01", "1 May 2026, central limits to be met, moved from 5 Feb 2018"],
    ]);
    expect(series.list).toContain("1 May 2026: central limits to be met, moved from 5 Feb 2018 (deadline)");
  });

  it("states the finding as its title", () => {
    expect(seriesOn(today).title).toBe("Raised in July 2017, lapsed on 5 February 2026, with four statuses between");
    expect(seriesOn("2018-01-01").title).toBe("Raised in July 2017, unchanged since");
    expect(seriesOn(today, [change(1, "raised", "2017-07-01"), change(2, "under-way", "2018-01-01")], []).title).toBe(
      "Raised on 1 July 2017, under way from 1 January 2018",
    );
  });

  it("shares the marks of entries nearer than 34 px, and keeps the rest apart", () => {
    const { numbers } = layoutItemChart(seriesOn(today), 924);
    expect(numbers.map(({ label }) => label)).toEqual(["1", "2–6", "7", "8–9"]);
    expect(numbers.flatMap(({ seqs }) => seqs)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numbers[1]?.ticks).toHaveLength(5);
    for (const [i, mark] of numbers.entries()) {
      const next = numbers[i + 1];
      if (next) expect(next.x - next.width / 2).toBeGreaterThanOrEqual(mark.x + mark.width / 2 + 2);
    }
  });

  it("shows three or more entries within four per cent again in a close-up, over whole months", () => {
    const { closeUp } = layoutItemChart(seriesOn(today), 924);
    expect(closeUp?.ticks.map(({ label }) => label?.text)).toEqual([
      "October 2020",
      "November",
      "December",
      "January 2021",
      "February",
    ]);
    expect(closeUp?.numbers.flatMap(({ seqs }) => seqs)).toEqual([2, 3, 4, 5, 6]);
    expect(layoutItemChart(seriesOn(today, extension.slice(5)), 924).closeUp).toBeNull();
  });

  it("sets dates as flags, an imprecise one as its span, none over another", () => {
    const { flags } = layoutItemChart(seriesOn(today), 924);
    expect(flags.map(({ imprecise }) => imprecise)).toEqual([false, true, false]);
    const [, year] = flags;
    expect((year?.until ?? 0) - (year?.x ?? 0)).toBeGreaterThan(80);
    const boxes = flags.flatMap(({ label }) => (label === null ? [] : [boxOf(label, 12, false)]));
    expect(boxes).toHaveLength(3);
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) expect(meets(a, b)).toBe(false);
    });
  });

  it("writes no label over another and none beyond the drawing", () => {
    for (const width of [924, 640])
      for (const day of [today, "2021-01-31", "2017-08-07"]) {
        const { labels, left } = layoutItemChart(seriesOn(day), width);
        const boxes = labels.map((label) => boxOf(label, 12));
        boxes.forEach((a, i) => {
          expect(a.left).toBeGreaterThanOrEqual(left - 1);
          expect(a.right).toBeLessThanOrEqual(width);
          for (const b of boxes.slice(i + 1)) expect(meets(a, b)).toBe(false);
        });
      }
  });

  it("names the last status even where there is room for few", () => {
    expect(layoutItemChart(seriesOn(today), 640).labels.map(({ text }) => text)).toContain("lapsed");
  });

  it("ends at the day shown, which takes a third of the axis at least", () => {
    const layout = layoutItemChart(seriesOn("2017-08-07"), 924);
    expect(layout.last.x).toBeGreaterThan(76 + 0.3 * 848);
    expect(layout.marks.every((mark) => mark.x <= layout.last.x + 0.1)).toBe(true);
    expect(layout.last.labels.map(({ text }) => text)).toEqual(["7 August 2017", "nothing beyond this day is shown"]);
  });

  it("fades the edge of what began about then", () => {
    const entries = [change(1, "raised", "2017-07-01"), change(2, "under-way", "2018-03-01~")];
    const { fades } = layoutItemChart(seriesOn(today, entries, []), 924);
    expect(fades).toMatchObject([{ width: 8, height: 72 }]);
  });

  it("holds for an item that is a thousand years older than the next thing known", () => {
    const series = seriesOn(today, [change(1, "raised", "0005"), change(2, "stalled", "2020-01-01")], []);
    expect(series.domain.from > "2019-01-01").toBe(true);
    const layout = layoutItemChart(series, 924);
    expect(layout.numbers.every(({ x }) => x >= 76 && x <= 924)).toBe(true);
    expect(series.list[0]).toBe("Raised from AD 5, entry 1");
  });

  it("becomes a labelled strip on a small screen", () => {
    const strip = layoutLabelledStrip(seriesOn(today), 328);
    expect(strip.labels.map(({ text }) => text)).toContain("lapsed");
    expect(strip.marks.every((mark) => mark.x >= 0 && mark.x <= 328)).toBe(true);
    expect(strip.ticks.map(({ label }) => label)).toEqual(["2018", "2020", "2022", "2024", "2026"]);
  });

  it("says in its list all that it draws", () => {
    expect(seriesOn(today).list).toEqual([
      "Raised from July 2017, entry 1",
      "5 February 2018: central limits to be met (deadline)",
      "Proposed from 16 October 2020, entry 2",
      "Agreed in principle from 26 January 2021, entry 5",
      "Concluded from 3 February 2021, entry 6",
      "2021: treaty ends unless extended (expiry)",
      "Suspended from 21 February 2023, entry 7",
      "Lapsed from 5 February 2026, entry 9",
      "5 February 2026: extended treaty ends (expiry)",
      "As of 5 February 2026, not reviewed since: carried forward to 21 November 2026",
    ]);
  });
});
