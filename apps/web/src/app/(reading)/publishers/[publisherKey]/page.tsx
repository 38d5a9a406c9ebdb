import type { PublisherDetail } from "@readout/core/publisher";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import { cache, Fragment } from "react";
import { requestAsOf } from "../../../../as-of/request.ts";
import { pageMetadata } from "../../../../as-of/title.ts";
import { orMissing, titleOrMissing } from "../../../../shell/or-missing.tsx";
import { CarrierList, FirstSaid, PublisherFacts } from "../../../../sources/publisher-parts.tsx";
import { aloneWords, publisherSentence } from "../../../../sources/publisher-words.ts";
import { FateList } from "../../../../sources/rests-list.tsx";
import { SourceList } from "../../../../sources/source-list.tsx";
import { api } from "../../../../trpc/server.ts";
import { Link } from "../../../../ui/link.tsx";
import { NoData } from "../../../../ui/no-data.tsx";
import { Section } from "../../../../ui/section.tsx";

type PublisherPageProps = { params: Promise<{ publisherKey: string }> };

/** As many sources as stand on the page; more are a list of their own. */
const LISTED = 50;

const loadPublisher = cache(async (key: string): Promise<PublisherDetail> => {
  const { input } = await requestAsOf();
  return api.publishers.get({ ...input, key });
});

async function titleOf({ params }: PublisherPageProps): Promise<Metadata> {
  const publisher = await loadPublisher((await params).publisherKey);
  return pageMetadata(publisher.name, publisherSentence(publisher));
}

async function PublisherPage({ params }: PublisherPageProps) {
  const { publisherKey } = await params;
  const [publisher, { input }] = await Promise.all([loadPublisher(publisherKey), requestAsOf()]);
  const { sources } = await api.sources.list({ ...input, publisher: publisherKey, limit: LISTED });
  const { items, carriedBy, carries, statements } = publisher;
  return (
    <div className="publisher-page">
      <p className="crumb">
        <Link href="/sources">Sources</Link> / publisher
      </p>
      <h1 className="lead">{publisherSentence(publisher)}</h1>
      <PublisherFacts publisher={publisher} />
      <Section
        id="sources"
        title="Its sources"
        beside={
          publisher.sources > LISTED ? (
            <Link href={`/sources?publisher=${publisherKey}`}>all {publisher.sources}</Link>
          ) : (
            "those read by paragraph, then the newest"
          )
        }
      >
        {sources.length === 0 ? (
          <NoData>None is held here: what it said is known from others alone.</NoData>
        ) : (
          <SourceList sources={sources} label={`Sources of ${publisher.name}`} />
        )}
      </Section>
      {items.length > 0 && (
        <Section
          id="rests"
          title="What rests on it"
          beside={`${counted(items.length, "item")}; ${aloneWords(publisher)}`}
        >
          <FateList items={items.filter(({ fate }) => fate !== "same")}>
            {({ entries }) => (
              <p className="small dim">
                {counted(entries, "entry", "entries")} {entries === 1 ? "cites it or goes" : "cite it or go"} back to it
              </p>
            )}
          </FateList>
          <Holding items={items.filter(({ fate }) => fate === "same")} />
        </Section>
      )}
      <div className="publisher-columns">
        <Section id="carried" title="Who carries what it said first" beside="other publishers">
          {carriedBy.length === 0 ? (
            <NoData>No other publisher is shown to carry it.</NoData>
          ) : (
            <CarrierList carriers={carriedBy} />
          )}
        </Section>
        <Section id="carries" title="Whose words it carries" beside="who said them first">
          {carries.length === 0 ? (
            <NoData>What entries cite of it counts as said here first.</NoData>
          ) : (
            <CarrierList carriers={carries} />
          )}
        </Section>
      </div>
      {statements.length > 0 && (
        <Section id="statements" title="Statements it made first" beside="one utterance counts once">
          <FirstSaid statements={statements} />
        </Section>
      )}
    </div>
  );
}

/** Items whose reading keeps all its origins need no row each. */
function Holding({ items }: Pick<PublisherDetail, "items">) {
  if (items.length === 0) return null;
  return (
    <p className="rests-held">
      As firm without it:{" "}
      {items.map(({ itemId, itemTitle }, i) => (
        <Fragment key={itemId}>
          {i > 0 && ", "}
          <Link href={`/items/${itemId}`}>{itemTitle}</Link>
        </Fragment>
      ))}
      .
    </p>
  );
}

export const generateMetadata = titleOrMissing(titleOf);
export default orMissing(PublisherPage);
