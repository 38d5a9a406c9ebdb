import "server-only";
import type { AsOfInput } from "@readout/core/as-of";
import type { SourceId } from "@readout/core/id";
import type { SourcePage, SourceSummary } from "@readout/core/source";
import { api } from "../../trpc/server.ts";

const AT_ONCE = 200;

/** Sources by id, however many; those that were known as of `asOf`, `{}` for all. */
export async function listSources(ids: Iterable<string>, asOf: AsOfInput): Promise<SourceSummary[]> {
  const wanted = [...new Set(ids)] as SourceId[];
  const pages: Promise<SourcePage>[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    pages.push(api.sources.list({ ...asOf, ids: wanted.slice(from, from + AT_ONCE), limit: AT_ONCE }));
  return (await Promise.all(pages)).flatMap(({ sources }) => sources);
}
