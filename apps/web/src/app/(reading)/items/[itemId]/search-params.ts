import type { LedgerOrder } from "../../../../items/ledger-rows.ts";

type SearchParams = Record<string, string | string[] | undefined>;

/** How the ledger of the page is ordered; whatever else the address holds is ignored. */
export const parseLedgerOrder = ({ order, only }: SearchParams): LedgerOrder => ({
  order: order === "recording" ? "recording" : "effective",
  onlyChanges: only === "changes",
});
