// The arithmetic of days, apart from the schemas in time.ts: scripts of pages count days too, and must not carry zod.
import type { Day } from "./time.ts";

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

/** The day `n` days later (earlier for a negative `n`, a whole number). Throws RangeError outside 0001-01-01 to 9999-12-31. */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(numberOfDay(day) + n);
}

/** Whole days from `a` to `b`: 1 for the day after, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return numberOfDay(b) - numberOfDay(a);
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
