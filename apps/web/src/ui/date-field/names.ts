import { addDays, type Day, dayOf, daysBetween } from "@readout/core/time";

const MONTHS = "january february march april may june july august september october november december".split(" ");
const SEASONS = ["spring", "summer", "autumn", "winter"];
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const ORDINALS = ["first", "second", "third", "fourth"];
const A_MONDAY = dayOf(1, 1, 1);

/** Pieces of regular expressions for lower-case text; each names its group. */
export const MONTH = `(?<month>${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")}|sept)\\.?`;
export const WEEKDAY = `(?<weekday>mon|tues?|wed|weds|thu|thurs?|fri|sat|sun|${WEEKDAYS.join("|")})\\.?`;
export const SEASON = "(?<season>spring|summer|autumn|fall|winter)";
export const ORDINAL = "(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|last)";

/** 1 to 12 of a name that {@link MONTH} found. */
export const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;

/** 21 to 24 of a name that {@link SEASON} found. */
export const seasonOf = (name: string): number => 21 + SEASONS.indexOf(name === "fall" ? "autumn" : name);

/** 0 for Monday to 6 for Sunday, of a name that {@link WEEKDAY} found. */
export const weekdayOf = (name: string): number => WEEKDAYS.findIndex((day) => day.startsWith(name.slice(0, 3)));

/** 1 to 4 of a word that {@link ORDINAL} found; `last` of so many. */
export const ordinalOf = (word: string, last: number): number =>
  word === "last" ? last : ORDINALS.indexOf(word) + 1 || Number(word.charAt(0));

/** 0 for a Monday to 6 for a Sunday. */
export const weekdayOn = (day: Day): number => daysBetween(A_MONDAY, day) % 7;

/** "Tuesday", of 0 to 6. */
export const weekdayName = (weekday: number): string => {
  const name = WEEKDAYS[weekday] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => addDays(day, -weekdayOn(day));

/** EDTF of a month: "2017-08". */
export const edtfMonth = (year: number, month: number): string => dayOf(year, month, 1).slice(0, 7);

/** EDTF of a year: "2017". */
export const edtfYear = (year: number): string => String(year).padStart(4, "0");
