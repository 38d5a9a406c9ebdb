import { boundsOf } from "@readout/core/edtf";
import { formatEdtf, formatShort } from "@readout/core/edtf-text";
import type { Milestone } from "@readout/core/milestone";
import { dueOf, movedFrom } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { sentenceCase } from "@readout/core/wording";
import { type Domain, shiftDay } from "../axis.ts";
import { possibleWords, type StatusSeries, stretchWords } from "../status-series.ts";

/** One item on the timeline. */
export type Lane = {
  id: string;
  title: string;
  subject: string;
  status: StatusSeries;
  milestones: readonly Milestone[];
};

/** `count` is of all lanes of the group, of which `lanes` may be some; the first of them is the `first`, from 1. */
export type LaneGroup = { title: string; lanes: readonly Lane[]; count: number; first: number };

/** A source on the day it appeared. */
export type SourceMark = { id: string; publisher: string; title: string; published: string };

/** A fact of the timeline: a mark on a lane, and the same as a line of text. */
export type TimelineFact = {
  kind: "status" | "possible" | "date" | "review" | "source";
  /** Its last possible day, by which lines are ordered and marks are placed; null where no day is its last. */
  day: Day | null;
  /** From when on it may have been so, null: always; and the last day on which it still stands. */
  first: Day | null;
  last: Day;
  date: string;
  /** Where it leads: an entry of an item, the item, or the source itself. */
  href: string;
  title: string;
  words: string;
};

/** All that one lane draws, each stretch of status in its order first: mark and text are made from the same list. */
export function factsOfLane({ id, title, subject, status, milestones }: Lane, lastDay: Day): TimelineFact[] {
  const facts: TimelineFact[] = [];
  const item = `/items/${id}`;
  if (status.kind === "series") {
    for (const stretch of status.stretches)
      facts.push({
        kind: "status",
        day: stretch.from,
        first: stretch.fromPossible,
        last: stretch.until === null ? status.end : shiftDay(stretch.until, -1),
        date: formatShort(stretch.effective),
        href: `${item}#entry-${stretch.entrySeq}`,
        title,
        words: `${sentenceCase(stretchWords(stretch))}: ${subject}`,
      });
    if (status.possible.length > 0)
      facts.push({
        kind: "possible",
        day: status.end,
        first: status.possible.map(({ from }) => from ?? status.end).sort()[0] ?? status.end,
        last: status.end,
        date: formatShort(status.end),
        href: item,
        title,
        words: `${sentenceCase(possibleWords(status.possible))}: ${subject}`,
      });
    for (const day of status.reviews)
      facts.push({
        ...{ kind: "review", day, first: day, last: day, date: formatShort(day), href: item, title },
        words: `Reviewed on ${formatEdtf(day)}, nothing new`,
      });
  }
  for (const milestone of milestones) {
    const due = dueOf(milestone);
    const { earliest, latest } = boundsOf(due);
    const notes = [milestone.kind.replaceAll("-", " "), movedFrom(milestone)].filter((note) => note !== null);
    facts.push({
      ...{ kind: "date", day: latest ?? earliest, first: earliest, last: latest ?? lastDay, date: formatShort(due) },
      ...{ href: item, title, words: `${milestone.what} (${notes.join(", ")})` },
    });
  }
  return facts;
}

/** The days on which sources appeared. */
export const factsOfSources = (sources: readonly SourceMark[], lastDay: Day): TimelineFact[] =>
  sources.map(({ id, publisher, title, published }) => {
    const { earliest, latest } = boundsOf(published);
    return {
      ...{ kind: "source", day: latest, first: earliest, last: latest ?? lastDay, date: formatShort(published) },
      ...{ href: `/sources/${id}`, title, words: `${publisher} published` },
    };
  });

/** Whether a fact stands, or may stand, on any of the days shown. */
export const touches = ({ first, last }: Pick<TimelineFact, "first" | "last">, { from, until }: Domain): boolean =>
  last >= from && (first === null || first < until);

/** Facts as the text lists them: by their last possible day, what has none at the end. */
export const inOrderOfTime = (facts: readonly TimelineFact[]): TimelineFact[] => {
  const key = ({ day, title }: TimelineFact) => `${day ?? "9999-12-31"} ${title}`;
  return facts
    .map((fact) => ({ fact, key: key(fact) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ fact }) => fact);
};
