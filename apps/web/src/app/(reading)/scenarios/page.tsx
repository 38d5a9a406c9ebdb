import type { Metadata } from "next";
import { withParams } from "../../../as-of/links.ts";
import { requestAsOf, requestHref } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { ScenarioSetView } from "../../../scenarios/scenario-set-view.tsx";
import { SetIndex } from "../../../scenarios/set-index.tsx";
import { setsSentence } from "../../../scenarios/words.ts";
import { orFirstPage } from "../../../trpc/cursor.ts";
import { api } from "../../../trpc/server.ts";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";

type ScenariosPageProps = { searchParams: Promise<{ cursor?: string | string[] }> };

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata("Scenarios", "Questions watched by their possible outcomes: who leaned which way, and how they ended.");

export default async function ScenariosPage({ searchParams }: ScenariosPageProps) {
  const [{ cursor }, view, href] = await Promise.all([searchParams, requestAsOf(), requestHref()]);
  const page = await orFirstPage(cursor, (from) => api.scenarioSets.list({ ...view.input, ...from }));
  const sets = page.scenarioSets;
  const isWhole = cursor === undefined && page.nextCursor === null;
  return (
    <>
      <h1 className="lead">
        {isWhole ? setsSentence(sets, view.validOn) : "Questions watched by their possible outcomes"}
      </h1>
      {page.isRestart && <NoData>The place in the list that was asked for is not there; this is its beginning.</NoData>}
      {sets.length > 1 && (
        <Section id="index" title="How they stand" beside="what came true, or what is due">
          <SetIndex sets={sets} day={view.validOn} />
        </Section>
      )}
      <div className="sets">
        {sets.map((set) => (
          <ScenarioSetView key={set.id} set={set} day={view.validOn} form="full" />
        ))}
      </div>
      {(cursor !== undefined || page.nextCursor !== null) && (
        <nav className="paging" aria-label="Pages of this list">
          {cursor !== undefined && <Link href={withParams(href, { cursor: null })}>First questions</Link>}
          {page.nextCursor !== null && <Link href={withParams(href, { cursor: page.nextCursor })}>More questions</Link>}
        </nav>
      )}
    </>
  );
}
