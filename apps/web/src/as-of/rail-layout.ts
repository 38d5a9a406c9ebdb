import type { RailMonth } from "@readout/core/rail";
import { addDays, type Day, dayOf, daysBetween, partsOfDay } from "@readout/core/time";

/** Height of the tallest bar and the line they stand on, in px. */
export const RAIL_BASE = 28;
const TALLEST = 24;

/** A bar of the rail: place in percent, heights in px; `own` is the part that belongs to the item of the page. */
export type RailBar = { x: number; height: number; own: number; month: string; entries: number };

export type RailLayout = {
  /** First day of the axis; its last is today. */
  start: Day;
  days: number;
  bars: RailBar[];
  /** Places of year beginnings, in percent. */
  ticks: number[];
  years: { year: number; x: number }[];
  place(day: Day): number;
};

const firstOfMonth = (month: string): Day => `${month}-01` as Day;
const firstOfYear = (year: number): Day => dayOf(Math.max(year, 1), 1, 1);

/**
 * Places months of news on an axis that runs from the first of them, or from the year of the day shown, to today.
 *
 * @param knownOn only asked where nothing was known yet: nothing after it may shape the axis
 */
export function layoutRail(months: readonly RailMonth[], knownOn: Day, today: Day): RailLayout {
  const { year: thisYear } = partsOfDay(today);
  const first = months[0]?.month;
  const { year } = partsOfDay(knownOn);
  const begin = first !== undefined ? firstOfMonth(first) : firstOfYear(knownOn < today ? year : thisYear - 9);
  const start = begin < today ? begin : addDays(today, -30);
  const days = daysBetween(start, today);
  const place = (day: Day): number => Math.min(100, Math.max(0, (daysBetween(start, day) / days) * 100));

  const most = Math.max(1, ...months.map(({ entries }) => entries));
  const height = (entries: number): number =>
    entries === 0 ? 0 : Math.max(5, Math.round(TALLEST * Math.sqrt(entries / most) * 10) / 10);
  const bars = months.map(({ month, entries, own }) => ({
    x: place(firstOfMonth(month)),
    height: height(entries),
    own: height(own),
    month,
    entries,
  }));

  const firstYear = partsOfDay(start).year;
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((n) => (thisYear - firstYear) / n <= 10) ?? 1000;
  const ticks: number[] = [];
  const years: RailLayout["years"] = [];
  for (let at = firstYear; at <= thisYear; at++) {
    const begins = firstOfYear(at);
    if (begins > start && at % step === 0) ticks.push(place(begins));
    const [from, until] = [place(begins < start ? start : begins), place(at < thisYear ? firstOfYear(at + 1) : today)];
    // A year's name needs the better part of a year under it; with a step it stands at its own tick.
    const whole = (until - from) * days >= 100 * 200;
    if (step === 1 ? whole : at % step === 0 && begins >= start)
      years.push({ year: at, x: step === 1 ? (from + until) / 2 : place(begins) });
  }
  return { start, days, bars, ticks, years, place };
}
