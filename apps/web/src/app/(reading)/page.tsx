import { inWords } from "@readout/core/wording";
import type { Metadata } from "next";
import { firstNews } from "../../as-of/load-rail.ts";
import { requestAsOf, requestIsPart } from "../../as-of/request.ts";
import { pageMetadata } from "../../as-of/title.ts";
import { recordDomain } from "../../charts/axis.ts";
import { requestMayEdit } from "../../editing/request-may-edit.ts";
import { type ItemListParams, isNarrowed, parseItemList } from "../../item-list/filters.ts";
import { ItemTable } from "../../item-list/item-table.tsx";
import { loadItemList, rowsAtOnce } from "../../item-list/load-list.ts";
import { Attention } from "../../overview/attention-list.tsx";
import { requestOverview } from "../../overview/load-overview.ts";
import { FallsDue, Moved } from "../../overview/moved.tsx";
import { OtherItems } from "../../overview/other-items.tsx";
import { Phases } from "../../overview/phases.tsx";
import { overviewSentence, plainSentence } from "../../overview/sentence.ts";
import { TakeAlong } from "../../take-along/take-along.tsx";
import { Link } from "../../ui/link.tsx";
import { PageScript } from "../../ui/page-script.tsx";
import { Section } from "../../ui/section.tsx";
import { SinceLastVisit } from "../../visits/since-last-visit.tsx";

/** As many items as the first page lists; beyond that, and earlier once it is narrowed, it points to the list. */
const MOST_ROWS = 200;

type OverviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  if (await requestIsPart()) return {};
  const overview = await requestOverview();
  const { open, total } = overview.counts;
  return pageMetadata(`${open} of ${total} items are open`, plainSentence(overviewSentence(overview)));
}

export default async function OverviewPage({ searchParams }: OverviewPageProps) {
  const [view, search, isPart] = [await requestAsOf(), await searchParams, await requestIsPart()];
  const params: ItemListParams = { ...parseItemList(search), cursor: null };
  const [list, first] = await Promise.all([
    loadItemList(params, isNarrowed(params) || isPart ? await rowsAtOnce() : MOST_ROWS),
    firstNews(),
  ]);
  const domain = recordDomain(first, view.today);
  const rest = <OtherItems params={params} list={list} view={view} domain={domain} />;
  if (isPart) return rest;

  const [overview, mayDecide, mainRows] = await Promise.all([
    requestOverview(),
    requestMayEdit(),
    // The main matters stand first in the record, and stay whatever the list below is narrowed to.
    isNarrowed(params) ? loadItemList(parseItemList({}), MOST_MAIN) : list,
  ]);
  if (overview.counts.total === 0) return <EmptyRecord />;
  const main = (mainRows.page?.items ?? []).filter((item) => item.main);
  return (
    <>
      <h1 className="lead">
        {overviewSentence(overview).map((piece, i) =>
          typeof piece === "string" ? (
            piece
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence, never reordered
            <Link key={i} href={piece.href}>
              {piece.words}
            </Link>
          ),
        )}
      </h1>
      <Phases counts={overview.counts} />
      <div className="cols">
        <div>
          {view.state === "today" && overview.token !== null && <SinceLastVisit token={overview.token} />}
          <Attention overview={overview} mayDecide={mayDecide} />
        </div>
        <div>
          <Moved moved={overview.moved} />
          <FallsDue overview={overview} />
        </div>
      </div>
      {main.length > 0 && (
        <Section
          id="main"
          title={main.length === 1 ? "The main matter" : `The ${inWords(main.length)} main matters`}
          beside="filled: reviewed · outlined or dotted: carried forward since the last review"
        >
          <ItemTable
            big
            label="The main matters"
            groups={[{ id: "main", title: null, count: null, rows: main }]}
            view={view}
            domain={domain}
          />
        </Section>
      )}
      {rest}
      <TakeAlong filters={{}} asOf={view.input} form="line" />
      <PageScript name="parts" />
    </>
  );
}

/** Far more main matters than anybody can keep in mind. */
const MOST_MAIN = 12;

function EmptyRecord() {
  return (
    <>
      <h1 className="lead">Nothing is followed yet.</h1>
      <p className="dim max-w-[44em]">
        The record holds no item. One is opened through the <Link href="/docs/api">API</Link> with an editor’s key; its
        ledger, and this page, fill with the first entry.
      </p>
    </>
  );
}
