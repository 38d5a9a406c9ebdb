import { ActorId } from "@readout/core/id";
import { OwnerSide, Tag } from "@readout/core/item";
import { Phase } from "@readout/core/reading";
import { Status } from "@readout/core/status";

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the timeline shows, as its address says it; `from` and `to` are read by charts/status-lanes/domain.ts. */
export type TimelineParams = {
  from?: string;
  to?: string;
  phase?: Phase;
  tag?: string;
  actor?: ActorId;
  owner?: OwnerSide;
  status?: Status[];
  group: "phase" | "tag";
  /** Which two hundred lanes, from 1. */
  page: number;
};

export type TimelineFilter = "phase" | "tag" | "actor" | "owner" | "status";
const filterNames: readonly TimelineFilter[] = ["phase", "tag", "actor", "owner", "status"];

/** Reads the address; what it does not know, the page ignores. */
export function parseTimeline(search: SearchParams): TimelineParams {
  const one = (name: string): string | undefined => {
    const value = search[name];
    const text = (Array.isArray(value) ? value.at(-1) : value)?.trim();
    return text === "" ? undefined : text;
  };
  const params: TimelineParams = { group: one("group") === "tag" ? "tag" : "phase", page: pageOf(one("page")) };
  const [from, to] = [one("from"), one("to")];
  if (from !== undefined) params.from = from;
  if (to !== undefined) params.to = to;
  const phase = Phase.safeParse(one("phase"));
  if (phase.success) params.phase = phase.data;
  const tag = Tag.safeParse(one("tag")?.toLowerCase().replaceAll(" ", "-"));
  if (tag.success) params.tag = tag.data;
  const actor = ActorId.safeParse(one("actor"));
  if (actor.success) params.actor = actor.data;
  const owner = OwnerSide.safeParse(one("owner"));
  if (owner.success) params.owner = owner.data;
  const statuses = (one("status") ?? "").split(",").flatMap((word) => Status.safeParse(word.trim()).data ?? []);
  if (statuses.length > 0) params.status = [...new Set(statuses)];
  return params;
}

const pageOf = (text: string | undefined): number => (/^([1-9]|10)$/.test(text ?? "") ? Number(text) : 1);

/** The address of the timeline with these parameters; the day is added by the link. */
export function timelineHref(params: TimelineParams): string {
  const search = new URLSearchParams();
  for (const name of ["from", "to", ...filterNames] as const) {
    const value = params[name];
    if (value !== undefined) search.set(name, Array.isArray(value) ? value.join(",") : value);
  }
  if (params.group === "tag") search.set("group", "tag");
  if (params.page > 1) search.set("page", String(params.page));
  const text = search.toString();
  return text === "" ? "/timeline" : `/timeline?${text}`;
}

/** The same from the first page on, without one of the filters. */
export function withoutFilter(params: TimelineParams, name: TimelineFilter): TimelineParams {
  const { [name]: _, ...rest } = params;
  return { ...rest, page: 1 };
}
