import { Tag } from "@readout/core/item";
import { MilestoneKind } from "@readout/core/milestone";
import { milestoneKindWords } from "@readout/core/milestone-words";
import type { Month } from "./month.ts";

/** What the calendar is narrowed to, as its address says it. */
export type CalendarFilters = { kind?: MilestoneKind; tag?: string };

/** Reads the filters of the page; what it does not know, a page ignores. */
export function parseCalendar(search: Record<string, string | string[] | undefined>): CalendarFilters {
  const one = (name: string): string => {
    const value = search[name];
    return ((Array.isArray(value) ? value.at(-1) : value) ?? "").trim();
  };
  const kind = MilestoneKind.safeParse(one("kind"));
  const tag = Tag.safeParse(one("tag").toLowerCase().replaceAll(" ", "-"));
  return { ...(kind.success && { kind: kind.data }), ...(tag.success && { tag: tag.data }) };
}

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
