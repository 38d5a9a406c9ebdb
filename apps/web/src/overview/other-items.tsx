import type { AsOfView } from "../as-of/search-params.ts";
import type { Domain } from "../charts/axis.ts";
import { FilterForm } from "../item-list/filter-form.tsx";
import { type ItemListParams, isNarrowed, itemListHref, listHrefOn, sortWords } from "../item-list/filters.ts";
import { ItemList } from "../item-list/item-list.tsx";
import type { LoadedList } from "../item-list/load-list.ts";
import { itemListSentence } from "../item-list/sentence.ts";
import { OnWholePage } from "../parts/on-whole-page.tsx";
import { Link } from "../ui/link.tsx";
import { Section } from "../ui/section.tsx";
import { SaveView, ViewsLine } from "../views/views-line.tsx";
import { byFamily } from "./groups.ts";

type OtherItemsProps = { params: ItemListParams; list: LoadedList; view: AsOfView; domain: Domain };

const PARTS = "rest-title rest-order rest";
const hrefOf = listHrefOn("/");

/**
 * The items that are not main matters, what needs doing first. Narrowed, it is every item that fits, the main matters
 * among them: half an answer would be none.
 */
export function OtherItems({ params, list: { page, actors, words }, view, domain }: OtherItemsProps) {
  const { filters, sort } = params;
  const rows = (page?.items ?? []).filter((item) => words.length > 0 || !item.main);
  const hasMain = rows.length < (page?.items.length ?? 0);
  const counts = page?.counts ?? { found: rows.length, total: rows.length };
  const groups =
    sort === "place"
      ? byFamily(rows).map((group) => ({ ...group, count: page?.nextCursor === null ? group.rows.length : null }))
      : [{ id: "all", title: null, count: null, rows }];
  const title =
    words.length > 0 ? itemListSentence(counts, words).slice(0, -1) : hasMain ? "All other items" : "All items";
  const order = sort === "place" ? "by phase, newest first" : sortWords[sort];
  return (
    <Section
      id="rest"
      title={<span data-part="rest-title">{title}</span>}
      className="others"
      beside={
        <>
          <a href="#filters">filter</a> · <span data-part="rest-order">{order}</span>
          <OnWholePage>
            <SaveView view={view} />
          </OnWholePage>
        </>
      }
    >
      <OnWholePage>
        <ViewsLine />
        <div id="filters" className="filter-panel" data-on={isNarrowed(params) ? "" : undefined}>
          <FilterForm params={params} view={view} actors={actors} page="/" parts={PARTS} />
        </div>
      </OnWholePage>
      <div data-part="rest" data-parts={PARTS} data-only="rest" data-announce={`${title}, ${order}.`}>
        <ItemList
          label={title}
          params={params}
          words={words}
          page={page}
          groups={groups}
          view={view}
          domain={domain}
          hrefOf={hrefOf}
        />
        {page !== null && page.nextCursor !== null && (
          <p className="more">
            The first {page.items.length} of {counts.found.toLocaleString("en-GB")} items.{" "}
            <Link href={itemListHref(filters, sort)}>All of them</Link>
          </p>
        )}
      </div>
    </Section>
  );
}
