import { boundsOf } from "@readout/core/edtf";
import { formatEdtf } from "@readout/core/edtf-text";
import type { CalendarMilestone } from "@readout/core/milestone";
import { dueOf, outcomeWords } from "@readout/core/milestone-words";
import { addDays, type Day, daysBetween } from "@readout/core/time";
import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { xmlText } from "../xml-text.ts";

/** A date that is known to the month stands over its days; what is vaguer would hide everything else. */
const longestSpanDays = 31;

/**
 * The days that a date takes in a calendar, both included: its span where it is a month or less, else its last day alone, by
 * which it has happened. One without a last day begins on its first; one without either has no place.
 */
export function daysTaken(edtf: string): { first: Day; last: Day } | null {
  const { earliest, latest } = boundsOf(edtf);
  if (latest === null) return earliest === null ? null : { first: earliest, last: earliest };
  if (earliest === null || daysBetween(earliest, latest) >= longestSpanDays) return { first: latest, last: latest };
  return { first: earliest, last: latest };
}

interface CalendarFrame {
  name: string;
  /** Where people reach Readout, without a trailing slash. */
  url: string;
}

/** Milestones as all-day events of RFC 5545; a moved one stands on its new date, under the same name and a higher number. */
export function calendarOf({ name, url }: CalendarFrame, milestones: readonly CalendarMilestone[]): string {
  const calendar = ical({
    name: shown(name),
    prodId: { company: "Readout", product: "Readout", language: "EN" },
    ttl: 6 * 60 * 60,
  });
  for (const milestone of milestones) {
    const due = dueOf(milestone);
    const days = daysTaken(due);
    if (days === null) continue;
    const { itemId, itemTitle, ordinal, what, revision, revisedAt, verdict, tags } = milestone;
    const page = `${url}/items/${itemId}#dates`;
    const isVague = boundsOf(due).earliest !== boundsOf(due).latest;
    calendar.createEvent({
      id: `milestone-${ordinal}.${itemId}@${new URL(url).hostname}`,
      stamp: new Date(revisedAt),
      lastModified: new Date(revisedAt),
      sequence: revision,
      allDay: true,
      start: startOf(days.first),
      end: startOf(addDays(days.last, 1)),
      summary: shown(
        `${itemTitle}: ${what}${verdict === null || verdict.verdict === "moved" ? "" : ` (${verdict.verdict})`}`,
      ),
      description: [
        `${outcomeWords(milestone)}: ${formatEdtf(due)}`,
        ...(verdict?.note == null ? [] : [verdict.note]),
        page,
      ]
        .map(shown)
        .join("\n"),
      url: page,
      status: isVague && verdict === null ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      // A date of the world takes no time out of anybody's day.
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: tags.map((tag) => ({ name: tag })),
    });
  }
  return calendar.toString();
}

const startOf = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);

/** On one line, without control characters, which RFC 5545 allows as little as XML does. */
const shown = (text: string): string => xmlText(text.replace(/\s+/g, " ")).replace(/[\u007F-\u009F]/g, "\uFFFD");
