import { type Domain, placeIn, type Tick, ticksOf } from "../axis.ts";
import { textWidth } from "../text-width.ts";

/** A mark on the axis: `x` is a share of it; `label` is empty where there is no room before the right edge. */
export type LabelledTick = { day: Tick["day"]; x: number; label: string };

const MOST_TICKS = 12;
const SIZE_PX = 12;
/** What stands before a label, after its line. */
const LEAD_PX = 4;
/** The least room between two labels. */
const GAP_PX = 2;

/**
 * As many marks as have room for their labels, each label beginning at its mark.
 *
 * @param width the least width at which this axis is shown, in px
 */
export function labelledTicks(domain: Domain, width: number): LabelledTick[] {
  for (let most = MOST_TICKS; most > 1; most--) {
    const ticks = labelled(domain, width, most);
    if (ticks !== null) return ticks;
  }
  return labelled(domain, width, 1) ?? [];
}

/** At most so many marks, or null where two labels collide or none can be read. */
function labelled(domain: Domain, width: number, most: number): LabelledTick[] | null {
  const place = placeIn(domain);
  const ticks: LabelledTick[] = [];
  let free = 0;
  for (const { day, label } of ticksOf(domain, most)) {
    const x = place(day);
    const end = x * width + LEAD_PX + textWidth(label, SIZE_PX);
    if (x * width < free) return null;
    free = end + GAP_PX;
    ticks.push({ day, x, label: end > width ? "" : label });
  }
  return ticks.some(({ label }) => label !== "") ? ticks : null;
}
