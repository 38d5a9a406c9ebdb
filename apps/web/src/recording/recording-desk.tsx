"use client";

import type { Me } from "@readout/core/account";
import type { Draft } from "@readout/core/draft";
import { type Entry, RecordEntry } from "@readout/core/entry";
import type { FieldFault } from "@readout/core/error";
import type { ItemDetail } from "@readout/core/item";
import type { Day } from "@readout/core/time";
import type { Fact } from "@readout/core/visible";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { DraftLine } from "../drafts/draft-line.tsx";
import { useDraft } from "../drafts/use-draft.ts";
import { type Composed, commandOf, type FormContext, faultsOf, filled } from "./command.ts";
import { comparedFact, comparedForm, saysTheSame } from "./comparison.ts";
import { DraftNotice, takeBackId } from "./draft-notice.tsx";
import { EntryFields } from "./entry-fields.tsx";
import { useCitedSources } from "./evidence/cited-sources.ts";
import { FaultList } from "./fault-list.tsx";
import { blankForm, formOfFact, isSameForm, type RecordingForm, readForm, type WrittenKind } from "./form.ts";
import { OtherVersions } from "./other-versions.tsx";
import { OutcomeNote } from "./outcome-note.tsx";
import { Overtaken } from "./overtaken.tsx";
import { fieldId, focusSoon, type Step, stepOf, stepsOf } from "./places.ts";
import { EntryPreview } from "./preview/entry-preview.tsx";
import { refusalOf } from "./preview/preview.ts";
import { ProposedPanel } from "./proposed-panel.tsx";
import styles from "./recording.module.css";
import { StepList } from "./step-list.tsx";
import { isRecordOf } from "./submission.ts";
import { useRecording } from "./use-recording.ts";

export type RecordedItem = Pick<ItemDetail, "id" | "title" | "question" | "statusSubject" | "reading">;

