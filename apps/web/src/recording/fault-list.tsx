"use client";

import type { FieldFault } from "@readout/core/error";
import { counted } from "@readout/core/wording";
import { useEffect, useRef } from "react";
import { fieldId, labelOf, toField } from "./places.ts";

type FaultListProps = {
  faults: readonly FieldFault[];
  /** Rises with every attempt that was refused: each takes the focus here. */
  refusals: number;
  /** Brings the field on the screen before it takes the focus. */
  onGoTo: (path: string) => void;
  /** Whether another person decides. */
  proposes: boolean;
  /** What the reason is asked for as, where an entry is amended. */
  reasonLabel: string | null;
};

/** What stands in the way of recording; each line leads to its field. */
export function FaultList({ faults, refusals, onGoTo, proposes, reasonLabel }: FaultListProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) box.current?.focus();
  }, [refusals]);
  if (refusals === 0 || faults.length === 0) return null;
  return (
    <div ref={box} className="failed" role="alert" tabIndex={-1}>
      <p>
        Not {proposes ? "proposed" : "recorded"} yet: {counted(faults.length, "thing is", "things are")} missing or not
        right.
      </p>
      <ul>
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <a
              href={`#${fieldId(path)}`}
              onClick={(event) => {
                event.preventDefault();
                onGoTo(path);
                // The step of the field has to be drawn first.
                requestAnimationFrame(() => toField(path));
              }}
            >
              {labelOf(path, reasonLabel)}: {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
