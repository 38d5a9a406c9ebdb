import type { AuditRow } from "@readout/core/audit";
import { FieldChangeList } from "../../ui/field-change-list.tsx";
import { formatInstant } from "../../ui/format.ts";
import { actSentence, subjectHref } from "./words.ts";
import "./audit.css";

/** The log, an act a row: when, who did what to what, from where, and what it changed. */
export function AuditRows({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <ol className="rows audit">
      {rows.map((row) => (
        <li key={row.id}>
          <time dateTime={row.at}>{formatInstant(row.at)}</time>
          <div>
            <p>
              <b>
                <bdi>{row.who?.name ?? "Readout itself"}</bdi>
              </b>{" "}
              {actSentence(row.act)} · <Subject subject={row.subject} />
              {row.address !== null && <span className="dim"> · from {row.address}</span>}
            </p>
            <FieldChangeList before={row.before} after={row.after} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Subject({ subject }: { subject: AuditRow["subject"] }) {
  const href = subjectHref(subject);
  const words = `${subject.type} ${subject.id}`;
  return href === null ? <span className="dim">{words}</span> : <a href={href}>{words}</a>;
}
