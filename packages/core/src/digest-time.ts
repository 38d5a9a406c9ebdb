import { addDays, type Day, dayOf, dayOfInstant, daysBetween, type Instant } from "./time.ts";

/** When digests leave, as in "06:00", UTC. */
export type DigestAt = string;

const aMonday = dayOf(1, 1, 1);
const daysSinceMonday = (day: Day): number => daysBetween(aMonday, day) % 7;

const at = (day: Day, time: DigestAt): Instant => `${day}T${time}:00.000Z` as Instant;

/** The last moment up to `now` at which digests were due: daily ones every day, weekly ones on Mondays. */
export function lastDigestTime(cadence: "daily" | "weekly", time: DigestAt, now: Instant): Instant {
  const today = dayOfInstant(now);
  const day = cadence === "daily" ? today : addDays(today, -daysSinceMonday(today));
  return at(day, time) <= now ? at(day, time) : at(addDays(day, cadence === "daily" ? -1 : -7), time);
}

/** The first moment after `now` at which they will be. */
export function nextDigestTime(cadence: "daily" | "weekly", time: DigestAt, now: Instant): Instant {
  const last = dayOfInstant(lastDigestTime(cadence, time, now));
  return at(addDays(last, cadence === "daily" ? 1 : 7), time);
}
