"use client";

import { credibilityWords, type Reliability, reliabilityWords, type Stance } from "@readout/core/evidence";
import { sentenceCase } from "@readout/core/wording";
import styles from "./evidence.module.css";

const stances: Record<Stance, { sign: string; words: string }> = {
  supports: { sign: "+", words: "supports" },
  contradicts: { sign: "−", words: "contradicts" },
  context: { sign: "·", words: "context" },
};

type StanceFieldProps = { name: string; path: string; value: Stance; onChange: (stance: Stance) => void };

/** What the passage does to the entry: a sign with its word. */
export function StanceField({ name, path, value, onChange }: StanceFieldProps) {
  return (
    <fieldset className={styles.stances}>
      <legend>Stance</legend>
      {(Object.keys(stances) as Stance[]).map((stance) => (
        <label key={stance}>
          <input
            type="radio"
            name={name}
            value={stance}
            checked={stance === value}
            data-path={stance === value ? path : undefined}
            onChange={() => onChange(stance)}
          />
          <span className={styles.sign} aria-hidden="true">
            {stances[stance].sign}
          </span>
          {stances[stance].words}
        </label>
      ))}
    </fieldset>
  );
}

type CredibilityFieldProps = {
  id: string;
  path: string;
  value: number;
  onChange: (credibility: number) => void;
  /** That of the source; null while none is chosen. */
  reliability: Reliability | null;
  /** Why 1 cannot be given; null where it can. */
  unconfirmed: string | null;
  fault: string | undefined;
};

/** How far the passage itself is believed, beside how far its source is. */
export function CredibilityField(props: CredibilityFieldProps) {
  const { id, path, value, onChange, reliability, unconfirmed, fault } = props;
  // The reason for refusing a rating stands with it whether or not it was tried: nobody has to try it to learn why.
  const isFaulty = fault !== undefined || (value === 1 && unconfirmed !== null);
  const notes = [
    unconfirmed ?? fault ?? null,
    reliability === null ? null : `its source is rated ${reliability}, ${reliabilityWords[reliability]}`,
  ].filter((note) => note !== null);
  return (
    <div className="form-field">
      <label htmlFor={id}>Credibility of what it says</label>
      <div className={styles.rated}>
        <span className={styles.code} aria-hidden="true">
          {reliability !== null && `${reliability}${value}`}
        </span>
        <select
          id={id}
          data-path={path}
          className="field"
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
          aria-describedby={`${id}-note`}
          aria-invalid={isFaulty ? true : undefined}
        >
          {[1, 2, 3, 4, 5, 6].map((credibility) => (
            <option key={credibility} value={credibility} disabled={credibility === 1 && unconfirmed !== null}>
              {credibility} {credibilityWords[credibility]}
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-note`} className={isFaulty ? "fault" : "hint"}>
        {notes.map((note) => `${sentenceCase(note)}.`).join(" ")}
      </p>
    </div>
  );
}
