import { type Day, dayOf, isCalendarDay, isDay } from "@readout/core/time";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const fullNames = "january february march april may june july august september october november december".split(" ");

const forms = [
  /^(?<day>\d{1,2})\.? (?<name>[a-z]+)\.?,? (?<year>\d{4})$/,
  /^(?<name>[a-z]+)\.? (?<day>\d{1,2}),? (?<year>\d{4})$/,
  // Digits alone are read with the day first only where points say so: 8/7/2017 means two days to two readers.
  /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})$/,
];

/** Reads a day as people write it: "7 Aug 2017", "August 7, 2017", "7.8.2017", "2017-08-07". Null for anything else. */
export function readTypedDay(text: string): Day | null {
  const typed = text.trim().replace(/\s+/g, " ").toLowerCase();
  if (isDay(typed)) return typed;
  for (const form of forms) {
    const found = form.exec(typed)?.groups;
    if (found === undefined) continue;
    const month = found.month === undefined ? monthOf(found.name ?? "") : Number(found.month);
    const [year, day] = [Number(found.year), Number(found.day)];
    return isCalendarDay(year, month, day) ? dayOf(year, month, day) : null;
  }
  return null;
}

/** 1 to 12; 0 for a word that names no month. */
function monthOf(name: string): number {
  const short = months.indexOf(name === "sept" ? "sep" : name);
  return (short >= 0 ? short : fullNames.indexOf(name)) + 1;
}
