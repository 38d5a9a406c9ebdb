import { addDays, dayOf, daysBetween, daysInMonth, LAST_YEAR, partsOfDay } from "@readout/core/day";
import type { Day } from "@readout/core/time";

/** The days a chart spans: `from` lies at its left edge, `until` at its right. */
export type Domain = { from: Day; until: Day };

/** Where a day lies: 0 at the left edge, 1 at the right; below 0 and above 1 for days outside. */
export type Place = (day: Day) => number;

/** A mark on the axis at `day`; `until` is where its period ends, for a label set in the middle of it. */
export type Tick = { day: Day; until: Day; label: string; unit: "year" | "month" | "day" };

const LAST_DAY = dayOf(LAST_YEAR, 12, 31);
const YEAR_STEPS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const MONTH_STEPS = [1, 2, 3, 6];
const DAY_STEPS = [1, 2, 5, 10, 15];
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** The place of days on an axis. A domain of one day lies wholly at its left edge. */
export function placeIn({ from, until }: Domain): Place {
  const length = Math.max(1, daysBetween(from, until));
  return (day) => daysBetween(from, day) / length;
}

/** Keeps a place within the axis. */
export const within = (place: number): number => Math.min(1, Math.max(0, place));

/** The day `n` days on, kept within the years 1 to 9999. */
export function shiftDay(day: Day, n: number): Day {
  const room = n < 0 ? daysBetween(day, dayOf(1, 1, 1)) : daysBetween(day, LAST_DAY);
  return addDays(day, n < 0 ? Math.max(n, room) : Math.min(n, room));
}

const startOfYear = (day: Day): Day => dayOf(partsOfDay(day).year, 1, 1);

/** The first day of the next year, or the last day there is. */
export const endOfYear = (day: Day): Day => startAfter(partsOfDay(day).year + 1, 1);

export const startOfMonth = (day: Day): Day => `${day.slice(0, 8)}01` as Day;

/** The first day of the next month, or the last day there is. */
export function endOfMonth(day: Day): Day {
  const { year, month } = partsOfDay(day);
  return month === 12 ? startAfter(year + 1, 1) : startAfter(year, month + 1);
}

/** The axis that lists share: from the year in which the record begins to the end of this one. */
export function recordDomain(firstNews: Day | null, today: Day): Domain {
  return { from: startOfYear(firstNews ?? shiftDay(today, -3650)), until: endOfYear(today) };
}

/** An earlier day would leave too little of an axis that ends today; what is shown then takes this share. */
const LEAST_SHARE_SHOWN = 0.35;

/** The axis cut short where the last day shown lies far back, so that what is shown keeps a third of it. */
export function cutFor({ from, until }: Domain, end: Day): Domain {
  const most = Math.ceil(Math.max(1, daysBetween(from, end)) / LEAST_SHARE_SHOWN);
  return { from, until: daysBetween(from, until) > most ? endOfMonth(shiftDay(from, most)) : until };
}

/**
 * Marks at the starts of years, of months below three years, of days below a month and a half; at most `most`.
 *
 * @returns in time order, all within the domain; steps of up to three years count from the first year that starts in it
 */
export function ticksOf(domain: Domain, most: number): Tick[] {
  const days = daysBetween(domain.from, domain.until);
  if (days <= 45) return dayTicks(domain, most);
  return days < 1100 || days / 30.44 <= most ? monthTicks(domain, most) : yearTicks(domain, most);
}

function yearTicks(domain: Domain, most: number): Tick[] {
  const first = partsOfDay(domain.from).year + (domain.from.endsWith("-01-01") ? 0 : 1);
  const last = partsOfDay(domain.until).year;
  const step = YEAR_STEPS.find((years) => Math.floor((last - first) / years) + 1 <= most) ?? 5000;
  const start = step <= 3 ? first : Math.max(step, Math.ceil(first / step) * step);
  const ticks: Tick[] = [];
  for (let year = start; year <= last && startAfter(year, 1) < domain.until; year += step) {
    const day = dayOf(year, 1, 1);
    ticks.push({ day, until: startAfter(year + 1, 1), label: yearLabel(year), unit: "year" });
  }
  return ticks;
}

function monthTicks(domain: Domain, most: number): Tick[] {
  const starts: Day[] = [];
  const begin = domain.from.endsWith("-01") ? domain.from : endOfMonth(domain.from);
  for (let day = begin; day < domain.until && starts.length < 200; day = endOfMonth(day)) starts.push(day);
  const step = MONTH_STEPS.find((months) => starts.length / months <= most) ?? 12;
  return starts
    .filter((day) => (partsOfDay(day).month - 1) % step === 0)
    .map((day, i) => {
      const { year, month } = partsOfDay(day);
      const name = MONTHS[month - 1] ?? "";
      const label = i === 0 || month === 1 ? `${name} ${yearLabel(year)}` : name;
      return { day, until: endOfMonth(day), label, unit: "month" as const };
    });
}

function dayTicks(domain: Domain, most: number): Tick[] {
  const length = daysBetween(domain.from, domain.until);
  const step = DAY_STEPS.find((days) => length / days <= most) ?? 30;
  const ticks: Tick[] = [];
  for (let day = domain.from; day < domain.until && ticks.length < most; day = shiftDay(day, step)) {
    const { year, month, day: date } = partsOfDay(day);
    const label =
      ticks.length === 0
        ? `${date} ${MONTHS[month - 1]} ${yearLabel(year)}`
        : date === 1 || date <= step
          ? `${date} ${(MONTHS[month - 1] ?? "").slice(0, 3)}`
          : String(date);
    ticks.push({ day, until: shiftDay(day, 1), label, unit: "day" });
  }
  return ticks;
}

// As core names years, whose words a script cannot carry.
const yearLabel = (year: number): string => (year < 1000 ? `AD ${year}` : String(year));

const startAfter = (year: number, month: number): Day =>
  year > LAST_YEAR ? LAST_DAY : dayOf(year, month, Math.min(1, daysInMonth(year, month)));
