import { type AsOf, knownDayOf, knownInstantOf } from "./as-of.ts";
import { type Bounds, boundsOf } from "./edtf.ts";
import {
  type CorrectionEntry,
  type Entry,
  isNamedEntry,
  isStatusEntry,
  type NamedEntry,
  type StatusEntry,
} from "./entry.ts";
import type { Evidence } from "./evidence.ts";
import type { Status } from "./status.ts";
import { type Day, dayOfInstant, type Instant } from "./time.ts";

/** A `change` or `reaffirmation` in its corrected form; `seq` stays that of the entry that was corrected. */
export type StatusFact = {
  kind: "change" | "reaffirmation";
  seq: number;
  status: Status;
  effective: string;
  effectiveBounds: Bounds;
  /** The latest bound counts as ended on the day of recording. */
  reportedBounds: { earliest: Day | null; latest: Day };
  reported: string;
  summary: string;
  answer: "yes" | "no" | "partly" | null;
  noEvidence: string | null;
  evidence: readonly Evidence[];
  recorded: Instant;
  correctedBy: number | null;
  retractedBy: number | null;
};

/** A `review` in its corrected form. */
export type ReviewFact = {
  kind: "review";
  seq: number;
  lookedOn: Day;
  note: string;
  recorded: Instant;
  correctedBy: number | null;
  retractedBy: number | null;
};

export type Fact = StatusFact | ReviewFact;

/** Bounds of a reported date: one that had not ended when it was recorded counts as ended on that day. */
export function reportedBoundsOf(reported: string, recorded: Instant): { earliest: Day | null; latest: Day } {
  const { earliest, latest } = boundsOf(reported);
  const recordedOn = dayOfInstant(recorded);
  return { earliest, latest: latest === null || latest > recordedOn ? recordedOn : latest };
}

/**
 * The facts of a ledger in their corrected form, with the marks of corrections and retractions that apply.
 *
 * @param ledger  all entries of one item, any order
 * @param applies whether a correction or retraction is taken into account; the last correction wins
 */
export function factsOf(ledger: readonly Entry[], applies: (entry: Entry) => boolean = () => true): Fact[] {
  const corrections = new Map<number, CorrectionEntry>();
  const retractions = new Map<number, number>();
  for (const entry of ledger) {
    if (entry.kind === "correction" && applies(entry)) {
      const before = corrections.get(entry.corrects);
      if (before === undefined || before.seq < entry.seq) corrections.set(entry.corrects, entry);
    } else if (entry.kind === "retraction" && applies(entry)) retractions.set(entry.retracts, entry.seq);
  }
  return ledger.filter(isNamedEntry).map((entry) => {
    const correction = corrections.get(entry.seq);
    const marks = { correctedBy: correction?.seq ?? null, retractedBy: retractions.get(entry.seq) ?? null };
    return isStatusEntry(entry) ? statusFact(entry, correction, marks) : reviewFact(entry, correction, marks);
  });
}

type Marks = { correctedBy: number | null; retractedBy: number | null };

function statusFact(entry: StatusEntry, correction: CorrectionEntry | undefined, marks: Marks): StatusFact {
  const content = correction === undefined ? entry : contentOf(correction);
  return {
    kind: entry.kind,
    seq: entry.seq,
    status: content.status,
    effective: content.effective,
    effectiveBounds: boundsOf(content.effective),
    reported: content.reported,
    reportedBounds: reportedBoundsOf(content.reported, (correction ?? entry).recorded),
    summary: content.summary,
    answer: content.answer,
    noEvidence: content.noEvidence,
    evidence: content.evidence,
    recorded: entry.recorded,
    ...marks,
  };
}

const reviewFact = (
  entry: Extract<NamedEntry, { kind: "review" }>,
  correction: CorrectionEntry | undefined,
  marks: Marks,
): ReviewFact => ({
  kind: "review",
  seq: entry.seq,
  lookedOn: correction?.lookedOn ?? entry.lookedOn,
  note: correction?.note ?? entry.note,
  recorded: entry.recorded,
  ...marks,
});

function contentOf(correction: CorrectionEntry) {
  const { status, effective, reported, summary } = correction;
  if (status === null || effective === null || reported === null || summary === null)
    throw new Error(`entry ${correction.seq} corrects a status without carrying one`);
  return { ...correction, status, effective, reported, summary };
}

/** The day from which a fact was known to a reader of its sources. */
export const knownFrom = (fact: Fact): Day => (fact.kind === "review" ? fact.lookedOn : fact.reportedBounds.latest);

/**
 * The facts that were known, corrected as that basis corrects them; retracted ones are among them and marked.
 *
 * `reported` applies every correction and retraction, whenever recorded, and looks at the dates afterwards;
 * `recorded` sees entries, corrections and retractions alike from the moment they were recorded.
 */
export function visibleFacts(ledger: readonly Entry[], asOf: AsOf): Fact[] {
  if (asOf.basis === "recorded") {
    const until = knownInstantOf(asOf);
    return factsOf(ledger, (entry) => entry.recorded <= until).filter((fact) => fact.recorded <= until);
  }
  const day = knownDayOf(asOf);
  return factsOf(ledger).filter((fact) => knownFrom(fact) <= day);
}

/**
 * The entries that were known, as recorded and in order of `seq`; a correction or retraction is known, under
 * `reported`, together with the entry it names. The marks name only what is itself visible.
 */
export function visibleEntries(ledger: readonly Entry[], asOf: AsOf): Entry[] {
  const facts = new Map(visibleFacts(ledger, asOf).map((fact) => [fact.seq, fact]));
  const until = knownInstantOf(asOf);
  const visible: Entry[] = [];
  for (const entry of [...ledger].sort((a, b) => a.seq - b.seq)) {
    if (isNamedEntry(entry)) {
      const fact = facts.get(entry.seq);
      if (fact) visible.push({ ...entry, correctedBy: fact.correctedBy, retractedBy: fact.retractedBy });
    } else {
      const named = entry.kind === "correction" ? entry.corrects : entry.retracts;
      if (facts.has(named) && (asOf.basis === "reported" || entry.recorded <= until)) visible.push(entry);
    }
  }
  return visible;
}
