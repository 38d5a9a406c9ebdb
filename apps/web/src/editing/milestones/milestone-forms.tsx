"use client";

import {
  AddMilestone,
  DecideMilestone,
  EditMilestone,
  type Milestone,
  MilestoneOutcome,
} from "@readout/core/milestone";
import { milestoneKindWords } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { useWatch } from "react-hook-form";
import { browserClient } from "../../trpc/browser.tsx";
import { EditForm } from "../form/edit-form.tsx";
import { LongTextField, type Option, SelectField, WrittenDateField } from "../form/field.tsx";
import { type Keeping, useEditForm } from "../form/use-edit-form.ts";
import { MilestoneFields } from "./milestone-fields.tsx";
import {
  blankMilestone,
  blankVerdict,
  type MilestoneValues,
  milestoneValuesOf,
  readMilestone,
  readNewMilestone,
  readVerdict,
  type VerdictValues,
} from "./milestone-values.ts";

/** What the small forms beside a date share. */
export type MilestoneFormProps = {
  itemId: string;
  keeping: Keeping;
  today: Day;
  signInHref: string;
  /** Once it is saved, or left alone. */
  onClose(saved: boolean): void;
};

const labels = { date: "Date", kind: "Kind", what: "What falls due" };
const show = (field: keyof MilestoneValues, value: unknown) =>
  field === "kind" ? milestoneKindWords[value as Milestone["kind"]] : String(value);

const leave = (onClose: MilestoneFormProps["onClose"]) => (
  <button type="button" className="button" onClick={() => onClose(false)}>
    Leave it
  </button>
);

/** Another date of the item. */
export function AddMilestoneForm({ itemId, keeping, today, signInHref, onClose }: MilestoneFormProps) {
  const edit = useEditForm<MilestoneValues, AddMilestone, Milestone>({
    values: blankMilestone,
    version: null,
    place: `milestone:${itemId}:new`,
    keeping,
    schema: AddMilestone,
    read: (values) => readNewMilestone(values, { itemId, today }),
    save: (command) => browserClient().milestones.add(command),
    valuesOf: milestoneValuesOf,
    onSaved: () => {
      onClose(true);
      return "leaves";
    },
  });
  return (
    <EditForm
      id="date-new"
      label="Another date"
      {...{ edit, labels, show, signInHref }}
      action="Add the date"
      beside={leave(onClose)}
    >
      <MilestoneFields today={today} />
    </EditForm>
  );
}

/** One of the item's own dates, to be edited. */
export function EditMilestoneForm({
  milestone,
  itemId,
  keeping,
  today,
  signInHref,
  onClose,
}: MilestoneFormProps & { milestone: Milestone }) {
  const { ordinal } = milestone;
  const edit = useEditForm<MilestoneValues, EditMilestone, Milestone>({
    ...milestoneValuesOf(milestone),
    place: `milestone:${itemId}:${ordinal}`,
    keeping,
    schema: EditMilestone,
    read: (values, changed, version) => readMilestone(values, changed ?? [], { itemId, ordinal, version, today }),
    save: (command) => browserClient().milestones.edit(command),
    load: async () => {
      const { milestones } = await browserClient().items.get({ id: milestone.itemId });
      return milestones.find((one) => one.ordinal === ordinal) ?? milestone;
    },
    valuesOf: milestoneValuesOf,
    onSaved: () => {
      onClose(true);
      return "leaves";
    },
  });
  return (
    <EditForm
      id={`date-${ordinal}-edit`}
      label={`Edit: ${milestone.what}`}
      {...{ edit, labels, show, signInHref }}
      action="Save the date"
      beside={leave(onClose)}
    >
      <MilestoneFields today={today} />
    </EditForm>
  );
}

const outcomeWords: Record<MilestoneOutcome, string> = { met: "met", missed: "missed", moved: "moved to another date" };
const outcomes: Option[] = [
  { value: "", words: "choose one" },
  ...MilestoneOutcome.options.map((value) => ({ value, words: outcomeWords[value] })),
];

/** What became of a date. */
export function DecideForm({
  milestone,
  entries,
  itemId,
  keeping,
  today,
  signInHref,
  onClose,
}: MilestoneFormProps & { milestone: Milestone; entries: readonly Option[] }) {
  const { ordinal } = milestone;
  const edit = useEditForm<VerdictValues, DecideMilestone, Milestone>({
    values: blankVerdict,
    version: null,
    place: `verdict:${itemId}:${ordinal}`,
    keeping,
    schema: DecideMilestone,
    read: (values) => readVerdict(values, { itemId, ordinal, today }),
    save: (command) => browserClient().milestones.decide(command),
    valuesOf: () => ({ values: blankVerdict, version: null }),
    onSaved: () => {
      onClose(true);
      return "leaves";
    },
  });
  const verdict = useWatch({ control: edit.form.control, name: "verdict" });
  return (
    <EditForm
      id={`date-${ordinal}-verdict`}
      label={`What became of: ${milestone.what}`}
      labels={{ verdict: "What became of it", movedTo: "Moved to", entrySeq: "Shown by", note: "Note" }}
      show={(_, value) => String(value)}
      {...{ edit, signInHref }}
      action="Say so"
      beside={leave(onClose)}
    >
      <SelectField name="verdict" label="What became of it" options={outcomes} />
      {verdict === "moved" && <WrittenDateField name="movedTo" label="Moved to" today={today} use="any" />}
      <SelectField
        name="entrySeq"
        label="Shown by"
        options={[{ value: "", words: "no entry" }, ...entries]}
        hint="With an entry it is known from the day that entry was reported, else from today."
      />
      <LongTextField name="note" label="Note" rows={2} hint="May stay empty." />
    </EditForm>
  );
}
