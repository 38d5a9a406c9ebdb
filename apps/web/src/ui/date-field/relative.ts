import { boundsOf } from "@readout/core/edtf";
import { formatDayWithWeekday } from "@readout/core/edtf-text";
import { addDays, type Day, dayOf, partsOfDay } from "@readout/core/time";
import * as chrono from "chrono-node/en";
import { edtfMonth, edtfYear, mondayOf, SEASON, seasonOf, WEEKDAY, weekdayOf, weekdayOn } from "./names.ts";

/** Dates that count from the day of writing, and the words that say so. */
type Relative = { dates: readonly [string] | readonly [string, string]; approximate?: boolean; notes: string[] };

const DAYS: Record<string, number> = {
  "the day before yesterday": -2,
  "day before yesterday": -2,
  yesterday: -1,
  "last night": -1,
  today: 0,
  tonight: 0,
  "this morning": 0,
  "this afternoon": 0,
  "this evening": 0,
  "this day": 0,
  tomorrow: 1,
  "the day after tomorrow": 2,
  "day after tomorrow": 2,
};

const STEPS: Record<string, number> = { last: -1, previous: -1, this: 0, next: 1, coming: 1 };

/** Reads "yesterday", "last week", "Tuesday": counted from the day of writing, a weekday always back. Null for anything else. */
export function findRelative(text: string, anchor: Day): Relative | null {
  const dates = relativeDates(text, anchor);
  return dates === null ? null : { dates, notes: [countedFrom(anchor)] };
}

const countedFrom = (anchor: Day): string => `counted from ${formatDayWithWeekday(anchor)}`;

function relativeDates(text: string, anchor: Day): Relative["dates"] | null {
  const days = DAYS[text];
  if (days !== undefined) return [addDays(anchor, days)];
  const weekday = new RegExp(`^(?:(?<step>last|this|this past|next) )?${WEEKDAY}$`).exec(text)?.groups;
  if (weekday !== undefined) return [weekdayNear(weekdayOf(weekday.weekday ?? ""), weekday.step, anchor)];
  const period = /^(?:(?:the )?(?<step>last|previous|this|next|coming) )(?<unit>week|weekend|month|year)$/.exec(
    text,
  )?.groups;
  if (period !== undefined) return periodNear(period.unit ?? "", STEPS[period.step ?? ""] ?? 0, anchor);
  const soFar = /^(?:earlier|so far) this (?<unit>week|month|year)$/.exec(text)?.groups;
  if (soFar !== undefined) return [startOf(soFar.unit ?? "", anchor), anchor];
  const season = new RegExp(`^(?<step>last|this) ${SEASON}$`).exec(text)?.groups;
  if (season !== undefined) return [seasonNear(seasonOf(season.season ?? ""), season.step === "last", anchor)];
  // On a Saturday or Sunday the weekend is this one.
  return /^(?:the )?weekend$/.test(text) ? periodNear("weekend", weekdayOn(anchor) < 5 ? -1 : 0, anchor) : null;
}

/** A weekday of the seven days that end with the day of writing; "last" leaves that day itself out. */
function weekdayNear(weekday: number, step: string | undefined, anchor: Day): Day {
  const back = (weekdayOn(anchor) - weekday + 7) % 7;
  if (step === "next") return addDays(anchor, 7 - back);
  return addDays(anchor, -(back === 0 && step === "last" ? 7 : back));
}

function periodNear(unit: string, step: number, anchor: Day): Relative["dates"] {
  const { year, month } = partsOfDay(anchor);
  if (unit === "year") return [edtfYear(year + step)];
  if (unit === "month") {
    const count = year * 12 + month - 1 + step;
    return [edtfMonth(Math.floor(count / 12), (count % 12) + 1)];
  }
  const monday = addDays(mondayOf(anchor), 7 * step);
  return unit === "week" ? [monday, addDays(monday, 6)] : [addDays(monday, 5), addDays(monday, 6)];
}

function startOf(unit: string, anchor: Day): Day {
  const { year, month } = partsOfDay(anchor);
  return unit === "week" ? mondayOf(anchor) : unit === "month" ? dayOf(year, month, 1) : dayOf(year, 1, 1);
}

/** "This summer" is that of the year, a winter by its January; "last summer" is over. */
function seasonNear(season: number, isLast: boolean, anchor: Day): string {
  const { year, month } = partsOfDay(anchor);
  const named = (of: number) => `${edtfYear(of)}-${season}`;
  if (!isLast) return named(season === 24 && month < 3 ? year - 1 : year);
  const isOver = (boundsOf(named(year)).latest ?? anchor) < anchor;
  const wasOver = (boundsOf(named(year - 1)).latest ?? anchor) < anchor;
  return named(isOver ? year : wasOver ? year - 1 : year - 2);
}

/**
 * Whatever else counts from the day of writing: "three days ago", "two months ago", "five days after 6 August 2017".
 *
 * @returns what is certain of it, and no more: a month where only the month is; null for anything that is no such phrase;
 *   "time" for a time of day
 */
export function findCounted(text: string, anchor: Day): Relative | "time" | null {
  const instant = new Date(`${anchor}T12:00:00Z`);
  const [found, ...more] = chrono.GB.parse(text, { instant, timezone: 0 });
  if (found === undefined || more.length > 0 || found.text.length !== text.length || found.end) return null;
  const { start } = found;
  if (start.isCertain("hour")) return "time";
  if (!start.isCertain("year")) return null;
  const [year, month, day] = [start.get("year") ?? 0, start.get("month") ?? 0, start.get("day") ?? 0];
  const date = !start.isCertain("month")
    ? edtfYear(year)
    : start.isCertain("day")
      ? dayOf(year, month, day)
      : edtfMonth(year, month);
  // "Two weeks ago" is not said of the very day; "five days after 6 August 2017" counts from a day of its own.
  return {
    dates: [date],
    approximate: /\bweeks?\b/.test(text),
    notes: /\d{4}/.test(text) ? [] : [countedFrom(anchor)],
  };
}
