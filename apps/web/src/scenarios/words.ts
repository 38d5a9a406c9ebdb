import { boundsOf } from "@readout/core/edtf";
import { formatEdtf, formatOn, formatShort } from "@readout/core/edtf-text";
import type { Resolution, ScenarioSet } from "@readout/core/scenario";
import type { Day } from "@readout/core/time";
import { timeLeft } from "@readout/core/time-left";
import { inWords, joinWords, sentenceCase } from "@readout/core/wording";

/** Where a set stands: how it ended, still open, or past its deadline with nothing recorded. */
export type SetState = "settled" | "open" | "passed";

/** @param day the day in the world that the page shows */
export function stateOf(set: Pick<ScenarioSet, "resolution" | "deadline">, day: Day): SetState {
  if (set.resolution !== null) return "settled";
  return timeLeft(set.deadline, day) === null ? "passed" : "open";
}

/** The state in a few words, to stand beside a head: "settled", "open, due 5 Feb 2021", "due 5 Feb 2021, passed". */
export function stateWords(set: Pick<ScenarioSet, "resolution" | "deadline">, day: Day): string {
  const due = `due ${formatShort(set.deadline)}`;
  return { settled: "settled", open: `open, ${due}`, passed: `${due}, passed` }[stateOf(set, day)];
}

/** The deadline as a line of its own: "31 December 2018, in 40 days", "31 December 2018, passed". */
export const deadlineWords = (set: Pick<ScenarioSet, "deadline">, day: Day): string =>
  `${formatEdtf(set.deadline)}, ${timeLeft(set.deadline, day) ?? "passed"}`;

/** "came true on 3 February 2021". */
export const cameTrue = (resolution: Pick<Resolution, "date">): string => `came true ${formatOn(resolution.date)}`;

/**
 * The entry that tells how a set ended: the last one, among those it names, that had certainly begun by then.
 *
 * @returns null when the set names none that had
 */
export function decidingEntry(resolution: Pick<Resolution, "date" | "entries">): Resolution["entries"][number] | null {
  const end = boundsOf(resolution.date).latest;
  const begun = resolution.entries.flatMap((entry) => {
    const { latest } = boundsOf(entry.effective);
    return latest !== null && (end === null || latest <= end) ? [{ entry, latest }] : [];
  });
  return (
    begun.sort((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : a.entry.seq - b.entry.seq)).at(-1)
      ?.entry ?? null
  );
}

/**
 * The sentence that opens the page of all sets.
 *
 * "Ten questions are watched by their possible outcomes: 9 are settled and 1 is open. No forecast was made on any of them."
 */
export function setsSentence(sets: readonly Pick<ScenarioSet, "resolution" | "deadline">[], day: Day): string {
  if (sets.length === 0) return "No question is watched by its possible outcomes.";
  const number = (state: SetState) => sets.filter((set) => stateOf(set, day) === state).length;
  const [settled, open, passed] = [number("settled"), number("open"), number("passed")];
  const parts = [
    settled > 0 && `${settled} ${settled === 1 ? "is" : "are"} settled`,
    open > 0 && `${open} ${open === 1 ? "is" : "are"} open`,
    passed > 0 && `${passed} passed the deadline with no outcome recorded`,
  ].filter((part): part is string => part !== false);
  if (sets.length === 1) {
    const how = {
      settled: "it is settled",
      open: "it is open",
      passed: "its deadline passed with no outcome recorded",
    };
    return `One question is watched by its possible outcomes: ${how[stateOf(sets[0]!, day)]}. No forecast was made on it.`;
  }
  const all = settled === sets.length ? "all are settled" : open === sets.length ? "all are open" : null;
  return `${sentenceCase(inWords(sets.length))} questions are watched by their possible outcomes: ${all ?? joinWords(parts)}. No forecast was made on any of them.`;
}
