"use client";

import type { Day } from "@readout/core/time";
import { useRef, useState } from "react";
import { Dated } from "../dated.tsx";
import "../form.css";
import styles from "./date-field.module.css";
import { type DateSuggestion, type DateUse, isReadDate, readTypedDate, type TypedDate } from "./typed-date.ts";

type DateFieldProps = {
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
  /** What follows from the date and may surprise, though it may stand. */
  warning?: string | null | undefined;
};

/** A date typed as people write it, and at once beside it how it is read. */
export function DateField({ id, label, name, value, onChange, error, hint, warning, ...context }: DateFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isLeft, setIsLeft] = useState(false);
  const read = readTypedDate(value, context);
  // Half a date is no mistake while it is being typed.
  const own = isReadDate(read) || value.trim() === "" || (read.unfinished && !isLeft) ? undefined : read.refusal;
  const fault = own ?? error;
  const take = ({ text }: DateSuggestion) => {
    onChange(text, readTypedDate(text, context));
    input.current?.focus();
  };
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          name={name}
          className="field"
          value={value}
          onChange={(event) => {
            setIsLeft(false);
            onChange(event.target.value, readTypedDate(event.target.value, context));
          }}
          onBlur={() => setIsLeft(true)}
          aria-describedby={`${id}-read ${id}-warning${hint === undefined ? "" : ` ${id}-hint`}`}
          aria-invalid={fault === undefined ? undefined : true}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
        <p id={`${id}-read`} className={styles.read} aria-live="polite">
          {fault !== undefined ? <span className="fault">{fault}</span> : isReadDate(read) && <AsRead read={read} />}
        </p>
      </div>
      <p id={`${id}-warning`} className={styles.warning} aria-live="polite">
        {warning && <Dated text={warning} />}
      </p>
      {read.suggestions.length > 0 && (
        <Others word={isReadDate(read) ? "or" : null} suggestions={read.suggestions} onTake={take} />
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

function AsRead({ read }: { read: Extract<TypedDate, { edtf: string }> }) {
  return (
    <>
      <b>
        <Dated text={read.words} />
      </b>
      <code>{read.edtf}</code>
      {read.guessed.length > 0 && (
        <span className={styles.note}>
          <Dated text={read.guessed.join(", ")} />
        </span>
      )}
    </>
  );
}

type OthersProps = {
  /** What leads from the reading to the others; null where there is none. */
  word: string | null;
  suggestions: readonly DateSuggestion[];
  onTake: (suggestion: DateSuggestion) => void;
};

/** Other readings, each a button that puts it into the field. */
function Others({ word, suggestions, onTake }: OthersProps) {
  return (
    <div className={styles.others}>
      {word !== null && <span>{word}</span>}
      {suggestions.map((suggestion) => (
        <button key={suggestion.edtf} type="button" className="button" onClick={() => onTake(suggestion)}>
          <span>
            <Dated text={suggestion.words} />
            {suggestion.because !== null && (
              <span className="dim">
                , <Dated text={suggestion.because} />
              </span>
            )}
          </span>
        </button>
      ))}
    </div>
  );
}
