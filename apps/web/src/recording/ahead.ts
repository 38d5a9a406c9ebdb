import { findEdtf } from "@readout/core/edtf";
import { formatDay } from "@readout/core/edtf-text";
import type { Day } from "@readout/core/time";

/**
 * Says that a status lies after its own report, so that a reader of that day sees a plan. It may well be one.
 *
 * @param said  the dates of an entry as EDTF, as far as they are known
 * @param today a report counts as ended on the day of recording
 * @returns null where the status may have begun by then, or where either date is not yet known
 */
export function aheadWarning(
  { effective, reported }: { effective?: string | undefined; reported?: string | undefined },
  today: Day,
): string | null {
  const begins = findEdtf(effective ?? "")?.bounds.earliest;
  const ended = findEdtf(reported ?? "")?.bounds.latest;
  if (!begins || !ended) return null;
  const seen = ended < today ? ended : today;
  return begins > seen ? `A reader on ${formatDay(seen)} will see this as still ahead.` : null;
}
