import { boundsOf } from "@readout/core/edtf";
import { formatEdtf, formatOn, formatShort } from "@readout/core/edtf-text";
import type { Milestone } from "@readout/core/milestone";
import { dueOf, movedFrom } from "@readout/core/milestone-words";
import { type Day, partsOfDay } from "@readout/core/time";
import { counted, sentenceCase } from "@readout/core/wording";
import { type Domain, shiftDay } from "../axis.ts";
import { possibleWords, type StatusSeries, stretchWords } from "../status-series.ts";

/** One item on the timeline. */
export type Lane = {
  id: string;
  title: string;
  subject: string;
  status: StatusSeries;
  milestones: readonly Milestone[];
};

export type LaneGroup = { title: string; lanes: readonly Lane[] };

/** A source on the day it appeared. */
export type SourceMark = { id: string; publisher: string; title: string; published: string };

/** A fact of the timeline as a line of text; `day` is its last possible day, by which lines are ordered. */
export type TimelineFact = {
  day: Day;
  date: string;
  kind: "status" | "date" | "source" | "possible";
  /** Where it leads: an item, or the source itself. */
  href: string;
  title: string;
  words: string;
};

/**
 * All that the lanes draw, in order of time; what has no last day stands at the end of the days shown.
 *
 * @param domain facts wholly outside it are left out
 */
export function timelineFacts(lanes: readonly Lane[], sources: readonly SourceMark[], domain: Domain): TimelineFact[] {
  const facts: TimelineFact[] = [];
  const add = (edtf: string, fact: Omit<TimelineFact, "day" | "date">) => {
    const { earliest, latest } = boundsOf(edtf);
    if ((latest !== null && latest < domain.from) || (earliest !== null && earliest >= domain.until)) return;
    facts.push({ day: latest ?? domain.until, date: formatShort(edtf), ...fact });
  };
  for (const { id, title, subject, status, milestones } of lanes) {
    const item = { href: `/items/${id}`, title };
    if (status.kind === "series") {
      for (const stretch of status.stretches)
        add(stretch.effective, {
          ...item,
          kind: "status",
          words: `${sentenceCase(stretchWords(stretch))}: ${subject}`,
        });
      if (status.possible.length > 0)
        add(status.end, {
          ...item,
          kind: "possible",
          words: `${sentenceCase(possibleWords(status.possible))}: ${subject}`,
        });
    }
    for (const milestone of milestones) {
      const notes = [milestone.kind.replaceAll("-", " "), movedFrom(milestone)].filter((note) => note !== null);
      add(dueOf(milestone), { ...item, kind: "date", words: `${milestone.what} (${notes.join(", ")})` });
    }
  }
  for (const { id, publisher, title, published } of sources)
    add(published, { href: `/sources/${id}`, kind: "source", title, words: `${publisher} published` });
  return facts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.title < b.title ? -1 : 1));
}

/**
 * The finding: "On 33 items, 82 statuses began between 2017 and 2026, 24 of them in August 2017."
 *
 * @param end the last day shown; a domain that reaches beyond it is said to end there
 */
export function timelineSentence(lanes: readonly Lane[], domain: Domain, end: Day): string {
  const months = new Map<string, number>();
  let changes = 0;
  for (const { status } of lanes) {
    if (status.kind === "none") continue;
    for (const { from } of status.stretches) {
      if (from < domain.from || from >= domain.until) continue;
      changes++;
      months.set(from.slice(0, 7), (months.get(from.slice(0, 7)) ?? 0) + 1);
    }
  }
  const items = counted(lanes.length, "item");
  const span = spanWords(domain, end);
  if (changes === 0)
    return `No status is known to have begun ${span} on ${lanes.length === 1 ? "this item" : `these ${items}`}.`;
  const [busiest, most] = [...months].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ["", 0];
  const where = most > 1 && months.size > 1 ? `, ${most} of them in ${formatEdtf(busiest)}` : "";
  return `On ${items}, ${counted(changes, "status began", "statuses began")} ${span}${where}.`;
}

/** "between 2017 and 2026", "in 2017", "between 1 July and 30 September 2017"; of this year, the year is said. */
function spanWords({ from, until }: Domain, end: Day): string {
  const thisYear = partsOfDay(shiftDay(until, -1)).year === partsOfDay(end).year;
  if (end < until && end >= from && !(thisYear && until.endsWith("-01-01")))
    return `from ${formatEdtf(yearIf(from))} to ${formatEdtf(end)}`;
  const [first, last] = [partsOfDay(from), partsOfDay(until)];
  const whole = from.endsWith("-01-01") && until.endsWith("-01-01");
  if (!whole) return formatOn(`${from}/${shiftDay(until, -1)}`);
  return last.year - 1 <= first.year ? `in ${first.year}` : `between ${first.year} and ${last.year - 1}`;
}

const yearIf = (day: Day): string => (day.endsWith("-01-01") ? day.slice(0, 4) : day);
