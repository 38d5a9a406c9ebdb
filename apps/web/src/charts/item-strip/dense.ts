import type { StatusFamily } from "@readout/core/status";
import type { BarMark, StripMark } from "./layout.ts";

type Drawn = BarMark["kind"] | "hatch";
export type DensePath = { kind: Drawn; family: StatusFamily; d: string };

/** The least width of a bar, in thousandths of the axis: a little over a px where strips are usual. */
const LEAST = 5;

/**
 * Bars and hatchings as one path for each kind and family, in thousandths of the axis and px of height; what is no box stays
 * a mark of its own.
 */
export function densePaths(marks: readonly StripMark[]): { paths: DensePath[]; others: StripMark[] } {
  const paths = new Map<string, DensePath>();
  const others: StripMark[] = [];
  for (const mark of marks) {
    // At this width a dotted edge is the bar.
    if (mark.kind === "dotted-edge") continue;
    if (mark.kind !== "solid" && mark.kind !== "hollow" && mark.kind !== "hatch") {
      others.push(mark);
      continue;
    }
    const { kind, family } = mark;
    const path = paths.get(`${kind} ${family}`) ?? { kind, family, d: "" };
    const inset = kind === "hollow" ? 0.5 : 0;
    const width = Math.max(LEAST, Math.round(mark.width * 1000));
    path.d += `M${Math.round(mark.x * 1000)} ${mark.y + inset}h${width}v${mark.height - 2 * inset}h-${width}z`;
    paths.set(`${kind} ${family}`, path);
  }
  return { paths: [...paths.values()], others };
}
