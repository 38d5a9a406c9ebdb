import type { Disagreement } from "@readout/core/disagreement";
import type { Bounds } from "@readout/core/edtf";
import { formatDayShort, formatShort } from "@readout/core/edtf-text";
import type { Entry, StatusEntry } from "@readout/core/entry";
import type { AmendmentRow, LedgerRow, Movement, ReviewRow, StatusRow } from "@readout/core/ledger-rows";
import { singleRecordingDay } from "@readout/core/ledger-rows";
import { statusWord } from "@readout/core/status";
import { type Day, dayOfInstant } from "@readout/core/time";
import { reportedBoundsOf } from "@readout/core/visible";
import { sentenceCase } from "@readout/core/wording";
import type { ReactNode } from "react";
import type { AsOfView } from "../as-of/search-params.ts";
import { Arrow, Glyph } from "../ui/glyph.tsx";
import { statusLabel } from "../ui/status.tsx";
import { Corrections, type LedgerDesk, Retraction, RowNotice, RowWays } from "./amendments.tsx";
import type { Cited } from "./cited.ts";
import { DisagreementFrame } from "./disagreement-frame.tsx";
import { EvidenceList, Origins } from "./evidence-list.tsx";
import styles from "./ledger.module.css";
import { shownEvidence } from "./shown-evidence.ts";
import { basisWords } from "./words.ts";

type LedgerProps = {
  rows: readonly LedgerRow[];
  entries: readonly Entry[];
  cited: Cited;
  disagreements: ReadonlyMap<number, readonly Disagreement[]>;
  /** The days that the page shows. */
  view: AsOfView;
  desk: LedgerDesk;
};

/** The ledger, an entry a row: when, what changed, in whose words, on what evidence. */
export function LedgerList({ rows, entries, cited, disagreements, view, desk }: LedgerProps) {
  const recordedOnce = singleRecordingDay(entries) !== null;
  return (
    <ol className={styles.ledger}>
      {rows.map((row) => {
        if (row.kind === "amendment") return <Amendment key={row.seq} row={row} />;
        if (row.kind === "review")
          return <Review key={row.seq} row={row} cited={cited} recordedOnce={recordedOnce} view={view} desk={desk} />;
        return (
          <StatusEntryRow key={row.seq} row={row} cited={cited} recordedOnce={recordedOnce} view={view} desk={desk}>
            {(disagreements.get(row.seq) ?? []).map((disagreement, i) => (
              <DisagreementFrame
                key={disagreement.id}
                disagreement={disagreement}
                cited={cited}
                open={i === 0 || disagreement.verdict === null || disagreement.verdict === "unresolved"}
              />
            ))}
          </StatusEntryRow>
        );
      })}
    </ol>
  );
}

type RowProps = {
  row: StatusRow;
  cited: Cited;
  recordedOnce: boolean;
  view: AsOfView;
  desk: LedgerDesk;
  children: ReactNode;
};

