"use client";

import { RecordEntry } from "@readout/core/entry";
import type { Milestone } from "@readout/core/milestone";
import type { Fact, StatusFact } from "@readout/core/visible";
import { useState } from "react";
import { z } from "zod";
import { useDraft } from "../drafts/use-draft.ts";
import { LongTextField } from "../ui/form-field.tsx";
import { Glyph } from "../ui/glyph.tsx";
import { statusLabel } from "../ui/status.tsx";
import { comparedFact, comparedRetraction, valueWords } from "./comparison.ts";
import { useCitedSources } from "./evidence/cited-sources.ts";
import { amendmentLabels, fieldId } from "./places.ts";
import { EntryPreview } from "./preview/entry-preview.tsx";
import { refusalOf } from "./preview/preview.ts";
import styles from "./recording.module.css";
import type { DeskProps } from "./recording-desk.tsx";
import { RecordingFrame } from "./recording-frame.tsx";
import { isRecordOf } from "./submission.ts";
import { useRecording } from "./use-recording.ts";

/** What is typed to take an entry back, and the head of the ledger it was begun on. */
const RetractionForm = z.object({ reason: z.string(), head: z.number().int().min(0) });
type RetractionForm = z.infer<typeof RetractionForm>;

const isSame = (a: RetractionForm, b: RetractionForm): boolean => a.reason === b.reason;
const read = (kept: unknown): RetractionForm | null => RetractionForm.safeParse(kept).data ?? null;

// A retraction cites nothing itself.
const none: readonly string[] = [];

type RetractionDeskProps = DeskProps & { retracted: Fact };

/** Takes an entry back for good: what disappears, why, and what the status reads afterwards. */
export function RetractionDesk({ item, entries, retracted, me, proposes, kept, today, ...rest }: RetractionDeskProps) {
  const { seq } = retracted;
  const [blank] = useState<RetractionForm>(() => ({ reason: "", head: entries.at(-1)?.seq ?? 0 }));
  const [draft, keeper] = useDraft<RetractionForm>({
    place: `retract:${item.id}:${seq}`,
    person: me.id,
    blank,
    kept,
    isSame,
    read,
  });
  const recording = useRecording({
    itemId: item.id,
    entries,
    author: me.id,
    proposes,
    finish: () => keeper.finish(),
  });
  const { reason, head } = draft.content;
  const command = { kind: "retraction" as const, itemId: item.id, retracts: seq, reason, expectedHead: head };
  const previewed = { item, ledger: recording.ledger, command, sources: useCitedSources(none), today };
  const refused = refusalOf(previewed);
  const faults = [...recording.refused, ...refused];
  const field = fieldId("reason");
  return (
    <RecordingFrame
      {...rest}
      label={`Retract entry ${seq}`}
      itemTitle={item.title}
      draft={draft}
      keeper={keeper}
      blank={blank}
      isUntouched={reason === ""}
      recording={recording}
      compare={(content) => comparedRetraction(seq, content.reason)}
      amends={seq}
      reasonLabel={amendmentLabels.retract(seq)}
      proposes={proposes}
      firstField={field}
      faults={faults}
      isOwn={(entry) => {
        const parsed = RecordEntry.safeParse(command);
        return parsed.success && isRecordOf(entry, parsed.data, me.id);
      }}
      submit={(on) => void recording.send({ ...command, expectedHead: on }, refused)}
      onGoTo={() => undefined}
      preview={<EntryPreview {...previewed} />}
      submitWords={`${proposes ? "Propose to retract" : "Retract"} entry ${seq}`}
      further={null}
    >
      <fieldset className={styles.single} disabled={!draft.isReady}>
        <Disappears fact={retracted} decided={item.milestones.filter(({ verdict }) => verdict?.entrySeq === seq)} />
        <LongTextField
          id={field}
          name="reason"
          label={amendmentLabels.retract(seq)}
          hint="The public reads it beside what is struck out. A retraction is final."
          rows={3}
          value={reason}
          onChange={(event) => {
            keeper.edit({ ...draft.content, reason: event.target.value });
            recording.clear();
          }}
          fault={recording.refusals > 0 ? faults.find(({ path }) => path === "reason")?.message : undefined}
        />
      </fieldset>
    </RecordingFrame>
  );
}

/** What will stand struck through, and count no more: the entry, and what became of the dates that it alone shows. */
function Disappears({ fact, decided }: { fact: Fact; decided: readonly Milestone[] }) {
  const says = comparedFact(fact);
  return (
    <div className={styles.disappears}>
      <h2>What disappears: entry {fact.seq}</h2>
      {isStatus(fact) && (
        <p>
          <span className="st">
            <Glyph status={fact.status} />
            {statusLabel(fact.status)}
          </span>{" "}
          <span className="dim">
            {valueWords("effective", says.effective)}, reported {valueWords("reported", says.reported)}
          </span>
        </p>
      )}
      {!isStatus(fact) && <p className="dim">looked on {valueWords("lookedOn", says.lookedOn)}</p>}
      <p className={styles.struck}>{says.summary ?? says.note}</p>
      {decided.map(({ ordinal, what, verdict }) => (
        <p key={ordinal}>
          With it goes what became of a date: <b>{what}</b>, {verdict?.verdict}. The date asks for a verdict again.
        </p>
      ))}
    </div>
  );
}

const isStatus = (fact: Fact): fact is StatusFact => fact.kind !== "review";
