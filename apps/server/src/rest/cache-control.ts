import { AsOfInput, knownDayOf, resolveAsOf } from "@readout/core/as-of";
import { endOfDay, type Instant } from "@readout/core/time";

/** The answers that hold nothing but entries and what follows from them; titles and tags beside a reading may still change. */
const settling = new Set(["items.entries", "items.intervals"]);

const minuteMs = 60_000;

/**
 * How long an answer may be kept by others.
 *
 * @param name  the procedure, as in `items.entries`
 * @param query what was asked, without the path
 * @param isPrivate whether it was given to one person or within a private installation
 */
export function cacheControl(name: string, query: unknown, isPrivate: boolean, now: Instant): string {
  const whose = isPrivate ? "private" : "public";
  if (settling.has(name) && isSettled(query, now)) return `${whose}, max-age=31536000, immutable`;
  return isPrivate ? "private, no-cache" : "no-cache";
}

/** What Readout showed on a day can no longer change once that day has been over for a minute: no write is dated back further. */
function isSettled(query: unknown, now: Instant): boolean {
  const given = AsOfInput.safeParse(query);
  if (!given.success || given.data.basis !== "recorded" || given.data.knownOn === undefined) return false;
  const end = endOfDay(knownDayOf(resolveAsOf(given.data, now)));
  return Date.parse(now) - Date.parse(end) > minuteMs;
}
