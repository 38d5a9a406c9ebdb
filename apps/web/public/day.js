// @ts-check
// Core counts days without Date, and reads them with zod; in the browser that would be most of the script.

const DAY_MS = 86_400_000;

/** @param {string} day */
const at = (day) => new Date(`${day}T00:00:00Z`);

/** @param {Date} date */
const dayOf = (date) => date.toISOString().slice(0, 10);

/**
 * Whole days from `a` to `b`, both "YYYY-MM-DD".
 *
 * @param {string} a
 * @param {string} b
 */
export const daysBetween = (a, b) => Math.round((at(b).getTime() - at(a).getTime()) / DAY_MS);

/**
 * The day `n` days later.
 *
 * @param {string} day
 * @param {number} n
 */
export const addDays = (day, n) => dayOf(new Date(at(day).getTime() + n * DAY_MS));

/**
 * The same day of the month before or after; the last one where that month is shorter.
 *
 * @param {string} day
 * @param {1 | -1} step
 */
export function addMonth(day, step) {
  const date = at(day);
  const inMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + step + 1);
  date.setUTCDate(0);
  if (inMonth < date.getUTCDate()) date.setUTCDate(inMonth);
  return dayOf(date);
}

/**
 * @param {string} day
 * @param {Intl.DateTimeFormatOptions} options
 */
const format = (day, options) => at(day).toLocaleDateString("en-GB", { timeZone: "UTC", ...options });

/**
 * "31 January 2021"
 *
 * @param {string} day
 */
export const formatDay = (day) => format(day, { day: "numeric", month: "long", year: "numeric" });

/**
 * "31 January 2021, Sunday"
 *
 * @param {string} day
 */
export const formatDayWithWeekday = (day) => `${formatDay(day)}, ${format(day, { weekday: "long" })}`;
