import { formatDay } from "@readout/core/edtf-text";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import { atDay } from "../../../as-of/links.ts";
import { firstNews } from "../../../as-of/load-rail.ts";
import { requestAsOf } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { cutFor, recordDomain } from "../../../charts/axis.ts";
import { parseDomain } from "../../../charts/status-lanes/domain.ts";
import { timelineSentence } from "../../../charts/status-lanes/sentence.ts";
import { factsOfLane, factsOfSources, inOrderOfTime } from "../../../charts/status-lanes/series.ts";
import { StatusLanes } from "../../../charts/status-lanes/status-lanes.tsx";
import { extentOf } from "../../../charts/status-lanes/view.ts";
import { Dated } from "../../../ui/dated.tsx";
import { LeftOut } from "../../../ui/left-out.tsx";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { PageScript } from "../../../ui/page-script.tsx";
import { Section } from "../../../ui/section.tsx";
import { Controls, filtersInUse } from "./controls.tsx";
import { Facts } from "./facts.tsx";
import { LANES, type LoadedLanes, loadActors, loadLanes } from "./load.ts";
import { parseTimeline, type SearchParams, type TimelineParams, timelineHref, withoutFilter } from "./search-params.ts";
import styles from "./timeline.module.css";

export const generateMetadata = (): Promise<Metadata> => pageMetadata("Timeline");

export default async function TimelinePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [view, params] = [await requestAsOf(), parseTimeline(await searchParams)];
  const [loaded, first, actors] = await Promise.all([loadLanes(params), firstNews(), loadActors()]);
  const { groups, lanes, sources, tags, total } = loaded;
  const record = recordDomain(first, view.today);
  const whole = cutFor(record, view.validOn);
  const domain = parseDomain(params.from, params.to, whole);
  // Before anything was known the record begins nowhere: the days asked for do, so that the axis stands still while it plays.
  const extent = extentOf(
    first === null && params.from !== undefined ? { ...record, from: domain.from } : record,
    domain,
  );
  const hrefOf = (path: string) => atDay(path, view.input);
  const today = view.validOn === view.today;
  const began = lanes.flatMap(({ status }) => (status.kind === "none" ? [] : status.stretches.map(({ from }) => from)));
  const facts = inOrderOfTime([
    ...lanes.flatMap((lane) => factsOfLane(lane, extent.until)),
    ...factsOfSources(sources, extent.until),
  ]);
  const whose = whoseWords(loaded);
  const inUse = filtersInUse(params, actors);
  return (
    <>
      <h1 className="lead" data-swap="finding" data-whose={whose} data-single={lanes.length === 1 ? "" : undefined}>
        <Dated text={timelineSentence({ whose, single: lanes.length === 1 }, began, domain, view.validOn)} />
      </h1>
      <div data-swap="controls">
        <Controls params={params} domain={domain} whole={whole} view={view} tags={tags} actors={actors} />
      </div>
      <div data-swap="none">
        <LeftOut unknown={params.unknown} />
        {lanes.length === 0 && (
          <NoData>
            {total > 0
              ? "There are no lanes on this page. "
              : `No item is ${inUse.map(({ words }) => words).join(", and ")}. `}
            {inUse.map(({ name, words }) => (
              <span key={name}>
                <Link href={timelineHref(withoutFilter(params, name))}>Not only {words}</Link>{" "}
              </span>
            ))}
            <Link href="/timeline">All items</Link>
          </NoData>
        )}
      </div>
      <StatusLanes
        groups={groups}
        allGroups={loaded.allGroups}
        sources={sources}
        domain={domain}
        extent={extent}
        end={{ day: view.validOn, words: today ? "today" : formatDay(view.validOn), today }}
        today={view.today}
        underBand={view.state !== "today" && view.state !== "world"}
        hrefOf={hrefOf}
      />
      <p className={styles.key}>
        Above its line an item advances, below it is in trouble, on it it has ended. Filled: reviewed; outlined or
        dotted: carried forward; hatched: not certain. Flags are dates, diamonds are sources.{" "}
        <span className={styles.scripted}>
          Arrow keys go from mark to mark, plus and minus zoom, the space bar plays.
        </span>
      </p>
      <Pages params={params} loaded={loaded} />
      <div className={styles.facts} data-swap="facts">
        <Section id="in-order-of-time" title="In order of time">
          {total > lanes.length && <p className={styles.words}>Of {whose}; each page of lanes lists its own.</p>}
          <Facts facts={facts} domain={domain} hrefOf={hrefOf} />
        </Section>
      </div>
      <PageScript name="timeline" />
    </>
  );
}

/** Whose statuses the finding speaks of. */
function whoseWords({ lanes, total, first }: LoadedLanes): string {
  if (lanes.length === total) return counted(total, "item");
  return `items ${first} to ${first + lanes.length - 1} of ${total.toLocaleString("en-GB")}`;
}

/** The way from page to page; a script that shows all lanes takes it away. */
function Pages({ params, loaded: { total, beyond, lanes, first } }: { params: TimelineParams; loaded: LoadedLanes }) {
  if (total <= LANES) return <div data-swap="pages" />;
  const last = first + lanes.length - 1;
  return (
    <div data-swap="pages">
      <nav aria-label="Pages of the timeline" className={styles.words} data-pages={LANES}>
        {params.page > 1 && <Link href={timelineHref({ ...params, page: params.page - 1 })}>the {LANES} before</Link>}
        {last < total && <Link href={timelineHref({ ...params, page: params.page + 1 })}>the next {LANES}</Link>}
      </nav>
      {beyond && (
        <p className={styles.words}>
          These are the first {total.toLocaleString("en-GB")} items; filters lead to the others.
        </p>
      )}
    </div>
  );
}
