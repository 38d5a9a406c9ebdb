import type { SearchPage } from "@readout/core/search";
import { Link } from "../ui/link.tsx";
import { type Search, searchHref } from "./search-params.ts";
import { filtersInUse } from "./words.ts";

/** What was searched, the nearest spelling, and the next step. */
export function NothingFound({ search, page }: { search: Search; page: SearchPage }) {
  const filters = filtersInUse(search);
  return (
    <div className="no-match">
      {page.nearest !== null && (
        <p className="py-3">
          Nearest spelling: <Link href={searchHref({ q: page.nearest })}>{page.nearest}</Link>
        </p>
      )}
      <WhatIsSearched />
      {filters.length > 0 && (
        <ul>
          {filters.map(({ words, left }) => (
            <li key={words}>
              <Link href={searchHref(left)}>Take away: {words}</Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the words are looked for in. */
export const WhatIsSearched = () => (
  <p className="max-w-[44em] py-3 text-ink-2">
    Searched are the titles, questions and criteria of <Link href="/items">items</Link>, the summaries of their entries
    as they are corrected, what their evidence says, the titles and publishers of <Link href="/sources">sources</Link>,
    and the names of <Link href="/actors">actors</Link>: all that was known on the day shown. Texts of sources are not
    searched. Every word has to be there, the last one may be a beginning, and “in double quotes” words stand together.
  </p>
);
