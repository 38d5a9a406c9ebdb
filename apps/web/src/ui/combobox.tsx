"use client";

import { Combobox } from "@base-ui/react/combobox";
import { type FocusEvent, type ReactNode, type Ref, useRef, useState } from "react";
import "./form.css";
import "./combobox.css";

/** As many as are listed under what was typed. */
const LISTED = 50;

type ComboboxFieldProps<Choice extends { id: string }> = {
  id: string;
  label: string;
  choices: readonly Choice[];
  chosen: Choice | null;
  /** Called with "" where nothing is chosen any more. */
  onChoose: (id: string) => void;
  /** What stands in the field once it is chosen. */
  nameOf: (choice: Choice) => string;
  isSought: (choice: Choice, typed: string) => boolean;
  /** How it is listed. */
  drawn: (choice: Choice) => ReactNode;
  /** What is said where nothing fits. */
  nothing: string;
  hint?: ReactNode;
  fault?: string | null | undefined;
  placeholder?: string;
  /** Where the form finds this control for a fault. */
  path?: string;
  /** Whether whoever comes back types over what is chosen. */
  selectsAll?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onType?: (typed: string) => void;
  onOpen?: () => void;
  onBlur?: () => void;
};

/** One of many, found by typing. The page around the open list stays open to all: the focus never leaves the field. */
export function ComboboxField<Choice extends { id: string }>(props: ComboboxFieldProps<Choice>) {
  const { id, label, choices, chosen, onChoose, nameOf, isSought, drawn, nothing, hint } = props;
  /** Whether the field was left with words in it that name none of the choices. */
  const [isUnknown, setIsUnknown] = useState(false);
  const lastTyped = useRef("");
  const fault = isUnknown && chosen === null ? nothing : props.fault;
  const hasFault = fault !== undefined && fault !== null;
  const described = [hint !== undefined && `${id}-hint`, hasFault && `${id}-fault`].filter(Boolean).join(" ");
  const actions = useRef<Combobox.Root.Actions>(null);
  const list = useRef<HTMLDivElement>(null);
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!list.current?.contains(relatedTarget)) actions.current?.close();
    props.onBlur?.();
  };
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <Combobox.Root
        items={choices}
        value={chosen}
        onValueChange={(choice: Choice | null) => onChoose(choice?.id ?? "")}
        onInputValueChange={(typed, details) => {
          // The library empties a field that is left without a choice: what was typed in it stays.
          const isLeft =
            details.reason !== "input-change" && typed === "" && lastTyped.current !== "" && chosen === null;
          setIsUnknown(isLeft);
          if (isLeft) return details.cancel();
          lastTyped.current = details.reason === "input-change" ? typed : "";
          props.onType?.(typed);
        }}
        onOpenChange={(open) => {
          if (open) props.onOpen?.();
          // The library's own popup would hide the page from those who listen; a list of ours has to be taken away by us.
          else actions.current?.unmount();
        }}
        actionsRef={actions}
        itemToStringLabel={nameOf}
        isItemEqualToValue={(a: Choice, b: Choice) => a.id === b.id}
        filter={isSought}
        limit={LISTED}
        autoHighlight
      >
        <Combobox.Input
          id={id}
          ref={props.inputRef}
          data-path={props.path}
          className="field"
          placeholder={props.placeholder}
          autoComplete="off"
          onFocus={(event) => props.selectsAll && event.currentTarget.select()}
          onBlur={onBlur}
          onKeyDown={(event) => {
            // Enter chooses; where nothing is listed it would send the whole form.
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
          aria-describedby={described || undefined}
          aria-invalid={hasFault || undefined}
        />
        <Combobox.Portal>
          <Combobox.Positioner
            ref={list}
            className="choices-place"
            sideOffset={4}
            align="start"
            // A click in the list leaves the focus in the field.
            onMouseDown={(event) => event.preventDefault()}
          >
            <div className="choices">
              <Combobox.Empty>
                <p className="nothing">{nothing}</p>
              </Combobox.Empty>
              <Combobox.List aria-label="Choices">
                {(choice: Choice) => (
                  <Combobox.Item key={choice.id} value={choice} className="choice">
                    {drawn(choice)}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </div>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {hasFault && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
