import type { Metadata } from "next";
import { deskPage } from "../../../../desk/desk-page.tsx";
import { NewSourceForm } from "../../../../editing/sources/new-source-form.tsx";
import { sourceChoices } from "../../choices.ts";
import { loadForm } from "../../load-form.ts";

const place = "source:new";

export const metadata: Metadata = { title: "Add a source" };

async function NewSourcePage() {
  const [sources, form] = await Promise.all([sourceChoices(), loadForm((at) => at === place)]);
  return (
    <>
      <h1 className="page-title">Add a source</h1>
      <p className="page-lead">
        A source is a text that speaks: an article, a statement, a public page. Entries cite it; whoever said it first
        counts as its origin.
      </p>
      <NewSourceForm
        sources={sources}
        keeping={form.keepingAt[place] ?? form.keeping}
        today={form.today}
        signInHref={form.signInHref}
      />
    </>
  );
}

export default deskPage("editor", NewSourcePage);
