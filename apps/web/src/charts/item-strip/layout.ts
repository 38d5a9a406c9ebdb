import type { StatusFamily } from "@readout/core/status";
import { type Domain, type Place, placeIn, within } from "../axis.ts";
import { barAt, type Levels, levelsAt } from "../level.ts";
import type { StatusSeries, Stretch } from "../status-series.ts";

/** `x` and `width` are shares of the axis, 0 to 1; `y` and `height` are px. */
export type Box = { x: number; width: number; y: number; height: number };

type Bar<K> = Box & { kind: K; family: StatusFamily; gapAfter: boolean };
export type BarMark = Bar<"solid"> | Bar<"hollow">;

export type StripMark =
  | BarMark
  | Bar<"hatch">
  /** An uncertain beginning too narrow to hatch: its edge is dotted. */
  | { kind: "dotted-edge"; family: StatusFamily; x: number; y: number; height: number }
  /** A status that may hold already: hatched for a fixed width behind the last day. */
  | { kind: "possible"; family: StatusFamily; x: number; order: number; y: number; height: number }
  | { kind: "ended"; x: number; until: number; reviewed: boolean }
  | { kind: "stop"; x: number; size: number }
  | { kind: "review"; x: number }
  /** It began before the axis, or nobody knows how early: an arrow head outward. */
  | { kind: "before"; family: StatusFamily; x: number; y: number };

export type StripLayout = {
  height: number;
  /** Where the line lies, in px from the top; it runs up to `end`, a share of the axis. */
  base: number;
  end: number;
  marks: readonly StripMark[];
};

/** The two sizes of a strip: in lists, and in the main matters. `span` is the least width, in px, that is hatched. */
const SIZES = { 24: { base: 15, scale: 1, stop: 7 }, 38: { base: 24, scale: 1.6, stop: 9 } } as const;
const NARROWEST_HATCH_PX = 4;

export type StripHeight = keyof typeof SIZES;

/**
 * Places one item on a strip.
 *
 * @param size `height` in px; `width` is the usual drawn width in px, which only decides what is too narrow to hatch
 */
export function layoutStrip(
  series: StatusSeries,
  domain: Domain,
  size: { height: StripHeight; width: number },
): StripLayout {
  const { base, scale, stop } = SIZES[size.height];
  const place = placeIn(domain);
  const end = within(place(series.end));
  const frame = { place, end, base, levels: levelsAt(scale), stop, width: size.width, arrows: true };
  const marks = series.kind === "none" ? [] : marksOf(series, frame);
  return { height: size.height, base, end, marks };
}

/** What marks are placed with; all charts of a status share the marks, each with its own measures in px. */
export type Frame = {
  place: Place;
  end: number;
  base: number;
  levels: Levels;
  stop: number;
  width: number;
  /** Whether an arrow tells of what began before the axis; a close-up cuts silently. */
  arrows: boolean;
};

/** The marks of a series, in the order in which they are painted. */
export function marksOf(series: Extract<StatusSeries, { kind: "series" }>, frame: Frame): StripMark[] {
  const { place, end, base } = frame;
  const reviewed = series.lastReviewed === null ? 0 : Math.min(end, place(series.lastReviewed));
  const marks: StripMark[] = [];
  series.stretches.forEach((stretch, i) => {
    const next = series.stretches[i + 1];
    marks.push(...stretchMarks(stretch, next, reviewed, frame));
  });
  for (const stretch of series.stretches) marks.push(...beginningMarks(stretch, frame));
  series.possible.forEach((possible, order) => {
    if (place(series.end) > 1) return;
    const box = hatchBox(possible.family, base, frame);
    const from = possible.from === null ? end : within(place(possible.from));
    if (from < end && (end - from) * frame.width >= NARROWEST_HATCH_PX)
      marks.push({ kind: "hatch", family: possible.family, gapAfter: false, x: from, width: end - from, ...box });
    else marks.push({ kind: "possible", family: possible.family, x: end, order, ...box });
  });
  for (const day of series.reviews) {
    const x = place(day);
    if (x >= 0 && x <= end) marks.push({ kind: "review", x });
  }
  return marks;
}

/** The bars of a stretch, or its ended line behind the stop mark. */
export function stretchMarks(stretch: Stretch, next: Stretch | undefined, reviewed: number, frame: Frame): StripMark[] {
  const { place, end, base, levels } = frame;
  const from = within(place(stretch.from));
  const until = stretch.until === null ? end : Math.min(end, within(place(stretch.until)));
  if (until < from || (stretch.until !== null && place(stretch.until) <= 0) || place(stretch.from) > 1) return [];
  const turn = Math.min(until, Math.max(from, reviewed));
  if (stretch.family === "end") {
    const marks: StripMark[] = [];
    if (turn > from) marks.push({ kind: "ended", x: from, until: turn, reviewed: true });
    if (until > turn) marks.push({ kind: "ended", x: turn, until, reviewed: false });
    if (place(stretch.from) >= 0) marks.push({ kind: "stop", x: from, size: frame.stop });
    return marks;
  }
  const box = barAt(stretch.family, base, levels);
  const gapAfter = next?.family === stretch.family;
  const bar = { family: stretch.family, ...box };
  const marks: StripMark[] = [];
  // A stretch that begins and is reviewed on its last day drawn still shows: the drawing gives it its least width.
  if (turn > from || (turn === until && reviewed >= from))
    marks.push({ kind: "solid", x: from, width: turn - from, gapAfter: gapAfter && turn === until, ...bar });
  if (until > turn || (turn === until && reviewed < from))
    marks.push({ kind: "hollow", x: turn, width: until - turn, gapAfter, ...bar });
  return marks;
}

/** What the beginning of a stretch says beside its bar: how early it may have been. */
export function beginningMarks(stretch: Stretch, frame: Frame): StripMark[] {
  const { place, base, end } = frame;
  const from = place(stretch.from);
  if (stretch.until !== null && place(stretch.until) <= 0) return [];
  const box = hatchBox(stretch.family, base, frame);
  const arrow = (x: number): StripMark[] =>
    frame.arrows ? [{ kind: "before", family: stretch.family, x: within(x), y: box.y + box.height / 2 }] : [];
  if (from < 0) return arrow(0);
  if (from > 1) return [];
  if (stretch.fromPossible === null) return arrow(from);
  const possible = place(stretch.fromPossible);
  const [x, until] = [within(possible), Math.min(end, from)];
  if (stretch.fromPossible === stretch.from) return [];
  const span: StripMark =
    (until - x) * frame.width < NARROWEST_HATCH_PX
      ? { kind: "dotted-edge", family: stretch.family, x: until, y: box.y, height: box.height }
      : { kind: "hatch", family: stretch.family, gapAfter: false, x, width: until - x, ...box };
  return possible < 0 ? [span, ...arrow(0)] : [span];
}

/** The band in which a family is hatched; for an ended item as high as its stop mark, about the line. */
export function hatchBox(family: StatusFamily, base: number, { levels, stop }: Frame): { y: number; height: number } {
  return family === "end" ? { y: base - stop / 2, height: stop } : barAt(family, base, levels);
}
