import { formatDay } from "@readout/core/edtf-text";
import type { StatusFamily } from "@readout/core/status";
import type { Day } from "@readout/core/time";
import { daysBetween } from "@readout/core/time";
import {
  type Domain,
  endOfMonth,
  type Place,
  placeIn,
  shiftDay,
  startOfMonth,
  type Tick,
  ticksOf,
  within,
} from "../axis.ts";
import { clusterOf, numbersLabel } from "../cluster.ts";
import { marksOf, type StripMark } from "../item-strip/layout.ts";
import { barAt, type Levels } from "../level.ts";
import type { StatusSeries } from "../status-series.ts";
import { fitText, textWidth } from "../text-width.ts";
import { type FlagMark, placeFlags } from "./flags.ts";
import { type PixelBox, type PlacedStretch, placeLabels, type TextMark } from "./labels.ts";
import { type EntryMark, type ItemChartSeries, sharedSentence } from "./series.ts";

/** A shared mark of entries: `x` its middle, `ticks` where each of them stands. */
export type NumberMark = {
  x: number;
  width: number;
  label: string;
  ticks: readonly number[];
  seqs: readonly number[];
  sentence: string;
};

/** The bars of a stretch of time with its labels, all in px. */
export type Panel = {
  left: number;
  right: number;
  base: number;
  /** Where the line ends: the last day drawn. */
  end: number;
  /** Marks of the strip with `x`, `width` and `until` in px. */
  marks: readonly StripMark[];
  /** Leading edges of beginnings that are "c." or uncertain. */
  fades: readonly { x: number; y: number; width: number; height: number }[];
  labels: readonly TextMark[];
  numbers: readonly NumberMark[];
  ticks: readonly { x: number; label: TextMark | { x: number; y: number; text: string; anchor: "middle" } | null }[];
};

export type CloseUp = Panel & {
  top: number;
  height: number;
  numbersY: number;
  axisY: number;
  window: { x: number; until: number };
};

export type ItemChartLayout = Panel & {
  width: number;
  height: number;
  guides: readonly { y: number; label: string }[];
  flags: readonly FlagMark[];
  flagTop: number;
  flagRow: number;
  numbersY: number;
  axisY: number;
  /** The line at the last day: dotted for today, else full with the day and what it means. */
  last: { x: number; top: number; bottom: number; labels: readonly TextMark[] };
  closeUp: CloseUp | null;
  sentenceY: number;
};

const GUTTER = 76;
const FLAG_ROW = 16;
const FLAG_TOP = 4;
const MOST_FLAG_ROWS = 5;
const LEVELS: Levels = { talk: 24, commitment: 48, motion: 72, trouble: -30, end: 0 };
const CLOSE_LEVELS: Levels = { talk: 16, commitment: 32, motion: 48, trouble: -20, end: 0 };
const SHARED_WITHIN = 34;
const CLOSE_SHARE = 0.04;
const SIZE = 12;
const STOP = 12;
const FADE = 8;

/** Places the chart of one item on `width` px, 924 as a rule. All numbers in px. */
export function layoutItemChart(series: ItemChartSeries, width: number): ItemChartLayout {
  const place = placeIn(series.domain);
  const at = (day: Day) => GUTTER + place(day) * (width - GUTTER);
  const { flags, rows } = placeFlags(series.milestones, {
    place,
    left: GUTTER,
    right: width,
    top: FLAG_TOP,
    rowHeight: FLAG_ROW,
    mostRows: MOST_FLAG_ROWS,
  });
  const base = 98 + (rows === 0 ? 0 : 12 + rows * FLAG_ROW);
  const [numbersY, axisY] = [base + 61, base + 78.5];
  const lastX = round(at(series.status.end));
  const last = {
    x: lastX,
    top: rows === 0 ? FLAG_TOP : FLAG_TOP + FLAG_ROW,
    bottom: axisY,
    labels: lastLabels(series, lastX, base, width),
  };
  const taken = last.labels.map((label): PixelBox => {
    const wide = textWidth(label.text, SIZE, true);
    return label.anchor === "start"
      ? { left: label.x, right: label.x + wide, top: label.y - 11, bottom: label.y + 4 }
      : { left: label.x - wide, right: label.x, top: label.y - 11, bottom: label.y + 4 };
  });
  const panel = panelOf(series, series.domain, {
    left: GUTTER,
    right: width,
    base,
    levels: LEVELS,
    arrows: true,
    taken,
    shareWithin: SHARED_WITHIN,
    entries: series.entries,
    sentenceWidth: width - GUTTER,
  });
  const closeUp = closeUpOf(series, { width, top: axisY + 26, place });
  const bottom = closeUp === null ? axisY + 26 : closeUp.top + closeUp.height;
  // "today" says little and gives way to a number in its place.
  const hidden = series.today && panel.numbers.some((mark) => mark.x + mark.width / 2 > lastX - 40);
  return {
    ...panel,
    width,
    height: Math.round(bottom + 24),
    guides: [
      { y: base - LEVELS.motion, label: "in motion" },
      { y: base - LEVELS.commitment, label: "committed" },
      { y: base - LEVELS.talk, label: "talk" },
      { y: base - LEVELS.trouble, label: "trouble" },
    ],
    ticks: ticksAt(series.domain, { left: GUTTER, right: width, y: axisY + 19.5, most: 12 }),
    flags,
    flagTop: FLAG_TOP,
    flagRow: FLAG_ROW,
    numbersY,
    axisY,
    last: hidden ? { ...last, labels: [] } : last,
    closeUp,
    sentenceY: Math.round(bottom + 17),
  };
}

