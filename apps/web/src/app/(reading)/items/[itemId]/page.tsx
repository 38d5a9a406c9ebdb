import { resolveAsOf } from "@readout/core/as-of";
import { formatDay } from "@readout/core/edtf-text";
import type { Entry } from "@readout/core/entry";
import { type LedgerOrder, ledgerRows, singleRecordingDay } from "@readout/core/ledger-rows";
import { readingWords } from "@readout/core/reading-words";
import { isAtLeast } from "@readout/core/role";
import type { Instant } from "@readout/core/time";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import { requestMe } from "../../../../accounts/request-me.ts";
import { atDay } from "../../../../as-of/links.ts";
import { requestAsOf } from "../../../../as-of/request.ts";
import type { AsOfView } from "../../../../as-of/search-params.ts";
import { pageMetadata } from "../../../../as-of/title.ts";
import { Dependencies } from "../../../../charts/dependencies/dependencies.tsx";
import { graphSeries } from "../../../../charts/dependencies/series.ts";
import { ItemChart } from "../../../../charts/item-chart/item-chart.tsx";
import { itemChartSeries } from "../../../../charts/item-chart/series.ts";
import { proposesAs } from "../../../../desk/proposes-as.ts";
import { History } from "../../../../editing/history/history.tsx";
import { loadItemHistory } from "../../../../editing/history/load-history.ts";
import { requestMayEdit } from "../../../../editing/request-may-edit.ts";
import { DisagreementFrame } from "../../../../items/disagreement-frame.tsx";
import { ItemHead } from "../../../../items/item-head.tsx";
import styles from "../../../../items/item-page.module.css";
import { LedgerList } from "../../../../items/ledger.tsx";
import { LinkedItems } from "../../../../items/linked-items.tsx";
import { MilestoneDates } from "../../../../items/milestone-dates.tsx";
import { People } from "../../../../items/people.tsx";
import { placeDisagreements } from "../../../../items/place-disagreements.ts";
import { ReadingPanel } from "../../../../items/reading-panel.tsx";
import { WhatWouldChange } from "../../../../items/would-change.tsx";
import { ScenarioSetView } from "../../../../scenarios/scenario-set-view.tsx";
import { stateWords } from "../../../../scenarios/words.ts";
import { EmbedSnippets } from "../../../../sharing/embed-snippets.tsx";
import { orMissing, titleOrMissing } from "../../../../shell/or-missing.tsx";
import { TakeAlong } from "../../../../take-along/take-along.tsx";
import { now } from "../../../../trpc/server.ts";
import { Link } from "../../../../ui/link.tsx";
import { NoData } from "../../../../ui/no-data.tsx";
import { Section } from "../../../../ui/section.tsx";
import { WatchItem } from "../../../../watching/watch-control.tsx";
import { loadCited, loadEntries, loadGraph, loadItem, loadNames } from "./load.ts";
import { parseHops, parseLedgerOrder, parseRecorded } from "./search-params.ts";

