import { formatDay } from "@readout/core/edtf-text";
import type { CorrectionEntry, NamedEntry, RetractionEntry } from "@readout/core/entry";
import type { ReviewRow, StatusRow } from "@readout/core/ledger-rows";
import { type Replaced, replacedBy } from "@readout/core/replaced";
import { dayOfInstant } from "@readout/core/time";
import { sentenceCase } from "@readout/core/wording";
import type { AsOfView } from "../as-of/search-params.ts";
import type { Cited } from "./cited.ts";
import { EvidenceList } from "./evidence-list.tsx";
import styles from "./ledger.module.css";
import { shownEvidence } from "./shown-evidence.ts";

/** What the ledger is for whoever reads it: what they may do with it, whose names they see, what they just recorded. */
export type LedgerDesk = {
  itemId: string;
  /** Whether entries may be corrected and retracted from here: by those who may, and today. */
  mayAmend: boolean;
  /** Who stands behind an id; null for whoever is not signed in. */
  nameOf: ((id: string) => string) | null;
  /** The entry that was recorded on the way here. */
  recorded: number | null;
};

type RowProps = { row: StatusRow | ReviewRow; desk: LedgerDesk };

/** The ways to amend an entry, for who may; a retraction is final. */
export function RowWays({ row, desk }: RowProps) {
  if (!desk.mayAmend || row.retraction !== null) return null;
  const href = `/desk/items/${desk.itemId}/record`;
  return (
    <span className={styles.ways}>
      <a href={`${href}?corrects=${row.seq}`} aria-label={`Correct entry ${row.seq}`}>
        correct
      </a>
      <a href={`${href}?retracts=${row.seq}`} aria-label={`Retract entry ${row.seq}`}>
        retract
      </a>
    </span>
  );
}

/** Says to whoever just recorded it that it stands here now; the address leads to it, which gives it the focus without script. */
export function RowNotice({ row, desk }: RowProps) {
  const { recorded } = desk;
  if (recorded === null) return null;
  const what =
    recorded === row.seq
      ? `Entry ${recorded} is recorded and stands here for everyone.`
      : recorded === row.retraction?.seq
        ? `The retraction is recorded, as entry ${recorded}.`
        : row.corrections.some(({ seq }) => seq === recorded)
          ? `The correction is recorded, as entry ${recorded}.`
          : null;
  return what === null ? null : (
    <p id="recorded" className={styles.notice} role="status" tabIndex={-1}>
      {what}
    </p>
  );
}

type CorrectionsProps = {
  entry: NamedEntry;
  corrections: readonly CorrectionEntry[];
  cited: Cited;
  /** The days that the page shows. */
  view: AsOfView;
};

/** Each correction: when, why, and what it replaced. */
export function Corrections({ entry, corrections, cited, view }: CorrectionsProps) {
  const replaced = replacedBy(entry, corrections);
  return corrections.map((correction, i) => (
    <div key={correction.seq} className={styles.reason} id={`entry-${correction.seq}`}>
      <p>
        <b>Corrected</b> on {formatDay(dayOfInstant(correction.recorded))} by entry {correction.seq}:{" "}
        {correction.reason}
      </p>
      <ReplacedPart replaced={replaced[i]!} cited={cited} view={view} all={corrections.length > 1} />
    </div>
  ));
}

// Of a single correction these stand struck through where the new ones are.
const shownInPlace = new Set(["status", "effective", "summary", "lookedOn", "note"]);

type ReplacedProps = Pick<CorrectionsProps, "cited" | "view"> & { replaced: Replaced; all: boolean };

function ReplacedPart({ replaced, cited, view, all }: ReplacedProps) {
  const fields = replaced.fields.filter(({ field }) => all || !shownInPlace.has(field));
  return (
    <>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ field, label, before }) => (
            <li key={field}>
              {label} before: {before === null ? "none" : <s>{sentenceCase(before)}</s>}
            </li>
          ))}
        </ul>
      )}
      {replaced.evidence !== null && (
        <details>
          <summary>evidence before the correction</summary>
          <div className={styles.struckEvidence}>
            {replaced.evidence.length === 0 ? (
              "none"
            ) : (
              <EvidenceList evidence={shownEvidence(replaced.evidence, cited.sources, view)} cited={cited} />
            )}
          </div>
        </details>
      )}
    </>
  );
}

/** That an entry no longer counts, since when, and why. */
export function Retraction({ retraction }: { retraction: RetractionEntry | null }) {
  if (retraction === null) return null;
  return (
    <p className={styles.reason} id={`entry-${retraction.seq}`}>
      <b>Retracted</b> on {formatDay(dayOfInstant(retraction.recorded))} by entry {retraction.seq}: {retraction.reason}
    </p>
  );
}
