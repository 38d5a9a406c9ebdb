import { type Domain, placeIn, within } from "../axis.ts";
import { spansOf } from "../cluster.ts";
import { beginningMarks, type Frame, hatchBox, type StripMark, stretchMarks } from "../item-strip/layout.ts";
import { barAt, levelsAt } from "../level.ts";
import type { PossibleStatus, Stretch } from "../status-series.ts";
import type { Lane, TimelineFact } from "./series.ts";
import { stretchOf, viewOf } from "./view.ts";
import { NARROWEST_SPAN_PX, nearOf, WIDTHS, type WidthName } from "./widths.ts";

/** What a mark consists of; `when` is given where it depends on whether its uncertain span is wide enough to be hatched. */
export type LaneShape = { shape: StripMark; when?: "wide" | "narrow" };

/** A fact as a lane draws it. Places are shares of the extent. */
export type LaneMark = {
  fact: TimelineFact;
  /** Where it is: the certain beginning of a status, the last day of a date. */
  x: number;
  /** From where to where it stands or may stand. */
  from: number;
  until: number;
  /** Whether the span before `x` is at first too narrow to be hatched. */
  narrow: boolean;
} & (
  | {
      kind: "status";
      stretch: Stretch;
      shapes: readonly LaneShape[];
      fade: { y: number; height: number } | null;
      y: number;
    }
  | { kind: "possible"; shapes: readonly LaneShape[] }
  | { kind: "review" }
  /** `under` names the widths at which another mark stands for it, `counts` how many it stands for. */
  | ({ kind: "date"; imprecise: boolean } & Shared)
  | ({ kind: "source"; imprecise: boolean } & Shared)
);

type Shared = { under: readonly WidthName[]; counts: Partial<Record<WidthName, number>>; words: string };

export type LaneLayout = {
  /** Where the line ends, as a share of the extent. */
  end: number;
  /** In order of place. */
  marks: readonly LaneMark[];
};

export const LANE_HEIGHT = 28;
export const BASE = 18;
const STOP = 7;
/**
 * Places one item on its lane, over the whole extent. What is drawn apart depends on how large the days in view are drawn.
 *
 * @param facts of the lane, from factsOfLane
 * @param view  the days seen first
 */
export function layoutLane(lane: Lane, facts: readonly TimelineFact[], extent: Domain, view: Domain): LaneLayout {
  const place = placeIn(extent);
  const end = within(place(lane.status.end));
  const { scale } = scaleOf(extent, view);
  const frame: Frame = {
    ...{ place, end, base: BASE, levels: levelsAt(1), stop: STOP, width: WIDTHS.wide * scale, arrows: true },
  };
  const wide: Frame = { ...frame, width: Number.POSITIVE_INFINITY };
  const narrow: Frame = { ...frame, width: 0 };
  const marks: LaneMark[] = [];
  let stretchAt = 0;
  for (const fact of facts) {
    const found = spanOf(fact, extent, view);
    if (lane.status.kind === "series" && fact.kind === "status") {
      const { stretches, lastReviewed } = lane.status;
      const stretch = stretches[stretchAt];
      const next = stretches[++stretchAt];
      if (found === null || stretch === undefined) continue;
      const reviewed = lastReviewed === null ? 0 : Math.min(end, place(lastReviewed));
      const bars = stretchMarks(stretch, next, reviewed, frame).map((shape) => ({ shape }));
      const shapes = [...bars, ...eitherWay(beginningMarks(stretch, wide), beginningMarks(stretch, narrow))];
      const box = barAt(stretch.family, BASE, frame.levels);
      const fades = stretch.firmness !== "firm" && stretch.family !== "end" && place(stretch.from) >= 0;
      const middle = box.y + box.height / 2;
      marks.push({ kind: "status", fact, ...found, stretch, shapes, fade: fades ? box : null, y: middle });
    } else if (lane.status.kind === "series" && fact.kind === "possible" && found !== null)
      marks.push({
        kind: "possible",
        fact,
        ...found,
        shapes: eitherWay(possibleMarks(lane.status.possible, wide), possibleMarks(lane.status.possible, narrow)),
      });
    else if (fact.kind === "review" && found !== null) marks.push({ kind: "review", fact, ...found });
  }
  marks.push(
    ...sharedMarks(
      "date",
      facts.filter(({ kind }) => kind === "date"),
      extent,
      view,
    ),
  );
  return { end, marks: marks.sort((a, b) => a.x - b.x) };
}

/** Places the days on which sources appeared. */
export const layoutSources = (facts: readonly TimelineFact[], extent: Domain, view: Domain): LaneMark[] =>
  sharedMarks("source", facts, extent, view);

const scaleOf = (extent: Domain, view: Domain) => stretchOf(viewOf(view, extent), viewOf(extent, extent).until);

/** Shapes as they are where their span can be seen, and in its stead where it cannot; what is the same is drawn once. */
function eitherWay(wide: readonly StripMark[], narrow: readonly StripMark[]): LaneShape[] {
  return wide.flatMap((shape, i): LaneShape[] => {
    const other = narrow[i];
    return other === undefined || other.kind === shape.kind
      ? [{ shape }]
      : [
          { shape, when: "wide" },
          { shape: other, when: "narrow" },
        ];
  });
}

type Span = Pick<LaneMark, "x" | "from" | "until" | "narrow">;

/** Where a fact lies; null for one that lies wholly outside the extent, or has no day. */
function spanOf({ day, first, last }: TimelineFact, extent: Domain, view: Domain): Span | null {
  const place = placeIn(extent);
  if (day === null || place(last) < 0 || (first !== null && place(first) > 1)) return null;
  const [x, from] = [within(place(day)), first === null ? 0 : within(place(first))];
  const narrow = (x - from) * WIDTHS.wide * scaleOf(extent, view).scale < NARROWEST_SPAN_PX;
  return { x, from, until: within(place(last)), narrow };
}

function possibleMarks(possible: readonly PossibleStatus[], frame: Frame): StripMark[] {
  return possible.map(({ family, from }, order): StripMark => {
    const [box, x] = [hatchBox(family, BASE, frame), from === null ? frame.end : within(frame.place(from))];
    return x < frame.end && (frame.end - x) * frame.width > 0
      ? { kind: "hatch", family, gapAfter: false, x, width: frame.end - x, ...box }
      : { kind: "possible", family, x: frame.end, order, ...box };
  });
}

/** Dates or sources: each a mark of its own, of which one stands for all that would touch it, at each of the widths. */
function sharedMarks(
  kind: "date" | "source",
  facts: readonly TimelineFact[],
  extent: Domain,
  view: Domain,
): LaneMark[] {
  const marks = facts.flatMap((fact) => {
    const found = spanOf(fact, extent, view);
    if (found === null || fact.day === null || placeIn(extent)(fact.day) > 1) return [];
    const under: WidthName[] = [];
    const counts: Shared["counts"] = {};
    const words =
      kind === "date"
        ? `${fact.date}: ${fact.words}`
        : `${fact.words.replace(/ published$/, "")}, ${fact.date}: ${fact.title}`;
    return [{ kind, fact, ...found, imprecise: fact.first !== fact.last, under, counts, words }];
  });
  const { scale } = scaleOf(extent, view);
  for (const name of Object.keys(WIDTHS) as WidthName[])
    for (const [first, ...others] of spansOf(marks, nearOf(WIDTHS[name]) / (WIDTHS[name] * scale))) {
      if (others.length > 0) first.counts[name] = others.length + 1;
      for (const other of others) other.under.push(name);
    }
  return marks;
}
