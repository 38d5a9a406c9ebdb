import type { Metadata } from "next";
import { ActorList } from "../../../actors/actor-list.tsx";
import { actorsSentence, isAnyAttested, isPerson } from "../../../actors/words.ts";
import { withParams } from "../../../as-of/links.ts";
import { requestAsOf, requestHref } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { orFirstPage } from "../../../trpc/cursor.ts";
import { api } from "../../../trpc/server.ts";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";

type ActorsPageProps = { searchParams: Promise<{ cursor?: string | string[] }> };

/** As many as stand on a page, and as are counted to say how many there are. */
const LISTED = 200;

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata("Actors", "People, states and bodies that act in the items, with the offices they are attested in.");

export default async function ActorsPage({ searchParams }: ActorsPageProps) {
  const [{ cursor }, { input }, href] = await Promise.all([searchParams, requestAsOf(), requestHref()]);
  const page = await orFirstPage(cursor, (from) => api.actors.list({ ...input, ...from, limit: LISTED }));
  const people = page.actors.filter(isPerson);
  const others = page.actors.filter((actor) => !isPerson(actor));
  return (
    <>
      <h1 className="lead">
        {cursor === undefined
          ? actorsSentence(page.actors, page.nextCursor === null)
          : "More of those whom the record names"}
      </h1>
      {page.isRestart && <NoData>The place in the list that was asked for is not there; this is its beginning.</NoData>}
      {people.length > 0 && (
        <Section
          id="people"
          title="People"
          beside={
            isAnyAttested(people)
              ? "the office attested on the day shown"
              : "the last office known; none is attested on the day shown"
          }
        >
          <ActorList actors={people} />
        </Section>
      )}
      {others.length > 0 && (
        <Section id="bodies" title="States, bodies and groups">
          <ActorList actors={others} />
        </Section>
      )}
      {(cursor !== undefined || page.nextCursor !== null) && (
        <nav className="paging" aria-label="Pages of this list">
          {cursor !== undefined && <Link href={withParams(href, { cursor: null })}>First actors</Link>}
          {page.nextCursor !== null && <Link href={withParams(href, { cursor: page.nextCursor })}>More actors</Link>}
        </nav>
      )}
    </>
  );
}
