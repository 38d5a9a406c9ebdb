// The days that a timeline shows, and what moves them. A script shares this with the server: nothing here may carry zod.
import { addDays, daysBetween } from "@readout/core/day";
import { type Domain, shiftDay } from "../axis.ts";

/** No axis shows less. */
export const LEAST_DAYS = 14;

/** The ends as the address writes them: years and months where they are whole. */
export function domainParams({ from, until }: Domain): { from: string; to: string } {
  const last = shiftDay(until, -1);
  const wholeYears = from.endsWith("-01-01") && last.endsWith("-12-31");
  const wholeMonths = from.endsWith("-01") && until.endsWith("-01");
  const length = wholeYears ? 4 : wholeMonths ? 7 : 10;
  return { from: from.slice(0, length), to: last.slice(0, length) };
}

/** The same days seen from nearer (`factor` under 1) or further, about their middle. */
export function zoomed(domain: Domain, factor: number): Domain {
  const length = daysBetween(domain.from, domain.until);
  const by = Math.round((length * (factor - 1)) / 2);
  const [from, until] = [shiftDay(domain.from, -by), shiftDay(domain.until, by)];
  return daysBetween(from, until) < LEAST_DAYS ? domain : { from, until };
}

/** As many days earlier (`share` below 0) or later. */
export function moved(domain: Domain, share: number): Domain {
  const by = Math.round(daysBetween(domain.from, domain.until) * share);
  return { from: shiftDay(domain.from, by), until: shiftDay(domain.until, by) };
}

/** All that is drawn: the record and the days asked for. Marks are placed on it once; what is seen of it is a {@link View}. */
export const extentOf = (record: Domain, domain: Domain): Domain => ({
  from: record.from < domain.from ? record.from : domain.from,
  until: record.until > domain.until ? record.until : domain.until,
});

/** A part of an extent, in days from its beginning; with fractions while a hand moves it. */
export type View = { from: number; until: number };

export const viewOf = (domain: Domain, extent: Domain): View => ({
  from: daysBetween(extent.from, domain.from),
  until: daysBetween(extent.from, domain.until),
});

/** The whole days of a view. */
export const domainOf = ({ from, until }: View, extent: Domain): Domain => ({
  from: addDays(extent.from, Math.round(from)),
  until: addDays(extent.from, Math.round(until)),
});

/** A view of these days, moved and shortened until it lies within an extent of `length` days. */
export function clampView({ from, until }: View, length: number): View {
  const span = Math.min(length, Math.max(Math.min(LEAST_DAYS, length), until - from));
  const start = Math.min(length - span, Math.max(0, from));
  return { from: start, until: start + span };
}

/**
 * A view from nearer (`factor` under 1) or further.
 *
 * @param at the place that stays where it is, as a share of the view
 */
export function zoomView({ from, until }: View, factor: number, at: number, length: number): View {
  const span = Math.min(length, Math.max(LEAST_DAYS, (until - from) * factor));
  const start = from + at * (until - from - span);
  return clampView({ from: start, until: start + span }, length);
}

/** A view some days later, or earlier, as far as the extent goes. */
export const panView = ({ from, until }: View, days: number, length: number): View =>
  clampView({ from: from + days, until: until + days }, length);

/** A view with one end moved; the other stays, and two weeks stay between them. */
export function endView(view: View, end: "from" | "until", to: number, length: number): View {
  const least = Math.min(LEAST_DAYS, length);
  return end === "from"
    ? { from: Math.min(view.until - least, Math.max(0, to)), until: view.until }
    : { from: view.from, until: Math.max(view.from + least, Math.min(length, to)) };
}

/** How the drawing of a whole extent is stretched and shifted so that a view of it fills its width; both are shares of it. */
export const stretchOf = ({ from, until }: View, length: number): { scale: number; shift: number } => ({
  scale: length / (until - from),
  shift: from / length,
});
