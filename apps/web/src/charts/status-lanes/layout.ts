import { boundsOf } from "@readout/core/edtf";
import { formatShort } from "@readout/core/edtf-text";
import type { Milestone } from "@readout/core/milestone";
import { dueOf, movedFrom } from "@readout/core/milestone-words";
import { type Domain, type Place, placeIn, within } from "../axis.ts";
import { type Cluster, clusterOf } from "../cluster.ts";
import { type Box, marksOf, type StripMark } from "../item-strip/layout.ts";
import { barAt, levelsAt } from "../level.ts";
import type { Lane, SourceMark } from "./series.ts";

/** Dates or sources that lie so near that they share a mark; `x` is a share of the axis. */
export type SharedMark = {
  x: number;
  /** Where a lone imprecise date begins, as a share of the axis; null for an exact or a shared one. */
  from: number | null;
  count: number;
  words: string;
  ids: readonly string[];
  imprecise: boolean;
};

export type LaneLayout = {
  height: number;
  base: number;
  /** Where the line ends, as a share of the axis. */
  end: number;
  marks: readonly StripMark[];
  /** Leading edges that fade, 8 px wide; `x` is a share of the axis. */
  fades: readonly Omit<Box, "width">[];
  flags: readonly SharedMark[];
};

export const LANE_HEIGHT = 28;
const BASE = 18;
const STOP = 7;
const NEAR_PX = 12;
/** How wide the target of a source is in px, for a thumb and for a pointer. */
export const targetOf = (width: number): number => (width < 600 ? 24 : NEAR_PX);

/**
 * Places one item on its lane.
 *
 * @param width about how wide lanes are drawn, in px: it decides what lies too near to be told apart
 */
export function layoutLane(lane: Lane, domain: Domain, width: number): LaneLayout {
  const place = placeIn(domain);
  const end = within(place(lane.status.end));
  const levels = levelsAt(1);
  const flags = placeMilestones(lane.milestones, place, width);
  if (lane.status.kind === "none") return { height: LANE_HEIGHT, base: BASE, end, marks: [], fades: [], flags };
  const marks = marksOf(lane.status, { place, end, base: BASE, levels, stop: STOP, width, arrows: true });
  const fades = lane.status.stretches.flatMap((stretch) => {
    const x = place(stretch.from);
    if (stretch.firmness === "firm" || stretch.family === "end" || x < 0 || x > end) return [];
    return [{ x, ...barAt(stretch.family, BASE, levels) }];
  });
  return { height: LANE_HEIGHT, base: BASE, end, marks, fades, flags };
}

function placeMilestones(milestones: readonly Milestone[], place: Place, width: number): SharedMark[] {
  const marks = milestones.flatMap((milestone) => {
    const due = dueOf(milestone);
    const { earliest, latest } = boundsOf(due);
    const day = latest ?? earliest;
    const x = day === null ? -1 : place(day);
    const moved = movedFrom(milestone);
    const words = `${formatShort(due)}: ${milestone.what}${moved === null ? "" : `, ${moved}`}`;
    const from = earliest === null || earliest === latest ? null : within(place(earliest));
    return x < 0 || x > 1 ? [] : [{ x, from, words, id: milestone.what, imprecise: earliest !== latest }];
  });
  return share(clusterOf(marks, NEAR_PX / width));
}

/**
 * Places the days on which sources appeared; those that lie too near share a diamond.
 *
 * @param width in px; below 600 lone diamonds, which lead somewhere, stand a thumb's target apart and others half of one
 */
export function layoutSources(sources: readonly SourceMark[], domain: Domain, width: number): SharedMark[] {
  const place = placeIn(domain);
  const marks = sources.flatMap(({ id, publisher, published }) => {
    const { earliest, latest } = boundsOf(published);
    const x = latest === null ? -1 : place(latest);
    const words = `${publisher}, ${formatShort(published)}`;
    return x < 0 || x > 1 ? [] : [{ x, from: null, words, id, imprecise: earliest !== latest }];
  });
  const [gather, target] = [width < 600 ? spansOf : clusterOf, targetOf(width)];
  return share(gather(marks, target / width));
}

type Single = { x: number; from: number | null; words: string; id: string; imprecise: boolean };

/** Groups of less than a span; unlike a chain of neighbours, many marks in a row do not become a single one. */
function spansOf<M extends { x: number }>(marks: readonly M[], span: number): Cluster<M>[] {
  const groups: { first: M; members: M[] }[] = [];
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    const last = groups.at(-1);
    if (last !== undefined && mark.x - last.first.x < span) last.members.push(mark);
    else groups.push({ first: mark, members: [mark] });
  }
  return groups.map(({ first, members }) => ({ x: (first.x + (members.at(-1) ?? first).x) / 2, members }));
}

const share = (groups: readonly Cluster<Single>[]): SharedMark[] =>
  groups.map(({ x, members }) => ({
    x,
    from: members.length === 1 ? (members[0]?.from ?? null) : null,
    count: members.length,
    words: members.map(({ words }) => words).join("; "),
    ids: members.map(({ id }) => id),
    imprecise: members.every(({ imprecise }) => imprecise),
  }));
