"use client";

import type { Entry } from "@readout/core/entry";
import type { FieldFault } from "@readout/core/error";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { DraftLine } from "../drafts/draft-line.tsx";
import type { DraftKeeper, DraftState } from "../drafts/keeper.ts";
import type { Compared } from "./comparison.ts";
import { DraftNotice, takeBackId } from "./draft-notice.tsx";
import { FaultList } from "./fault-list.tsx";
import { OtherVersions } from "./other-versions.tsx";
import { OutcomeNote } from "./outcome-note.tsx";
import { Overtaken } from "./overtaken.tsx";
import { focusSoon } from "./places.ts";
import { ProposedPanel } from "./proposed-panel.tsx";
import styles from "./recording.module.css";
import type { Recording } from "./use-recording.ts";

/** What is typed here always knows the head of the ledger it was begun on. */
type Headed = { head: number };

type RecordingFrameProps<Content extends Headed> = {
  /** What the form is called. */
  label: string;
  itemTitle: string;
  draft: DraftState<Content>;
  keeper: DraftKeeper<Content>;
  blank: Content;
  isUntouched: boolean;
  recording: Recording;
  /** What a version of the draft says. */
  compare: (content: Content) => Compared;
  /** The entry that is corrected or retracted. */
  amends: number | null;
  /** What the reason is asked for as, where an entry is amended. */
  reasonLabel: string | null;
  proposes: boolean;
  signInHref: string;
  /** The id of the field where one begins. */
  firstField: string;
  faults: readonly FieldFault[];
  /** Whether an entry that came in is what became of this draft. */
  isOwn: (entry: Entry) => boolean;
  /** Sends what is written, decided on `head`. */
  submit: (head: number) => void;
  /** Brings the field of a fault on the screen. */
  onGoTo: (path: string) => void;
  /** The fields. */
  children: ReactNode;
  preview: ReactNode;
  submitWords: string;
  /** What leads on where the form has steps. */
  further: ReactNode;
};

/** Around the fields: what is kept, what became of it, what came in meanwhile, and always in sight what it would do. */
export function RecordingFrame<Content extends Headed>(props: RecordingFrameProps<Content>) {
  const { draft, keeper, recording, isUntouched, signInHref, firstField, faults, submit, further } = props;
  const { outcome, overtakenBy, head } = recording;
  useMeeting(props);
  if (outcome?.kind === "proposed") return <ProposedPanel proposal={outcome.proposal} itemTitle={props.itemTitle} />;

  const retry = () => submit(draft.content.head);
  const moveOn = () => keeper.edit({ ...draft.content, head });
  const discard = () => {
    keeper.discard();
    recording.reset();
    focusSoon(takeBackId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || overtakenBy !== null) return;
    event.preventDefault();
    retry();
  };
  return (
    <form
      className={styles.desk}
      data-alive=""
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        retry();
      }}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className={styles.kept}>
        <DraftLine state={draft} signInHref={signInHref} onRetry={keeper.retry} />
        <DraftNotice
          state={draft}
          isUntouched={isUntouched}
          onDiscard={discard}
          onTakeBack={() => {
            keeper.takeBack();
            focusSoon(firstField);
          }}
        />
      </div>
      <OutcomeNote
        outcome={outcome}
        proposes={props.proposes}
        signInHref={signInHref}
        isSending={recording.isSending}
        onRetry={retry}
      />
      <OtherVersions
        others={draft.others}
        here={props.compare(draft.content)}
        compare={props.compare}
        onChoose={(version) => keeper.choose(version)}
        onDecide={() => keeper.decide()}
      />
      {overtakenBy !== null && overtakenBy.length > 0 && (
        <Overtaken
          ledger={recording.ledger}
          entries={overtakenBy}
          mine={props.compare(draft.content)}
          me={recording.author}
          preview={props.preview}
          amends={props.amends}
          proposes={props.proposes}
          isSending={recording.isSending}
          onPut={() => {
            moveOn();
            submit(head);
          }}
          onEdit={() => {
            moveOn();
            recording.goOn();
            focusSoon(firstField);
          }}
          onDiscard={discard}
        />
      )}
      <div hidden={overtakenBy !== null}>
        <FaultList
          faults={faults}
          refusals={recording.refusals}
          onGoTo={props.onGoTo}
          proposes={props.proposes}
          reasonLabel={props.reasonLabel}
        />
        {props.children}
        <div className={styles.bar}>
          <div>{overtakenBy === null && props.preview}</div>
          <div className={styles.acts}>
            {further}
            <button
              type="submit"
              className="button solid"
              data-last={further === null}
              aria-disabled={!draft.isReady || recording.isSending}
              aria-keyshortcuts="Control+Enter"
            >
              {recording.isSending ? "Sending" : props.submitWords}
            </button>
            <span className={styles.keys}>Ctrl Enter</span>
          </div>
        </div>
      </div>
    </form>
  );
}

/** Once what was kept is back: what came in since it was begun is met before it is gone on with. */
function useMeeting<Content extends Headed>(props: RecordingFrameProps<Content>): void {
  const { draft, keeper, blank, recording, isUntouched, isOwn, firstField } = props;
  const isOpened = useRef(false);
  useEffect(() => {
    if (!draft.isReady || isOpened.current) return;
    isOpened.current = true;
    const since = recording.ledger.filter(({ seq }) => seq > draft.content.head);
    if (isUntouched || since.length === 0) document.getElementById(firstField)?.focus();
    // Its words are in the ledger already; only the way to say so was cut.
    else if (since.some(isOwn)) keeper.edit(blank);
    else recording.meet(since);
  }, [draft, keeper, blank, recording, isUntouched, isOwn, firstField]);
}
