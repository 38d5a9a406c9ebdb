import { z } from "zod";
import { daysInMonth, FIRST_YEAR, LAST_YEAR } from "./day.ts";

export { addDays, dayOf, daysBetween, daysInMonth, FIRST_YEAR, LAST_YEAR, partsOfDay } from "./day.ts";

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT_FORM = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

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
