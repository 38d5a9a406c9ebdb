import { resolveAsOf } from "@readout/core/as-of";
import type { ItemRow } from "@readout/core/item";
import type { SourceSummary } from "@readout/core/source";
import type { Instant } from "@readout/core/time";
import { sentenceCase } from "@readout/core/wording";
import { requestAsOf } from "../../../as-of/request.ts";
import type { Lane, LaneGroup } from "../../../charts/status-lanes/series.ts";
import { seriesOfLedger } from "../../../charts/status-series.ts";
import { api, now } from "../../../trpc/server.ts";
import { listSources } from "../list-sources.ts";
import type { TimelineParams } from "./search-params.ts";

/** Every lane reads its ledger: a page of them is no longer than what one ledger query each can bear. */
const LANES = 100;

/** A page of lanes in their groups. Ledgers are read because they alone know which dates are "c." and who looked when. */
export async function loadLanes(
  params: TimelineParams,
): Promise<{ groups: LaneGroup[]; lanes: Lane[]; nextCursor: string | null; tags: string[]; cited: Set<string> }> {
  const { input, knownOn } = await requestAsOf();
  const { phase, tag, cursor, group } = params;
  const page = await api.items.list({
    ...input,
    ...(phase !== null && { phase }),
    ...(tag !== null && { tag }),
    ...(cursor !== null && { cursor }),
    sort: "place",
    limit: LANES,
    include: ["milestones"],
  });
  const asOf = resolveAsOf(input, now() as Instant);
  const cited = new Set<string>();
  const lanes = await Promise.all(
    page.items.map(async (row): Promise<{ row: ItemRow; lane: Lane }> => {
      const { entries } = await api.items.entries({ knownOn, ...input, id: row.id });
      for (const entry of entries)
        for (const { sourceId } of "evidence" in entry ? entry.evidence : []) cited.add(sourceId);
      const { id, title, statusSubject, milestones = [] } = row;
      return { row, lane: { id, title, subject: statusSubject, status: seriesOfLedger(entries, asOf), milestones } };
    }),
  );
  const groups = new Map<string, Lane[]>();
  for (const { row, lane } of lanes) {
    const title = group === "tag" ? tagGroup(row, tag) : phaseGroup(row);
    groups.set(title, [...(groups.get(title) ?? []), lane]);
  }
  const order = group === "tag" ? [...groups.keys()].sort() : PHASES;
  return {
    groups: order.flatMap((title) => (groups.has(title) ? [{ title, lanes: groups.get(title) ?? [] }] : [])),
    lanes: lanes.map(({ lane }) => lane),
    nextCursor: page.nextCursor,
    cited,
    tags: [...new Set(page.items.flatMap((row) => row.tags))].sort(),
  };
}

const PHASES = ["Open", "Closed", "Not yet raised"];

const phaseGroup = ({ phase }: ItemRow): string =>
  phase === null ? "Not yet raised" : phase === "open" ? "Open" : "Closed";

/** An item stands once, under the first of its tags that is not the one filtered by. */
const tagGroup = ({ tags }: ItemRow, filter: string | null): string =>
  sentenceCase((tags.find((tag) => tag !== filter) ?? tags[0] ?? "without a tag").replaceAll("-", " "));

/** The sources that these ledgers cite, as far as they had appeared on the day shown. */
export async function loadSources(cited: ReadonlySet<string>): Promise<SourceSummary[]> {
  return listSources(cited, (await requestAsOf()).input);
}
