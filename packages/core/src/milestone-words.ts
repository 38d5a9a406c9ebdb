import { boundsOf } from "./edtf.ts";
import { formatShort } from "./edtf-text.ts";
import type { Milestone, MilestoneKind } from "./milestone.ts";
import type { Day } from "./time.ts";
import { timeLeft } from "./time-left.ts";
import { formatDistance } from "./wording.ts";

export const milestoneKindWords: Record<MilestoneKind, string> = {
  deadline: "deadline",
  "scheduled-event": "scheduled event",
  expiry: "expiry",
  "past-event": "event",
};

type Standing = Pick<Milestone, "kind" | "date" | "verdict">;

/** When a milestone falls due: on the date it was last moved to, where it was. */
export const dueOf = ({ date, verdict }: Pick<Milestone, "date" | "verdict">): string =>
  verdict?.verdict === "moved" && verdict.movedTo !== null ? verdict.movedTo : date;

/** "moved from 5 Feb 2026", for where a milestone stands on its new date; null where it was not moved. */
export const movedFrom = (milestone: Pick<Milestone, "date" | "verdict">): string | null =>
  dueOf(milestone) === milestone.date ? null : `moved from ${formatShort(milestone.date)}`;

/** Whether something is still to be said about a milestone: what merely happened, was met or missed asks for nothing. */
export const isUndecided = ({ kind, verdict }: Pick<Milestone, "kind" | "verdict">): boolean =>
  kind !== "past-event" && (verdict === null || verdict.verdict === "moved");

/** Whether a milestone has certainly passed, and nobody has said what became of it. */
export const lacksVerdict = (milestone: Standing, on: Day): boolean =>
  isUndecided(milestone) && timeLeft(dueOf(milestone), on) === null;

/** What became of a milestone: "met", "missed", "moved to 5 Feb 2027"; null where nobody has said. */
function verdictWords({ verdict }: Pick<Milestone, "verdict">): string | null {
  if (verdict === null) return null;
  return verdict.verdict === "moved" && verdict.movedTo !== null
    ? `moved to ${formatShort(verdict.movedTo)}`
    : verdict.verdict;
}

/** A milestone's kind and what became of it, for what is read on any day: "expiry", "deadline · missed", "deadline · moved from 5 Feb 2026". */
export const outcomeWords = (milestone: Standing): string =>
  [milestoneKindWords[milestone.kind], movedFrom(milestone) ?? verdictWords(milestone)]
    .filter((part) => part !== null)
    .join(" · ");

/**
 * A milestone's kind, what became of it, and how far off it is: "deadline · missed", "expiry · 40 days left at most",
 * "deadline · moved to 5 Feb 2027, in 76 days", "deadline · passed 289 days ago, no verdict yet".
 */
export const standingWords = (milestone: Standing, on: Day): string => standing(milestone, verdictWords(milestone), on);

/** The same for where a moved milestone stands on its new date: "deadline · moved from 5 Feb 2026, in 76 days". */
export const dueWords = (milestone: Standing, on: Day): string =>
  standing(milestone, movedFrom(milestone) ?? verdictWords(milestone), on);

function standing(milestone: Standing, said: string | null, on: Day): string {
  const name = milestoneKindWords[milestone.kind];
  if (!isUndecided(milestone)) return said === null ? name : `${name} · ${said}`;
  const due = dueOf(milestone);
  const parts = [said, timeLeft(due, on) ?? passedWords(due, on)].filter((part) => part !== null);
  return `${name} · ${parts.join(", ")}`;
}

function passedWords(date: string, on: Day): string {
  const { latest } = boundsOf(date);
  return `passed ${latest === null ? "" : `${formatDistance(latest, on)} ago, `}no verdict yet`;
}