function StatusEntryRow({ row, cited, recordedOnce, view, desk, children }: RowProps) {
  const { fact, entry, corrections, retraction } = row;
  const ahead = aheadOf(fact.effectiveBounds, view.validOn);
  const evidence = shownEvidence(fact.evidence, cited.sources, view);
  const original = corrections.length > 0 ? entry : null;
  // Where the summary stood in for a reason, saying it twice says no more.
  const reason = entry.reason === fact.summary || entry.reason === entry.summary ? null : entry.reason;
  return (
    <li id={`entry-${row.seq}`} className={retraction === null ? undefined : styles.retracted}>
      <div className={styles.when}>
        <b>
          {original !== null && original.effective !== fact.effective && (
            <Struck text={formatShort(original.effective)} />
          )}
          <time dateTime={fact.effective}>{formatShort(fact.effective)}</time>
        </b>
        <span>{reportedWords(fact.effective, fact.reported)}</span>
        <RecordedDay entry={entry} known={reportedBoundsOf(fact.reported, fact.recorded).latest} once={recordedOnce} />
      </div>
      <div>
        <RowNotice row={row} desk={desk} />
        <div className={styles.change}>
          <MovementWords
            movement={row.movement}
            status={fact.status}
            answer={fact.answer}
            retracted={retraction !== null}
          />
          {original !== null && original.status !== fact.status && <Struck text={statusWord(original.status)} />}
          {ahead !== null && <span>· {ahead}</span>}
          {entry.background && <span>· makes a vague date exact</span>}
          <a className={styles.number} href={`#entry-${row.seq}`}>
            entry {row.seq}
          </a>
        </div>
        <p className={styles.says}>{fact.summary}</p>
        {original !== null && original.summary !== fact.summary && (
          <p className={styles.struckText}>
            <Struck text={original.summary} />
          </p>
        )}
        {reason !== null && <p className={styles.reason}>Why reopened: {reason}</p>}
        <Corrections entry={entry} corrections={corrections} cited={cited} view={view} />
        <Retraction retraction={retraction} />
        <EvidenceList evidence={evidence} cited={cited} />
        <div className={styles.foot}>
          <Origins evidence={evidence} noEvidence={fact.noEvidence} cited={cited} whole={evidence === fact.evidence} />
          <RowWays row={row} desk={desk} />
          <HowRecorded entries={[entry, ...corrections, ...(retraction === null ? [] : [retraction])]} desk={desk} />
        </div>
        {children}
      </div>
    </li>
  );
}

type MovementProps = { movement: Movement; status: StatusEntry["status"]; answer: string | null; retracted: boolean };

/** "suspended → Lapsed", "still suspended", "first entry → Raised": from the status before to this one. */
function MovementWords({ movement, status, answer, retracted }: MovementProps) {
  const word = movement.kind === "still" ? statusWord(status) : statusLabel(status);
  const shown = (
    <span className="st">
      <Glyph status={status} />
      {retracted ? <s>{word}</s> : word}
      {answer !== null && `: ${answer}`}
    </span>
  );
  if (retracted) return shown;
  if (movement.kind === "still")
    return (
      <>
        <span>still</span> {shown}
      </>
    );
  return (
    <>
      <span>{movement.kind === "first" ? "first entry" : statusWord(movement.from)}</span>
      <Arrow /> {shown}
      {movement.kind === "moved" && movement.reopened && <span>· reopened</span>}
    </>
  );
}

/** What is not certain on the day shown is said at the entry. */
function aheadOf({ earliest, latest }: Bounds, on: Day): string | null {
  if (latest !== null && latest <= on) return null;
  return earliest !== null && earliest > on ? "still ahead" : "may have begun";
}

type ReviewProps = Omit<RowProps, "row" | "children"> & { row: ReviewRow };

function Review({ row, cited, recordedOnce, view, desk }: ReviewProps) {
  const { fact, entry, corrections, retraction } = row;
  return (
    <li id={`entry-${row.seq}`} className={retraction === null ? undefined : styles.retracted}>
      <div className={styles.when}>
        <b>
          {entry.lookedOn !== fact.lookedOn && <Struck text={formatDayShort(entry.lookedOn)} />}
          <time dateTime={fact.lookedOn}>{formatDayShort(fact.lookedOn)}</time>
        </b>
        <span>looked on</span>
        <RecordedDay entry={entry} known={fact.lookedOn} once={recordedOnce} />
      </div>
      <div>
        <RowNotice row={row} desk={desk} />
        <div className={styles.change}>
          <span className="st">
            <OpenEye />
            Reviewed, nothing new
          </span>
          <a className={styles.number} href={`#entry-${row.seq}`}>
            entry {row.seq}
          </a>
        </div>
        <p className={styles.says}>{fact.note}</p>
        {corrections.length > 0 && entry.note !== fact.note && (
          <p className={styles.struckText}>
            <Struck text={entry.note} />
          </p>
        )}
        <Corrections entry={entry} corrections={corrections} cited={cited} view={view} />
        <Retraction retraction={retraction} />
        <div className={styles.foot}>
          <RowWays row={row} desk={desk} />
          <HowRecorded entries={[entry, ...corrections, ...(retraction === null ? [] : [retraction])]} desk={desk} />
        </div>
      </div>
    </li>
  );
}

