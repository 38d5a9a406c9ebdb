import { boundsOf } from "@readout/core/edtf";
import type { SourceSummary } from "@readout/core/source";
import { type Day, daysBetween } from "@readout/core/time";

/**
 * The days on which numbered sources appeared: of each run of days less than a week apart the last, when all of them
 * could be read. In order of time, at most three, the earliest first.
 */
export function sourceDays(sources: readonly Pick<SourceSummary, "published" | "paragraphCount">[]): Day[] {
  const days = sources
    .filter(({ paragraphCount }) => paragraphCount !== null)
    .map(({ published }) => boundsOf(published).latest)
    .filter((day): day is Day => day !== null)
    .sort();
  const last = days.filter((day, i) => {
    const next = days[i + 1];
    return next === undefined || daysBetween(day, next) >= 7;
  });
  return last.slice(0, 3);
}
