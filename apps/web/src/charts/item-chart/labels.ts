import { statusWord } from "@readout/core/status";
import type { Levels } from "../level.ts";
import { barAt } from "../level.ts";
import type { Stretch } from "../status-series.ts";
import { textWidth } from "../text-width.ts";

/** A text on a chart, in px; `y` is its base line. */
export type TextMark = { x: number; y: number; text: string; anchor: "start" | "end" };

export type PixelBox = { left: number; right: number; top: number; bottom: number };

/** The stretch on the chart: where its bar begins and ends, in px. */
export type PlacedStretch = { stretch: Stretch; x: number; until: number };

export type LabelFrame = { base: number; levels: Levels; left: number; right: number; stop: number; sizePx: number };

/** The room a text takes. */
export function boxOf({ x, y, text, anchor }: TextMark, sizePx: number, bold = true): PixelBox {
  const width = textWidth(text, sizePx, bold);
  const left = anchor === "start" ? x : x - width;
  return { left, right: left + width, top: y - sizePx * 0.85, bottom: y + sizePx * 0.25 };
}

export const meets = (a: PixelBox, b: PixelBox, by = 0): boolean =>
  a.left < b.right + by && b.left < a.right + by && a.top < b.bottom && b.top < a.bottom;

/**
 * Writes each stretch's status beside its bar, where it covers neither a bar nor another label.
 *
 * @param taken room already used
 * @returns fewer labels than stretches where there is no room; the numbers below and the list say the rest
 */
export function placeLabels(
  placed: readonly PlacedStretch[],
  frame: LabelFrame,
  taken: readonly PixelBox[],
): TextMark[] {
  const bars = placed.map((one) => barBox(one, frame));
  const labels: TextMark[] = [];
  const used = [...taken];
  // The last status matters most and is never the one left out for want of room.
  for (const i of [placed.length - 1, ...placed.keys()]) {
    const one = placed[i];
    if (one === undefined || (i === placed.length - 1 && labels.length > 0)) continue;
    const label = candidates(one, frame).find((candidate) => {
      const box = boxOf(candidate, frame.sizePx);
      if (box.left < frame.left - 1 || box.right > frame.right) return false;
      return !used.some((other) => meets(box, other, 4)) && !bars.some((bar, j) => j !== i && meets(box, bar));
    });
    if (label === undefined) continue;
    labels.push(label);
    used.push(boxOf(label, frame.sizePx));
  }
  return labels.sort((a, b) => a.x - b.x);
}

function barBox({ stretch, x, until }: PlacedStretch, { base, levels, stop }: LabelFrame): PixelBox {
  const { y, height } = barAt(stretch.family, base, levels);
  if (stretch.family === "end") return { left: x, right: x + stop, top: base - stop / 2, bottom: base + stop / 2 };
  return { left: x, right: Math.max(until, x + 2), top: y, bottom: y + height };
}

function candidates({ stretch, x }: PlacedStretch, { base, levels }: LabelFrame): TextMark[] {
  const long = statusWord(stretch.status);
  const [short = long] = long.split(" ");
  return [...new Set([long, short])].flatMap((text): TextMark[] => {
    const start = (dx: number, y: number): TextMark => ({ x: x + dx, y, text, anchor: "start" });
    const end = (dx: number, y: number): TextMark => ({ x: x + dx, y, text, anchor: "end" });
    if (stretch.family === "end")
      return [start(18, base - 10), start(6, base - 12), end(-4, base - 10), end(10, base - 12), start(18, base + 17)];
    if (stretch.family === "trouble") {
      const y = base - levels.trouble + 16;
      return [start(8, y), end(-4, y), start(0, base - 8), end(0, base - 8)];
    }
    const y = base - levels[stretch.family] - 7;
    return [start(1, y), end(-4, y), end(1, y), start(1, y - 14), end(-4, y - 14)];
  });
}
