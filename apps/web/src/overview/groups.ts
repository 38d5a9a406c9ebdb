import { boundsOf } from "@readout/core/edtf";
import type { ItemRow } from "@readout/core/item";
import { type StatusFamily, statusFamily } from "@readout/core/status";

type GroupKey = Exclude<StatusFamily, "end"> | "possibly" | "not-yet" | "end";

/** What needs doing first, what has ended last. */
const order: [GroupKey, string][] = [
  ["trouble", "In trouble"],
  ["motion", "In motion"],
  ["commitment", "Committed"],
  ["talk", "In talk"],
  ["possibly", "Possibly begun"],
  ["not-yet", "Not yet raised"],
  ["end", "Ended"],
];

const groupOf = ({ reading }: ItemRow): GroupKey =>
  reading.status !== null ? statusFamily[reading.status] : reading.alternatives.length > 0 ? "possibly" : "not-yet";

const sinceDay = ({ reading }: ItemRow): string =>
  reading.since === null ? "" : (boundsOf(reading.since).latest ?? "~");

/** Items by family, the newest first in each; groups without an item are left out. */
export function byFamily(rows: readonly ItemRow[]): { id: GroupKey; title: string; rows: ItemRow[] }[] {
  return order
    .map(([id, title]) => ({
      id,
      title,
      rows: rows
        .filter((row) => groupOf(row) === id)
        .sort((a, b) => (sinceDay(a) < sinceDay(b) ? 1 : sinceDay(a) > sinceDay(b) ? -1 : 0)),
    }))
    .filter((group) => group.rows.length > 0);
}
