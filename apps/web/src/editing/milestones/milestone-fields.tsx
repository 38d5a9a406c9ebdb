"use client";

import { MilestoneKind } from "@readout/core/milestone";
import { milestoneKindWords } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { type Option, SelectField, TextField, WrittenDateField } from "../form/field.tsx";

const kinds: Option[] = MilestoneKind.options.map((value) => ({ value, words: milestoneKindWords[value] }));

/** When, what kind of date it is, and what is due; `at` stands before the paths of the fields. */
export function MilestoneFields({ at = "", today }: { at?: string; today: Day }) {
  return (
    <>
      <div className="edit-pair">
        <WrittenDateField name={`${at}date`} label="Date" today={today} use="any" />
        <SelectField name={`${at}kind`} label="Kind" options={kinds} />
      </div>
      <TextField name={`${at}what`} label="What falls due" />
    </>
  );
}
