import { SourceId } from "@readout/core/id";
import type { SourceDetail } from "@readout/core/source";
import { cache } from "react";
import { requestAsOf } from "../../../../as-of/request.ts";
import { api } from "../../../../trpc/server.ts";
import { listSources } from "../../list-sources.ts";

/** The source as of the day asked for; once for the page and for its title. */
export const loadSource = cache(async (id: string): Promise<SourceDetail> => {
  const { input } = await requestAsOf();
  return api.sources.get({ ...input, id: id as SourceId });
});

/** Titles of those who said the shared statements first, where they are sources held here. */
export async function loadOriginTitles(source: SourceDetail): Promise<Map<string, string>> {
  const titles = new Map<string, string>(
    source.lineage.map(({ derivedFrom, derivedFromTitle }) => [derivedFrom, derivedFromTitle]),
  );
  const unknown = source.statements
    .map(({ origin }) => origin)
    // A publisher's name stands for itself; only what may be an id is looked up.
    .filter((origin) => !titles.has(origin) && origin !== source.id && SourceId.safeParse(origin).success);
  const { input } = await requestAsOf();
  for (const { id, title } of await listSources(unknown, input)) titles.set(id, title);
  return titles;
}
