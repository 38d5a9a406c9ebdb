import type { Metadata } from "next";
import { deskPage } from "../../../../desk/desk-page.tsx";
import { NewActorForm } from "../../../../editing/actors/actor-form.tsx";
import { actorChoices } from "../../choices.ts";
import { loadForm } from "../../load-form.ts";

const place = "actor:new";

export const metadata: Metadata = { title: "Add an actor" };

async function NewActorPage() {
  const [actors, form] = await Promise.all([actorChoices(), loadForm((at) => at === place)]);
  return (
    <>
      <p className="crumb">
        <a href="/desk/actors">Actors</a> / add
      </p>
      <h1 className="page-title">Add an actor</h1>
      <p className="page-lead">
        An actor acts in the world: a person, a state, a body. Whoever works in Readout is none.
      </p>
      <NewActorForm
        actors={actors}
        keeping={form.keepingAt[place] ?? form.keeping}
        today={form.today}
        signInHref={form.signInHref}
      />
    </>
  );
}

export default deskPage("editor", NewActorPage);
