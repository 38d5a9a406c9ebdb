import type { Day } from "@readout/core/time";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const fullNames = "january february march april may june july august september october november december".split(" ");

const forms = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?<day>\d{1,2})\.? (?<name>[a-z]+)\.?,? (?<year>\d{4})$/,
  /^(?<name>[a-z]+)\.? (?<day>\d{1,2}),? (?<year>\d{4})$/,
  // Digits alone are read with the day first only where points say so: 8/7/2017 means two days to two readers.
  /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})$/,
];

/** Reads a day as people write it: "7 Aug 2017", "August 7, 2017", "7.8.2017", "2017-08-07". Null for anything else. */
export function readTypedDay(text: string): Day | null {
  const typed = text.trim().replace(/\s+/g, " ").toLowerCase();
  for (const form of forms) {
    const found = form.exec(typed)?.groups;
    if (found === undefined) continue;
    const month = found.month === undefined ? monthOf(found.name ?? "") : Number(found.month);
    return dayOf(Number(found.year), month, Number(found.day));
  }
  return null;
}

/** 1 to 12; 0 for a word that names no month. */
function monthOf(name: string): number {
  const short = months.indexOf(name === "sept" ? "sep" : name);
  return (short >= 0 ? short : fullNames.indexOf(name)) + 1;
}

// Core reads days with zod, which the palette would carry into the browser for this alone.
/** The day, if the calendar of the years 1 to 9999 has it. */
function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isThere = year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? (date.toISOString().slice(0, 10) as Day) : null;
}
