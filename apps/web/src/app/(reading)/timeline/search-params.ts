import { ActorId } from "@readout/core/id";
import { OwnerSide } from "@readout/core/item";
import { Phase } from "@readout/core/reading";
import { Status } from "@readout/core/status";
import { isAxisEnd } from "../../../charts/status-lanes/domain.ts";
import { ParamReader } from "../../../ui/param-reader.ts";

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
  /** What was asked for and is not known. */
  unknown: readonly string[];
};

export type TimelineFilter = "phase" | "tag" | "actor" | "owner" | "status";
const filterNames: readonly TimelineFilter[] = ["phase", "tag", "actor", "owner", "status"];

/** Reads the address. What it does not know it leaves out and names. */
export function parseTimeline(search: SearchParams): TimelineParams {
  const params = new ParamReader(search);
  const [from, to] = [dayText(params, "from"), dayText(params, "to")];
  return {
    group: params.text("group") === "tag" ? "tag" : "phase",
    page: pageOf(params.text("page")),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...params.one("phase", Phase),
    ...params.tag(),
    ...params.one("actor", ActorId),
    ...params.one("owner", OwnerSide),
    ...params.many("status", Status),
    unknown: params.unknown,
  };
}

/** An end of the axis, where it can be read. */
function dayText(params: ParamReader, name: "from" | "to"): string | undefined {
  const text = params.text(name);
  if (text === undefined || isAxisEnd(text)) return text;
  params.leaveOut(name, text);
  return undefined;
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
