import { formatDay } from "@readout/core/edtf-text";
import type { DueItem } from "@readout/core/review";
import { type Day, daysBetween } from "@readout/core/time";
import { counted } from "@readout/core/wording";

/** Since when an item is due for a look: "today", "12 days over". */
export function overdueWords(dueOn: Day, today: Day): string {
  const days = daysBetween(dueOn, today);
  return days === 0 ? "today" : `${counted(days, "day")} over`;
}

type Looked = Pick<DueItem, "reviewEveryDays"> & { reading: Pick<DueItem["reading"], "lastReviewed"> };

/** When somebody last looked at an item, as far as is known: "last looked at on 6 August 2017". */
export const lookedWords = ({ reading: { lastReviewed } }: Looked): string =>
  lastReviewed === null ? "never looked at" : `last looked at on ${formatDay(lastReviewed)}`;

const cadenceWords = ({ reviewEveryDays }: Looked): string => `due every ${counted(reviewEveryDays, "day")}`;

/**
 * Why items are due: what all of them share is one sentence before the list, and a row says only what is its own.
 *
 * @returns `shared` null where they share nothing, `of` null for a row that has nothing of its own to say
 */
export function dueReasons(items: readonly Looked[]): { shared: string | null; of: (item: Looked) => string | null } {
  const parts = [lookedWords, cadenceWords];
  const isShared = (part: (item: Looked) => string) => items.length > 1 && new Set(items.map(part)).size === 1;
  const shared = parts.filter(isShared).map((part) => part(items[0]!));
  const own = parts.filter((part) => !isShared(part));
  return {
    shared: shared.length === 0 ? null : `All of these: ${shared.join("; ")}.`,
    of: (item) => (own.length === 0 ? null : own.map((part) => part(item)).join("; ")),
  };
}

/** How many of what is due stand in a shorter list: "8 of 13", "8 of more than 200"; null where all do. */
export function shownOf(shown: number, listed: number, hasMore: boolean): string | null {
  if (shown >= listed && !hasMore) return null;
  return `${shown} of ${hasMore ? "more than " : ""}${listed}`;
}
