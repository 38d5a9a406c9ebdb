import { type AsOf, resolveAsOf } from "@readout/core/as-of";
import type { Entry } from "@readout/core/entry";
import type { FieldFault } from "@readout/core/error";
import type { ItemDetail } from "@readout/core/item";
import type { CitedSource } from "@readout/core/origin";
import { type Reading, readingOf, type StatusInterval, statusIntervals } from "@readout/core/reading";
import { type ReadingWords, readingWords, runFacts, runOf } from "@readout/core/reading-words";
import { type Day, endOfDay } from "@readout/core/time";
import { visibleEntries } from "@readout/core/visible";
import { type StatusSeries, seriesOfLedger } from "../../charts/status-series.ts";
import { attempt, type CommandDraft } from "./attempt.ts";

export type PreviewedItem = Pick<ItemDetail, "id" | "statusSubject">;

export type PreviewInput = {
  item: PreviewedItem;
  /** All entries of the item, in order of `seq`; the entry is tried at their end, whatever head the command names. */
  ledger: readonly Entry[];
  /** What would be submitted, finished or not. */
  command: CommandDraft;
  /** The cited sources with the lineage reachable from them. */
  sources: ReadonlyMap<string, CitedSource>;
  today: Day;
};

/** What a ledger says today, before or after an entry. */
export type PreviewSide = {
  reading: Reading;
  intervals: StatusInterval[];
  series: StatusSeries;
  /** The sentence of the item's page. */
  words: ReadingWords;
};

export type Preview = {
  before: PreviewSide;
  /** Null while there is not enough to tell: no status, no date, nothing named. */
  after: PreviewSide | null;
  /** Whether today's status, its date or what may follow is another one afterwards; false for a back-dated entry. */
  movesToday: boolean;
  /** What stands in the way of recording, by path; none when the entry would be recorded. */
  faults: FieldFault[];
};

/** What an entry would do to an item's reading of today, decided as the server decides it. */
export function previewOf({ item, ledger, command, sources, today }: PreviewInput): Preview {
  const { entry, faults } = attempt({ itemId: item.id, ledger, command, sources, today });
  const asOf = resolveAsOf({}, endOfDay(today));
  const before = sideOf(item, ledger, asOf);
  const after = entry === null ? null : sideOf(item, [...ledger, entry], asOf);
  return { before, after, movesToday: after !== null && isMoved(before.reading, after.reading), faults };
}

/** What stands in the way of recording a command, by path; none when it would be recorded. */
export const refusalOf = ({ item, ...input }: PreviewInput): FieldFault[] =>
  attempt({ itemId: item.id, ...input }).faults;

function sideOf(item: PreviewedItem, ledger: readonly Entry[], asOf: AsOf): PreviewSide {
  const visible = visibleEntries(ledger, asOf);
  const reading = readingOf(ledger, asOf);
  const { answer } = runFacts(runOf(visible, asOf.validOn));
  return {
    reading,
    intervals: statusIntervals(ledger, asOf),
    series: seriesOfLedger(visible, asOf),
    words: readingWords(reading, item.statusSubject, answer),
  };
}

const isMoved = (before: Reading, after: Reading): boolean => said(before) !== said(after);

const said = ({ status, since, alternatives, next }: Reading): string =>
  JSON.stringify([status, since, alternatives, next?.status, next?.effective]);