type ItemPageProps = {
  params: Promise<{ itemId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function titleOf({ params }: ItemPageProps): Promise<Metadata> {
  const item = await loadItem((await params).itemId);
  const { status, rest } = readingWords(item.reading, item.statusSubject, null);
  return pageMetadata(item.title, `${status}${rest}. ${item.question}`, { picture: `/og/items/${item.id}.png` });
}

async function ItemPage({ params, searchParams }: ItemPageProps) {
  const { itemId } = await params;
  const [view, item, entries, mayEdit, me] = await Promise.all([
    requestAsOf(),
    loadItem(itemId),
    loadEntries(itemId),
    requestMayEdit(),
    requestMe(),
  ]);
  const search = await searchParams;
  const isToday = view.state === "today";
  const mayRecord = me !== null && isAtLeast(me.role, "analyst");
  const entryWay = !mayRecord ? null : proposesAs(me) ? "propose" : "record";
  const cited = await loadCited(entries, item.disagreements);
  const order = parseLedgerOrder(search);
  const rows = ledgerRows(entries, order);
  const citing = rows.flatMap((row) =>
    row.kind === "status" && row.retraction === null ? [{ seq: row.seq, evidence: row.fact.evidence }] : [],
  );
  const { atEntry, rest } = placeDisagreements(item.disagreements, citing);
  const chart = itemChartSeries(entries, item.milestones, resolveAsOf(view.input, now() as Instant), view.today);
  const hops = parseHops(search);
  const graph = item.links.length === 0 ? null : graphSeries(await loadGraph(itemId, hops));
  const keep = (seq: number) => `#entry-${seq}`;
  return (
    <>
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`Readout: ${item.title}`}
        href={`/items/${item.id}/feed.atom`}
      />
      <ItemHead item={item} entryWay={entryWay} mayEdit={mayEdit} isToday={isToday} />
      <ReadingPanel item={item} entries={entries} cited={cited} view={view} reviewWay={isToday ? entryWay : null} />
      <WatchItem itemId={itemId} />
      <div className={styles.body}>
        <div>
          {chart !== null && <ItemChart series={chart} hrefOf={keep} />}
          {entries.length > 0 && (
            <div className={chart === null ? undefined : styles.ledgerSection}>
              <Section id="would-change" title="What would change this">
                <WhatWouldChange item={item} entries={entries} view={view} mayDecide={mayEdit} />
              </Section>
            </div>
          )}
          {entries.length > 0 && (
            <div className={styles.ledgerSection}>
              <Section
                id="ledger"
                title="Ledger"
                beside={<LedgerRemarks item={itemId} order={order} entries={entries} view={view} />}
              >
                {rows.length === 0 ? (
                  <NoData>{order.onlyChanges ? "No entry changed the status." : "No entries."}</NoData>
                ) : (
                  <LedgerList
                    rows={rows}
                    entries={entries}
                    cited={cited}
                    disagreements={atEntry}
                    view={view}
                    desk={{
                      itemId,
                      mayAmend: mayRecord && isToday,
                      nameOf: me === null ? null : await loadNames(),
                      recorded: me === null ? null : parseRecorded(search),
                    }}
                  />
                )}
              </Section>
            </div>
          )}
          {rest.length > 0 && (
            <div className={styles.ledgerSection}>
              <Section id="disagreements" title="Sources disagree">
                {rest.map((disagreement) => (
                  <DisagreementFrame key={disagreement.id} disagreement={disagreement} cited={cited} open />
                ))}
              </Section>
            </div>
          )}
        </div>
        <aside aria-label="About this item">
          {item.milestones.length > 0 && (
            <Section id="dates" title="Dates">
              <MilestoneDates milestones={item.milestones} on={view.validOn} mayDecide={mayEdit} />
            </Section>
          )}
          {item.scenarioSets.map((set) => (
            <Section key={set.id} id="scenarios" title="Scenarios" beside={stateWords(set, view.validOn)}>
              <ScenarioSetView set={set} day={view.validOn} form="compact" />
              <p className={styles.under}>
                <Link href={`/scenarios#set-${set.id}`}>criteria and indicators</Link>
              </p>
            </Section>
          ))}
          {item.links.length > 0 && (
            <Section
              id="linked"
              title="Linked items"
              beside={
                <a className="on-screen" href="#graph">
                  as a graph
                </a>
              }
            >
              <LinkedItems links={item.links} />
            </Section>
          )}
          {item.actors.length > 0 && (
            <Section id="people" title="People and offices">
              <People actors={item.actors} />
            </Section>
          )}
          <Section id="take-along" title="Take along">
            <TakeAlong filters={{ items: [item.id] }} asOf={view.input} form="list" />
          </Section>
          <EmbedSnippets id={item.id} title={item.title} />
        </aside>
      </div>
      {graph?.kind === "graph" && (
        <div className={styles.ledgerSection}>
          <Section id="graph" title="What it is linked to">
            <Dependencies series={graph.series} hops={hops} />
          </Section>
        </div>
      )}
      <History edits={await loadItemHistory(item)} />
    </>
  );
}

type RemarksProps = { item: string; order: LedgerOrder; entries: readonly Entry[]; view: AsOfView };

/** How many entries there are, in which order, and the other orders there are. */
function LedgerRemarks({ item, order, entries, view }: RemarksProps) {
  const href = (next: LedgerOrder) => {
    const query = new URLSearchParams();
    if (next.order === "recording") query.set("order", "recording");
    if (next.onlyChanges) query.set("only", "changes");
    const text = query.toString();
    return atDay(`/items/${item}${text === "" ? "" : `?${text}`}#ledger`, view.input);
  };
  const recordedOn = singleRecordingDay(entries);
  const past = view.state !== "today" && view.state !== "world";
  return (
    <>
      {counted(entries.length, "entry", "entries")}
      {recordedOn !== null &&
        !past &&
        entries.length > 1 &&
        `, recorded on ${formatDay(recordedOn as Parameters<typeof formatDay>[0])}`}
      {entries.length > 1 && (
        <>
          {" · "}
          {order.order === "effective" ? "newest first" : "last recorded first"}
          <span className="on-screen">
            {" · "}
            <a href={href({ ...order, onlyChanges: !order.onlyChanges })}>
              {order.onlyChanges ? "all entries" : "only changes"}
            </a>
            {" · "}
            <a href={href({ ...order, order: order.order === "effective" ? "recording" : "effective" })}>
              {order.order === "effective" ? "by recording" : "by beginning"}
            </a>
          </span>
        </>
      )}
      {past && (
        <>
          {" · "}
          <b>later ones are not shown</b>
        </>
      )}
    </>
  );
}

export const generateMetadata = titleOrMissing(titleOf);
export default orMissing(ItemPage);
