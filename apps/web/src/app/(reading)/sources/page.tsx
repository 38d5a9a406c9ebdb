import type { SourceSummary } from "@readout/core/source";
import type { Metadata } from "next";
import { withParams } from "../../../as-of/links.ts";
import { requestAsOf, requestHref } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { SourceFilterForm } from "../../../sources/filter-form.tsx";
import { narrowedSentence, narrowedWords, parseSourceFilters } from "../../../sources/filters.ts";
import { SourceList } from "../../../sources/source-list.tsx";
import { sourcesSentence } from "../../../sources/words.ts";
import { orFirstPage } from "../../../trpc/cursor.ts";
import { api } from "../../../trpc/server.ts";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";

type SourcesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** As many as are counted to say how many there are; beyond that the sentence says "more than". */
const COUNTED = 200;

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata("Sources", "Every source the record rests on, how it is rated and how far it is first-hand.");

export default async function SourcesPage({ searchParams }: SourcesPageProps) {
  const [search, { input }, href] = await Promise.all([searchParams, requestAsOf(), requestHref()]);
  const { cursor } = search;
  const filters = parseSourceFilters(search);
  const [page, counted] = await Promise.all([
    orFirstPage(cursor, (from) => api.sources.list({ ...input, ...filters, ...from })),
    api.sources.list({ ...input, ...filters, limit: COUNTED }),
  ]);
  const narrowed = narrowedWords(filters, counted.sources[0]?.publisher ?? null);
  const numbered = page.sources.filter((source) => source.role === "seed");
  const others = page.sources.filter((source) => source.role !== "seed");
  const isWhole = cursor === undefined && page.nextCursor === null;
  return (
    <>
      <h1 className="lead">
        {narrowed === null
          ? sourcesSentence(counted.sources, counted.nextCursor === null)
          : narrowedSentence(counted.sources.length, counted.nextCursor === null, narrowed)}
      </h1>
      <SourceFilterForm filters={filters} name={counted.sources[0]?.publisher ?? null} asOf={input} />
      {page.isRestart && <NoData>The place in the list that was asked for is not there; this is its beginning.</NoData>}
      {page.sources.length === 0 && (
        <NoData>
          {narrowed === null ? <a href="/sources">Sources as known today</a> : <Link href="/sources">All sources</Link>}
        </NoData>
      )}
      <Part id="numbered" title="Read by paragraph" beside="in the order of the record" sources={numbered} />
      <Part
        id="others"
        title="Other sources"
        beside={isWhole && !isRated(others) ? "newest first · all rated F, cannot be judged" : "newest first"}
        sources={others}
      />
      {(cursor !== undefined || page.nextCursor !== null) && (
        <nav className="paging" aria-label="Pages of this list">
          {cursor !== undefined && <Link href={withParams(href, { cursor: null })}>First sources</Link>}
          {page.nextCursor !== null && <Link href={withParams(href, { cursor: page.nextCursor })}>More sources</Link>}
        </nav>
      )}
    </>
  );
}

const isRated = (sources: readonly SourceSummary[]) => sources.some(({ reliability }) => reliability !== "F");

type PartProps = { id: string; title: string; beside: string; sources: readonly SourceSummary[] };

function Part({ id, title, beside, sources }: PartProps) {
  if (sources.length === 0) return null;
  return (
    <Section id={id} title={title} beside={beside}>
      <SourceList sources={sources} label={title} />
    </Section>
  );
}