const round = (px: number): number => Math.round(px * 10) / 10;

type PanelFrame = {
  left: number;
  right: number;
  base: number;
  levels: Levels;
  arrows: boolean;
  taken: readonly PixelBox[];
  shareWithin: number;
  entries: readonly EntryMark[];
  sentenceWidth: number;
};

function panelOf(series: ItemChartSeries, domain: Domain, frame: PanelFrame): Omit<Panel, "ticks"> {
  const { left, right, base, levels } = frame;
  const place = placeIn(domain);
  const toPx = (share: number) => round(left + share * (right - left));
  const end = within(place(series.status.end));
  const marks = marksOf(series.status, {
    place,
    end,
    base,
    levels,
    stop: STOP,
    width: right - left,
    arrows: frame.arrows,
  });
  const placed = placedStretches(series.status, place, toPx, end);
  return {
    left,
    right,
    base,
    end: toPx(end),
    marks: marks.map((mark) => markInPx(mark, toPx, right - left)),
    fades: placed.flatMap(({ stretch, x, until }) =>
      stretch.firmness === "firm" || stretch.family === "end" || place(stretch.from) < 0
        ? []
        : [{ x, width: Math.min(FADE, until - x), ...barAt(stretch.family, base, levels) }],
    ),
    labels: placeLabels(placed, { base, levels, left, right, stop: STOP, sizePx: SIZE }, frame.taken),
    numbers: numbersOf(frame.entries, (day) => toPx(within(place(day))), frame),
  };
}

/** Shares of the axis become px; every chart with text inside is laid out for its width. */
export function markInPx(mark: StripMark, toPx: (share: number) => number, width: number): StripMark {
  const x = toPx(mark.x);
  if (mark.kind === "ended") return { ...mark, x, until: toPx(mark.until) };
  if (mark.kind !== "solid" && mark.kind !== "hollow" && mark.kind !== "hatch") return { ...mark, x };
  const least = mark.kind === "hatch" ? 0 : 2;
  return { ...mark, x, width: Math.max(least, round(mark.width * width - (mark.gapAfter ? 1 : 0))) };
}

export function placedStretches(
  status: Extract<StatusSeries, { kind: "series" }>,
  place: Place,
  toPx: (share: number) => number,
  end: number,
): PlacedStretch[] {
  return status.stretches
    .filter(({ from, until }) => place(from) <= Math.min(1, end) && (until === null || place(until) > 0))
    .map((stretch) => ({
      stretch,
      x: toPx(within(place(stretch.from))),
      until: toPx(stretch.until === null ? end : Math.min(end, within(place(stretch.until)))),
    }));
}

function numbersOf(
  entries: readonly EntryMark[],
  at: (day: Day) => number,
  { shareWithin, left, right, sentenceWidth }: PanelFrame,
): NumberMark[] {
  let groups = clusterOf(
    entries.map((entry) => ({ x: at(entry.day), entry })),
    shareWithin,
  ).map(({ members }) => members);
  const draw = (members: (typeof groups)[number]): NumberMark => {
    const seqs = members.map(({ entry }) => entry.seq);
    const label = numbersLabel(seqs);
    const width = Math.max(20, Math.round(textWidth(label, SIZE, true)) + 14);
    const middle = ((members[0]?.x ?? 0) + (members.at(-1)?.x ?? 0)) / 2;
    const x = round(Math.min(right - width / 2, Math.max(left - 10 + width / 2, middle)));
    const sentence = fitText(sharedSentence(members.map(({ entry }) => entry)), sentenceWidth, 14);
    return { x, width, label, ticks: [...new Set(members.map((member) => member.x))], seqs, sentence };
  };
  // A wide label may still touch its neighbour: then the two share one.
  for (let i = 0; i + 1 < groups.length; ) {
    const [a, b] = [groups[i], groups[i + 1]];
    if (a === undefined || b === undefined) break;
    const [one, two] = [draw(a), draw(b)];
    if (two.x - two.width / 2 - (one.x + one.width / 2) >= 2) i++;
    else {
      groups = [...groups.slice(0, i), [...a, ...b], ...groups.slice(i + 2)];
      i = Math.max(0, i - 1);
    }
  }
  return groups.map(draw);
}

