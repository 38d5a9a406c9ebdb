import type { Milestone, MilestoneKind, MilestoneOutcome } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { wordsTyped } from "../../ui/date-field/typed-date.ts";
import type { ReadForm } from "../form/fault.ts";
import { editCommand, FormReader, newCommand, typedOr } from "../form/read-form.ts";
import type { Versioned } from "../form/use-edit-form.ts";

/** A date of an item as typed. */
export type MilestoneValues = { date: string; kind: MilestoneKind; what: string };

export const blankMilestone: MilestoneValues = { date: "", kind: "deadline", what: "" };

export const milestoneValuesOf = ({ version, date, kind, what }: Milestone): Versioned<MilestoneValues> => ({
  version,
  values: { date: wordsTyped(date), kind, what },
});

const milestoneFields = ({ date, kind, what }: MilestoneValues, reader: FormReader) => ({
  date: reader.date("date", date, { use: "any", needed: true }),
  kind,
  what: what.trim(),
});

/** The form of a new date as the command to add it. */
export function readNewMilestone(values: MilestoneValues, { itemId, today }: { itemId: string; today: Day }): ReadForm {
  const reader = new FormReader(today);
  return newCommand({ itemId, ...milestoneFields(values, reader) }, reader);
}

/** The changed fields of a date's form as the command to edit it. */
export function readMilestone(
  values: MilestoneValues,
  changed: readonly string[],
  { today, ...identity }: { itemId: string; ordinal: number; version: number | null; today: Day },
): ReadForm {
  const reader = new FormReader(today);
  return editCommand(identity, milestoneFields(values, reader), changed, reader);
}

/** What became of a date, as chosen and typed. `entrySeq` is a number as text, empty where no entry shows it. */
export type VerdictValues = { verdict: MilestoneOutcome | ""; movedTo: string; entrySeq: string; note: string };

export const blankVerdict: VerdictValues = { verdict: "", movedTo: "", entrySeq: "", note: "" };

/** The form of a verdict as the command to give it; a new date only goes with "moved". */
export function readVerdict(
  { verdict, movedTo, entrySeq, note }: VerdictValues,
  { today, ...identity }: { itemId: string; ordinal: number; today: Day },
): ReadForm {
  const reader = new FormReader(today);
  const fields = {
    ...identity,
    verdict: reader.chosen("verdict", verdict, "what became of it"),
    movedTo: verdict === "moved" ? reader.date("movedTo", movedTo, { use: "any", needed: true }) : undefined,
    entrySeq: entrySeq === "" ? undefined : reader.number("entrySeq", entrySeq),
    note: typedOr(note, undefined),
  };
  return newCommand(fields, reader);
}
