import type { ItemPage } from "@readout/core/item";
import type { FilterName } from "@readout/core/item-filters";
import type { AsOfView } from "../as-of/search-params.ts";
import type { Domain } from "../charts/axis.ts";
import { LeftOut } from "../ui/left-out.tsx";
import { Link } from "../ui/link.tsx";
import { NoData } from "../ui/no-data.tsx";
import { TAGS_ID } from "./filter-form.tsx";
import { type ItemListParams, type ListHref, withoutFilter } from "./filters.ts";
import { type ItemGroup, ItemTable } from "./item-table.tsx";
import { NoMatch } from "./no-match.tsx";
import { SortHead } from "./sort-head.tsx";

type ItemListProps = {
  params: ItemListParams;
  words: readonly { name: FilterName; words: string }[];
  /** Null when the cursor leads nowhere. */
  page: ItemPage | null;
  groups: readonly ItemGroup[];
  view: AsOfView;
  domain: Domain;
  hrefOf: ListHref;
  label: string;
};

/** Filters as words that can be taken away, and the items that are left, each head of a column an order. */
export function ItemList({ params, words, page, groups, view, domain, hrefOf, label }: ItemListProps) {
  const { filters, sort, unknown = [] } = params;
  const head = (by: typeof sort, text: string) => (
    <SortHead filters={filters} sort={by} current={sort} words={text} hrefOf={hrefOf} />
  );
  const tags = [...new Set((page?.items ?? []).flatMap((row) => row.tags))].sort();
  return (
    <>
      <datalist id={TAGS_ID}>
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <LeftOut unknown={unknown} />
      {words.length > 0 && (
        <ul className="taken" aria-label="Filters in use">
          {words.map(({ name, words: filter }) => (
            <li key={name}>
              only {filter} · <Link href={hrefOf(withoutFilter(filters, name), sort)}>take away</Link>
            </li>
          ))}
        </ul>
      )}
      {page === null ? (
        <NoData>
          This place in the list cannot be found again. <Link href={hrefOf(filters, sort)}>From the beginning</Link>
        </NoData>
      ) : page.items.length === 0 ? (
        <NoMatch params={params} words={words} hrefOf={hrefOf} />
      ) : (
        <ItemTable
          label={label}
          groups={groups}
          view={view}
          domain={domain}
          sorted={sort}
          heads={{
            item: head("title", "Item"),
            since: head("moved", "Since"),
            due: head("due", "Next date"),
            reviewed: head("reviewed", "Last reviewed"),
          }}
        />
      )}
    </>
  );
}

type PagingProps = { params: ItemListParams; nextCursor: string | null; rows: number; hrefOf: ListHref };

/** The way on, and back to the beginning. */
export function Paging({ params: { filters, sort, cursor }, nextCursor, rows, hrefOf }: PagingProps) {
  if (cursor === null && nextCursor === null) return null;
  return (
    <nav className="paging" aria-label="Pages of the list">
      {cursor !== null && <Link href={hrefOf(filters, sort)}>From the beginning</Link>}
      {nextCursor !== null && (
        <Link rel="next" className="button" href={hrefOf(filters, sort, nextCursor)}>
          Next {rows} items
        </Link>
      )}
    </nav>
  );
}
