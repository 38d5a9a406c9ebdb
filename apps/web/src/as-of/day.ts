// Core counts days without Date, and reads them with zod; in the browser that would be most of the script.

const DAY_MS = 86_400_000;

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Whole days from `a` to `b`, both "YYYY-MM-DD". */
export const daysBetween = (a: string, b: string): number => Math.round((at(b).getTime() - at(a).getTime()) / DAY_MS);

/** The day `n` days later. */
export const addDays = (day: string, n: number): string => dayOf(new Date(at(day).getTime() + n * DAY_MS));

/** The same day of the month before or after; the last one where that month is shorter. */
export function addMonth(day: string, step: 1 | -1): string {
  const date = at(day);
  const inMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + step + 1);
  date.setUTCDate(0);
  if (inMonth < date.getUTCDate()) date.setUTCDate(inMonth);
  return dayOf(date);
}

const format = (day: string, options: Intl.DateTimeFormatOptions): string =>
  at(day).toLocaleDateString("en-GB", { timeZone: "UTC", ...options });

/** "31 January 2021" */
export const formatDay = (day: string): string => format(day, { day: "numeric", month: "long", year: "numeric" });

/** "31 January 2021, Sunday" */
export const formatDayWithWeekday = (day: string): string => `${formatDay(day)}, ${format(day, { weekday: "long" })}`;
