import { boundsOf } from "@readout/core/edtf";
import type { Day } from "@readout/core/time";
import { formatDistance } from "./format.ts";

/**
 * How long it is until a date, counted from `day`: "12 days left", "today"; "40 days left at most" for a date that is not
 * known to the day. Null once it has certainly passed.
 */
export function timeLeft(edtf: string, day: Day): string | null {
  const { earliest, latest } = boundsOf(edtf);
  if (latest === null) return "no last day known";
  if (latest < day) return null;
  if (latest === day) return earliest === latest ? "today" : "today at the latest";
  return `${formatDistance(day, latest)} left${earliest === latest ? "" : " at most"}`;
}
