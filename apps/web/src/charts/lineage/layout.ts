import { shortPublisher } from "@readout/core/publisher";
import { plainTitle } from "../../ui/plain-title.ts";
import type { LineageLink, LineageOrigin, LineageSeries } from "./series.ts";

/** A passage at the left edge: one row for each link, and one for a run of paragraphs that came from nowhere known. */
export type PassageMark = {
  key: string;
  y: number;
  /** First and last paragraph of the row; null for the unnumbered whole. */
  first: number | null;
  last: number | null;
  /** Whether the number is written here: a paragraph with several links is named once. */
  named: boolean;
  link: LineageLink | null;
  /** Stated to be the source's own words, rather than merely without known lineage. */
  own: boolean;
};

/** A curve from a passage to where it came from; `openEnd` is the ring of one that names no origin to its reader. */
export type CurveMark = {
  key: string;
  link: LineageLink;
  path: string;
  openEnd: { x: number; y: number } | null;
};

/** A stretch of the original: taken over (a tick a paragraph) or left out (a gap with its numbers). */
export type OriginalStretch = { x: number; width: number; first: number; last: number; dropped: boolean };

export type OriginMark = {
  id: string;
  origin: LineageOrigin;
  x: number;
  top: number;
  bottom: number;
  /** The publisher, broken into lines, then the title in lines of the smaller size. */
  name: { text: string; y: number }[];
  title: { text: string; y: number }[];
  original: { y: number; unit: number; stretches: OriginalStretch[] } | null;
};

export type LineageLayout = {
  width: number;
  height: number;
  /** Where the ticks stand, where curves begin and where they end. */
  tickX: number;
  textX: number;
  startX: number;
  endX: number;
  passages: PassageMark[];
  curves: CurveMark[];
  origins: OriginMark[];
};

export const ROW = 24;
const NAME_LINE = 18;
const TITLE_LINE = 16;
const ORIGINAL = 46;
const GAP = 14;
const LANDING = 6;
const OPEN_END = 16;

/** Room for figures with text, in px; the broad one for 924, the small one for a telephone. */
const frames = {
  wide: { width: 924, tickX: 44, textX: 54, startX: 262, endX: 560, nameChars: 46, titleChars: 62, titleLines: 2 },
  narrow: { width: 328, tickX: 36, textX: 44, startX: 108, endX: 190, nameChars: 18, titleChars: 0, titleLines: 0 },
};

/**
 * Places a lineage: passages at the left in reading order, origins at the right beside the middle of what came from them.
 *
 * @returns marks in px; the height follows from what has to be said
 */
export function lineageLayout(series: LineageSeries, size: keyof typeof frames): LineageLayout {
  const frame = frames[size];
  const passages = passageMarks(series);
  const origins = originMarks(series, passages, frame);
  const curves = curveMarks(passages, origins, frame);
  const lowest = Math.max(passages.length * ROW, origins.at(-1)?.bottom ?? 0);
  const { width, tickX, textX, startX, endX } = frame;
  return { width, height: lowest + 4, tickX, textX, startX, endX, passages, curves, origins };
}

function passageMarks(series: LineageSeries): PassageMark[] {
  const marks: PassageMark[] = [];
  const own = new Set<number | null>(series.own);
  for (const paragraph of series.paragraphs) {
    const links = series.links.filter((link) => link.paragraph === paragraph);
    const before = marks.at(-1);
    if (links.length === 0) {
      // Paragraphs in a row of which the same is known need one line, not one each.
      if (before !== undefined && before.link === null && before.own === own.has(paragraph)) before.last = paragraph;
      else marks.push(passage(marks.length, paragraph, null, own.has(paragraph), true));
    }
    for (const [i, link] of links.entries())
      marks.push(passage(marks.length, paragraph, link, own.has(paragraph), i === 0));
  }
  return marks;
}

