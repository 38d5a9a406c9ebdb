import { type AsOf, resolveAsOf } from "./as-of.ts";
import { hasMoved } from "./diff-words.ts";
import type { CorrectionEntry, Entry, RetractionEntry } from "./entry.ts";
import type { Stance } from "./evidence.ts";
import type { Milestone, MilestoneOutcome } from "./milestone.ts";
import { phaseOf, type Reading, readingOf } from "./reading.ts";
import type { Status } from "./status.ts";
import type { Instant } from "./time.ts";
import { type Fact, factsOf, type StatusFact } from "./visible.ts";
import { isInView, type ViewFilters } from "./watch.ts";

/** An event of the change feed that concerns one item. */
export type NewsEvent = {
  id: string;
  type: "item.opened" | "entry.recorded" | "milestone.edited";
  seq: number | null;
  ordinal: number | null;
  at: Instant;
};

/** An item with all that is told of it, up to the last event that is looked at. */
export type ItemRecord = {
  id: string;
  title: string;
  question: string;
  statusSubject: string;
  tags: readonly string[];
  ownerSide: string | null;
  parties: readonly string[];
  ledger: readonly Entry[];
  milestones: readonly DatedMilestone[];
};

/** A milestone with the moment at which it was taken up. */
export type DatedMilestone = Milestone & { recordedAt: Instant };

/** What a message said about an entry or a milestone: what a correction has to take back. */
export type ToldValue =
  | {
      kind: "status";
      status: Status;
      answer: StatusFact["answer"];
      effective: string;
      summary: string;
      evidence: { sourceId: string; paragraphs: number[]; stance: Stance }[];
    }
  | { kind: "review"; lookedOn: string; note: string }
  | { kind: "retracted" }
  | {
      kind: "milestone";
      what: string;
      date: string;
      verdict: { verdict: MilestoneOutcome; movedTo: string | null } | null;
    }
  | { kind: "opened" };

/** One event that one person was told of; `seq` is that of the entry it is about, also where a correction of it was the news. */
export type Telling = { eventId: string; seq: number | null; ordinal: number | null; value: ToldValue };
/** The same as it was kept: when it was told, and whether the message that told it arrived, as far as anybody knows. */
export type Told = Telling & { at: Instant; arrived: boolean };

export type NewsLine =
  | { kind: "entry"; fact: StatusFact }
  | { kind: "review"; fact: Extract<Fact, { kind: "review" }> }
  /** An entry that this person was never told of now says something else, or nothing. */
  | { kind: "corrected"; fact: Fact; reason: string }
  | { kind: "retracted"; seq: number; reason: string }
  | { kind: "milestone"; milestone: DatedMilestone; act: "added" | "edited" | "decided" }
  | { kind: "opened" };

/** What is new about one item for one person. */
export type ItemNews = { before: Reading; after: Reading; moved: boolean; lines: NewsLine[]; tells: Telling[] };

/** What one person was told wrongly about one item. */
export type ItemAmends = { after: Reading; lines: AmendsLine[]; tells: Telling[] };
export type AmendsLine = { told: Told; now: ToldValue; reason: string };

/** The entry that an entry is about: the one it corrects or takes back, else itself. */
const subjectOf = (entry: Entry): number =>
  entry.kind === "correction" ? entry.corrects : entry.kind === "retraction" ? entry.retracts : entry.seq;

/** What a message says of an entry in the form it has now. */
export function toldValueOf(fact: Fact): ToldValue {
  if (fact.retractedBy !== null) return { kind: "retracted" };
  if (fact.kind === "review") return { kind: "review", lookedOn: fact.lookedOn, note: fact.note };
  const { status, answer, effective, summary, evidence } = fact;
  return {
    ...{ kind: "status", status, answer, effective, summary },
    evidence: evidence.map(({ sourceId, paragraphs, stance }) => ({ sourceId, paragraphs, stance })),
  };
}

const milestoneValue = ({ what, date, verdict }: Milestone): ToldValue => ({
  ...{ kind: "milestone", what, date },
  verdict: verdict === null ? null : { verdict: verdict.verdict, movedTo: verdict.movedTo },
});

