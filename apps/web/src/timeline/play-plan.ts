/** How long a day with news stays, in ms. */
const STEP_MS = 700;

/**
 * The day with which playing begins.
 *
 * @param shown the day on show
 * @param from  the first day of those seen
 * @returns null where it goes on from the day on show; from today it begins anew
 */
export const beginningOf = (shown: string, today: string, from: string): string | null =>
  shown < today ? null : from < today ? from : null;

/** Whether a day is said aloud while playing: the first of each year, so that a voice can follow. */
export const isSaid = (before: string, day: string): boolean => before.slice(0, 4) !== day.slice(0, 4);

/** How long to wait until the next step, when the last was shown at `shownAt`, both in ms. */
export const waitFor = (shownAt: number, now: number): number => Math.max(0, STEP_MS - (now - shownAt));
