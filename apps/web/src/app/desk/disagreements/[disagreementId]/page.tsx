import { disagreementWords } from "@readout/core/disagreement-words";
import type { DisagreementId } from "@readout/core/id";
import { joinWords } from "@readout/core/wording";
import type { Metadata } from "next";
import { AddedNote } from "../../../../desk/added-note.tsx";
import { deskPage } from "../../../../desk/desk-page.tsx";
import { DisagreementForm } from "../../../../editing/disagreements/disagreement-form.tsx";
import { History } from "../../../../editing/history/history.tsx";
import { loadHistory } from "../../../../editing/history/load-history.ts";
import { titleOrMissing } from "../../../../shell/or-missing.tsx";
import { api } from "../../../../trpc/server.ts";
import { itemChoices, sourceChoices } from "../../choices.ts";
import { loadForm } from "../../load-form.ts";

type EditDisagreementProps = {
  params: Promise<{ disagreementId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function EditDisagreementPage({ params, searchParams }: EditDisagreementProps) {
  const id = (await params).disagreementId as DisagreementId;
  const place = `disagreement:${id}`;
  const [disagreement, items, sources, form] = await Promise.all([
    api.disagreements.get({ id }),
    itemChoices(),
    sourceChoices(),
    loadForm((at) => at === place),
  ]);
  const [first] = disagreement.itemIds;
  const outlets = new Set(disagreement.sides.flatMap(({ citations }) => citations.map(({ publisher }) => publisher)));
  return (
    <>
      {first !== undefined && (
        <p className="crumb">
          <a href={`/items/${first}#${id}`}>The public page</a> / <a href={`/desk/items/${first}`}>the item</a> / edit
        </p>
      )}
      <h1 className="page-title">{disagreement.summary}</h1>
      <p className="page-lead">
        Sources disagree {disagreementWords[disagreement.type]}: {joinWords([...outlets])}.
      </p>
      <AddedNote search={await searchParams}>The sources are set side by side, and stand so for everyone.</AddedNote>
      <DisagreementForm
        disagreement={disagreement}
        choices={{ items, sources }}
        keeping={form.keepingAt[place] ?? form.keeping}
        today={form.today}
        signInHref={form.signInHref}
      />
      <History edits={await loadHistory("disagreement", disagreement)} open />
    </>
  );
}

async function titleOf({ params }: EditDisagreementProps): Promise<Metadata> {
  const { summary } = await api.disagreements.get({ id: (await params).disagreementId as DisagreementId });
  return { title: `Edit: ${summary}` };
}

export const generateMetadata = titleOrMissing(titleOf);
export default deskPage("editor", EditDisagreementPage);