const passage = (
  row: number,
  paragraph: number | null,
  link: LineageLink | null,
  own: boolean,
  named: boolean,
): PassageMark => ({
  key: `${row}`,
  y: row * ROW + ROW / 2,
  first: paragraph,
  last: paragraph,
  named,
  link,
  own,
});

type Frame = (typeof frames)[keyof typeof frames];

function originMarks(series: LineageSeries, passages: readonly PassageMark[], frame: Frame): OriginMark[] {
  const wanted = series.origins.map((origin) => {
    const ys = passages.filter((mark) => mark.link?.originId === origin.id).map((mark) => mark.y);
    const name = linesOf(shortPublisher(origin.publisher), frame.nameChars, 4);
    const title = frame.titleLines === 0 ? [] : linesOf(plainTitle(origin.title), frame.titleChars, frame.titleLines);
    const height = name.length * NAME_LINE + title.length * TITLE_LINE + (origin.dropped.length > 0 ? ORIGINAL : 0) + 2;
    const needed = Math.max(height, ys.length * LANDING);
    const middle = ys.reduce((sum, y) => sum + y, 0) / ys.length;
    return { origin, name, title, height: needed, top: middle - needed / 2 };
  });
  return settle(wanted).map(({ origin, name, title, height, top }) => {
    const x = frame.endX + 12;
    const afterName = top + name.length * NAME_LINE;
    const afterTitle = afterName + title.length * TITLE_LINE;
    return {
      id: origin.id,
      origin,
      x,
      top,
      bottom: top + height,
      name: name.map((text, i) => ({ text, y: top + 13 + i * NAME_LINE })),
      title: title.map((text, i) => ({ text, y: afterName + 11 + i * TITLE_LINE })),
      original: origin.dropped.length === 0 ? null : originalOf(origin, x, afterTitle + 22, frame.width - x),
    };
  });
}

/** Moves blocks down until none overlaps, then up again as far as the last one leaves room: order is kept. */
function settle<B extends { top: number; height: number }>(blocks: B[]): B[] {
  let free = 0;
  for (const block of blocks) {
    block.top = Math.round(Math.max(block.top, free));
    free = block.top + block.height + GAP;
  }
  return blocks;
}

/** The paragraphs of an original up to the last one known to be left out. */
function originalOf(origin: LineageOrigin, x: number, y: number, width: number): OriginMark["original"] {
  const dropped = new Set(origin.dropped);
  const count = Math.max(...origin.dropped);
  const unit = Math.min(16, Math.floor((width / count) * 10) / 10);
  const stretches: OriginalStretch[] = [];
  for (let n = 1; n <= count; n++) {
    const before = stretches.at(-1);
    if (before !== undefined && before.dropped === dropped.has(n)) {
      before.last = n;
      before.width += unit;
    } else stretches.push({ x: x + (n - 1) * unit, width: unit, first: n, last: n, dropped: dropped.has(n) });
  }
  return { y, unit, stretches };
}

function curveMarks(passages: readonly PassageMark[], origins: readonly OriginMark[], frame: Frame): CurveMark[] {
  return origins.flatMap((origin) => {
    const rows = passages.filter((mark) => mark.link?.originId === origin.id);
    const step = Math.min(LANDING * 2, (origin.bottom - origin.top) / rows.length);
    const first = (origin.top + origin.bottom) / 2 - (step * (rows.length - 1)) / 2;
    return rows.map((row, i): CurveMark => {
      const link = row.link!;
      const y = round(first + step * i);
      const end = link.credit === "none" ? frame.endX - OPEN_END : frame.endX;
      const bend = round((end - frame.startX) * 0.5);
      const path = `M${frame.startX} ${row.y}C${frame.startX + bend} ${row.y} ${end - bend} ${y} ${end} ${y}`;
      return { key: row.key, link, path, openEnd: link.credit === "none" ? { x: end + 4, y } : null };
    });
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Breaks text at spaces into at most `most` lines of about `chars` characters; what does not fit ends in an ellipsis. */
export function linesOf(text: string, chars: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= chars) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/[\s,;:.]+$/, "")} …`];
}
