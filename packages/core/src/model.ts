// Test support: the laws of time and reading (design, section 2) spelled out as slowly and plainly as their wording, one
// day after the other and with nothing remembered in between. It shares no code with what it is held against but the
// shapes of entries and the bounds of a date.
import { boundsOf } from "./edtf.ts";
import type { CorrectionEntry, Entry, NamedEntry, RetractionEntry } from "./entry.ts";
import type { Status } from "./status.ts";
import { addDays, type Day } from "./time.ts";

/** An as-of with nothing left to default; `knownOn` is an instant only under `recorded`. */
export type ModelAsOf = { knownOn: string; validOn: string; basis: "reported" | "recorded" };

/** A change, reaffirmation or review as it reads once the corrections that are seen have been applied. */
export type Fact = {
  seq: number;
  correctedBy: number | null;
  retractedBy: number | null;
  recorded: string;
  /** The latest bound of the reported date, at the latest the day of recording; the day looked on for a review. */
  knownFrom: string;
} & (
  | { kind: "review" }
  | {
      kind: "change" | "reaffirmation";
      status: Status;
      effective: string;
      earliest: string | null;
      latest: string | null;
      supporters: string[];
    }
);
export type StatusFact = Extract<Fact, { status: Status }>;

export type ModelReading = {
  status: Status | null;
  entrySeq: number | null;
  since: string | null;
  alternatives: Status[];
  next: { status: Status; effective: string; entrySeq: number } | null;
  origins: number;
  lastReviewed: string | null;
};

export type ModelInterval = {
  status: Status;
  entrySeq: number;
  from: string;
  fromPossible: string | null;
  until: string | null;
  untilPossible: string | null;
};

const isCorrection = (entry: Entry): entry is CorrectionEntry => entry.kind === "correction";
const isRetraction = (entry: Entry): entry is RetractionEntry => entry.kind === "retraction";
const isNamed = (entry: Entry): entry is NamedEntry => !isCorrection(entry) && !isRetraction(entry);
const bySeq = (a: { seq: number }, b: { seq: number }) => a.seq - b.seq;
const recordingDay = (entry: { recorded: string }) => entry.recorded.slice(0, 10);

/** "recorded on or before `knownOn` (or at or before an instant)" */
function wasRecordedBy(entry: { recorded: string }, knownOn: string): boolean {
  return knownOn.length === 10 ? recordingDay(entry) <= knownOn : entry.recorded <= knownOn;
}

/** The corrections and retractions that apply: all of them under `reported`, those recorded by then under `recorded`. */
function applying(ledger: readonly Entry[], asOf: ModelAsOf): (CorrectionEntry | RetractionEntry)[] {
  return ledger
    .filter((entry) => isCorrection(entry) || isRetraction(entry))
    .filter((entry) => asOf.basis === "reported" || wasRecordedBy(entry, asOf.knownOn))
    .sort(bySeq);
}

/** "counts as ended on that day": of the entry that carries the date, which for a corrected date is the correction. */
function reportedLatest(carrier: { reported: string; recorded: string }): string {
  const { latest } = boundsOf(carrier.reported);
  return latest === null || latest > recordingDay(carrier) ? recordingDay(carrier) : latest;
}

function factOf(entry: NamedEntry, applied: readonly (CorrectionEntry | RetractionEntry)[]): Fact {
  const correction = applied.filter(isCorrection).findLast(({ corrects }) => corrects === entry.seq);
  const retraction = applied.filter(isRetraction).findLast(({ retracts }) => retracts === entry.seq);
  const common = {
    seq: entry.seq,
    recorded: entry.recorded,
    correctedBy: correction?.seq ?? null,
    retractedBy: retraction?.seq ?? null,
  };
  // "a correction keeps the kind", so what a correction carries is what its entry carries.
  const content = (correction ?? entry) as Record<string, unknown> & { recorded: string };
  if (entry.kind === "review") return { ...common, kind: "review", knownFrom: content.lookedOn as string };
  const effective = content.effective as string;
  const evidence = content.evidence as { stance: string; origins: string[] }[];
  return {
    ...common,
    kind: entry.kind,
    status: content.status as Status,
    effective,
    ...boundsOf(effective),
    knownFrom: reportedLatest(content as { reported: string; recorded: string }),
    supporters: evidence.filter(({ stance }) => stance === "supports").flatMap(({ origins }) => origins),
  };
}

/** What is seen of changes, reaffirmations and reviews, by number, in corrected form; the retracted ones are among them. */
export function modelFacts(ledger: readonly Entry[], asOf: ModelAsOf): Fact[] {
  const applied = applying(ledger, asOf);
  return ledger
    .filter(isNamed)
    .map((entry) => factOf(entry, applied))
    .filter((fact) => (asOf.basis === "reported" ? fact.knownFrom <= asOf.knownOn : wasRecordedBy(fact, asOf.knownOn)))
    .sort(bySeq);
}

