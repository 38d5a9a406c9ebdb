"use client";

import type { Me } from "@readout/core/account";
import type { Draft } from "@readout/core/draft";
import { type Entry, RecordEntry } from "@readout/core/entry";
import type { FieldFault } from "@readout/core/error";
import type { ItemDetail } from "@readout/core/item";
import { isAtLeast } from "@readout/core/role";
import type { Day } from "@readout/core/time";
import type { Fact } from "@readout/core/visible";
import { useState } from "react";
import { useDraft } from "../drafts/use-draft.ts";
import { type Composed, commandOf, type FormContext, faultsOf, filled } from "./command.ts";
import { comparedFact, comparedForm, saysTheSame } from "./comparison.ts";
import { EntryFields } from "./entry-fields.tsx";
import { useCitedSources } from "./evidence/cited-sources.ts";
import { blankForm, formOfFact, isSameForm, type RecordingForm, readForm, type WrittenKind } from "./form.ts";
import { amendmentLabels, fieldId, type Step, stepOf, stepsOf } from "./places.ts";
import { EntryPreview } from "./preview/entry-preview.tsx";
import { refusalOf } from "./preview/preview.ts";
import styles from "./recording.module.css";
import { RecordingFrame } from "./recording-frame.tsx";
import { StepList } from "./step-list.tsx";
import { isRecordOf } from "./submission.ts";
import { useRecording } from "./use-recording.ts";

export type RecordedItem = Pick<ItemDetail, "id" | "title" | "question" | "statusSubject" | "reading" | "milestones">;

export type DeskProps = {
  item: RecordedItem;
  /** The whole ledger, in order. */
  entries: readonly Entry[];
  me: Pick<Me, "id" | "role">;
  /** Whether another person decides. */
  proposes: boolean;
  kept: Draft | null;
  today: Day;
  signInHref: string;
};

type RecordingDeskProps = DeskProps & {
  /** The entry to correct, in its corrected form; null for a new entry. */
  corrected: Fact | null;
  kind: WrittenKind;
};

/** One form for a change, a reaffirmation, a review and for the correction of any of them. */
export function RecordingDesk({
  item,
  entries,
  corrected,
  kind,
  me,
  proposes,
  kept,
  today,
  ...rest
}: RecordingDeskProps) {
  const corrects = corrected?.seq ?? null;
  const [blank] = useState(() => {
    const head = entries.at(-1)?.seq ?? 0;
    return corrected === null ? blankForm(head, kind) : formOfFact(corrected, head);
  });
  const [draft, keeper] = useDraft<RecordingForm>({
    place: corrects === null ? `record:${item.id}` : `correct:${item.id}:${corrects}`,
    person: me.id,
    blank,
    kept,
    isSame: isSameForm,
    read: readForm,
  });
  const recording = useRecording({
    itemId: item.id,
    entries,
    author: me.id,
    proposes,
    finish: () => keeper.finish(),
  });
  const [step, setStep] = useState<Step>("What");

  const sources = useCitedSources(draft.content.evidence.map(({ sourceId }) => sourceId));
  const context: FormContext = { itemId: item.id, today, current: item.reading.status, sources, corrects };
  const form = filled(draft.content, context);
  const composed = commandOf(form, context);
  const previewed = { item, ledger: recording.ledger, command: composed.command, sources, today };
  const refused = refusalOf(previewed);
  const local =
    corrected !== null && isUnchanged(form, composed, corrected)
      ? [{ path: "entry", message: `nothing differs from entry ${corrects} yet` }]
      : known(faultsOf(form, composed.unread, refused), form, sources);
  const faults = [...faultsOf(form, [], recording.refused), ...local];
  const shown = recording.refusals > 0 ? faults : [];

  const change = (changes: Partial<RecordingForm>) => {
    keeper.edit({ ...draft.content, ...changes });
    recording.clear();
  };
  const verb = proposes ? "Propose" : "Record";
  const steps = stepsOf(form.kind);
  const next = steps[steps.indexOf(step) + 1] ?? null;
  return (
    <RecordingFrame
      {...rest}
      label={`${verb} an entry`}
      itemTitle={item.title}
      draft={draft}
      keeper={keeper}
      blank={blank}
      isUntouched={isSameForm(draft.content, blank)}
      recording={recording}
      compare={(content) => {
        const read = filled(content, context);
        return comparedForm(read, commandOf(read, context).command, corrects);
      }}
      amends={corrects}
      reasonLabel={corrects === null ? null : amendmentLabels.correct(corrects)}
      proposes={proposes}
      firstField={fieldId(corrects !== null ? "reason" : form.kind === "review" ? "note" : "status")}
      faults={faults}
      isOwn={(entry) => {
        const command = RecordEntry.safeParse(composed.command);
        return command.success && isRecordOf(entry, command.data, me.id);
      }}
      submit={(head) => void recording.send({ ...composed.command, expectedHead: head }, local)}
      onGoTo={(path) => setStep(stepOf(path))}
      preview={<EntryPreview {...previewed} />}
      submitWords={corrects === null ? verb : `${verb} the correction`}
      further={
        next && (
          <button type="button" className={`button ${styles.further}`} onClick={() => setStep(next)}>
            Next: {next}
          </button>
        )
      }
    >
      <StepList steps={steps} step={step} onStep={setStep} faults={shown} />
      <EntryFields
        form={form}
        context={context}
        item={item}
        corrected={corrected}
        step={step}
        isReady={draft.isReady}
        mayAddSources={isAtLeast(me.role, "editor")}
        asksReason={refused.some(({ path }) => path === "reason") || form.reason !== ""}
        faults={shown}
        onChange={change}
      />
    </RecordingFrame>
  );
}

/** A source that is still being asked for is no fault; the server has the last word on it. */
const known = (faults: FieldFault[], form: RecordingForm, sources: ReadonlyMap<string, unknown>): FieldFault[] =>
  faults.filter(({ path }) => {
    const [, place] = /^evidence\.(\d+)\.sourceId$/.exec(path) ?? [];
    const id = place === undefined ? "" : (form.evidence[Number(place)]?.sourceId ?? "");
    return id === "" || sources.has(id);
  });

/** Whether a correction would say what already stands there. */
const isUnchanged = (form: ReturnType<typeof filled>, { command }: Composed, corrected: Fact): boolean =>
  saysTheSame({ ...comparedForm(form, command), kind: "", reason: null }, { ...comparedFact(corrected), kind: "" });
