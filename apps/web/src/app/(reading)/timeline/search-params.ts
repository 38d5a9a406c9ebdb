import { Tag } from "@readout/core/item";
import { Phase } from "@readout/core/reading";

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the timeline shows, as its address says it; `from` and `to` are read by charts/status-lanes/domain.ts. */
export type TimelineParams = {
  from: string | undefined;
  to: string | undefined;
  phase: Phase | null;
  tag: string | null;
  group: "phase" | "tag";
  cursor: string | null;
};

/** Reads the address; what it does not know, the page ignores. */
export function parseTimeline(search: SearchParams): TimelineParams {
  const one = (name: string): string | undefined => {
    const value = search[name];
    const text = (Array.isArray(value) ? value.at(-1) : value)?.trim();
    return text === "" ? undefined : text;
  };
  const phase = Phase.safeParse(one("phase"));
  const tag = Tag.safeParse(one("tag")?.toLowerCase().replaceAll(" ", "-"));
  return {
    from: one("from"),
    to: one("to"),
    phase: phase.success ? phase.data : null,
    tag: tag.success ? tag.data : null,
    group: one("group") === "tag" ? "tag" : "phase",
    cursor: one("cursor") ?? null,
  };
}

/** The address of the timeline with these parameters; the day is added by the link. */
export function timelineHref(params: TimelineParams): string {
  const search = new URLSearchParams();
  for (const name of ["from", "to", "phase", "tag", "cursor"] as const) {
    const value = params[name];
    if (value !== undefined && value !== null) search.set(name, value);
  }
  if (params.group === "tag") search.set("group", "tag");
  const text = search.toString();
  return text === "" ? "/timeline" : `/timeline?${text}`;
}
