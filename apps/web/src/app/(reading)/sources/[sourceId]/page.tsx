import type { SourceDetail } from "@readout/core/source";
import type { Metadata } from "next";
import { pageMetadata } from "../../../../as-of/title.ts";
import { LineageFigure } from "../../../../charts/lineage/lineage-figure.tsx";
import { lineageSeries } from "../../../../charts/lineage/series.ts";
import { History } from "../../../../editing/history/history.tsx";
import { loadHistory } from "../../../../editing/history/load-history.ts";
import { requestMayEdit } from "../../../../editing/request-may-edit.ts";
import { orMissing, titleOrMissing } from "../../../../shell/or-missing.tsx";
import { HeldText } from "../../../../sources/held-text.tsx";
import { lineageSentence } from "../../../../sources/lineage-sentence.ts";
import { DeriveFromIt, RestsOn, SourceNotes } from "../../../../sources/rests-on.tsx";
import { restsRemark } from "../../../../sources/rests-words.ts";
import { SharedStatements } from "../../../../sources/shared-statements.tsx";
import { SourceHead } from "../../../../sources/source-head.tsx";
import { WhatItSays } from "../../../../sources/what-it-says.tsx";
import { restingCount } from "../../../../sources/words.ts";
import { Link } from "../../../../ui/link.tsx";
import { Section } from "../../../../ui/section.tsx";
import { loadOriginTitles, loadRests, loadSource, loadText } from "./load.ts";

type SourcePageProps = { params: Promise<{ sourceId: string }> };

async function titleOf(props: SourcePageProps): Promise<Metadata> {
  const source = await loadSource((await props.params).sourceId);
  return pageMetadata(source.title, lineageSentence(source));
}

async function SourcePage(props: SourcePageProps) {
  const source = await loadSource((await props.params).sourceId);
  const [titles, mayEdit, edits, text, rests] = await Promise.all([
    loadOriginTitles(source),
    requestMayEdit(),
    loadHistory("source", source),
    loadText(source.id),
    loadRests(source.id),
  ]);
  const lineage = lineageSeries(source);
  return (
    <>
      <SourceHead source={source} mayEdit={mayEdit} />
      <div className="source-body">
        <div>
          {lineage.kind === "lineage" && (
            <Section id="lineage" title="Where it comes from">
              <LineageFigure series={lineage.series} anchors={uncited(source)} />
            </Section>
          )}
          {source.entries.length > 0 && (
            <Section id="says" title="What it says" beside="in our words, with the paragraphs it says it in">
              <WhatItSays source={source} />
            </Section>
          )}
          {text !== null && (
            <Section id="text" title="Its text" beside="for editors only">
              <HeldText source={source} text={text} />
            </Section>
          )}
          {source.entries.length === 0 && (
            <Section id="used" title="Derive from it" beside="no entry cites this source; others draw on it">
              <DeriveFromIt source={source} />
            </Section>
          )}
          {source.statements.length > 0 && (
            <Section
              id="statements"
              title="Statements it shares"
              beside="one utterance counts once, whoever carries it"
            >
              <SharedStatements source={source} titles={titles} />
            </Section>
          )}
        </div>
        <aside aria-label="About this source">
          {source.entries.length > 0 && (
            <Section id="rests" title="Rests on this source" beside={restingCount(source.entries)}>
              <p className="would-lose">
                <Link href={`/sources/${source.id}/rests`}>If it were withdrawn</Link>: {restsRemark(rests)}
              </p>
              <RestsOn source={source} />
            </Section>
          )}
          {source.entries.length > 0 && source.usedBy.length > 0 && (
            <Section id="used" title="Derive from it">
              <DeriveFromIt source={source} />
            </Section>
          )}
          {Object.keys(source.notes).length > 0 && (
            <Section id="notes" title="Notes">
              <SourceNotes source={source} />
            </Section>
          )}
        </aside>
      </div>
      <History edits={edits} />
    </>
  );
}

/** Paragraphs that no entry cites: what other pages say of them is found in the lineage. */
function uncited({ paragraphCount, entries }: SourceDetail): Set<number> {
  const cited = new Set(entries.flatMap(({ paragraphs }) => paragraphs));
  const all = Array.from({ length: paragraphCount ?? 0 }, (_, i) => i + 1);
  return new Set(all.filter((number) => !cited.has(number)));
}

export const generateMetadata = titleOrMissing(titleOf);
export default orMissing(SourcePage);