const same = (a: ToldValue, b: ToldValue): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/** The database gives the fields of JSON back in an order of its own. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, canonical(inner)]),
  );
}

/** Met and missed are final: another verdict after one of them says that it was wrong. Moved is not, time goes on. */
const isFinal = (value: ToldValue): boolean =>
  value.kind === "milestone" && value.verdict !== null && value.verdict.verdict !== "moved";

/** The last thing told about each entry, and each milestone; what never arrived was not told. */
function lastTold(told: readonly Told[]): { ofEntry: Map<number, Told>; ofMilestone: Map<number, Told> } {
  const inOrder = told.filter(({ arrived }) => arrived).sort((a, b) => Number(BigInt(a.eventId) - BigInt(b.eventId)));
  return {
    ofEntry: new Map(inOrder.flatMap((one) => (one.seq === null ? [] : [[one.seq, one] as const]))),
    ofMilestone: new Map(inOrder.flatMap((one) => (one.ordinal === null ? [] : [[one.ordinal, one] as const]))),
  };
}

/** Events not told yet, by the entry or the milestone they are about. */
function untold(record: ItemRecord, events: readonly NewsEvent[], told: readonly Told[]) {
  const known = new Set(told.map(({ eventId }) => eventId));
  const entries = new Map(record.ledger.map((entry) => [entry.seq, entry]));
  const ofEntry = new Map<number, NewsEvent[]>();
  const ofMilestone = new Map<number, NewsEvent[]>();
  const opened: NewsEvent[] = [];
  const add = (groups: Map<number, NewsEvent[]>, key: number, event: NewsEvent) =>
    groups.set(key, [...(groups.get(key) ?? []), event]);
  for (const event of events) {
    if (known.has(event.id)) continue;
    const entry = event.type === "entry.recorded" ? entries.get(event.seq!) : undefined;
    if (entry !== undefined) add(ofEntry, subjectOf(entry), event);
    else if (event.type === "milestone.edited") add(ofMilestone, event.ordinal!, event);
    else if (event.type === "item.opened") opened.push(event);
  }
  return { ofEntry, ofMilestone, opened };
}

/** Why an entry stands otherwise than it was recorded, in the words of its last correction or its retraction. */
function reasonOf(ledger: readonly Entry[], fact: Fact): string {
  const by = fact.retractedBy ?? fact.correctedBy;
  const amending = ledger.find((entry): entry is CorrectionEntry | RetractionEntry => entry.seq === by);
  return amending?.reason ?? "";
}

const asOfNow = (now: Instant): AsOf => resolveAsOf({}, now);

/**
 * What one person is to be told of an item: each event once, and of an entry that was corrected meanwhile its corrected form
 * alone. What corrects something this person was told is left to {@link amendsOf}; an entry that was taken back before anybody
 * told of it is not worth a word.
 *
 * @param events those this person has not been told of, as far as their watches reach back
 * @param told   all that this person was ever told about the item
 * @param reviews whether looks that found nothing new are told
 * @returns null where there is nothing to tell
 */
export function newsOf(
  record: ItemRecord,
  events: readonly NewsEvent[],
  told: readonly Told[],
  { now, reviews }: { now: Instant; reviews: boolean },
): ItemNews | null {
  const fresh = untold(record, events, told);
  const last = lastTold(told);
  const facts = new Map(factsOf(record.ledger).map((fact) => [fact.seq, fact]));
  const lines: NewsLine[] = [];
  const tells: Telling[] = [];
  const newSeqs = new Set<number>();
  for (const [seq, group] of fresh.ofEntry) {
    const fact = facts.get(seq);
    if (fact === undefined || last.ofEntry.has(seq) || (fact.kind === "review" && !reviews)) continue;
    const isNew = group.some((event) => event.seq === seq);
    if (isNew && fact.retractedBy !== null) continue;
    lines.push(entryLine(record.ledger, fact, isNew));
    for (const event of group) {
      newSeqs.add(event.seq!);
      tells.push({ eventId: event.id, seq, ordinal: null, value: toldValueOf(fact) });
    }
  }
  for (const [ordinal, group] of fresh.ofMilestone) {
    const milestone = record.milestones.find((one) => one.ordinal === ordinal);
    if (milestone === undefined) continue;
    const value = milestoneValue(milestone);
    const before = last.ofMilestone.get(ordinal)?.value;
    if (before !== undefined && (isFinal(before) || same(before, value))) continue;
    lines.push({ kind: "milestone", milestone, act: actOf(milestone, group, before) });
    for (const event of group) tells.push({ eventId: event.id, seq: null, ordinal, value });
  }
  for (const event of fresh.opened) {
    lines.push({ kind: "opened" });
    tells.push({ eventId: event.id, seq: null, ordinal: null, value: { kind: "opened" } });
  }
  if (lines.length === 0) return null;
  const before = readingOf(
    record.ledger.filter(({ seq }) => !newSeqs.has(seq)),
    asOfNow(now),
  );
  const after = readingOf(record.ledger, asOfNow(now));
  return { before, after, moved: newSeqs.size > 0 && hasMoved(before, after), lines, tells };
}

