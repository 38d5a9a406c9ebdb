import { formatDay } from "@readout/core/edtf-text";
import { placeIn, ticksOf, within } from "../axis.ts";
import { marksOf, type StripMark } from "../item-strip/layout.ts";
import type { Levels } from "../level.ts";
import { textWidth } from "../text-width.ts";
import { placeLabels, type TextMark } from "./labels.ts";
import { markInPx, placedStretches } from "./layout.ts";
import type { ItemChartSeries } from "./series.ts";

/** The labelled strip that stands for the chart where there is no room for it; all numbers in px. */
export type LabelledStrip = {
  width: number;
  height: number;
  base: number;
  end: number;
  marks: readonly StripMark[];
  labels: readonly TextMark[];
  /** A label stands in the middle of its tick, or as near as the edge allows. */
  ticks: readonly { x: number; labelX: number; label: string }[];
  last: string;
};

const LEVELS: Levels = { talk: 13, commitment: 24, motion: 35, trouble: -16, end: 0 };
const STOP = 9;
const SIZE = 12;
const BASE = 56;

/** Places the labelled strip of some days on `width` px, 328 as a rule; a close-up cuts silently at its edges. */
export function layoutLabelledStrip(series: ItemChartSeries, width: number, domain = series.domain): LabelledStrip {
  const place = placeIn(domain);
  const toPx = (share: number) => Math.round(share * width * 10) / 10;
  const end = within(place(series.status.end));
  const frame = { place, end, base: BASE, levels: LEVELS, stop: STOP, width, arrows: domain === series.domain };
  const placed = placedStretches(series.status, place, toPx, end);
  const labelFrame = { base: BASE, levels: LEVELS, left: 0, right: width, stop: STOP, sizePx: SIZE };
  return {
    width,
    height: 106,
    base: BASE,
    end: toPx(end),
    marks: marksOf(series.status, frame).map((mark) => markInPx(mark, toPx, width)),
    labels: placeLabels(placed, labelFrame, []),
    ticks: ticksOf(domain, domain === series.domain ? 5 : 3).map((tick) => {
      const [x, half] = [toPx(place(tick.day)), textWidth(tick.label, SIZE) / 2];
      return { x, labelX: Math.min(width - half, Math.max(half, x)), label: tick.label };
    }),
    last: formatDay(series.status.end),
  };
}
