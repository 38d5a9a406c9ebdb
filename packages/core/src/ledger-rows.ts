import type { CorrectionEntry, Entry, NamedEntry, RetractionEntry, ReviewEntry, StatusEntry } from "./entry.ts";
import { isNamedEntry, isStatusEntry } from "./entry.ts";
import { compareFacts } from "./reading.ts";
import { isEnding, type Status } from "./status.ts";
import { dayOfInstant } from "./time.ts";
import { type Fact, factsOf, type ReviewFact, type StatusFact } from "./visible.ts";

/** How the status of an entry stands to the one before it in the order of the ledger. */
export type Movement = { kind: "first" } | { kind: "still" } | { kind: "moved"; from: Status; reopened: boolean };

type Marks = {
  seq: number;
  /** Corrections in order of recording; the last one is what `fact` says. */
  corrections: readonly CorrectionEntry[];
  retraction: RetractionEntry | null;
};

export type StatusRow = Marks & { kind: "status"; entry: StatusEntry; fact: StatusFact; movement: Movement };
export type ReviewRow = Marks & { kind: "review"; entry: ReviewEntry; fact: ReviewFact };
/** A correction or retraction in a row of its own, as the order of recording shows them. */
export type AmendmentRow = { kind: "amendment"; seq: number; entry: CorrectionEntry | RetractionEntry; of: number };
export type LedgerRow = StatusRow | ReviewRow | AmendmentRow;

export type LedgerOrder = { order: "effective" | "recording"; onlyChanges: boolean };

/**
 * The visible entries as the page lists them, newest first.
 *
 * By beginning, a correction or retraction stands at the entry it concerns; by recording, in its own place as well.
 *
 * @param entries those visible as of the day shown, any order
 */
export function ledgerRows(entries: readonly Entry[], { order, onlyChanges }: LedgerOrder): LedgerRow[] {
  const facts = factsOf(entries);
  const named = new Map(entries.filter(isNamedEntry).map((entry) => [entry.seq, entry]));
  const ordered = [...facts].sort((a, b) => compareFacts(asStatus(a), asStatus(b)));
  let before: Status | null = null;
  const rows: LedgerRow[] = [];
  for (const fact of ordered) {
    const entry = named.get(fact.seq);
    if (entry === undefined) continue;
    const marks = marksOf(entry, entries);
    if (fact.kind === "review") {
      if (entry.kind === "review") rows.push({ kind: "review", entry, fact, ...marks });
      continue;
    }
    if (!isStatusEntry(entry)) continue;
    rows.push({ kind: "status", entry, fact, movement: movementOf(before, fact.status), ...marks });
    if (fact.retractedBy === null) before = fact.status;
  }
  if (order === "recording") {
    for (const entry of entries) {
      if (entry.kind === "correction") rows.push({ kind: "amendment", seq: entry.seq, entry, of: entry.corrects });
      if (entry.kind === "retraction") rows.push({ kind: "amendment", seq: entry.seq, entry, of: entry.retracts });
    }
    rows.sort((a, b) => a.seq - b.seq);
  }
  return rows.reverse().filter((row) => !onlyChanges || (row.kind === "status" && row.movement.kind !== "still"));
}

// The one order of a ledger serves reviews too: a look has its day as beginning, as certainty and as report.
const asStatus = (fact: Fact): StatusFact =>
  fact.kind === "review"
    ? ({
        ...fact,
        effectiveBounds: { earliest: fact.lookedOn, latest: fact.lookedOn },
        reportedBounds: { earliest: fact.lookedOn, latest: fact.lookedOn },
      } as unknown as StatusFact)
    : fact;

function marksOf(entry: NamedEntry, entries: readonly Entry[]): Marks {
  const corrections = entries
    .filter((other): other is CorrectionEntry => other.kind === "correction" && other.corrects === entry.seq)
    .sort((a, b) => a.seq - b.seq);
  const retraction = entries.find(
    (other): other is RetractionEntry => other.kind === "retraction" && other.retracts === entry.seq,
  );
  return { seq: entry.seq, corrections, retraction: retraction ?? null };
}

function movementOf(before: Status | null, after: Status): Movement {
  if (before === null) return { kind: "first" };
  if (before === after) return { kind: "still" };
  return { kind: "moved", from: before, reopened: isEnding(before) && !isEnding(after) };
}

/** The day on which all entries were recorded, or null where they were recorded on several. */
export function singleRecordingDay(entries: readonly Entry[]): string | null {
  const days = new Set(entries.map(({ recorded }) => dayOfInstant(recorded)));
  return days.size === 1 ? ([...days][0] ?? null) : null;
}
