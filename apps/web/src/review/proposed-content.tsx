import { formatDay, formatEdtf } from "@readout/core/edtf-text";
import type { RecordEntry } from "@readout/core/entry";
import { type Status as StatusName, statusWord } from "@readout/core/status";
import type { Day } from "@readout/core/time";
import type { Fact } from "@readout/core/visible";
import type { ReactNode } from "react";
import { FieldChangeList } from "../ui/field-change-list.tsx";
import { Status } from "../ui/status.tsx";
import "./review.css";

type ProposedContentProps = {
  command: RecordEntry;
  subject: string;
  /** What a correction or retraction names, as it stands now. */
  named: Fact | null;
  /** The evidence with its origins, or why there is none. */
  evidence: ReactNode;
};

/** All that a proposed entry says, field by field, with what it rests on. */
export function ProposedContent({ command, subject, named, evidence }: ProposedContentProps) {
  const item = `/items/${command.itemId}`;
  return (
    <dl className="facts">
      {"status" in command && command.status !== undefined && (
        <Row name={command.kind === "reaffirmation" ? "Still" : "Status"}>
          <Status reading={{ status: command.status, alternatives: [] }} subject={subject} />
          {command.answer !== undefined && <>, answered {command.answer}</>}
        </Row>
      )}
      {"effective" in command && command.effective !== undefined && (
        <Row name="Since">{formatEdtf(command.effective)}</Row>
      )}
      {"reported" in command && command.reported !== undefined && (
        <Row name="Reported">{formatEdtf(command.reported)}</Row>
      )}
      {"lookedOn" in command && command.lookedOn !== undefined && (
        <Row name="Looked on">{formatDay(command.lookedOn)}</Row>
      )}
      {"summary" in command && command.summary !== undefined && <Row name="Says">{serif(command.summary)}</Row>}
      {"note" in command && command.note !== undefined && <Row name="Note">{serif(command.note)}</Row>}
      {"reason" in command && command.reason !== undefined && <Row name="Because">{serif(command.reason)}</Row>}
      {(command.kind === "correction" || command.kind === "retraction") && (
        <Row name={command.kind === "correction" ? "Corrects" : "Retracts"}>
          <a href={`${item}#entry-${command.kind === "correction" ? command.corrects : command.retracts}`}>
            entry {command.kind === "correction" ? command.corrects : command.retracts}
          </a>
          {named !== null && command.kind === "retraction" && <>: {serif(saidBy(named))}</>}
          {named !== null && command.kind === "correction" && (
            <FieldChangeList before={comparable(named)} after={comparable(command)} />
          )}
        </Row>
      )}
      {evidence !== null && <Row name="Evidence">{evidence}</Row>}
    </dl>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const serif = (text: string) => <span className="serif">{text}</span>;

const saidBy = (fact: Fact): string => (fact.kind === "review" ? fact.note : fact.summary);

type Said = {
  status?: StatusName | undefined;
  effective?: string | undefined;
  reported?: string | undefined;
  summary?: string | undefined;
  answer?: string | null | undefined;
  lookedOn?: Day | undefined;
  note?: string | undefined;
};

/** What a correction may alter, in words, for what stands and for what would stand; evidence is shown below, whole. */
const comparable = ({ status, effective, reported, summary, answer, lookedOn, note }: Said) => ({
  status: status && statusWord(status),
  since: effective && formatEdtf(effective),
  reported: reported && formatEdtf(reported),
  says: summary,
  answer,
  lookedOn: lookedOn && formatDay(lookedOn),
  note,
});
