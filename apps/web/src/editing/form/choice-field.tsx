"use client";

import { Combobox } from "@base-ui/react/combobox";
import { type FieldProps, useFormField } from "./field.tsx";

/** Something to choose by its name; `beside` tells it from others of that name. */
export type Choice = { id: string; name: string; beside?: string };

type ChoiceFieldProps = FieldProps & {
  choices: readonly Choice[];
  /** What is said where nothing fits: "No item is called that." */
  nothing: string;
};

/** As many as are listed under what was typed. */
const LISTED = 50;

/** One of many, found by typing a part of its name or its id. */
export function ChoiceField({ choices, nothing, ...props }: ChoiceFieldProps) {
  const { field, id, fault } = useFormField(props);
  const { label, hint } = props;
  const faultId = `${id}-fault`;
  const hintId = `${id}-hint`;
  const described = [hint === undefined ? "" : hintId, fault === null ? "" : faultId].filter(Boolean).join(" ");
  const chosen: Choice | null =
    field.value === ""
      ? null
      : (choices.find((choice) => choice.id === field.value) ?? { id: field.value, name: field.value });
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <Combobox.Root
        items={choices}
        value={chosen}
        onValueChange={(choice: Choice | null) => field.onChange(choice?.id ?? "")}
        itemToStringLabel={({ name }: Choice) => name}
        isItemEqualToValue={(a: Choice, b: Choice) => a.id === b.id}
        filter={(choice: Choice, typed: string) => fits(choice, typed)}
        limit={LISTED}
        autoHighlight
      >
        <Combobox.Input
          id={id}
          ref={field.ref}
          onBlur={field.onBlur}
          className="field"
          // While the list is open everything around it is hidden from those who listen, the label too.
          aria-label={label}
          autoComplete="off"
          onKeyDown={(event) => {
            // Enter chooses; where nothing is listed it would send the whole form.
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
          aria-describedby={described || undefined}
          aria-invalid={fault !== null || undefined}
        />
        <Combobox.Portal>
          <Combobox.Positioner className="edit-choices-place" sideOffset={4} align="start">
            <Combobox.Popup className="edit-choices">
              <Combobox.Empty>
                <p className="edit-nothing">{nothing}</p>
              </Combobox.Empty>
              <Combobox.List>
                {(choice: Choice) => (
                  <Combobox.Item key={choice.id} value={choice} className="edit-choice">
                    <bdi>{choice.name}</bdi>
                    {choice.beside !== undefined && <span className="dim small">{choice.beside}</span>}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      {fault !== null && (
        <p id={faultId} className="fault">
          {fault}
        </p>
      )}
    </div>
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
