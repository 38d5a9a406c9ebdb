import { z } from "zod";

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT_FORM = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** First and last year that a day, an instant or an EDTF date may name. */
export const FIRST_YEAR = 1;
export const LAST_YEAR = 9999;

/** Whether a year of the proleptic Gregorian calendar has a 29 February. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days of a month, 28 to 31; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether year, month and day are a day of the calendar between 0001-01-01 and 9999-12-31. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text is a day as Readout writes it: "YYYY-MM-DD", a real one, years 0001 to 9999. */
export function isDay(text: string): text is Day {
  const form = DAY_FORM.exec(text);
  return form !== null && isCalendarDay(Number(form[1]), Number(form[2]), Number(form[3]));
}

/** Whether the text is an instant as Readout writes it: "YYYY-MM-DDTHH:MM:SS.mmmZ", on a real day, no leap second. */
export function isInstant(text: string): text is Instant {
  const form = INSTANT_FORM.exec(text);
  return form?.[1] !== undefined && isDay(form[1]);
}

/** A day of the world, "YYYY-MM-DD" in UTC. The text sorts as the days do. */
export const Day = z
  .string()
  .refine(isDay, {
    error: ({ input }) =>
      DAY_FORM.test(String(input)) ? `no such day: ${input}` : "a day is written YYYY-MM-DD, as in 2017-08-06",
  })
  .brand<"Day">()
  .meta({ format: "date", description: "A day, UTC, years 0001 to 9999", examples: ["2017-08-06"] });
export type Day = string & z.core.$brand<"Day">;

/** A moment of our own record, ISO 8601 in UTC with milliseconds. The text sorts as the moments do. */
export const Instant = z
  .string()
  .refine(isInstant, { error: "an instant is written as in 2026-11-21T10:00:00.000Z, in UTC with milliseconds" })
  .brand<"Instant">()
  .meta({
    format: "date-time",
    description: "A moment in UTC with milliseconds",
    examples: ["2026-11-21T10:00:00.000Z"],
  });
export type Instant = string & z.core.$brand<"Instant">;

/** Orders days: negative when `a` is earlier, 0 when equal, positive when later. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day `n` days later (earlier for a negative `n`, a whole number). Throws RangeError outside 0001-01-01 to 9999-12-31. */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(numberOfDay(day) + n);
}

/** Whole days from `a` to `b`: 1 for the day after, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return numberOfDay(b) - numberOfDay(a);
}

/** The UTC day on which an instant falls. */
export function dayOfInstant(instant: Instant): Day {
  return instant.slice(0, 10) as Day;
}

/** The first millisecond of a UTC day. */
export function startOfDay(day: Day): Instant {
  return `${day}T00:00:00.000Z` as Instant;
}

/** The last millisecond of a UTC day. */
export function endOfDay(day: Day): Instant {
  return `${day}T23:59:59.999Z` as Instant;
}

/** Writes a day of the calendar that the caller knows to exist. */
export function dayOf(year: number, month: number, day: number): Day {
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;
}

/** Splits a day into its numbers; `month` is 1 to 12. */
export function partsOfDay(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

// Days are counted in whole numbers, never through Date: its constructors read the years 0 to 99 as 1900 to 1999.
// The year is taken to begin on 1 March, so that the leap day is its last and the months need no table.
function numberOfDay(text: Day): number {
  const { year, month, day } = partsOfDay(text);
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + dayOfYear
  );
}

const FIRST_NUMBER = numberOfDay("0001-01-01" as Day);
const LAST_NUMBER = numberOfDay("9999-12-31" as Day);

/** The inverse of `numberOfDay`. */
function dayOfNumber(number: number): Day {
  if (!Number.isInteger(number) || number < FIRST_NUMBER || number > LAST_NUMBER) {
    throw new RangeError("days run from 0001-01-01 to 9999-12-31");
  }
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return dayOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}
