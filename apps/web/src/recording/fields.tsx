"use client";

import type { Answer } from "@readout/core/entry";
import { isEnding, Status, type StatusFamily, statusFamily } from "@readout/core/status";
import { Glyph } from "../ui/glyph.tsx";
import { statusLabel } from "../ui/status.tsx";
import type { WrittenKind } from "./form.ts";
import styles from "./recording.module.css";

const kinds: Record<WrittenKind, { name: string; means: string }> = {
  change: { name: "A change", means: "from this day it stood so" },
  reaffirmation: { name: "Still so", means: "the same, on newer evidence" },
  review: { name: "Looked, nothing new", means: "no status, only a look" },
};

type KindFieldProps = { value: WrittenKind; onChange: (kind: WrittenKind) => void };

/** What is told: one choice of three, each in its words. */
export function KindField({ value, onChange }: KindFieldProps) {
  return (
    <fieldset className={styles.kinds}>
      <legend>What happened</legend>
      {(Object.keys(kinds) as WrittenKind[]).map((kind) => (
        <label key={kind}>
          <input type="radio" name="kind" value={kind} checked={value === kind} onChange={() => onChange(kind)} />
          <span>
            {kinds[kind].name} <span className="dim small">{kinds[kind].means}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const families: [StatusFamily, string][] = [
  ["talk", "Talk"],
  ["commitment", "Commitment"],
  ["motion", "Motion"],
  ["trouble", "Trouble"],
  ["end", "Ended"],
];

type StatusFieldProps = {
  id: string;
  value: Status | null;
  onChange: (status: Status | null) => void;
  /** What the status speaks of. */
  subject: string;
  fault: string | undefined;
};

/** The status, with its glyph and what it speaks of. Typing its first letters chooses it. */
export function StatusField({ id, value, onChange, subject, fault }: StatusFieldProps) {
  return (
    <div className="form-field">
      <label htmlFor={id}>Status</label>
      <div className={styles.status}>
        <Glyph status={value} />
        <select
          id={id}
          name="status"
          className="field"
          value={value ?? ""}
          aria-invalid={fault === undefined ? undefined : true}
          aria-describedby={`${id}-subject${fault === undefined ? "" : ` ${id}-fault`}`}
          onChange={(event) => onChange(Status.safeParse(event.target.value).data ?? null)}
        >
          <option value="">choose</option>
          {families.map(([family, name]) => (
            <optgroup key={family} label={name}>
              {Status.options
                .filter((status) => statusFamily[status] === family)
                .map((status) => (
                  <option key={status} value={status}>
                    {statusLabel(status)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <span id={`${id}-subject`} className="dim">
          {subject}
        </span>
      </div>
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}

type AnswerFieldProps = {
  id: string;
  value: Answer | null;
  onChange: (answer: Answer | null) => void;
  question: string;
};

/** How the item's question was answered; offered where the status ends the item. */
export function AnswerField({ id, value, onChange, question }: AnswerFieldProps) {
  return (
    <div className="form-field">
      <label htmlFor={id}>Answer</label>
      <select
        id={id}
        name="answer"
        className="field"
        value={value ?? ""}
        aria-describedby={`${id}-question`}
        onChange={(event) => onChange(event.target.value === "" ? null : (event.target.value as Answer))}
      >
        <option value="">not answered by this</option>
        <option value="yes">yes</option>
        <option value="no">no</option>
        <option value="partly">partly</option>
      </select>
      <p id={`${id}-question`} className="hint serif">
        {question}
      </p>
    </div>
  );
}

export const takesAnswer = (status: Status | null): boolean => status !== null && isEnding(status);
