import type { Metadata } from "next";
import { firstNews } from "../../../as-of/load-rail.ts";
import { requestAsOf } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { recordDomain } from "../../../charts/axis.ts";
import { FilterForm } from "../../../item-list/filter-form.tsx";
import { listHrefOn, parseItemList, sortWords } from "../../../item-list/filters.ts";
import { ItemList, Paging } from "../../../item-list/item-list.tsx";
import { loadItemList, loadPhaseCounts, rowsAtOnce } from "../../../item-list/load-list.ts";
import { itemListSentence, wholeListSentence } from "../../../item-list/sentence.ts";
import { OnWholePage } from "../../../parts/on-whole-page.tsx";
import { TakeAlong } from "../../../take-along/take-along.tsx";
import { PageScript } from "../../../ui/page-script.tsx";
import { Section } from "../../../ui/section.tsx";
import { SaveView, ViewsLine } from "../../../views/views-line.tsx";
import { WatchView } from "../../../watching/watch-control.tsx";

type ItemsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PARTS = "sentence order watch take list";
const hrefOf = listHrefOn("/items");

export const generateMetadata = (): Promise<Metadata> => pageMetadata("Items");

export default async function ItemsPage({ searchParams }: ItemsPageProps) {
  const [view, params] = [await requestAsOf(), parseItemList(await searchParams)];
  const rows = await rowsAtOnce();
  const isWhole = Object.keys(params.filters).length === 0;
  const [{ page, actors, words }, first, phases] = await Promise.all([
    loadItemList(params, rows),
    firstNews(),
    isWhole ? loadPhaseCounts() : null,
  ]);
  const counts = page?.counts ?? null;
  const sentence =
    phases === null && counts !== null
      ? itemListSentence(counts, words)
      : wholeListSentence(phases ?? (await loadPhaseCounts()));
  return (
    <>
      <h1 className="lead" data-part="sentence">
        {sentence}
      </h1>
      <OnWholePage>
        <FilterForm params={params} view={view} actors={actors} page="/items" parts={PARTS} />
        <ViewsLine />
      </OnWholePage>
      <div data-part="watch">
        <WatchView filters={params.filters} name={words.map(({ words: filter }) => filter).join(", ") || "all items"} />
      </div>
      <Section
        id="list"
        title={<span className="vh">The items</span>}
        className="item-list"
        beside={
          <>
            <span data-part="order">{sortWords[params.sort]}</span>
            <OnWholePage>
              <SaveView view={view} />
            </OnWholePage>
          </>
        }
      >
        <div data-part="list" data-parts={PARTS} data-only="list" data-announce={sentence}>
          <ItemList
            label="Items"
            params={params}
            words={words}
            page={page}
            groups={[{ id: "all", title: null, count: null, rows: page?.items ?? [] }]}
            view={view}
            domain={recordDomain(first, view.today)}
            hrefOf={hrefOf}
          />
          <Paging params={params} nextCursor={page?.nextCursor ?? null} rows={rows} hrefOf={hrefOf} />
        </div>
      </Section>
      <div data-part="take">
        <TakeAlong filters={params.filters} asOf={view.input} form="line" />
      </div>
      <OnWholePage>
        <PageScript name="parts" />
      </OnWholePage>
    </>
  );
}