export type RecordingDeskProps = {
  item: RecordedItem;
  /** The whole ledger, in order. */
  entries: readonly Entry[];
  /** The entry to correct, in its corrected form; null for a new entry. */
  corrected: Fact | null;
  kind: WrittenKind;
  me: Pick<Me, "id">;
  /** Whether another person decides. */
  proposes: boolean;
  kept: Draft | null;
  today: Day;
  signInHref: string;
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
  signInHref,
}: RecordingDeskProps) {
  const firstHead = entries.at(-1)?.seq ?? 0;
  const corrects = corrected?.seq ?? null;
  const [blank] = useState(() => (corrected === null ? blankForm(firstHead, kind) : formOfFact(corrected, firstHead)));
  const keptForm = kept === null ? null : readForm(kept.content);
  const [draft, keeper] = useDraft<RecordingForm>({
    place: corrects === null ? `record:${item.id}` : `correct:${item.id}:${corrects}`,
    person: me.id,
    blank,
    kept: kept === null || keptForm === null ? null : { content: keptForm, savedAt: kept.savedAt },
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
  const [refusals, setRefusals] = useState(0);

  const sources = useCitedSources(draft.content.evidence.map(({ sourceId }) => sourceId));
  const context: FormContext = { itemId: item.id, today, current: item.reading.status, sources, corrects };
  const form = filled(draft.content, context);
  const composed = commandOf(form, context);
  const refused = refusalOf({ item, ledger: recording.ledger, command: composed.command, sources, today });
  const local = known(faultsOf(form, composed.unread, refused), form, sources);
  const sent = recording.outcome?.kind === "refused" ? faultsOf(form, [], recording.outcome.faults) : [];
  const unchanged = corrected !== null && isUnchanged(form, composed, corrected);
  const faults = unchanged ? [{ path: "entry", message: `nothing differs from entry ${corrects} yet` }] : local;

  const change = (changes: Partial<RecordingForm>) => {
    keeper.edit({ ...draft.content, ...changes });
    if (recording.outcome !== null) recording.clear();
  };
  const submit = async (head = draft.content.head) => {
    const parsed = RecordEntry.safeParse({ ...composed.command, expectedHead: head });
    if (faults.length > 0 || !parsed.success) {
      recording.goOn();
      setRefusals((times) => times + 1);
      return;
    }
    const became = await recording.send(parsed.data);
    if (became.kind === "refused") setRefusals((times) => times + 1);
    if (became.kind !== "overtaken") recording.goOn();
  };

  // What came in since the draft was begun is met before it is gone on with.
  const opened = useRef(false);
  useEffect(() => {
    if (!draft.isReady || opened.current) return;
    opened.current = true;
    const { head } = draft.content;
    const since = recording.ledger.filter(({ seq }) => seq > head);
    const isUntouched = isSameForm(draft.content, blank);
    const parsed = RecordEntry.safeParse(composed.command);
    if (!isUntouched && parsed.success && since.some((entry) => isRecordOf(entry, parsed.data, me.id))) {
      keeper.edit(blank);
    } else if (!isUntouched && since.length > 0) recording.meet(since);
    else document.getElementById(firstField(draft.content.kind, corrects))?.focus();
  }, [draft, blank, composed.command, corrects, keeper, me.id, recording]);

  const { outcome, overtakenBy, head } = recording;
  if (outcome?.kind === "proposed") return <ProposedPanel proposal={outcome.proposal} itemTitle={item.title} />;
  const putAfter = () => {
    keeper.edit({ ...draft.content, head });
    void submit(head);
  };
  const editMine = () => {
    keeper.edit({ ...draft.content, head });
    recording.goOn();
    focusSoon(firstField(form.kind, corrects));
  };
  const discard = () => {
    keeper.discard();
    recording.goOn();
    recording.clear();
    setRefusals(0);
    focusSoon(takeBackId);
  };
  const takeBack = () => {
    keeper.takeBack();
    focusSoon(firstField(form.kind, corrects));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || overtakenBy !== null) return;
    event.preventDefault();
    void submit();
  };
  const mine = (content: RecordingForm) => {
    const read = filled(content, context);
    return comparedForm(read, commandOf(read, context).command, corrects);
  };
  const verb = proposes ? "Propose" : "Record";
  const steps = stepsOf(form.kind);
  const next = steps[steps.indexOf(step) + 1] ?? null;
  return (
    <form
      className={styles.desk}
      data-alive=""
      aria-label={`${verb} an entry`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className={styles.kept}>
        <DraftLine state={draft} signInHref={signInHref} onRetry={keeper.retry} />
        <DraftNotice
          state={draft}
          isUntouched={isSameForm(draft.content, blank)}
          onDiscard={discard}
          onTakeBack={takeBack}
        />
      </div>
      <OutcomeNote
        outcome={outcome}
        signInHref={signInHref}
        isSending={recording.isSending}
        onRetry={() => void submit()}
      />
      <OtherVersions
        others={draft.others}
        here={mine(draft.content)}
        compare={mine}
        onChoose={(version) => keeper.choose(version)}
        onDecide={() => keeper.decide()}
      />
      {overtakenBy !== null && overtakenBy.length > 0 && (
        <Overtaken
          ledger={recording.ledger}
          entries={overtakenBy}
          mine={mine(draft.content)}
          amends={corrects}
          proposes={proposes}
          isSending={recording.isSending}
          onPut={putAfter}
          onEdit={editMine}
          onDiscard={discard}
        />
      )}
      <div hidden={overtakenBy !== null}>
        <FaultList faults={[...sent, ...faults]} refusals={refusals} onGoTo={(path) => setStep(stepOf(path))} />
        <StepList steps={steps} step={step} onStep={setStep} faults={refusals > 0 ? [...sent, ...faults] : []} />
        <EntryFields
          form={form}
          context={context}
          item={item}
          corrected={corrected}
          step={step}
          isReady={draft.isReady}
          asksReason={corrects !== null || needsReason(refused) || form.reason !== ""}
          faults={refusals > 0 ? [...sent, ...faults] : []}
          onChange={change}
        />
        <div className={styles.bar}>
          <div className={styles.preview}>
            <EntryPreview
              item={item}
              ledger={recording.ledger}
              command={composed.command}
              sources={sources}
              today={today}
            />
          </div>
          <div className={styles.acts}>
            {next !== null && (
              <button type="button" className={`button ${styles.further}`} onClick={() => setStep(next)}>
                Next: {next}
              </button>
            )}
            <button
              type="submit"
              className="button solid"
              data-last={next === null}
              aria-disabled={!draft.isReady || recording.isSending}
              aria-keyshortcuts="Control+Enter"
            >
              {recording.isSending ? "Sending" : corrects === null ? verb : `${verb} the correction`}
            </button>
            <span className={styles.keys}>Ctrl Enter</span>
          </div>
        </div>
      </div>
    </form>
  );
}

const firstField = (kind: WrittenKind, corrects: number | null): string =>
  fieldId(corrects !== null ? "reason" : kind === "review" ? "note" : "status");

const needsReason = (refused: readonly FieldFault[]): boolean => refused.some(({ path }) => path === "reason");

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
