import { boundsOf, findEdtf } from "@readout/core/edtf";
import { type Day, daysBetween } from "@readout/core/time";
import { type Domain, shiftDay } from "../axis.ts";
import { LEAST_DAYS } from "./view.ts";

/**
 * Reads the days a timeline spans from its address: each end a day, a month or a year, "2017", "2017-08", "2017-08-07".
 *
 * @returns `fallback` for what is missing or no date; ends in the wrong order are turned round, and two weeks is the least
 */
export function parseDomain(from: string | undefined, to: string | undefined, fallback: Domain): Domain {
  const [begin, end] = [boundIn(from, "earliest"), boundIn(to, "earliest")];
  if (begin !== null && end !== null && begin > end) return parseDomain(to, from, fallback);
  const first = begin ?? fallback.from;
  const last = boundIn(to, "latest");
  const until = last === null ? fallback.until : shiftDay(last, 1);
  const [a, b] = first <= until ? [first, until] : [until, first];
  const short = LEAST_DAYS - daysBetween(a, b);
  return short <= 0
    ? { from: a, until: b }
    : { from: shiftDay(a, -Math.ceil(short / 2)), until: shiftDay(b, Math.ceil(short / 2)) };
}

/** Whether a text names an end of the axis: a day, a month or a year. */
export const isAxisEnd = (text: string): boolean => findEdtf(text.trim())?.kind === "date";

function boundIn(text: string | undefined, side: "earliest" | "latest"): Day | null {
  return text === undefined || !isAxisEnd(text) ? null : boundsOf(text.trim())[side];
}
