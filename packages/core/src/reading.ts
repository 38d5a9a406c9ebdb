import { z } from "zod";
import type { AsOf } from "./as-of.ts";
import { Edtf } from "./edtf.ts";
import type { Entry } from "./entry.ts";
import { Seq } from "./id.ts";
import { isEnding, Status } from "./status.ts";
import { Day, daysBetween } from "./time.ts";
import { type Fact, type StatusFact, visibleFacts } from "./visible.ts";

/** The first thing still ahead on the day asked about. */
export const NextStatus = z.strictObject({ status: Status, effective: Edtf, entrySeq: Seq });
export type NextStatus = z.infer<typeof NextStatus>;

/** What a ledger says on a day, as known on a day. `since` is EDTF; `origins` counts distinct origins of the run. */
export const Reading = z.strictObject({
  status: Status.nullable(),
  entrySeq: Seq.nullable(),
  since: Edtf.nullable(),
  alternatives: z.array(Status),
  next: NextStatus.nullable(),
  origins: z.number().int().min(0),
  lastReviewed: Day.nullable(),
});
export type Reading = z.infer<typeof Reading>;

export const Phase = z.enum(["open", "closed"]);
export type Phase = z.infer<typeof Phase>;

/** A stretch of days with one status; `until` is the first day after it, null while it still holds. */
export const StatusInterval = z.strictObject({
  status: Status,
  entrySeq: Seq,
  from: Day,
  fromPossible: Day.nullable(),
  until: Day.nullable(),
  untilPossible: Day.nullable(),
});
export type StatusInterval = z.infer<typeof StatusInterval>;

/** The stretches of one item, adjacent, in time order. */
export const StatusIntervals = z.strictObject({ intervals: z.array(StatusInterval) });
export type StatusIntervals = z.infer<typeof StatusIntervals>;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of a ledger: by beginning, then by when it was certain, then by report, then by record. */
export function compareFacts(a: StatusFact, b: StatusFact): number {
  return (
    // A missing earliest bound is before every day, a missing latest bound after every day.
    compareText(a.effectiveBounds.earliest ?? "", b.effectiveBounds.earliest ?? "") ||
    compareText(a.effectiveBounds.latest ?? "~", b.effectiveBounds.latest ?? "~") ||
    compareText(a.reportedBounds.latest, b.reportedBounds.latest) ||
    a.seq - b.seq
  );
}

const isCertainOn = (fact: StatusFact, day: Day): boolean =>
  fact.effectiveBounds.latest !== null && fact.effectiveBounds.latest <= day;

const isPossibleOn = (fact: StatusFact, day: Day): boolean =>
  !isCertainOn(fact, day) && (fact.effectiveBounds.earliest === null || fact.effectiveBounds.earliest <= day);

/** The status facts that count, in order: not retracted. */
export const orderedFacts = (facts: readonly Fact[]): StatusFact[] =>
  facts.filter((fact): fact is StatusFact => fact.kind !== "review" && fact.retractedBy === null).sort(compareFacts);

/** The latest day on which anyone is known to have looked; null when nobody has. */
export function lastReviewedOf(facts: readonly Fact[]): Day | null {
  let last: Day | null = null;
  for (const fact of facts) {
    if (fact.retractedBy !== null) continue;
    const looked = fact.kind === "review" ? fact.lookedOn : fact.reportedBounds.latest;
    if (last === null || looked > last) last = looked;
  }
  return last;
}

/**
 * What a status on a day rests on, from facts in order.
 *
 * @returns `run`, the unbroken run of certain facts with the same status that gives it, empty without one; `possible`, those
 *   after it that may have begun
 */
export function groundsOn(ordered: readonly StatusFact[], validOn: Day): { run: StatusFact[]; possible: StatusFact[] } {
  const certain = ordered.filter((fact) => isCertainOn(fact, validOn));
  const last = certain.at(-1);
  const later = last === undefined ? ordered : ordered.slice(ordered.indexOf(last) + 1);
  const run: StatusFact[] = [];
  for (let i = certain.length - 1; i >= 0 && certain[i]!.status === last?.status; i--) run.unshift(certain[i]!);
  return { run, possible: later.filter((fact) => isPossibleOn(fact, validOn)) };
}

