import { boundsOf, findEdtf } from "@readout/core/edtf";
import { type Day, daysBetween } from "@readout/core/time";
import { type Domain, shiftDay } from "../axis.ts";

const LEAST_DAYS = 14;

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
