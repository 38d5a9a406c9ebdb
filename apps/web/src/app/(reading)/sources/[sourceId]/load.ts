import { SourceId } from "@readout/core/id";
import { isAtLeast } from "@readout/core/role";
import type { SourceDetail, SourceText } from "@readout/core/source";
import type { Rests } from "@readout/core/withdrawal";
import { cache } from "react";
import { requestMe } from "../../../../accounts/request-me.ts";
import { requestAsOf } from "../../../../as-of/request.ts";
import { orNull } from "../../../../shell/or-missing.tsx";
import { api } from "../../../../trpc/server.ts";
import { listSources } from "../../list-sources.ts";

/** The source as of the day asked for; once for the page and for its title. */
export const loadSource = cache(async (id: string): Promise<SourceDetail> => {
  const { input } = await requestAsOf();
  return api.sources.get({ ...input, id: id as SourceId });
});

/** All that rests on it, as of that day; once for the page and for its title. */
export const loadRests = cache(async (id: string): Promise<Rests> => {
  const { input } = await requestAsOf();
  return api.sources.rests({ ...input, id: id as SourceId });
});

/** The text that is held of the source, for those who may read it; null for everybody else, and where none is held. */
export async function loadText(id: SourceId): Promise<SourceText | null> {
  const me = await requestMe();
  return me !== null && isAtLeast(me.role, "editor") ? orNull(api.sources.text({ id })) : null;
}

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