/** Numbers of all visible entries; "a correction or retraction is visible under `reported` with the entry it names". */
export function modelVisible(ledger: readonly Entry[], asOf: ModelAsOf): number[] {
  const seen = new Set(modelFacts(ledger, asOf).map(({ seq }) => seq));
  const named = applying(ledger, asOf).filter(
    (entry) => asOf.basis === "recorded" || seen.has(isCorrection(entry) ? entry.corrects : entry.retracts),
  );
  return [...seen, ...named.map(({ seq }) => seq)].sort((a, b) => a - b);
}

/** `(effective.earliest, effective.latest, reported.latest, seq)`, a missing earliest first, a missing latest last. */
function inOrder(facts: readonly Fact[]): StatusFact[] {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return facts
    .filter((fact) => fact.kind !== "review")
    .filter((fact) => fact.retractedBy === null)
    .sort(
      (a, b) =>
        before(a.earliest ?? "0000-00-00", b.earliest ?? "0000-00-00") ||
        before(a.latest ?? "9999-99-99", b.latest ?? "9999-99-99") ||
        before(a.knownFrom, b.knownFrom) ||
        a.seq - b.seq,
    );
}

/** What the facts seen say about one day of the world. */
function readOn(facts: readonly Fact[], day: string): ModelReading {
  const ordered = inOrder(facts);
  const isCertain = (fact: StatusFact) => fact.latest !== null && fact.latest <= day;
  const isPossible = (fact: StatusFact) =>
    (fact.earliest === null || fact.earliest <= day) && (fact.latest === null || day < fact.latest);

  const certain = ordered.filter(isCertain);
  const last = certain.at(-1);
  const run: StatusFact[] = [];
  for (const fact of certain.toReversed()) {
    if (fact.status !== last?.status) break;
    run.unshift(fact);
  }
  const afterLast = last === undefined ? ordered : ordered.slice(ordered.indexOf(last) + 1);
  const others = afterLast.filter(isPossible).map(({ status }) => status);
  const next = ordered.find(({ earliest }) => earliest !== null && earliest > day);
  const looked = facts.filter(({ retractedBy }) => retractedBy === null).map(({ knownFrom }) => knownFrom);
  return {
    status: last?.status ?? null,
    entrySeq: last?.seq ?? null,
    since: run[0]?.effective ?? null,
    alternatives: [...new Set(others)].filter((status) => status !== last?.status),
    next: next === undefined ? null : { status: next.status, effective: next.effective, entrySeq: next.seq },
    origins: new Set(run.flatMap(({ supporters }) => supporters)).size,
    lastReviewed: looked.sort().at(-1) ?? null,
  };
}

export function modelReading(ledger: readonly Entry[], asOf: ModelAsOf): ModelReading {
  return readOn(modelFacts(ledger, asOf), asOf.validOn);
}

const endings: readonly Status[] = ["concluded", "lapsed", "withdrawn"];

export function modelPhase({ status, alternatives }: Pick<ModelReading, "status" | "alternatives">) {
  if (status !== null) return endings.includes(status) ? "closed" : "open";
  return alternatives.some((alternative) => !endings.includes(alternative)) ? "open" : null;
}

/** Asks every single day, from before anything could have begun up to `validOn`, what the status was. */
export function modelIntervals(ledger: readonly Entry[], asOf: ModelAsOf): ModelInterval[] {
  const facts = modelFacts(ledger, asOf);
  const ordered = inOrder(facts);
  const firstCertain = ordered.flatMap(({ latest }) => latest ?? []).sort()[0];
  const intervals: ModelInterval[] = [];
  if (firstCertain === undefined) return intervals;
  for (let day = firstCertain as Day; day <= asOf.validOn; day = addDays(day, 1)) {
    // The last certain one is found again for each day; only the sorting is not repeated.
    const reading = ordered.findLast(({ latest }) => latest !== null && latest <= day);
    const running = intervals.at(-1);
    if (reading === undefined || running?.status === reading.status) continue;
    if (running !== undefined) {
      running.until = day;
      running.untilPossible = reading.earliest;
    }
    intervals.push({
      status: reading.status,
      entrySeq: reading.seq,
      from: day,
      fromPossible: reading.earliest,
      until: null,
      untilPossible: null,
    });
  }
  return intervals;
}

/**
 * What a diff says of one item: both readings, what came to be seen, and what was put right, by number. Where the wording
 * sets "entries" beside "corrections and retractions", the former are the other kinds, or one would stand in both lists.
 */
export function modelDiff(ledger: readonly Entry[], from: string, to: string, basis: ModelAsOf["basis"]) {
  const onFrom: ModelAsOf = { knownOn: from, validOn: from, basis };
  const onTo: ModelAsOf = { knownOn: to, validOn: to, basis };
  const seenBefore = modelFacts(ledger, onFrom).map(({ seq }) => seq);
  return {
    before: modelReading(ledger, onFrom),
    after: modelReading(ledger, onTo),
    entries: modelFacts(ledger, onTo)
      .map(({ seq }) => seq)
      .filter((seq) => !seenBefore.includes(seq)),
    corrections: ledger
      .filter((entry) => isCorrection(entry) || isRetraction(entry))
      .filter((entry) => recordingDay(entry) > from && recordingDay(entry) <= to)
      .map(({ seq }) => seq)
      .sort((a, b) => a - b),
  };
}