function entryLine(ledger: readonly Entry[], fact: Fact, isNew: boolean): NewsLine {
  if (fact.retractedBy !== null) return { kind: "retracted", seq: fact.seq, reason: reasonOf(ledger, fact) };
  if (!isNew) return { kind: "corrected", fact, reason: reasonOf(ledger, fact) };
  return fact.kind === "review" ? { kind: "review", fact } : { kind: "entry", fact };
}

function actOf(
  { verdict, recordedAt }: DatedMilestone,
  group: readonly NewsEvent[],
  before: ToldValue | undefined,
): "added" | "edited" | "decided" {
  const verdictBefore = before?.kind === "milestone" ? before.verdict : null;
  const isAnother = verdict?.verdict !== verdictBefore?.verdict || verdict?.movedTo !== verdictBefore?.movedTo;
  if (verdict !== null && isAnother) return "decided";
  return group.some(({ at }) => at === recordedAt) ? "added" : "edited";
}

/**
 * What has to be put right with one person: entries they were told of which now say something else or were taken back, and
 * verdicts that were replaced. Whoever was not told the old value gets nothing here.
 *
 * @returns null where nothing that was told is affected
 */
export function amendsOf(
  record: ItemRecord,
  events: readonly NewsEvent[],
  told: readonly Told[],
  { now }: { now: Instant },
): ItemAmends | null {
  const fresh = untold(record, events, told);
  const last = lastTold(told);
  const facts = new Map(factsOf(record.ledger).map((fact) => [fact.seq, fact]));
  const lines: AmendsLine[] = [];
  const tells: Telling[] = [];
  for (const [seq, group] of fresh.ofEntry) {
    const [before, fact] = [last.ofEntry.get(seq), facts.get(seq)];
    if (before === undefined || fact === undefined) continue;
    const value = toldValueOf(fact);
    // Changed there and back again, or only in what no message says: what was told is true.
    if (!same(before.value, value)) lines.push({ told: before, now: value, reason: reasonOf(record.ledger, fact) });
    for (const event of group) tells.push({ eventId: event.id, seq, ordinal: null, value });
  }
  for (const [ordinal, group] of fresh.ofMilestone) {
    const before = last.ofMilestone.get(ordinal);
    const milestone = record.milestones.find((one) => one.ordinal === ordinal);
    if (before === undefined || milestone === undefined || !isFinal(before.value)) continue;
    const value = milestoneValue(milestone);
    if (!same(before.value, value)) lines.push({ told: before, now: value, reason: milestone.verdict?.note ?? "" });
    for (const event of group) tells.push({ eventId: event.id, seq: null, ordinal, value });
  }
  return tells.length === 0 ? null : { after: readingOf(record.ledger, asOfNow(now)), lines, tells };
}

/** Whether an item was in a view before, during or after what the events recorded: whoever watches the view is told. */
export function wasInView(
  record: ItemRecord,
  events: readonly NewsEvent[],
  filters: ViewFilters,
  { now }: { now: Instant },
): boolean {
  const seqs = events.flatMap(({ type, seq }) => (type === "entry.recorded" && seq !== null ? [seq] : []));
  const steps = seqs.length === 0 ? [] : [Math.min(...seqs) - 1, ...seqs];
  const ledgers = [record.ledger, ...steps.map((step) => record.ledger.filter(({ seq }) => seq <= step))];
  return ledgers.some((ledger) => {
    const reading = readingOf(ledger, asOfNow(now));
    return isInView(filters, record, { status: reading.status, phase: phaseOf(reading) });
  });
}
