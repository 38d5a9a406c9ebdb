import { inWords } from "@readout/core/wording";
import type { Metadata } from "next";
import { firstNews } from "../../as-of/load-rail.ts";
import { requestAsOf } from "../../as-of/request.ts";
import { pageMetadata } from "../../as-of/title.ts";
import { recordDomain } from "../../charts/axis.ts";
import { requestMayEdit } from "../../editing/request-may-edit.ts";
import { ItemTable } from "../../item-list/item-table.tsx";
import { Attention } from "../../overview/attention-list.tsx";
import { byFamily } from "../../overview/groups.ts";
import { requestOverview } from "../../overview/load-overview.ts";
import { FallsDue, Moved } from "../../overview/moved.tsx";
import { Phases } from "../../overview/phases.tsx";
import { overviewSentence, plainSentence } from "../../overview/sentence.ts";
import { TakeAlong } from "../../take-along/take-along.tsx";
import { api } from "../../trpc/server.ts";
import { Link } from "../../ui/link.tsx";
import { Section } from "../../ui/section.tsx";

/** As many items as the first page lists; beyond that it points to the list. */
const MOST_ROWS = 200;

export async function generateMetadata(): Promise<Metadata> {
  const overview = await requestOverview();
  const { open, total } = overview.counts;
  return pageMetadata(`${open} of ${total} items are open`, plainSentence(overviewSentence(overview)));
}

export default async function OverviewPage() {
  const view = await requestAsOf();
  const [overview, page, first, mayDecide] = await Promise.all([
    requestOverview(),
    api.items.list({ ...view.input, limit: MOST_ROWS, include: ["intervals", "milestones"] }),
    firstNews(),
    requestMayEdit(),
  ]);
  if (overview.counts.total === 0) return <EmptyRecord />;

  const domain = recordDomain(first, view.today);
  const main = page.items.filter((item) => item.main);
  const rest = page.items.filter((item) => !item.main);
  const groups = byFamily(rest).map((group) => ({
    ...group,
    count: page.nextCursor === null ? group.rows.length : null,
  }));
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
        <Attention overview={overview} mayDecide={mayDecide} />
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
      {rest.length > 0 && (
        <Section
          id="rest"
          title={main.length > 0 ? "All other items" : "All items"}
          beside={
            <>
              <Link href="/items">filter</Link> · by phase, newest first
            </>
          }
        >
          <ItemTable label="All other items" groups={groups} view={view} domain={domain} />
          {page.nextCursor !== null && (
            <p className="more">
              The first {page.items.length} of {overview.counts.total.toLocaleString("en-GB")} items.{" "}
              <Link href="/items">All items</Link>
            </p>
          )}
        </Section>
      )}
      <TakeAlong filters={{}} asOf={view.input} form="line" />
    </>
  );
}

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
