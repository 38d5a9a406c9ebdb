import type { Metadata } from "next";
import { actorsSentence, isPerson } from "../../../actors/words.ts";
import { withParams } from "../../../as-of/links.ts";
import { requestHref } from "../../../as-of/request.ts";
import { deskPage } from "../../../desk/desk-page.tsx";
import { DeskActorList } from "../../../editing/actors/desk-actor-list.tsx";
import { orFirstPage } from "../../../trpc/cursor.ts";
import { api } from "../../../trpc/server.ts";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";

type DeskActorsProps = { searchParams: Promise<{ cursor?: string | string[] }> };

/** As many as stand on a page. */
const LISTED = 200;

export const metadata: Metadata = { title: "Actors" };

async function DeskActorsPage({ searchParams }: DeskActorsProps) {
  const [{ cursor }, href] = await Promise.all([searchParams, requestHref()]);
  const page = await orFirstPage(cursor, (from) => api.actors.list({ ...from, limit: LISTED }));
  const people = page.actors.filter(isPerson);
  const others = page.actors.filter((actor) => !isPerson(actor));
  return (
    <>
      <h1 className="page-title">Actors</h1>
      <p className="page-lead">
        {cursor === undefined
          ? actorsSentence(page.actors, page.nextCursor === null)
          : "More of those whom the record names."}{" "}
        <a href="/desk/actors/new">Add one</a>
      </p>
      {page.isRestart && <NoData>The place in the list that was asked for is not there; this is its beginning.</NoData>}
      {people.length > 0 && (
        <Section id="people" title="People">
          <DeskActorList actors={people} />
        </Section>
      )}
      {others.length > 0 && (
        <Section id="bodies" title="States, bodies and groups">
          <DeskActorList actors={others} />
        </Section>
      )}
      {(cursor !== undefined || page.nextCursor !== null) && (
        <nav className="paging" aria-label="Pages of this list">
          {cursor !== undefined && <a href={withParams(href, { cursor: null })}>First actors</a>}
          {page.nextCursor !== null && <a href={withParams(href, { cursor: page.nextCursor })}>More actors</a>}
        </nav>
      )}
    </>
  );
}

export default deskPage("editor", DeskActorsPage);
