"use client";

import { inWords } from "@readout/core/wording";
import { useEffect, useRef } from "react";
import { differences, type Fields } from "./differences.ts";

type VersionConflictProps<Values extends Fields> = {
  before: Values;
  theirs: Values;
  mine: Values;
  /** How the fields are called, by name. */
  labels: Record<keyof Values & string, string>;
  /** A value as people read it; several lines where it is a list. */
  show(field: keyof Values & string, value: unknown): string;
  onMine(): void;
  onTheirs(): void;
};

const versions = ["before", "theirs", "mine"] as const;
const versionWords = { before: "You started from", theirs: "Theirs, saved", mine: "Yours" };

/** Somebody saved while this was typed: both versions field by field, and the two ways on. */
export function VersionConflictPanel<Values extends Fields>({
  before,
  theirs,
  mine,
  labels,
  show,
  onMine,
  onTheirs,
}: VersionConflictProps<Values>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const rows = differences(before, theirs, mine);
  const both = rows.filter((row) => row.both).length;
  return (
    <section className="edit-conflict" aria-labelledby="edit-conflict">
      <h2 id="edit-conflict" ref={heading} tabIndex={-1}>
        Somebody saved while you wrote. Nothing of yours is lost.
      </h2>
      {rows.length === 0 ? (
        <p className="dim">Both of you wrote the same.</p>
      ) : (
        <p className="dim">
          {both === 0
            ? "You changed different fields; both sets of changes can stand."
            : `You both changed ${inWords(both)} ${both === 1 ? "field" : "fields"}, marked here with a bar.`}
        </p>
      )}
      {rows.length > 0 && (
        <table className="edit-versions">
          <thead>
            <tr>
              <th scope="col">Field</th>
              {versions.map((version) => (
                <th key={version} scope="col">
                  {versionWords[version]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, both: clash, ...values }) => (
              <tr key={field} data-both={clash || undefined}>
                <th scope="row">{labels[field]}</th>
                {versions.map((version) => (
                  <td key={version} data-called={versionWords[version]}>
                    {show(field, values[version]) || <span className="dimmer">empty</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="form-acts">
        <button type="button" className="button solid" onClick={onMine}>
          Put mine on top of theirs
        </button>
        <button type="button" className="button" onClick={onTheirs}>
          Take theirs
        </button>
        <span className="dim small">Yours keeps the fields you changed; all others become theirs.</span>
      </p>
    </section>
  );
}
