import type { AuditRow } from "@readout/core/audit";
import { FieldChangeList } from "../../ui/field-change-list.tsx";
import { formatInstant } from "../../ui/format.ts";
import { changeWords } from "./change-words.ts";
import { auditHref } from "./search-params.ts";
import { actSentence, subjectHref, unknownActor } from "./words.ts";
import "./audit.css";

/** The log, an act a row: when, who did what to what, from where, and what it changed. */
export function AuditRows({ rows, names }: { rows: readonly AuditRow[]; names: ReadonlyMap<string, string> }) {
  return (
    <ol className="rows audit">
      {rows.map((row) => (
        <li key={row.id}>
          <time dateTime={row.at}>{formatInstant(row.at)}</time>
          <div>
            <p>
              <b>
                <bdi>{row.who?.name ?? unknownActor(row.act)}</bdi>
              </b>{" "}
              {actSentence(row.act)} · <Subject subject={row.subject} names={names} />
              {row.address !== null && <span className="dim"> · from {row.address}</span>}
            </p>
            <WhatChanged row={row} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Closed at first: the log is read by who did what, and opened where one asks what exactly. */
function WhatChanged({ row: { before, after } }: { row: AuditRow }) {
  const words = changeWords(before, after);
  if (words === null) return null;
  return (
    <details className="audit-what">
      <summary>{words.says}</summary>
      <FieldChangeList before={words.before} after={words.after} whole />
    </details>
  );
}

/** What it was done to, with the way to its page, or to all that was done to it. */
function Subject({ subject, names }: { subject: AuditRow["subject"]; names: ReadonlyMap<string, string> }) {
  const { type, id } = subject;
  return (
    <a href={subjectHref(subject) ?? auditHref({ subjectType: type, subjectId: id })}>
      {type === "dataset" ? (
        "the data set"
      ) : (
        <>
          {type} <bdi>{names.get(id) ?? id}</bdi>
        </>
      )}
    </a>
  );
}