function ticksAt(
  domain: Domain,
  { left, right, y, most }: { left: number; right: number; y: number; most: number },
): Panel["ticks"] {
  const place = placeIn(domain);
  const toPx = (share: number) => round(left + share * (right - left));
  const ticks = ticksOf(domain, most);
  const all = [...leadingPeriod(ticks, domain), ...ticks];
  let free = -Infinity;
  return all.map((tick, i) => {
    const x = toPx(within(place(tick.day)));
    const next = all[i + 1]?.day;
    const stepIsOne = next === undefined || next === tick.until;
    const middle = tick.unit === "year" && stepIsOne;
    const wide = textWidth(tick.label, SIZE);
    const labelX = middle ? round((x + toPx(within(place(tick.until)))) / 2) : x;
    const from = middle ? labelX - wide / 2 : labelX;
    const fits =
      from >= free + 6 && from + wide <= right + 4 && (!middle || toPx(within(place(tick.until))) - x >= wide * 0.9);
    if (fits) free = from + wide;
    return { x, label: fits ? { x: labelX, y, text: tick.label, anchor: middle ? "middle" : "start" } : null };
  });
}

/** The year in which the axis begins in mid-year is labelled as well. */
function leadingPeriod(ticks: readonly Tick[], domain: Domain): Tick[] {
  const [first] = ticks;
  if (first === undefined || first.unit !== "year" || first.day <= domain.from) return [];
  const second = ticks[1];
  if (second !== undefined && first.until !== second.day) return [];
  const year = String(Number(first.day.slice(0, 4)) - 1);
  return [{ day: domain.from, until: first.day, label: year, unit: "year" }];
}

function lastLabels(series: ItemChartSeries, x: number, base: number, width: number): TextMark[] {
  if (series.today) return [{ x: x - 6, y: base + 72, text: "today", anchor: "end" }];
  const words = "nothing beyond this day is shown";
  const onRight = x + 8 + textWidth(words, SIZE) <= width;
  const anchor = onRight ? "start" : "end";
  const labelX = onRight ? x + 8 : x - 8;
  return [
    { x: labelX, y: base - 82, text: formatDay(series.status.end), anchor },
    { x: labelX, y: base - 66, text: words, anchor },
  ];
}

/** Three or more entries within 4 % of the axis are shown again below, drawn apart; the densest such place is. */
function closeUpOf(series: ItemChartSeries, frame: { width: number; top: number; place: Place }): CloseUp | null {
  const domain = crowdDomain(series);
  if (domain === null) return null;
  const { width, top, place } = frame;
  const families = new Set<StatusFamily>(
    series.status.stretches
      .filter(({ from, until }) => from < domain.until && (until === null || until > domain.from))
      .map(({ family }) => family),
  );
  const highest = Math.max(16, ...[...families].map((family) => CLOSE_LEVELS[family]));
  const trouble = families.has("trouble") ? 34 : 0;
  const base = round(top + highest + 34.5);
  const numbersY = base + trouble + 21.5;
  const height = Math.round(numbersY + 24 - top);
  const entries = series.entries.filter(({ day }) => day >= domain.from && day < domain.until);
  const panel = panelOf(series, domain, {
    left: GUTTER,
    right: width,
    base,
    levels: CLOSE_LEVELS,
    arrows: false,
    taken: [],
    shareWithin: 26,
    entries,
    sentenceWidth: width - GUTTER,
  });
  const at = (day: Day) => round(GUTTER + within(place(day)) * (width - GUTTER));
  return {
    ...panel,
    ticks: ticksAt(domain, { left: GUTTER, right: width, y: top + height - 4, most: 12 }),
    top,
    height,
    numbersY,
    axisY: base,
    window: { x: at(domain.from), until: at(domain.until) },
  };
}

/** The days of the close-up; null where no three entries lie so near. */
export function crowdDomain({ entries, domain }: ItemChartSeries): Domain | null {
  const crowd = densest(entries, placeIn(domain));
  const [first, last] = [crowd[0]?.day, crowd.at(-1)?.day];
  return first === undefined || last === undefined || first === last ? null : closeUpDomain(first, last);
}

function densest(entries: readonly EntryMark[], place: Place): readonly EntryMark[] {
  let best: readonly EntryMark[] = [];
  entries.forEach((first, i) => {
    const near = entries.slice(i).filter(({ day }) => place(day) - place(first.day) <= CLOSE_SHARE);
    if (near.length >= 3 && near.length >= best.length && near.at(-1)?.day !== first.day) best = near;
  });
  return best;
}

/** Whole months where the crowd spans weeks, else some days about it. */
function closeUpDomain(first: Day, last: Day): Domain {
  const span = daysBetween(first, last);
  if (span > 24) return { from: startOfMonth(first), until: endOfMonth(last) };
  const margin = Math.max(2, Math.ceil(span * 0.2));
  return { from: shiftDay(first, -margin), until: shiftDay(last, margin + 1) };
}
