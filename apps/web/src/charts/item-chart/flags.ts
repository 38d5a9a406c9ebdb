import { daysBetween } from "@readout/core/time";
import type { Place } from "../axis.ts";
import { fitText, textWidth } from "../text-width.ts";
import type { TextMark } from "./labels.ts";
import type { MilestoneMark } from "./series.ts";

/** A date on top of the chart: a flag on its day, or the span in which it lies; `label` is null where there is no room. */
export type FlagMark = {
  row: number;
  x: number;
  until: number;
  /** The date is not exact: its span is hatched. */
  imprecise: boolean;
  openStart: boolean;
  openEnd: boolean;
  label: TextMark | null;
};

export type FlagFrame = { place: Place; left: number; right: number; top: number; rowHeight: number; mostRows: number };

const SIZE = 12;
const FLAG = 9;
const GAP = 12;
const NARROWEST_SPAN = 4;
const WIDEST_LABEL = 440;

/**
 * Sets dates in rows so that no two overlap; what finds no row keeps its flag, without words, in the last one.
 *
 * @param milestones in time order
 * @returns in the same order, those that touch the axis; `rows` is how many are used
 */
export function placeFlags(
  milestones: readonly MilestoneMark[],
  frame: FlagFrame,
): { flags: FlagMark[]; rows: number } {
  const rows: { left: number; right: number }[][] = [];
  const flags: FlagMark[] = [];
  for (const milestone of milestones) {
    const flag = placeFlag(milestone, frame);
    if (flag === null) continue;
    const text = fitText(milestone.label, WIDEST_LABEL, SIZE);
    const width = textWidth(text, SIZE);
    const head = flag.imprecise ? flag.until : flag.x + FLAG;
    const sides = [
      { anchor: "start" as const, x: head + 6, left: flag.x, right: head + 6 + width },
      { anchor: "end" as const, x: flag.x - 6, left: flag.x - 6 - width, right: head },
    ].filter(({ left, right }) => left >= frame.left && right <= frame.right);
    const found = findRow(rows, sides, frame.mostRows);
    const row = found?.row ?? Math.max(0, Math.min(rows.length, frame.mostRows) - 1);
    rows[row] ??= [];
    rows[row].push(found === null ? { left: flag.x, right: head } : found.side);
    const y = frame.top + row * frame.rowHeight + 8;
    flags.push({
      ...flag,
      row,
      label: found === null ? null : { x: found.side.x, y, text, anchor: found.side.anchor },
    });
  }
  return { flags, rows: rows.length };
}

type Side = { anchor: "start" | "end"; x: number; left: number; right: number };

function findRow(rows: readonly { left: number; right: number }[][], sides: readonly Side[], most: number) {
  for (let row = 0; row < most; row++)
    for (const side of sides)
      if ((rows[row] ?? []).every(({ left, right }) => side.left > right + GAP || side.right < left - GAP))
        return { row, side };
  return null;
}

function placeFlag({ earliest, latest }: MilestoneMark, { place, left, right }: FlagFrame) {
  const at = (share: number) => Math.round((left + share * (right - left)) * 10) / 10;
  const from = earliest === null ? null : at(place(earliest));
  // A whole day lasts until the next one begins; a single day is a point.
  const to = latest === null ? null : at(place(latest));
  if ((to !== null && to < left) || (from !== null && from > right)) return null;
  const x = Math.max(left, from ?? (to ?? left) - 24);
  const until = Math.min(right, to ?? (from ?? right) + 24);
  const exact = earliest !== null && latest !== null && daysBetween(earliest, latest) === 0;
  const imprecise = !exact && until - x >= NARROWEST_SPAN;
  return { x: imprecise ? x : until, until, imprecise, openStart: earliest === null, openEnd: latest === null };
}
