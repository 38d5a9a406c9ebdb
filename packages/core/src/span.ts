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
type Step = { knownFrom: Instant; facts: readonly StatusFact[]; addedOnly: readonly StatusFact[] | null };

/**
 * Cuts an item's readings into rectangles, knowledge by validity, for one basis.
 *
 * Together they say for every pair of days what {@link statusOn} says; before the first `knownFrom` nothing was known.
 */
export function readingSpans(ledger: readonly Entry[], basis: Basis): ReadingSpan[] {
  const spans: ReadingSpan[] = [];
  let open = new Map<string, ReadingSpan>();
  let pieces: Piece[] = [];
  for (const step of basis === "reported" ? reportedSteps(ledger) : recordedSteps(ledger)) {
    pieces = piecesAfter(pieces, step);
    const stillOpen = new Map<string, ReadingSpan>();
    pieces.forEach((piece, i) => {
      const validUntil = pieces[i + 1]?.validFrom ?? null;
      const key = `${piece.validFrom}/${validUntil}/${piece.key}`;
      let span = open.get(key);
      if (span === undefined) {
        span = {
          ...piece.reading,
          phase: phaseOf(piece.reading),
          knownFrom: step.knownFrom,
          knownUntil: null,
          validFrom: piece.validFrom,
          validUntil,
        };
        spans.push(span);
      } else open.delete(key);
      stillOpen.set(key, span);
    });
    for (const span of open.values()) span.knownUntil = step.knownFrom;
    open = stillOpen;
  }
  return spans;
}

function reportedSteps(ledger: readonly Entry[]): Step[] {
  const facts = orderedFacts(factsOf(ledger));
  const days = [...new Set(facts.map(knownFrom))].sort();
  return days.map((day) => ({
    knownFrom: startOfDay(day),
    facts: facts.filter((fact) => knownFrom(fact) <= day),
    addedOnly: facts.filter((fact) => knownFrom(fact) === day),
  }));
}

function recordedSteps(ledger: readonly Entry[]): Step[] {
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
function piecesAfter(before: readonly Piece[], { facts, addedOnly }: Step): Piece[] {
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
    const key = JSON.stringify(reading);
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
