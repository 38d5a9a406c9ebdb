import type { Entry, EntryKind } from "@readout/core/entry";
import type { FieldFault } from "@readout/core/error";
import type { ItemDetail } from "@readout/core/item";
import type { CitedSource } from "@readout/core/origin";
import type { Reading, StatusInterval } from "@readout/core/reading";
import type { Day } from "@readout/core/time";
import type { StatusSeries } from "../../charts/status-series.ts";

export type PreviewedItem = Pick<ItemDetail, "id" | "statusSubject">;

export type PreviewInput = {
  item: PreviewedItem;
  /** All entries of the item, in order of `seq`; the entry is tried at their end, whatever head the command names. */
  ledger: readonly Entry[];
  /** What would be submitted, finished or not. */
  command: { readonly kind: EntryKind };
  sources: ReadonlyMap<string, CitedSource>;
  today: Day;
};

/** What a ledger says today, before or after an entry. */
export type PreviewSide = {
  reading: Reading;
  intervals: StatusInterval[];
  series: StatusSeries;
  /** The sentence of the item's page. */
  words: { status: string; rest: string };
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
