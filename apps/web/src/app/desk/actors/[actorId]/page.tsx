import type { ActorId } from "@readout/core/id";
import type { Metadata } from "next";
import { actorSentence } from "../../../../actors/words.ts";
import { AddedNote } from "../../../../desk/added-note.tsx";
import { deskPage } from "../../../../desk/desk-page.tsx";
import { ActorForm } from "../../../../editing/actors/actor-form.tsx";
import { History } from "../../../../editing/history/history.tsx";
import { loadHistory } from "../../../../editing/history/load-history.ts";
import { titleOrMissing } from "../../../../shell/or-missing.tsx";
import { api } from "../../../../trpc/server.ts";
import { actorChoices } from "../../choices.ts";
import { loadForm } from "../../load-form.ts";

type EditActorProps = {
  params: Promise<{ actorId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function EditActorPage({ params, searchParams }: EditActorProps) {
  const id = (await params).actorId as ActorId;
  const place = `actor:${id}`;
  const [actor, actors, form] = await Promise.all([
    api.actors.get({ id }),
    actorChoices(),
    loadForm((at) => at === place),
  ]);
  return (
    <>
      <p className="crumb">
        <a href="/desk/actors">Actors</a> / <a href={`/actors/${id}`}>the public page</a> / edit
      </p>
      <h1 className="page-title">
        <bdi>{actor.name}</bdi>
      </h1>
      <p className="page-lead">{actorSentence(actor)}</p>
      <AddedNote search={await searchParams}>The actor is added; items may name it.</AddedNote>
      <ActorForm
        actor={actor}
        actors={actors.filter((choice) => choice.id !== id)}
        keeping={form.keepingAt[place] ?? form.keeping}
        today={form.today}
        signInHref={form.signInHref}
      />
      <History edits={await loadHistory("actor", actor)} open />
    </>
  );
}

async function titleOf({ params }: EditActorProps): Promise<Metadata> {
  const { name } = await api.actors.get({ id: (await params).actorId as ActorId });
  return { title: `Edit: ${name}` };
}

export const generateMetadata = titleOrMissing(titleOf);
export default deskPage("editor", EditActorPage);
