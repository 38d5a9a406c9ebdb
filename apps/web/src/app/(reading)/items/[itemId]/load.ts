import type { Disagreement } from "@readout/core/disagreement";
import type { Entry } from "@readout/core/entry";
import { SourceId } from "@readout/core/id";
import type { ItemDetail } from "@readout/core/item";
import type { ItemGraph } from "@readout/core/item-graph";
import { cache } from "react";
import { requestAsOf } from "../../../../as-of/request.ts";
import { type Cited, type CitedSource, hadAppeared } from "../../../../items/cited.ts";
import { api } from "../../../../trpc/server.ts";
import { listSources } from "../../list-sources.ts";

/** The item as of the day asked for; once for the page and for its title. */
export const loadItem = cache(async (id: string): Promise<ItemDetail> => {
  const { input } = await requestAsOf();
  return api.items.get({ ...input, id: id as ItemDetail["id"] });
});

/** The items around it, over one or two links. */
export async function loadGraph(id: string, hops: number): Promise<ItemGraph> {
  const { input } = await requestAsOf();
  return api.items.graph({ ...input, id: id as ItemDetail["id"], hops });
}

/** The entries visible on that day. */
export async function loadEntries(id: string): Promise<Entry[]> {
  const { input, knownOn } = await requestAsOf();
  // Without any as-of parameter the whole ledger would come; the page shows what is visible.
  const { entries } = await api.items.entries({ knownOn, ...input, id: id as ItemDetail["id"] });
  return entries;
}

/** The sources that entries and disagreements cite, whenever published: a citation names its source even before it appeared. */
export async function loadCited(entries: readonly Entry[], disagreements: readonly Disagreement[]): Promise<Cited> {
  const { knownOn, state } = await requestAsOf();
  const evidence = entries.flatMap((entry) => ("evidence" in entry ? entry.evidence : []));
  const citations = disagreements.flatMap(({ sides }) => sides.flatMap((side) => side.citations));
  const cited = [...evidence, ...citations].map(({ sourceId }) => sourceId);
  // An origin is a name or the id of a source; what is no source's id simply finds none.
  const origins = evidence.flatMap((one) => one.origins).flatMap((origin) => SourceId.safeParse(origin).data ?? []);
  const found = await listSources([...cited, ...origins], {});
  const sources = new Map<string, CitedSource>();
  for (const { id, publisher, title, published, language, reliability, origin } of found) {
    const open = state === "today" || state === "world" || hadAppeared(published, knownOn);
    sources.set(id, { id, publisher, title, published, language, reliability, origin, open });
  }
  return { sources, originNames: new Map(found.map(({ id, publisher }) => [id, publisher])) };
}

/** What the people and services behind entries are called, by id; for signed-in people. */
export async function loadNames(): Promise<(id: string) => string> {
  const { people } = await api.people.list({});
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
