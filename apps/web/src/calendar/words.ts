import { boundsOf, parseEdtf } from "@readout/core/edtf";
import { formatOn } from "@readout/core/edtf-text";
import type { ListedMilestone } from "@readout/core/milestone";
import { dueOf, isUndecided } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { timeLeft } from "@readout/core/time-left";
import { type Month, monthOfDay } from "./month.ts";

const monthNames = "January February March April May June July August September October November December".split(" ");

/** "August 2017". */
export function monthName(month: Month): string {
  const [year = 1, number = 1] = month.split("-").map(Number);
  return `${monthNames[number - 1]} ${year}`;
}

/** The date with its preposition; a month alone is "some day in August 2017". */
export function dateWords(date: string): string {
  const parsed = parseEdtf(date);
  const words = formatOn(date);
  return parsed.kind === "date" && parsed.precision === "month" && parsed.qualifier === null
    ? `some day ${words}`
    : words;
}

/** The first date that is still ahead of the day, in the order given; what was met or missed is not. */
export const nextOf = (milestones: readonly ListedMilestone[], day: Day): ListedMilestone | null =>
  milestones.find((milestone) => isAhead(milestone, day)) ?? null;

/** Whether something has still to come of a date. */
export const isAhead = (milestone: ListedMilestone, day: Day): boolean =>
  isUndecided(milestone) && timeLeft(dueOf(milestone), day) !== null;

/** Dates that have certainly passed, judged or not, the last one first; what merely happened is none of them. */
export function passedOf(milestones: readonly ListedMilestone[], day: Day): ListedMilestone[] {
  const latest = (milestone: ListedMilestone) => boundsOf(dueOf(milestone)).latest ?? "";
  return milestones
    .filter((milestone) => milestone.kind !== "past-event" && timeLeft(dueOf(milestone), day) === null)
    .sort((a, b) => (latest(a) > latest(b) ? -1 : latest(a) < latest(b) ? 1 : a.itemTitle < b.itemTitle ? -1 : 1));
}

/** The month in which a date begins, to look at it there; null where it has no beginning. */
export function monthOf(date: string): Month | null {
  const { earliest } = boundsOf(date);
  return earliest === null ? null : monthOfDay(earliest);
}
