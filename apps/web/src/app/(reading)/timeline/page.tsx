import { formatDay } from "@readout/core/edtf-text";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import { atDay } from "../../../as-of/links.ts";
import { firstNews } from "../../../as-of/load-rail.ts";
import { requestAsOf } from "../../../as-of/request.ts";
import type { AsOfView } from "../../../as-of/search-params.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { cutFor, type Domain, recordDomain } from "../../../charts/axis.ts";
import { domainParams, moved, parseDomain, zoomed } from "../../../charts/status-lanes/domain.ts";
import { timelineFacts, timelineSentence } from "../../../charts/status-lanes/series.ts";
import { StatusLanes } from "../../../charts/status-lanes/status-lanes.tsx";
import { Dated } from "../../../ui/dated.tsx";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { PhaseField } from "../../../ui/phase-field.tsx";
import { Section } from "../../../ui/section.tsx";
import { loadLanes, loadSources } from "./load.ts";
import { parseTimeline, type SearchParams, type TimelineParams, timelineHref } from "./search-params.ts";
import styles from "./timeline.module.css";

export const generateMetadata = (): Promise<Metadata> => pageMetadata("Timeline");

export default async function TimelinePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [view, params] = [await requestAsOf(), parseTimeline(await searchParams)];
  const [{ groups, lanes, nextCursor, tags, cited }, first] = await Promise.all([loadLanes(params), firstNews()]);
  const sources = await loadSources(cited);
  const whole = cutFor(recordDomain(first, view.today), view.validOn);
  const domain = parseDomain(params.from, params.to, whole);
  const hrefOf = (path: string) => atDay(path, view.input);
  const today = view.validOn === view.today;
  return (
    <>
      <h1 className="lead">
        <Dated text={timelineSentence(lanes, domain, view.validOn)} />
      </h1>
      <Controls params={params} domain={domain} whole={whole} view={view} tags={tags} />
      {lanes.length === 0 ? (
        <NoData>
          No item {params.phase === null ? "" : `is ${params.phase} `}
          {params.tag === null ? "" : `with the tag ${params.tag.replaceAll("-", " ")}`}.{" "}
          <Link href={timelineHref({ ...params, phase: null, tag: null, cursor: null })}>All items</Link>
        </NoData>
      ) : (
        <>
          <StatusLanes
            groups={groups}
            sources={sources}
            domain={domain}
            end={{ day: view.validOn, words: today ? "today" : formatDay(view.validOn), today }}
            underBand={view.state !== "today" && view.state !== "world"}
            hrefOf={hrefOf}
          />
          <p className={styles.key}>
            Above its line an item advances, below it is in trouble, on it it has ended. Filled: reviewed; outlined or
            dotted: carried forward; hatched: not certain. Flags are dates, diamonds are sources.
          </p>
          {(nextCursor !== null || params.cursor !== null) && (
            <nav aria-label="Pages of the timeline" className={styles.words}>
              {params.cursor !== null && <Link href={timelineHref({ ...params, cursor: null })}>first items</Link>}
              {nextCursor !== null && <Link href={timelineHref({ ...params, cursor: nextCursor })}>next items</Link>}
            </nav>
          )}
          <div className={styles.facts}>
            <Section id="in-order-of-time" title="In order of time">
              <Facts facts={timelineFacts(lanes, sources, domain)} hrefOf={hrefOf} />
            </Section>
          </div>
        </>
      )}
    </>
  );
}

type ControlsProps = { params: TimelineParams; domain: Domain; whole: Domain; view: AsOfView; tags: readonly string[] };

/** The days and the filters, as a form and as words; every answer is an address. */
function Controls({ params, domain, whole, view, tags }: ControlsProps) {
  const span = domainParams(domain);
  const to = (next: Domain) => timelineHref({ ...params, ...domainParams(next) });
  const narrowed = domain.from !== whole.from || domain.until !== whole.until;
  return (
    <form action="/timeline" method="get" className={styles.controls} aria-label="What the timeline shows">
      {Object.entries(view.input).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>From</span>
        <input className="field" name="from" defaultValue={span.from} size={10} />
      </label>
      <label>
        <span>to</span>
        <input className="field" name="to" defaultValue={span.to} size={10} />
      </label>
      <PhaseField phase={params.phase} />
      <label>
        <span>Tag</span>
        <select className="field" name="tag" defaultValue={params.tag ?? ""}>
          <option value="">any</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag.replaceAll("-", " ")}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Grouped by</span>
        <select className="field" name="group" defaultValue={params.group}>
          <option value="phase">phase</option>
          <option value="tag">tag</option>
        </select>
      </label>
      <button className="button" type="submit">
        Show
      </button>
      <p className={styles.words}>
        <Link href={to(moved(domain, -0.5))}>earlier</Link>
        <Link href={to(moved(domain, 0.5))}>later</Link>
        <Link href={to(zoomed(domain, 0.5))}>nearer</Link>
        <Link href={to(zoomed(domain, 2))}>further</Link>
        {narrowed && <Link href={timelineHref({ ...params, from: undefined, to: undefined })}>the whole record</Link>}
        {params.phase !== null && (
          <span>
            only {params.phase} · <Link href={timelineHref({ ...params, phase: null, cursor: null })}>take away</Link>
          </span>
        )}
        {params.tag !== null && (
          <span>
            only {params.tag.replaceAll("-", " ")} ·{" "}
            <Link href={timelineHref({ ...params, tag: null, cursor: null })}>take away</Link>
          </span>
        )}
      </p>
    </form>
  );
}

type FactsProps = { facts: ReturnType<typeof timelineFacts>; hrefOf: (path: string) => string };

/** The lanes as text: closed on a screen, where it would be many times as long as they are; open on paper. */
function Facts({ facts, hrefOf }: FactsProps) {
  if (facts.length === 0) return <NoData>Nothing in these days.</NoData>;
  return (
    <details>
      <summary>{counted(facts.length, "fact")} as text, by their last possible day</summary>
      <ol className="rows dated">
        {facts.map((fact) => (
          <li key={`${fact.kind} ${fact.href} ${fact.date} ${fact.words}`}>
            <span className="nb dim">{fact.date}</span>
            <div>
              <a className="row-title" href={hrefOf(fact.href)}>
                <bdi>{fact.title}</bdi>
              </a>{" "}
              <span className="dim">{fact.words}</span>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
