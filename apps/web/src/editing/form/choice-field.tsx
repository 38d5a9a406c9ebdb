"use client";

import { ComboboxField } from "../../ui/combobox.tsx";
import { type FieldProps, useFormField } from "./field.tsx";

/** Something to choose by its name; `beside` tells it from others of that name. */
export type Choice = { id: string; name: string; beside?: string };

type ChoiceFieldProps = FieldProps & {
  choices: readonly Choice[];
  /** What is said where nothing fits: "No item is called that." */
  nothing: string;
};

/** One of many, found by typing a part of its name or its id. */
export function ChoiceField({ choices, nothing, ...props }: ChoiceFieldProps) {
  const { field, id, fault } = useFormField(props);
  const chosen: Choice | null =
    field.value === ""
      ? null
      : (choices.find((choice) => choice.id === field.value) ?? { id: field.value, name: field.value });
  return (
    <ComboboxField
      {...{ id, choices, chosen, nothing, fault }}
      label={props.label}
      hint={props.hint}
      onChoose={field.onChange}
      nameOf={({ name }) => name}
      isSought={fits}
      drawn={({ name, beside }) => (
        <>
          <bdi>{name}</bdi>
          {beside !== undefined && <span className="dim small">{beside}</span>}
        </>
      )}
      inputRef={field.ref}
      onBlur={field.onBlur}
    />
  );
}

/** Whether every word typed stands in the name, the id or what is beside. */
function fits({ id, name, beside = "" }: Choice, typed: string): boolean {
  const text = `${name} ${id} ${beside}`.toLocaleLowerCase("en-GB");
  return typed
    .toLocaleLowerCase("en-GB")
    .split(/\s+/)
    .every((word) => text.includes(word));
}
