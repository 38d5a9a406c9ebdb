"use client";

import { RecordEntry } from "@readout/core/entry";
import type { StatusFact } from "@readout/core/visible";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { DraftLine } from "../drafts/draft-line.tsx";
import { useDraft } from "../drafts/use-draft.ts";
import { LongTextField } from "../ui/form-field.tsx";
import { Glyph } from "../ui/glyph.tsx";
import { statusLabel } from "../ui/status.tsx";
import { comparedFact, valueWords } from "./comparison.ts";
import { DraftNotice, takeBackId } from "./draft-notice.tsx";
import { useCitedSources } from "./evidence/cited-sources.ts";
import { FaultList } from "./fault-list.tsx";
import { OtherVersions } from "./other-versions.tsx";
import { OutcomeNote } from "./outcome-note.tsx";
import { Overtaken } from "./overtaken.tsx";
import { fieldId, focusSoon } from "./places.ts";
import { EntryPreview } from "./preview/entry-preview.tsx";
import { refusalOf } from "./preview/preview.ts";
import { ProposedPanel } from "./proposed-panel.tsx";
import styles from "./recording.module.css";
import type { RecordingDeskProps } from "./recording-desk.tsx";
import { useRecording } from "./use-recording.ts";

/** What is typed to take an entry back, and the head of the ledger it was begun on. */
const RetractionForm = z.object({ reason: z.string(), head: z.number().int().min(0) });
type RetractionForm = z.infer<typeof RetractionForm>;

const isSame = (a: RetractionForm, b: RetractionForm): boolean => a.reason === b.reason;
const read = (kept: unknown): RetractionForm | null => RetractionForm.safeParse(kept).data ?? null;

type RetractionDeskProps = Omit<RecordingDeskProps, "corrected" | "kind"> & {
  retracted: NonNullable<RecordingDeskProps["corrected"]>;
};

/** Takes an entry back for good: what disappears, why, and what the status reads afterwards. */
export function RetractionDesk({
  item,
  entries,
  retracted,
  me,
  proposes,
  kept,
  today,
  signInHref,
}: RetractionDeskProps) {
  const { seq } = retracted;
  const [blank] = useState<RetractionForm>(() => ({ reason: "", head: entries.at(-1)?.seq ?? 0 }));
  const keptForm = kept === null ? null : read(kept.content);
  const [draft, keeper] = useDraft<RetractionForm>({
    place: `retract:${item.id}:${seq}`,
    person: me.id,
    blank,
    kept: kept === null || keptForm === null ? null : { content: keptForm, savedAt: kept.savedAt },
    isSame,
    read,
  });
  const recording = useRecording({ itemId: item.id, entries, author: me.id, proposes, finish: () => keeper.finish() });
  const [refusals, setRefusals] = useState(0);
  const { reason } = draft.content;
  const command = {
    kind: "retraction" as const,
    itemId: item.id,
    retracts: seq,
    reason,
    expectedHead: draft.content.head,
  };
  // Nothing is cited by a retraction; what stays cites what the preview does not show.
  const sources = useCitedSources(none);
  const refused = refusalOf({ item, ledger: recording.ledger, command, sources, today });
  const sent = recording.outcome?.kind === "refused" ? recording.outcome.faults : [];
  const faults = [...sent, ...refused];

  const opened = useRef(false);
  useEffect(() => {
    if (!draft.isReady || opened.current) return;
    opened.current = true;
    const since = recording.ledger.filter((entry) => entry.seq > draft.content.head);
    if (draft.content.reason !== "" && since.length > 0) recording.meet(since);
    else document.getElementById(fieldId("reason"))?.focus();
  }, [draft, recording]);

  const submit = async (head = draft.content.head) => {
    const parsed = RecordEntry.safeParse({ ...command, expectedHead: head });
    if (faults.length > 0 || !parsed.success) {
      recording.goOn();
      setRefusals((times) => times + 1);
      return;
    }
    const became = await recording.send(parsed.data);
    if (became.kind === "refused") setRefusals((times) => times + 1);
    if (became.kind !== "overtaken") recording.goOn();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || recording.overtakenBy !== null) return;
    event.preventDefault();
    void submit();
  };
  const { outcome, overtakenBy, head } = recording;
  if (outcome?.kind === "proposed") return <ProposedPanel proposal={outcome.proposal} itemTitle={item.title} />;
  const moveOn = () => keeper.edit({ ...draft.content, head });
  const discard = () => {
    keeper.discard();
    recording.goOn();
    recording.clear();
    setRefusals(0);
    focusSoon(takeBackId);
  };
  const compare = (content: RetractionForm) => ({
    ...comparedFact(retracted),
    kind: `a retraction of entry ${seq}`,
    reason: content.reason,
  });
  return (
    <form
      className={styles.desk}
      data-alive=""
      aria-label={`Retract entry ${seq}`}
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
          isUntouched={reason === ""}
          onDiscard={discard}
          onTakeBack={() => {
            keeper.takeBack();
            focusSoon(fieldId("reason"));
          }}
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
        here={compare(draft.content)}
        compare={compare}
        onChoose={(version) => keeper.choose(version)}
        onDecide={() => keeper.decide()}
      />
      {overtakenBy !== null && overtakenBy.length > 0 && (
        <Overtaken
          ledger={recording.ledger}
          entries={overtakenBy}
          mine={compare(draft.content)}
          amends={seq}
          proposes={proposes}
          isSending={recording.isSending}
          onPut={() => {
            moveOn();
            void submit(head);
          }}
          onEdit={() => {
            moveOn();
            recording.goOn();
            focusSoon(fieldId("reason"));
          }}
          onDiscard={discard}
        />
      )}
      <div hidden={overtakenBy !== null}>
        <FaultList faults={faults} refusals={refusals} onGoTo={() => undefined} />
        <fieldset className={styles.single} disabled={!draft.isReady}>
          <Disappears fact={retracted} />
          <LongTextField
            id={fieldId("reason")}
            name="reason"
            label={`Why entry ${seq} should never have been recorded`}
            hint="The public reads it beside what is struck out. A retraction is final."
            rows={3}
            value={reason}
            onChange={(event) => {
              keeper.edit({ ...draft.content, reason: event.target.value });
              if (outcome !== null) recording.clear();
            }}
            fault={refusals > 0 ? faults.find(({ path }) => path === "reason")?.message : undefined}
          />
        </fieldset>
        <div className={styles.bar}>
          <div className={styles.preview}>
            <EntryPreview item={item} ledger={recording.ledger} command={command} sources={sources} today={today} />
          </div>
          <div className={styles.acts}>
            <button
              type="submit"
              className="button solid"
              data-last="true"
              aria-disabled={!draft.isReady || recording.isSending}
              aria-keyshortcuts="Control+Enter"
            >
              {recording.isSending ? "Sending" : `${proposes ? "Propose to retract" : "Retract"} entry ${seq}`}
            </button>
            <span className={styles.keys}>Ctrl Enter</span>
          </div>
        </div>
      </div>
    </form>
  );
}

const none: readonly string[] = [];

/** What will stand struck through, and count no more. */
function Disappears({ fact }: { fact: RetractionDeskProps["retracted"] }) {
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
    </div>
  );
}

const isStatus = (fact: RetractionDeskProps["retracted"]): fact is StatusFact => fact.kind !== "review";
