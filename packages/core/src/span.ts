import type { Basis } from "./as-of.ts";
import { type Entry, isNamedEntry } from "./entry.ts";
import { compareFacts, orderedFacts, type Phase, phaseOf, type Reading, statusOn } from "./reading.ts";
import { type Day, type Instant, startOfDay } from "./time.ts";
import { factsOf, knownFrom, type StatusFact } from "./visible.ts";

/**
 * A rectangle of the record: everyone who knew what was known in [knownFrom, knownUntil) read the same about every day in
 * [validFrom, validUntil). A missing bound is open; `lastReviewed` depends on knowledge alone and is kept apart.
 */
export type ReadingSpan = Omit<Reading, "lastReviewed"> & {
  phase: Phase | null;
  knownFrom: Instant;
  knownUntil: Instant | null;
  validFrom: Day | null;
  validUntil: Day | null;
};

type StatusReading = Omit<Reading, "lastReviewed">;
type Piece = { validFrom: Day | null; reading: StatusReading; key: string };
/** A rectangle whose knowledge has no end yet, with the piece of the valid axis that it stands on. */
type Open = { piece: Piece; span: ReadingSpan };

/** Something becoming known: all facts in order from then on, and which of them are new; null where earlier ones changed too. */
export type KnowledgeStep = {
  knownFrom: Instant;
  facts: readonly StatusFact[];
  addedOnly: readonly StatusFact[] | null;
};

/**
 * Cuts an item's readings into rectangles, knowledge by validity, for one basis.
 *
 * Together they say for every pair of days what {@link statusOn} says; before the first `knownFrom` nothing was known.
 */
export function readingSpans(ledger: readonly Entry[], basis: Basis): ReadingSpan[] {
  const spans: ReadingSpan[] = [];
  let open: Open[] = [];
  for (const step of basis === "reported" ? reportedSteps(ledger) : recordedSteps(ledger)) {
    const before = new Set(open.map(({ span }) => span));
    open = advance(open, step);
    for (const { span } of open) if (!before.delete(span)) spans.push(span);
    for (const span of before) span.knownUntil = step.knownFrom;
  }
  return spans;
}

/**
 * The rectangles that are open after one more step, when these were open before it, in order of validity. One that goes on
 * is the same object; one that is missing from the answer ended at the step. For a ledger that grows at its end this saves
 * cutting all of it again.
 */
export function spansAfter(open: readonly ReadingSpan[], step: KnowledgeStep): ReadingSpan[] {
  const before = open.map((span) => {
    const { status, entrySeq, since, alternatives, next, origins } = span;
    const reading = { status, entrySeq, since, alternatives, next, origins };
    return { piece: { validFrom: span.validFrom, reading, key: keyOf(reading) }, span };
  });
  return advance(before, step).map(({ span }) => span);
}

const keyOf = ({ status, entrySeq, since, alternatives, next, origins }: StatusReading): string =>
  JSON.stringify([status, entrySeq, since, alternatives, next?.status, next?.effective, next?.entrySeq, origins]);

const placeOf = ({ key }: Piece, { validFrom, validUntil }: Pick<ReadingSpan, "validFrom" | "validUntil">): string =>
  `${validFrom}/${validUntil}/${key}`;

function advance(open: readonly Open[], step: KnowledgeStep): Open[] {
  const pieces = piecesAfter(
    open.map(({ piece }) => piece),
    step,
  );
  const before = new Map(open.map(({ piece, span }) => [placeOf(piece, span), span]));
  return pieces.map((piece, i) => {
    const { validFrom, reading } = piece;
    const validUntil = pieces[i + 1]?.validFrom ?? null;
    const span = before.get(placeOf(piece, { validFrom, validUntil })) ?? {
      ...reading,
      phase: phaseOf(reading),
      knownFrom: step.knownFrom,
      knownUntil: null,
      validFrom,
      validUntil,
    };
    return { piece, span };
  });
}

function reportedSteps(ledger: readonly Entry[]): KnowledgeStep[] {
  const facts = orderedFacts(factsOf(ledger));
  const days = [...new Set(facts.map(knownFrom))].sort();
  return days.map((day) => ({
    knownFrom: startOfDay(day),
    facts: facts.filter((fact) => knownFrom(fact) <= day),
    addedOnly: facts.filter((fact) => knownFrom(fact) === day),
  }));
}

function recordedSteps(ledger: readonly Entry[]): KnowledgeStep[] {
  const instants = [...new Set(ledger.map((entry) => entry.recorded))].sort();
  let facts: StatusFact[] = [];
  return instants.map((instant) => {
    const arrived = ledger.filter((entry) => entry.recorded === instant);
    if (arrived.every(isNamedEntry)) {
      const addedOnly = orderedFacts(factsOf(arrived));
      facts = [...facts, ...addedOnly].sort(compareFacts);
      return { knownFrom: instant, facts, addedOnly };
    }
    facts = orderedFacts(factsOf(ledger.filter((entry) => entry.recorded <= instant)));
    return { knownFrom: instant, facts, addedOnly: null };
  });
}

/** The pieces of the valid axis once a step's facts are known; only what newcomers can touch is read again. */
function piecesAfter(before: readonly Piece[], { facts, addedOnly }: KnowledgeStep): Piece[] {
  const touchedFrom = addedOnly === null ? null : firstTouchedDay(facts, addedOnly);
  if (touchedFrom === undefined) return [...before];
  const kept =
    touchedFrom === null ? [] : before.filter((piece) => piece.validFrom === null || piece.validFrom < touchedFrom);
  const starts = new Set<Day>();
  for (const { effectiveBounds } of facts) {
    for (const day of [effectiveBounds.earliest, effectiveBounds.latest])
      if (day !== null && (touchedFrom === null || day > touchedFrom)) starts.add(day);
  }
  const days: (Day | null)[] = [touchedFrom, ...[...starts].sort()];
  const pieces = kept;
  for (const validFrom of days) {
    // The empty string sorts before every day: the time before anything began.
    const reading = statusOn(facts, validFrom ?? ("" as Day));
    const key = keyOf(reading);
    if (pieces.at(-1)?.key !== key) pieces.push({ validFrom, reading, key });
  }
  return pieces;
}

/** The first day whose reading newcomers can alter, null for all of time, undefined when there are none. */
function firstTouchedDay(facts: readonly StatusFact[], added: readonly StatusFact[]): Day | null | undefined {
  if (added.length === 0) return undefined;
  let first: Day | null = added[0]!.effectiveBounds.earliest;
  for (const { effectiveBounds } of added) {
    if (effectiveBounds.earliest === null) return null;
    if (first === null || effectiveBounds.earliest < first) first = effectiveBounds.earliest;
  }
  // A newcomer becomes what is "next" from the day on which the one before it in order began.
  let previous: Day | null = null;
  for (const { effectiveBounds } of facts) {
    const { earliest } = effectiveBounds;
    if (earliest !== null && first !== null && earliest < first && (previous === null || earliest > previous))
      previous = earliest;
  }
  return previous;
}
