import { boundsOf, parseEdtf } from "@readout/core/edtf";
import { formatOn } from "@readout/core/edtf-text";
import type { ListedMilestone, MilestoneKind } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { timeLeft } from "../ui/time-left.ts";
import { type Month, monthOfDay } from "./month.ts";

const kindWords: Record<MilestoneKind, string> = {
  deadline: "deadline",
  "scheduled-event": "scheduled event",
  expiry: "expiry",
  "past-event": "event",
};

const monthNames = "January February March April May June July August September October November December".split(" ");

/** "August 2017". */
export function monthName(month: Month): string {
  const [year = 1, number = 1] = month.split("-").map(Number);
  return `${monthNames[number - 1]} ${year}`;
}

/** Whether a date is one that something has to be decided about: what merely happened needs no verdict. */
export const needsVerdict = ({ kind }: Pick<ListedMilestone, "kind">): boolean => kind !== "past-event";

/** The date with its preposition; a month alone is "some day in August 2017". */
export function dateWords(date: string): string {
  const parsed = parseEdtf(date);
  const words = formatOn(date);
  return parsed.kind === "date" && parsed.precision === "month" && parsed.qualifier === null
    ? `some day ${words}`
    : words;
}

/** What stands beside a date: its kind and how far ahead it lies, or that nobody has said how it went. */
export function standingOf(milestone: Pick<ListedMilestone, "kind" | "date">, day: Day): string {
  const ahead = timeLeft(milestone.date, day);
  if (!needsVerdict(milestone)) return kindWords[milestone.kind];
  return `${kindWords[milestone.kind]} · ${ahead ?? "no verdict recorded"}`;
}

/** The first date that has not certainly passed, in the order given. */
export const nextOf = (milestones: readonly ListedMilestone[], day: Day): ListedMilestone | null =>
  milestones.find((milestone) => needsVerdict(milestone) && timeLeft(milestone.date, day) !== null) ?? null;

/** Dates that have certainly passed without a verdict, the last one first. */
export function passedOf(milestones: readonly ListedMilestone[], day: Day): ListedMilestone[] {
  const latest = (milestone: ListedMilestone) => boundsOf(milestone.date).latest ?? "";
  return milestones
    .filter((milestone) => needsVerdict(milestone) && timeLeft(milestone.date, day) === null)
    .sort((a, b) => (latest(a) > latest(b) ? -1 : latest(a) < latest(b) ? 1 : a.itemTitle < b.itemTitle ? -1 : 1));
}

/** The month in which a date begins, to look at it there; null where it has no beginning. */
export function monthOf(date: string): Month | null {
  const { earliest } = boundsOf(date);
  return earliest === null ? null : monthOfDay(earliest);
}
