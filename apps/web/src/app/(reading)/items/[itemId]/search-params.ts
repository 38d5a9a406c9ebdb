import type { LedgerOrder } from "@readout/core/ledger-rows";

type SearchParams = Record<string, string | string[] | undefined>;

/** How the ledger of the page is ordered; whatever else the address holds is ignored. */
export const parseLedgerOrder = ({ order, only }: SearchParams): LedgerOrder => ({
  order: order === "recording" ? "recording" : "effective",
  onlyChanges: only === "changes",
});

/** How many links the graph of items goes. */
export const parseHops = ({ hops }: SearchParams): 1 | 2 => (hops === "2" ? 2 : 1);

/** The entry that was recorded on the way here, to be told of; null for none. */
export const parseRecorded = ({ recorded }: SearchParams): number | null =>
  typeof recorded === "string" && /^[1-9]\d{0,8}$/.test(recorded) ? Number(recorded) : null;
