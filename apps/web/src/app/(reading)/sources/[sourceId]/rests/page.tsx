import { shortPublisher } from "@readout/core/publisher";
import type { SourceDetail } from "@readout/core/source";
import type { Metadata } from "next";
import { pageMetadata } from "../../../../../as-of/title.ts";
import { orMissing, titleOrMissing } from "../../../../../shell/or-missing.tsx";
import { FateList, RestingDisagreements, RestingEntries, RestingViews } from "../../../../../sources/rests-list.tsx";
import { DeriveFromIt } from "../../../../../sources/rests-on.tsx";
import { restsSentence } from "../../../../../sources/rests-words.ts";
import { SharedStatements } from "../../../../../sources/shared-statements.tsx";
import { Link } from "../../../../../ui/link.tsx";
import { NoData } from "../../../../../ui/no-data.tsx";
import { Section } from "../../../../../ui/section.tsx";
import { loadOriginTitles, loadRests, loadSource } from "../load.ts";

type RestsPageProps = { params: Promise<{ sourceId: string }> };

const nameOf = (source: SourceDetail) => `this ${shortPublisher(source.publisher)} source`;

async function titleOf({ params }: RestsPageProps): Promise<Metadata> {
  const { sourceId } = await params;
  const [source, rests] = await Promise.all([loadSource(sourceId), loadRests(sourceId)]);
  return pageMetadata(`Rests on: ${source.title}`, restsSentence(nameOf(source), rests));
}

async function RestsPage({ params }: RestsPageProps) {
  const { sourceId } = await params;
  const [source, rests] = await Promise.all([loadSource(sourceId), loadRests(sourceId)]);
  const titles = await loadOriginTitles(source);
  const { items, disagreements, views } = rests;
  const isNothing =
    items.length + disagreements.length + views.length + source.statements.length + source.usedBy.length === 0;
  return (
    <div className="rests-page">
      <p className="crumb">
        <Link href="/sources">Sources</Link> / <Link href={`/sources/${source.id}`}>{source.title}</Link> / all that
        rests on it
      </p>
      <h1 className="lead">{restsSentence(nameOf(source), rests)}</h1>
      <p className="rests-note">
        For the day it is withdrawn. Withdrawing changes no ledger by itself: a status stands until somebody retracts or
        corrects the entry, and the list says which entries to look at. Evidence from others that goes back to this
        source alone falls with it.
      </p>
      {isNothing && <NoData>Neither an entry nor a disagreement, a view or a statement has this source.</NoData>}
      {items.length > 0 && (
        <Section id="readings" title="Readings and entries" beside="the weakest first">
          <FateList items={items}>{({ entries }) => <RestingEntries entries={entries} />}</FateList>
        </Section>
      )}
      {disagreements.length > 0 && (
        <Section id="disagreements" title="Disagreements it has a part in">
          <RestingDisagreements disagreements={disagreements} />
        </Section>
      )}
      {views.length > 0 && (
        <Section id="views" title="Views stated in it">
          <RestingViews views={views} />
        </Section>
      )}
      {source.statements.length > 0 && (
        <Section id="statements" title="Statements it carries" beside="one utterance counts once, whoever carries it">
          <SharedStatements source={source} titles={titles} />
        </Section>
      )}
      {source.usedBy.length > 0 && (
        <Section id="used" title="Sources that derive from it">
          <DeriveFromIt source={source} />
        </Section>
      )}
    </div>
  );
}

export const generateMetadata = titleOrMissing(titleOf);
export default orMissing(RestsPage);
