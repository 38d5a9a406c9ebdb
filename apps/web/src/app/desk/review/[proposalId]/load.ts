import type { RecordEntry } from "@readout/core/entry";
import type { Evidence } from "@readout/core/evidence";
import { SourceId } from "@readout/core/id";
import type { SourceDetail } from "@readout/core/source";
import type { Cited } from "../../../../items/cited.ts";
import { api } from "../../../../trpc/server.ts";
import { listSources } from "../../../(reading)/list-sources.ts";

/** The sources that a command cites, with all that their lineage leads to, as deciding it needs them. */
export async function loadSources(command: RecordEntry): Promise<Map<string, SourceDetail>> {
  const found = new Map<string, SourceDetail>();
  const seen = new Set<string>();
  let wanted = "evidence" in command ? [...new Set((command.evidence ?? []).map(({ sourceId }) => sourceId))] : [];
  while (wanted.length > 0) {
    for (const id of wanted) seen.add(id);
    for (const source of await Promise.all(wanted.map((id) => api.sources.get({ id })))) found.set(source.id, source);
    const further = [...found.values()].flatMap(({ lineage }) => lineage.map(({ derivedFrom }) => derivedFrom));
    wanted = [...new Set<SourceId>(further)].filter((id) => !seen.has(id));
  }
  return found;
}

/** How the sources are named where they are cited, and the origins that are sources whether or not lineage still leads there. */
export async function loadCited(
  sources: ReadonlyMap<string, SourceDetail>,
  evidence: readonly Evidence[],
): Promise<Cited> {
  const origins = evidence.flatMap((one) => one.origins).flatMap((origin) => SourceId.safeParse(origin).data ?? []);
  const further = await listSources(
    origins.filter((id) => !sources.has(id)),
    {},
  );
  return {
    sources: new Map([...sources].map(([id, source]) => [id, { ...source, open: true }])),
    originNames: new Map([...sources.values(), ...further].map(({ id, publisher }) => [id, publisher])),
  };
}
