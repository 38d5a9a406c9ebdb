"use client";

import type { Day } from "@readout/core/time";
import { useId } from "react";
import { type DateUse, isReadDate, readTypedDate, type TypedDate } from "./typed-date.ts";

export type DateFieldProps = {
  id: string;
  label: string;
  name: string;
  /** What is typed, kept as it is. */
  value: string;
  onChange: (text: string, read: TypedDate) => void;
  today: Day;
  use: DateUse;
  /** The day on which the source was published, where one is chosen. */
  written?: Day | undefined;
  /** The last day of the report, where it is known. */
  lastReported?: Day | undefined;
  /** A refusal from elsewhere; what this field itself refuses it says itself. */
  error?: string | undefined;
  hint?: string | undefined;
};

/** A date typed as people write it, and at once beside it how it is read. */
export function DateField({
  id,
  label,
  name,
  value,
  onChange,
  today,
  use,
  written,
  lastReported,
  error,
}: DateFieldProps) {
  const said = useId();
  const context = { today, use, ...(written && { written }), ...(lastReported && { lastReported }) };
  const read = readTypedDate(value, context);
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value, readTypedDate(event.target.value, context))}
        aria-describedby={said}
        aria-invalid={error !== undefined}
        autoComplete="off"
      />
      <output id={said}>{error ?? (value === "" ? "" : isReadDate(read) ? read.words : read.refusal)}</output>
    </div>
  );
}
