import type { Metadata } from "next";
import { requestAsOf } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { KindFacet, OtherFacets } from "../../../search/facet-list.tsx";
import { HitList } from "../../../search/hit-list.tsx";
import { NothingFound, WhatIsSearched } from "../../../search/nothing-found.tsx";
import { SearchForm } from "../../../search/search-form.tsx";
import { parseSearch, searchHref } from "../../../search/search-params.ts";
import { filtersInUse, searchSentence } from "../../../search/words.ts";
import { orFirstPage } from "../../../trpc/cursor.ts";
import { api } from "../../../trpc/server.ts";
import { LeftOut } from "../../../ui/left-out.tsx";
import { Link } from "../../../ui/link.tsx";
import { ParamReader } from "../../../ui/param-reader.ts";

type SearchPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const HITS = 30;

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const { q } = parseSearch(new ParamReader(await searchParams));
  return { ...(await pageMetadata(q === null ? "Search" : `Search: ${q}`)), robots: { index: false, follow: true } };
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const [params, { input }] = [await searchParams, await requestAsOf()];
  const read = new ParamReader(params);
  const search = parseSearch(read);
  const { q } = search;
  if (q === null)
    return (
      <>
        <h1 className="lead">Search what is followed here, and what it rests on.</h1>
        <SearchForm q={null} day={input} />
        <WhatIsSearched />
      </>
    );
  const page = await orFirstPage(params.cursor, (from) =>
    api.search.find({ ...input, ...search, q, limit: HITS, ...from }),
  );
  const filters = filtersInUse(search);
  return (
    <>
      <h1 className="lead">{searchSentence(search, page)}</h1>
      <SearchForm q={q} day={input} />
      {page.readAs !== null && (
        <p className="read-as">
          Nothing has “{q}” as it is typed. Shown is what has “{page.readAs}”.
        </p>
      )}
      <LeftOut unknown={read.unknown} />
      {filters.length > 0 && (
        <ul className="taken" aria-label="Filters in use">
          {filters.map(({ words, left }) => (
            <li key={words}>
              only {words} · <Link href={searchHref(left)}>take away</Link>
            </li>
          ))}
        </ul>
      )}
      {page.hits.length === 0 ? (
        <NothingFound search={search} page={page} />
      ) : (
        <div className="found">
          <div className="kinds">
            <KindFacet search={search} facets={page.facets} />
          </div>
          <section aria-label="What was found">
            <HitList hits={page.hits} />
            {(page.nextCursor !== null || params.cursor !== undefined) && (
              <nav className="paging" aria-label="Pages of this list">
                {params.cursor !== undefined && <Link href={searchHref(search)}>From the beginning</Link>}
                {page.nextCursor !== null && (
                  <Link rel="next" className="button" href={searchHref(search, page.nextCursor)}>
                    Next {HITS}
                  </Link>
                )}
              </nav>
            )}
          </section>
          <div className="others">
            <OtherFacets search={search} facets={page.facets} />
          </div>
        </div>
      )}
    </>
  );
}
