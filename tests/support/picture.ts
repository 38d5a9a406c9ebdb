import { PNG } from "pngjs";

/** A picture's pixels. */
export type Pixels = { width: number; height: number; at(x: number, y: number): string };

/** Reads a PNG; a pixel is given as "#rrggbb". Throws on what is none. */
export function pixelsOf(png: Buffer): Pixels {
  const { width, height, data } = PNG.sync.read(png);
  const at = (x: number, y: number) =>
    `#${data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString("hex")}`;
  return { width, height, at };
}

/**
 * How often each colour stands in a part of a picture, the whole of it when none is named.
 *
 * @param step looks at every so-many-th pixel of every so-many-th row
 */
export function coloursIn(
  { width, height, at }: Pixels,
  part: { x: number; y: number; width: number; height: number } = { x: 0, y: 0, width, height },
  step = 1,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (let y = Math.max(0, part.y); y < Math.min(height, part.y + part.height); y += step)
    for (let x = Math.max(0, part.x); x < Math.min(width, part.x + part.width); x += step) {
      const colour = at(x, y);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  return counts;
}

/** The share of a picture, 0 to 1, that is not of its most frequent colour. */
export function inkShare(colours: ReadonlyMap<string, number>): number {
  const counts = [...colours.values()];
  const total = counts.reduce((sum, n) => sum + n, 0);
  return total === 0 ? 0 : 1 - Math.max(...counts) / total;
}
