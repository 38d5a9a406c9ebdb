"use client";

import type { Day } from "@readout/core/time";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import { DateField } from "../../ui/date-field/date-field.tsx";
import type { DateUse } from "../../ui/date-field/typed-date.ts";
import * as ui from "../../ui/form-field.tsx";
import { messageAt } from "./fault.ts";
import { useFormScope, useNamedField } from "./form-scope.ts";

export type FieldProps = {
  /** The path of the value, as in the command: "links.0.itemId". */
  name: string;
  label: string;
  hint?: ReactNode;
  /** The path at which the command has its faults, where that is another one. */
  faultsAt?: string;
};

/** What a control of the form around it needs: its value, its id, what is wrong with it. */
export function useFormField({ name, label, faultsAt = name }: FieldProps) {
  const { field } = useController({ name });
  const id = useNamedField(faultsAt, label);
  return { field, id, fault: messageAt(useFormScope().faults, faultsAt) ?? null };
}

type TextFieldProps = FieldProps & { inputMode?: "numeric" | "url"; spellCheck?: boolean };

/** One line of text. */
export function TextField({ inputMode, spellCheck, ...props }: TextFieldProps) {
  const { field, id, fault } = useFormField(props);
  const { label, hint } = props;
  return <ui.TextField {...{ ...field, id, label, hint, fault, inputMode, spellCheck }} autoComplete="off" />;
}

/** Several lines; `rows` is how many are seen at first. */
export function LongTextField({ rows = 3, ...props }: FieldProps & { rows?: number }) {
  const { field, id, fault } = useFormField(props);
  const { label, hint } = props;
  return <ui.LongTextField {...{ ...field, id, label, hint, fault, rows }} autoComplete="off" />;
}

/** A value and the word for it. */
export type Option = { value: string; words: string };

/** Options of which none holds before somebody has chosen. */
export const toChoose = (options: readonly Option[]): Option[] => [{ value: "", words: "choose" }, ...options];

/** One of few. */
export function SelectField({ options, ...props }: FieldProps & { options: readonly Option[] }) {
  const { field, id, fault } = useFormField(props);
  const { label, hint } = props;
  return <ui.SelectField {...{ ...field, id, label, hint, fault, options }} />;
}

type WrittenDateFieldProps = FieldProps & { today: Day; use: DateUse; hint?: string };

/** A date as people write it, with how it is read beside it. */
export function WrittenDateField({ today, use, ...props }: WrittenDateFieldProps) {
  const { field, id, fault } = useFormField(props);
  const { label, hint } = props;
  return (
    <DateField
      {...{ id, label, hint, today, use }}
      name={field.name}
      value={field.value}
      onChange={(text) => field.onChange(text)}
      error={fault ?? undefined}
    />
  );
}
