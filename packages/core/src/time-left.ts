import { boundsOf } from "./edtf.ts";
import type { Day } from "./time.ts";
import { formatAhead } from "./wording.ts";

/**
 * How far ahead of `day` a date lies: "in 12 days", "today"; "40 days left at most" for a date that is not known to the
 * day. Null once it has certainly passed.
 */
export function timeLeft(edtf: string, day: Day): string | null {
  const { earliest, latest } = boundsOf(edtf);
  if (latest === null) return "no last day known";
  return latest < day ? null : formatAhead(earliest, latest, day);
}
