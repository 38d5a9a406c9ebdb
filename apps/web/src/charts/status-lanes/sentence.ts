// The finding of a timeline, said anew by a script when its days change: nothing here may carry zod.
import { partsOfDay } from "@readout/core/day";
import type { Day } from "@readout/core/time";
import { type Domain, shiftDay } from "../axis.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "7 August 2017" */
const dayWords = (day: Day): string => `${partsOfDay(day).day} ${monthWords(day)}`;

/** "August 2017", of a day or a month. */
const monthWords = (day: string): string => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`;

const numbered = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/**
 * The finding: "On 33 items, 82 statuses began between 2017 and 2026, 24 of them in August 2017."
 *
 * @param whose   "33 items", or which of them: "items 201 to 400 of 2,000"
 * @param single  whether that is one item
 * @param began   the first certain day of each status drawn
 * @param end     the last day shown; a domain that reaches beyond it is said to end there
 */
export function timelineSentence(
  { whose, single }: { whose: string; single: boolean },
  began: readonly string[],
  domain: Domain,
  end: Day,
): string {
  const months = new Map<string, number>();
  let changes = 0;
  for (const day of began) {
    if (day < domain.from || day >= domain.until) continue;
    changes++;
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
  }
  const span = spanWords(domain, end);
  if (changes === 0) return `No status is known to have begun ${span} on ${single ? "this item" : `these ${whose}`}.`;
  const [busiest, most] = [...months].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ["", 0];
  const where = most > 1 && months.size > 1 ? `, ${most} of them in ${monthWords(busiest)}` : "";
  return `On ${whose}, ${numbered(changes, "status began", "statuses began")} ${span}${where}.`;
}

/** "between 2017 and 2026", "in 2017", "between 1 July and 30 September 2017"; of this year, the year is said. */
function spanWords({ from, until }: Domain, end: Day): string {
  const last = shiftDay(until, -1);
  const thisYear = partsOfDay(last).year === partsOfDay(end).year;
  if (end < until && end >= from && !(thisYear && until.endsWith("-01-01")))
    return `from ${from.endsWith("-01-01") ? Number(from.slice(0, 4)) : dayWords(from)} to ${dayWords(end)}`;
  const [first, final] = [partsOfDay(from), partsOfDay(last)];
  if (from.endsWith("-01-01") && until.endsWith("-01-01"))
    return final.year <= first.year ? `in ${first.year}` : `between ${first.year} and ${final.year}`;
  const sameMonth = from.slice(0, 7) === last.slice(0, 7);
  if (sameMonth && from.endsWith("-01") && until.endsWith("-01")) return `in ${monthWords(from)}`;
  const begin = sameMonth
    ? String(first.day)
    : first.year === final.year
      ? `${first.day} ${MONTHS[first.month - 1]}`
      : dayWords(from);
  return `between ${begin} and ${dayWords(last)}`;
}
