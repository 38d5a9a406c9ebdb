import { type AsOf, knownDayOf } from "./as-of.ts";
import { formatDay } from "./edtf-text.ts";
import { type Day, dayOfInstant, type Instant, isInstant } from "./time.ts";

/** A day, or a moment as people write it: "21 November 2026 at 10:00 UTC". */
export const formatDayOrInstant = (moment: Day | Instant): string =>
  isInstant(moment) ? `${formatDay(dayOfInstant(moment))} at ${moment.slice(11, 16)} UTC` : formatDay(moment);

/** One sentence that states the as-of in full, for the foot of a page, for print and for what is taken along. */
export function asOfSentence(asOf: AsOf): string {
  const { knownOn, validOn, basis } = asOf;
  const read =
    basis === "recorded"
      ? `Read with everything Readout had recorded by ${formatDayOrInstant(knownOn)}`
      : `Read with everything published by ${formatDayOrInstant(knownOn)}`;
  const world =
    validOn === knownDayOf(asOf)
      ? "on the state of the world that day"
      : `on the state of the world on ${formatDay(validOn)}`;
  return `${read}, ${world}.`;
}
