import { MilestoneKind } from "@readout/core/milestone";
import { milestoneKindWords } from "@readout/core/milestone-words";
import type { ParamReader } from "../ui/param-reader.ts";
import type { Month } from "./month.ts";

/** What the calendar is narrowed to, as its address says it. */
export type CalendarFilters = { kind?: MilestoneKind; tag?: string };

/** Reads the filters of the page. */
export const parseCalendar = (params: ParamReader): CalendarFilters => ({
  ...params.one("kind", MilestoneKind),
  ...params.tag(),
});

/** The address of a month, null for the one of the day shown; that day is added by the link. */
export function monthHref(month: Month | null, { kind, tag }: CalendarFilters): string {
  const search = new URLSearchParams({ ...(month !== null && { month }), ...(kind && { kind }), ...(tag && { tag }) });
  const text = search.toString();
  return text === "" ? "/calendar" : `/calendar?${text}`;
}

/** The filters in words: "deadlines, on items tagged arms control"; null where there are none. */
export function calendarWords({ kind, tag }: CalendarFilters): string | null {
  const parts = [kind && plural(milestoneKindWords[kind]), tag && `items tagged ${tag.replaceAll("-", " ")}`].filter(
    Boolean,
  );
  return parts.length === 0 ? null : parts.join(", on ");
}

const plural = (word: string): string => (word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`);
