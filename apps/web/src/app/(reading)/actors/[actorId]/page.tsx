import type { Metadata } from "next";
import { ActorHead } from "../../../../actors/actor-head.tsx";
import { ActorViews, NamedIn, PartyTo } from "../../../../actors/actor-record.tsx";
import { actorSentence } from "../../../../actors/words.ts";
import { requestAsOf } from "../../../../as-of/request.ts";
import { pageMetadata } from "../../../../as-of/title.ts";
import { History } from "../../../../editing/history/history.tsx";
import { loadHistory } from "../../../../editing/history/load-history.ts";
import { requestMayEdit } from "../../../../editing/request-may-edit.ts";
import { orMissing, titleOrMissing } from "../../../../shell/or-missing.tsx";
import { api } from "../../../../trpc/server.ts";
import { Link } from "../../../../ui/link.tsx";
import { NoData } from "../../../../ui/no-data.tsx";
import { Section } from "../../../../ui/section.tsx";
import { loadActor, loadNames, loadViews } from "./load.ts";

type ActorPageProps = { params: Promise<{ actorId: string }> };

/** As many items as stand on the page; the list of items has the rest. */
const LISTED = 100;

async function titleOf({ params }: ActorPageProps): Promise<Metadata> {
  const actor = await loadActor((await params).actorId);
  return pageMetadata(actor.name, actorSentence(actor));
}

async function ActorPage({ params }: ActorPageProps) {
  const [{ actorId }, { input, validOn }] = await Promise.all([params, requestAsOf()]);
  const actor = await loadActor(actorId);
  const [page, views, names, mayEdit, edits] = await Promise.all([
    api.items.list({ ...input, actor: actor.id, limit: LISTED }),
    loadViews(actor),
    loadNames(actor),
    requestMayEdit(),
    loadHistory("actor", actor),
  ]);
  return (
    <>
      <ActorHead actor={actor} day={validOn} names={names} mayEdit={mayEdit} />
      <div className="actor-body">
        <div>
          <Section id="party" title="Party to">
            {page.items.length === 0 ? (
              <NoData>No item names this actor as a party.</NoData>
            ) : (
              <PartyTo items={page.items} />
            )}
            {page.nextCursor !== null && (
              <p className="more">
                The first {page.items.length}. <Link href={`/items?actor=${actor.id}`}>All of them</Link>
              </p>
            )}
          </Section>
          {views.length > 0 && (
            <Section id="views" title="Views on outcomes" beside="as published sources tell them">
              <ActorViews views={views} />
            </Section>
          )}
        </div>
        <div>
          <Section id="named" title="Named in">
            {actor.seenIn.length === 0 ? (
              <NoData>No passage of a numbered source published by this day names it.</NoData>
            ) : (
              <NamedIn seenIn={actor.seenIn} />
            )}
          </Section>
        </div>
      </div>
      <History edits={edits} />
    </>
  );
}

export const generateMetadata = titleOrMissing(titleOf);
export default orMissing(ActorPage);
