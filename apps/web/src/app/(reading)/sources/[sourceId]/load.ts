import { SourceId } from "@readout/core/id";
import type { SourceDetail } from "@readout/core/source";
import { cache } from "react";
import { requestAsOf } from "../../../../as-of/request.ts";
import { api } from "../../../../trpc/server.ts";

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
  const { input } = await requestAsOf();
  const unknown = new Set(
    source.statements.map(({ origin }) => origin).filter((id) => !titles.has(id) && id !== source.id),
  );
  await Promise.all(
    [...unknown].map(async (origin) => {
      const id = SourceId.safeParse(origin);
      if (!id.success) return;
      // A publisher's name may look like an id; then there is no such source, and the name stands for itself.
      const found = await api.sources.get({ ...input, id: id.data }).catch(() => null);
      if (found !== null) titles.set(origin, found.title);
    }),
  );
  return titles;
}
