import { boundsOf } from "@readout/core/edtf";
import type { Lane as LaneAnswer, LaneFact } from "@readout/core/lane";
import type { ReviewFact, StatusFact } from "@readout/core/visible";
import { sentenceCase } from "@readout/core/wording";
import { requestAsOf } from "../../../as-of/request.ts";
import type { Lane, LaneGroup, SourceMark } from "../../../charts/status-lanes/series.ts";
import { seriesOfFacts } from "../../../charts/status-series.ts";
import { api } from "../../../trpc/server.ts";
import type { TimelineParams } from "./search-params.ts";

/** Lanes on a page; where there are more, a script shows those in sight of all of them, and links lead from page to page. */
export const LANES = 200;

/** A page of lanes in their groups, and what can be said of all there are. */
export type LoadedLanes = {
  groups: LaneGroup[];
  /** All groups, by title and number of lanes. */
  allGroups: [title: string, lanes: number][];
  lanes: Lane[];
  sources: readonly SourceMark[];
  tags: readonly string[];
  total: number;
  /** The first lane of the page, from 1. */
  first: number;
  beyond: boolean;
};

export async function loadLanes(params: TimelineParams): Promise<LoadedLanes> {
  const { input, validOn } = await requestAsOf();
  const { from: _from, to: _to, unknown: _unknown, page, ...filters } = params;
  const skip = (page - 1) * LANES;
  const answer = await api.items.lanes({ ...input, ...filters, skip, limit: LANES });
  const laneOf = ({ id, title, statusSubject, facts, milestones }: LaneAnswer): Lane => ({
    ...{ id, title, subject: statusSubject, milestones },
    status: seriesOfFacts(facts.map(factOf), validOn),
  });
  const groups: LaneGroup[] = [];
  let before = 0;
  for (const { key, lanes: count } of answer.groups) {
    const lanes = answer.lanes.filter(({ group }) => group === key).map(laneOf);
    if (lanes.length > 0) groups.push({ title: titleOf(key), lanes, count, first: Math.max(0, skip - before) + 1 });
    before += count;
  }
  return {
    groups,
    allGroups: answer.groups.map(({ key, lanes: count }) => [titleOf(key), count]),
    lanes: groups.flatMap(({ lanes }) => lanes),
    sources: answer.sources,
    tags: answer.tags,
    total: answer.total,
    first: skip + 1,
    beyond: answer.beyond,
  };
}

const titleOf = (key: string): string => sentenceCase(key.replaceAll("-", " "));

/** What a status is read from: of the words and citations of an entry a lane needs none. */
function factOf(fact: LaneFact): StatusFact | ReviewFact {
  const { seq, kind, status, effective, reported, knownOn } = fact;
  const common = { seq, correctedBy: null, retractedBy: null };
  if (kind === "review" || status === null || effective === null)
    return { ...common, kind: "review", lookedOn: knownOn, note: "" } as unknown as ReviewFact;
  return {
    ...{ ...common, kind, status, effective, reported, summary: "", answer: null, noEvidence: null, evidence: [] },
    effectiveBounds: boundsOf(effective),
    reportedBounds: { earliest: null, latest: knownOn },
  } as unknown as StatusFact;
}

/** Who acts in the world, by name, for choosing; an installation with more than two hundred offers the first of them. */
export async function loadActors(): Promise<{ id: string; name: string }[]> {
  const { input } = await requestAsOf();
  const { actors } = await api.actors.list({ ...input, limit: 200 });
  return actors.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
