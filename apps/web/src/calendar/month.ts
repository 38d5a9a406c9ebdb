import { boundsOf, parseEdtf } from "@readout/core/edtf";
import type { ListedMilestone } from "@readout/core/milestone";
import { dueOf } from "@readout/core/milestone-words";
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  daysInMonth,
  FIRST_YEAR,
  LAST_YEAR,
  partsOfDay,
} from "@readout/core/time";

/** A month of the calendar: "2017-08". */
export type Month = string;

/** Reads "2017-08"; null for anything else, year 0 and month 13 included. */
export function readMonth(text: string): Month | null {
  const [, year = 0, month = 0] = (/^(\d{4})-(\d{2})$/.exec(text) ?? []).map(Number);
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 ? text : null;
}

export const monthOfDay = (day: Day): Month => day.slice(0, 7);

/** First and last day of a month. */
export function daysOfMonth(month: Month): { first: Day; last: Day } {
  const [year = 1, number = 1] = month.split("-").map(Number);
  return { first: dayOf(year, number, 1), last: dayOf(year, number, daysInMonth(year, number)) };
}

/** The month before or after; null beyond the years that have days. */
export function neighbour(month: Month, step: -1 | 1): Month | null {
  const [year = 1, number = 1] = month.split("-").map(Number);
  const place = year * 12 + number - 1 + step;
  const [toYear, toMonth] = [Math.floor(place / 12), (place % 12) + 1];
  if (toYear < FIRST_YEAR || toYear > LAST_YEAR) return null;
  return `${String(toYear).padStart(4, "0")}-${String(toMonth).padStart(2, "0")}`;
}

const A_MONDAY = dayOf(1, 1, 1);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => (daysBetween(A_MONDAY, day) % 7) + 1;

/** A milestone on one of its days; `begins` is false on the days after its first. */
export type Placed = { milestone: ListedMilestone; begins: boolean };

export type MonthDay = { day: Day; date: number; weekday: number; placed: Placed[] };

export type MonthView = {
  month: Month;
  /** Dates known to the month or worse, which touch this month: they stand over the days, not on one of them. */
  vague: ListedMilestone[];
  days: MonthDay[];
  /** How many dates touch the month. */
  count: number;
};

/** Whether a date names a day, or a span of at most a fortnight from one day to another. */
export function isOnDays(date: string): boolean {
  const parsed = parseEdtf(date);
  const { earliest, latest } = parsed.bounds;
  if (earliest === null || latest === null || daysBetween(earliest, latest) >= 14) return false;
  return parsed.kind === "date"
    ? parsed.precision === "day"
    : [parsed.start, parsed.end].every((end) => typeof end !== "string" && end.precision === "day");
}

/** Lays the milestones that fall due in a month onto its days, a moved one on its new date; what is not known to the day stands apart. */
export function monthView(month: Month, milestones: readonly ListedMilestone[]): MonthView {
  const { first, last } = daysOfMonth(month);
  const touching = milestones.filter((milestone) => {
    const { earliest, latest } = boundsOf(dueOf(milestone));
    return (earliest === null || earliest <= last) && (latest === null || latest >= first);
  });
  const onDays = touching.filter((milestone) => isOnDays(dueOf(milestone)));
  const days = Array.from({ length: partsOfDay(last).day }, (_, i): MonthDay => {
    const day = addDays(first, i);
    const placed = onDays.flatMap((milestone) => {
      const { earliest, latest } = boundsOf(dueOf(milestone)) as { earliest: Day; latest: Day };
      // A span that began in the month before is named on the first day of this one.
      return earliest <= day && day <= latest ? [{ milestone, begins: day === earliest || day === first }] : [];
    });
    return { day, date: i + 1, weekday: weekdayOf(day), placed };
  });
  return { month, vague: touching.filter((milestone) => !isOnDays(dueOf(milestone))), days, count: touching.length };
}

/** Where a date lies within a month, in percent of its days; what lies outside is cut off. */
export function spanInMonth(date: string, month: Month): { start: number; width: number } {
  const { first, last } = daysOfMonth(month);
  const { earliest, latest } = boundsOf(date);
  const from = earliest === null || earliest < first ? first : earliest;
  const to = latest === null || latest > last ? last : latest;
  const percent = (days: number) => Math.round((days / partsOfDay(last).day) * 1000) / 10;
  return { start: percent(daysBetween(first, from)), width: percent(daysBetween(from, to) + 1) };
}

/** The months in which dates begin, in order, each with how many do; one without a beginning stands where it ends. */
export function monthsWithDates(milestones: readonly ListedMilestone[]): { month: Month; dates: number }[] {
  const found = new Map<Month, number>();
  for (const milestone of milestones) {
    const { earliest, latest } = boundsOf(dueOf(milestone));
    const day = earliest ?? latest;
    if (day !== null) found.set(monthOfDay(day), (found.get(monthOfDay(day)) ?? 0) + 1);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, dates]) => ({ month, dates }));
}
