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
  const first = boundIn(from, "earliest") ?? fallback.from;
  const last = boundIn(to, "latest");
  const until = last === null ? fallback.until : shiftDay(last, 1);
  const [a, b] = first <= until ? [first, until] : [until, first];
  const short = LEAST_DAYS - daysBetween(a, b);
  return short <= 0
    ? { from: a, until: b }
    : { from: shiftDay(a, -Math.ceil(short / 2)), until: shiftDay(b, Math.ceil(short / 2)) };
}

function boundIn(text: string | undefined, side: "earliest" | "latest"): Day | null {
  const parsed = text === undefined ? null : findEdtf(text.trim());
  if (parsed === null || parsed.kind !== "date") return null;
  return boundsOf(text?.trim() ?? "")[side];
}
