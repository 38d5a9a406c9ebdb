"use client";

import type { FieldFault, ReadoutError } from "@readout/core/error";
import { counted } from "@readout/core/wording";
import { useEffect, useRef } from "react";
import { errorText } from "../../ui/error-text.ts";
import { fieldOf } from "./fault.ts";
import { controlId } from "./form-scope.ts";

type ErrorSummaryProps = {
  form: string;
  faults: readonly FieldFault[];
  /** How each field is called, by its path. */
  labels: ReadonlyMap<string, string>;
  error: ReadoutError | null;
  /** Rises with every refusal: each takes the focus here. */
  refusals: number;
  signInHref: string;
};

/** Why nothing was saved: each fault leads to its field. */
export function ErrorSummary({ form, faults, labels, error, refusals, signInHref }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) box.current?.focus();
  }, [refusals]);
  if (faults.length === 0 && error === null) return null;
  const fields = [...labels.keys()];
  const told = faults
    .map((fault) => ({ fault, field: fieldOf(fault, fields) }))
    // In the order of the form, which is not that of the command.
    .sort((a, b) => fields.indexOf(a.field ?? "") - fields.indexOf(b.field ?? ""));
  return (
    <div ref={box} className="failed" role="alert" tabIndex={-1}>
      {error === null ? (
        <p>Not saved: {counted(faults.length, "field needs", "fields need")} another look.</p>
      ) : (
        <Failure error={error} signInHref={signInHref} />
      )}
      {faults.length > 0 && (
        <ul className="edit-faults">
          {told.map(({ fault, field }) => {
            return (
              <li key={`${fault.path} ${fault.message}`}>
                {field === null ? (
                  `${fault.path}: ${fault.message}`
                ) : (
                  <a
                    href={`#${controlId(form, field)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(controlId(form, field))?.focus();
                    }}
                  >
                    {labels.get(field)}: {fault.message}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** What failed, what is kept, and what to do. */
function Failure({ error, signInHref }: { error: ReadoutError; signInHref: string }) {
  const { says, todo } = errorText(error);
  return (
    <>
      <p>Not saved. {says}</p>
      {todo !== null && <p>{todo}</p>}
      {error.code === "unauthenticated" && (
        <p>
          <a href={signInHref}>Sign in again</a> and find it here.
        </p>
      )}
    </>
  );
}