/** A correction or retraction in the order of recording; what it changed stands at the entry it names. */
function Amendment({ row }: { row: AmendmentRow }) {
  const corrects = row.entry.kind === "correction";
  return (
    <li>
      <div className={styles.when}>
        <b>
          <time dateTime={row.entry.recorded}>{formatDayShort(dayOfInstant(row.entry.recorded))}</time>
        </b>
        <span>recorded</span>
      </div>
      <div>
        <div className={styles.change}>
          <span className="st">{corrects ? "Correction" : "Retraction"}</span> of{" "}
          <a href={`#entry-${row.of}`}>entry {row.of}</a>
          <span className={styles.number}>entry {row.seq}</span>
        </div>
        <p className={styles.says}>{row.entry.reason}</p>
      </div>
    </li>
  );
}

function RecordedDay({ entry, known, once }: { entry: Entry; known: string; once: boolean }) {
  const day = dayOfInstant(entry.recorded);
  // Where one loading recorded all of them, the head of the ledger says so once.
  return once || day === known ? null : <span>recorded {formatDayShort(day)}</span>;
}

function reportedWords(effective: string, reported: string): string {
  return effective === reported ? "reported the same day" : `reported ${formatShort(reported)}`;
}

/** What holds an entry in its chain: when it was recorded, by which hash, after which. */
function HowRecorded({ entries, desk }: { entries: readonly Entry[]; desk: LedgerDesk }) {
  return (
    <details className={styles.proof}>
      <summary>how it is recorded</summary>
      {entries.map((entry) => (
        <dl key={entry.seq}>
          <dt>entry {entry.seq}</dt>
          <dd>
            {entry.kind}, recorded {entry.recorded}
          </dd>
          {desk.nameOf !== null && (
            <>
              <dt>by</dt>
              <dd>
                <bdi>{desk.nameOf(entry.author)}</bdi>
                {entry.approver !== null && (
                  <>
                    , approved by <bdi>{desk.nameOf(entry.approver)}</bdi>
                  </>
                )}
              </dd>
            </>
          )}
          {"effective" in entry && entry.effective !== null && (
            <>
              <dt>effective</dt>
              <dd>
                {entry.effective}
                {"effectiveBasis" in entry && entry.effectiveBasis !== null && (
                  <>, {basisWords[entry.effectiveBasis] ?? entry.effectiveBasis}</>
                )}
              </dd>
            </>
          )}
          {"reported" in entry && entry.reported !== null && (
            <>
              <dt>reported</dt>
              <dd>{entry.reported}</dd>
            </>
          )}
          {entry.ref !== null && (
            <>
              <dt>reference</dt>
              <dd>{entry.ref}</dd>
            </>
          )}
          <dt>SHA-256</dt>
          <dd>{entry.hash}</dd>
          <dt>after</dt>
          <dd>{entry.previousHash ?? "nothing: the first of its ledger"}</dd>
        </dl>
      ))}
    </details>
  );
}

function Struck({ text }: { text: string }) {
  return (
    <>
      <span className="vh">before the correction: </span>
      <s>{sentenceCase(text)}</s>{" "}
    </>
  );
}

function OpenEye() {
  return (
    <svg className="g none" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M1 8c2-3.4 4.400-5 7-5s5 1.600 7 5c-2 3.400-4.400 5-7 5s-5-1.600-7-5z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <circle cx="8" cy="8" r="2.3" fill="currentColor" />
    </svg>
  );
}
