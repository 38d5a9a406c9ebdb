import { isReadoutError } from "@readout/core/error";
import type { ItemPage } from "@readout/core/item";
import { filterWords } from "@readout/core/item-filters";
import type { Metadata } from "next";
import { firstNews } from "../../../as-of/load-rail.ts";
import { requestAsOf } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { recordDomain } from "../../../charts/axis.ts";
import { FilterForm } from "../../../item-list/filter-form.tsx";
import { type ItemListParams, itemListHref, parseItemList, withoutFilter } from "../../../item-list/filters.ts";
import { ItemTable } from "../../../item-list/item-table.tsx";
import { NoMatch } from "../../../item-list/no-match.tsx";
import { itemListSentence } from "../../../item-list/sentence.ts";
import { SortHead } from "../../../item-list/sort-head.tsx";
import { requestOverview } from "../../../overview/load-overview.ts";
import { TakeAlong } from "../../../take-along/take-along.tsx";
import { api } from "../../../trpc/server.ts";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";
import { WatchView } from "../../../watching/watch-control.tsx";

type ItemsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const ROWS = 50;

export const generateMetadata = (): Promise<Metadata> => pageMetadata("Items");

export default async function ItemsPage({ searchParams }: ItemsPageProps) {
  const [view, params] = [await requestAsOf(), parseItemList(await searchParams)];
  const { filters, sort, cursor } = params;
  const [overview, page, first, actorName] = await Promise.all([
    requestOverview(),
    listItems(params),
    firstNews(),
    filters.actor === undefined ? null : nameOf(filters.actor),
  ]);
  const words = filterWords(filters, actorName);
  const beyond = page === null || page.nextCursor !== null || cursor !== null;
  const rows = page?.items ?? [];
  const tags = [...new Set(rows.flatMap((row) => row.tags))].sort();
  return (
    <>
      <h1 className="lead">{itemListSentence(overview.counts, words, beyond ? null : rows.length)}</h1>
      <FilterForm params={params} view={view} tags={tags} />
      {words.length > 0 && (
        <ul className="taken" aria-label="Filters in use">
          {words.map(({ name, words: filter }) => (
            <li key={name}>
              only {filter} · <Link href={itemListHref(withoutFilter(filters, name), sort)}>take away</Link>
            </li>
          ))}
        </ul>
      )}
      <WatchView filters={filters} name={words.map(({ words: filter }) => filter).join(", ") || "all items"} />
      {page === null ? (
        <NoData>
          This place in the list cannot be found again.{" "}
          <Link href={itemListHref(filters, sort)}>From the beginning</Link>
        </NoData>
      ) : rows.length === 0 ? (
        <NoMatch params={params} words={words} />
      ) : (
        <Section id="list" title={<span className="vh">The items</span>} className="item-list">
          <ItemTable
            label="Items"
            groups={[{ id: "all", title: null, count: null, rows }]}
            view={view}
            domain={recordDomain(first, view.today)}
            heads={{
              item: <SortHead filters={filters} sort="title" current={sort} words="Item" />,
              since: <SortHead filters={filters} sort="moved" current={sort} words="Since" />,
            }}
          />
          <Paging params={params} nextCursor={page.nextCursor} />
        </Section>
      )}
      <TakeAlong filters={filters} asOf={view.input} form="line" />
    </>
  );
}

/** A page of the list; null when the cursor leads nowhere. */
async function listItems({ filters, sort, cursor }: ItemListParams): Promise<ItemPage | null> {
  const { input } = await requestAsOf();
  try {
    return await api.items.list({
      ...input,
      ...filters,
      sort,
      limit: ROWS,
      include: ["intervals", "milestones"],
      ...(cursor !== null && { cursor }),
    });
  } catch (error) {
    if (cursor !== null && isReadoutError(error, "invalid_input")) return null;
    throw error;
  }
}

/** The name of an actor, null when there is none of that id: the filter then simply finds nothing. */
async function nameOf(id: NonNullable<ItemListParams["filters"]["actor"]>): Promise<string | null> {
  try {
    return (await api.actors.get({ id })).name;
  } catch {
    return null;
  }
}

function Paging({
  params: { filters, sort, cursor },
  nextCursor,
}: {
  params: ItemListParams;
  nextCursor: string | null;
}) {
  if (cursor === null && nextCursor === null) return null;
  return (
    <nav className="paging" aria-label="Pages of the list">
      {cursor !== null && <Link href={itemListHref(filters, sort)}>From the beginning</Link>}
      {nextCursor !== null && (
        <Link rel="next" className="button" href={itemListHref(filters, sort, nextCursor)}>
          Next {ROWS} items
        </Link>
      )}
    </nav>
  );
}
