import type { StatusFamily } from "@readout/core/status";

/** How far each family stands above the line (below it: negative), in px; an ended item is the line itself. */
export type Levels = Record<StatusFamily, number>;

const LEVELS: Levels = { talk: 5, commitment: 9, motion: 13, trouble: -7, end: 0 };

/** The levels of a strip, `scale` times those of the smallest. */
export const levelsAt = (scale: number): Levels => ({
  talk: LEVELS.talk * scale,
  commitment: LEVELS.commitment * scale,
  motion: LEVELS.motion * scale,
  trouble: LEVELS.trouble * scale,
  end: 0,
});

/** Top edge and height of a bar on a line at `base`, in px. */
export function barAt(family: StatusFamily, base: number, levels: Levels): { y: number; height: number } {
  const level = levels[family];
  return { y: level > 0 ? base - level : base, height: Math.abs(level) };
}

/** The hatching that says "not certain" in a family's colour; the document holds it once, in ui/symbols.tsx. */
export const familyHatch = (family: StatusFamily): string => `url(#h-${family})`;
