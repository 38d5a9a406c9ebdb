/** A place in the change feed and the moment at which somebody stood there. */
export type Mark = { token: string; at: string };

/** Where somebody is in their visits: what they saw last, and where the visit before this one ended. */
export type Visits = {
  /** The last page: how far the first page had come by then, and when any page was last open. */
  last: Mark;
  /** What this visit is compared with; null during the first one. */
  since: Mark | null;
};

/** A visit ends after so long without a page, in ms. */
export const VISIT_GAP_MS = 30 * 60_000;

/**
 * The visits after another page.
 *
 * @param kept  null for somebody who was never here
 * @param now   ISO, UTC
 * @param token how far the page had come that was opened; null for a page that does not say what is new, which then
 *   counts as a sign of life only: what was recorded meanwhile is still news on the first page
 * @returns null as long as the first page was never opened
 */
export function visitsAfter(kept: Visits | null, now: string, token: string | null): Visits | null {
  if (kept === null) return token === null ? null : { last: { token, at: now }, since: null };
  const isNew = Date.parse(now) - Date.parse(kept.last.at) > VISIT_GAP_MS;
  return { last: { token: token ?? kept.last.token, at: now }, since: isNew ? kept.last : kept.since };
}
