"use client";

import type { FieldFault } from "@readout/core/error";
import { type Step, stepOf } from "./places.ts";
import styles from "./recording.module.css";

type StepListProps = {
  steps: readonly Step[];
  step: Step;
  onStep: (step: Step) => void;
  faults: readonly FieldFault[];
};

/** The steps of the form, one a screen where the screen is small. */
export function StepList({ steps, step, onStep, faults }: StepListProps) {
  return (
    <nav className={styles.steps} aria-label="Steps">
      <ol>
        {steps.map((name, i) => (
          <li key={name}>
            <button type="button" aria-current={name === step ? "step" : undefined} onClick={() => onStep(name)}>
              {i + 1} {name}
              <Wrong count={faults.filter(({ path }) => stepOf(path) === name).length} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const Wrong = ({ count }: { count: number }) =>
  count > 0 && (
    <span className={styles.wrong}>
      {" "}
      · {count}
      <span className="vh"> not right</span>
    </span>
  );
