import type { AsOfInput, Basis } from "@readout/core/as-of";
import type { Diff } from "@readout/core/diff";
import { boundsOf } from "@readout/core/edtf";
import { addDays, type Day } from "@readout/core/time";
import { sourceDays } from "../../../as-of/news-days.ts";
import type { AsOfView } from "../../../as-of/search-params.ts";
import type { NamedSource } from "../../../changes/change-list.tsx";
import { correctedNews, hasCorrected } from "../../../changes/corrected.ts";
import { api } from "../../../trpc/server.ts";
import { listSources } from "../list-sources.ts";

/** The last day on which something became known by the day shown, and the day before it; null when nothing had. */
export async function lastNews({ basis, knownOn }: AsOfView): Promise<{ from: Day; to: Day } | null> {
  const diff = await api.diff.get({ from: addDays(knownOn, -1), to: knownOn, basis });
  // The rail looks at the days before the one shown; its own news comes first.
  const ownNews = diff.items.some((item) => item.entries.length > 0);
  const day = ownNews ? knownOn : (await api.record.rail({ basis, knownOn })).previousNews;
  return day === null ? null : { from: addDays(day, -1), to: day };
}

/** The days on which the numbered sources appeared, as far as they had. */
export async function numberedDays(input: AsOfInput): Promise<Day[]> {
  const { sources } = await api.sources.list({ ...input, role: "seed" });
  return sourceDays(sources);
}

/** The nearest days with news outside two days: at or before the first, and after the second as far as the page sees. */
export async function nearestNews(
  from: Day,
  to: Day,
  { basis, knownOn }: AsOfView,
): Promise<{ before: Day | null; after: Day | null }> {
  const [earlier, later] = await Promise.all([
    api.record.rail({ basis, knownOn: addDays(from, 1) }),
    api.record.rail({ basis, knownOn: to }),
  ]);
  const after = later.nextNews !== null && later.nextNews <= knownOn ? later.nextNews : null;
  return { before: earlier.previousNews, after };
}

/** What differs between two days, with the new entries in their corrected form as of the later day. */
export async function loadDiff(from: Day, to: Day, basis: Basis): Promise<Diff> {
  const diff = await api.diff.get({ from, to, basis });
  const items = diff.items.map(async (item) => {
    if (!hasCorrected(item)) return item;
    const { entries } = await api.items.entries({ id: item.id, knownOn: to, basis });
    return correctedNews(item, entries);
  });
  return { ...diff, items: await Promise.all(items) };
}

/** What the status of each of these items speaks of. */
export async function subjectsOf(diff: Diff, input: AsOfInput): Promise<Map<string, string>> {
  const wanted = new Set<string>(diff.items.map(({ id }) => id));
  const found = new Map<string, string>();
  for (let cursor: string | undefined; wanted.size > 0; ) {
    const page = await api.items.list({ ...input, limit: 200, ...(cursor !== undefined && { cursor }) });
    for (const item of page.items) if (wanted.delete(item.id)) found.set(item.id, item.statusSubject);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return found;
}

/** Every source that the new entries cite, by id, whenever published; the list shows those that had appeared. */
export async function citedSources(diff: Diff, knownOn: Day): Promise<Map<string, NamedSource>> {
  const cited = diff.items.flatMap(({ entries }) =>
    entries.flatMap((entry) => ("evidence" in entry ? entry.evidence.map(({ sourceId }) => sourceId) : [])),
  );
  const sources = await listSources(cited, {});
  return new Map(
    sources.map(({ id, publisher, published }) => {
      const appeared = boundsOf(published).latest;
      return [id, { publisher, published, open: appeared !== null && appeared <= knownOn }];
    }),
  );
}