/**
 * Reads a status on a day from facts in order.
 *
 * @param ordered from {@link orderedFacts}
 * @param validOn the day in the world that is asked about
 */
export function statusOn(ordered: readonly StatusFact[], validOn: Day): Omit<Reading, "lastReviewed"> {
  const { run, possible } = groundsOn(ordered, validOn);
  const last = run.at(-1) ?? null;
  const alternatives = new Set(possible.map((fact) => fact.status));
  if (last !== null) alternatives.delete(last.status);

  const next = ordered.find(
    (fact) => fact.effectiveBounds.earliest !== null && fact.effectiveBounds.earliest > validOn,
  );
  return {
    status: last?.status ?? null,
    entrySeq: last?.seq ?? null,
    since: (run[0]?.effective as Edtf | undefined) ?? null,
    alternatives: [...alternatives],
    next: next === undefined ? null : { status: next.status, effective: next.effective as Edtf, entrySeq: next.seq },
    origins: supportingOrigins(run).size,
  };
}

/** Who first said what the facts rest on: the distinct origins of their supporting evidence. */
export const supportingOrigins = (facts: readonly Pick<StatusFact, "evidence">[]): Set<string> =>
  new Set(
    facts.flatMap((fact) =>
      fact.evidence.filter((evidence) => evidence.stance === "supports").flatMap((evidence) => evidence.origins),
    ),
  );

/** What a ledger says on `asOf.validOn`, as known on `asOf.knownOn`. Entries in any order. */
export function readingOf(ledger: readonly Entry[], asOf: AsOf): Reading {
  const facts = visibleFacts(ledger, asOf);
  return { ...statusOn(orderedFacts(facts), asOf.validOn), lastReviewed: lastReviewedOf(facts) };
}

/** `open` or `closed`; null for an item that is not yet raised. */
export function phaseOf(reading: Pick<Reading, "status" | "alternatives">): Phase | null {
  if (reading.status !== null) return isEnding(reading.status) ? "closed" : "open";
  if (reading.alternatives.length === 0) return null;
  return reading.alternatives.some((status) => !isEnding(status)) ? "open" : null;
}

/**
 * Cuts an item's ledger into unbroken stretches of status, as known on `asOf.knownOn`, up to `asOf.validOn`.
 *
 * @returns adjacent, in time order; empty when no status was certain by `validOn`
 */
export function statusIntervals(ledger: readonly Entry[], asOf: AsOf): StatusInterval[] {
  return intervalsOf(orderedFacts(visibleFacts(ledger, asOf)), asOf.validOn);
}

/** {@link statusIntervals} for facts in order. */
export function intervalsOf(ordered: readonly StatusFact[], validOn: Day): StatusInterval[] {
  // The reading changes only on days when an entry becomes certain.
  const days = [...new Set(ordered.map((fact) => fact.effectiveBounds.latest))]
    .filter((day): day is Day => day !== null && day <= validOn)
    .sort();
  const intervals: StatusInterval[] = [];
  for (const day of days) {
    const begins = ordered.findLast((fact) => isCertainOn(fact, day))!;
    const before = intervals.at(-1);
    if (before?.status === begins.status) continue;
    const fromPossible = begins.effectiveBounds.earliest;
    if (before !== undefined) Object.assign(before, { until: day, untilPossible: fromPossible });
    intervals.push({
      status: begins.status,
      entrySeq: begins.seq,
      from: day,
      fromPossible,
      until: null,
      untilPossible: null,
    });
  }
  return intervals;
}

/** Whether a reading is older, on `knownDay`, than the item's review cadence allows. */
export const isOverdueForReview = (lastReviewed: Day | null, reviewEveryDays: number, knownDay: Day): boolean =>
  lastReviewed !== null && daysBetween(lastReviewed, knownDay) > reviewEveryDays;
