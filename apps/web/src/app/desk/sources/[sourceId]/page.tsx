import type { SourceId } from "@readout/core/id";
import type { Metadata } from "next";
import { AddedNote } from "../../../../desk/added-note.tsx";
import { deskPage } from "../../../../desk/desk-page.tsx";
import { History } from "../../../../editing/history/history.tsx";
import { loadHistory } from "../../../../editing/history/load-history.ts";
import { SourceForm } from "../../../../editing/sources/source-form.tsx";
import { SourceText } from "../../../../editing/sources/source-text.tsx";
import { orNull, titleOrMissing } from "../../../../shell/or-missing.tsx";
import { lineageSentence } from "../../../../sources/lineage-sentence.ts";
import { api } from "../../../../trpc/server.ts";
import { Section } from "../../../../ui/section.tsx";
import { sourceChoices } from "../../choices.ts";
import { loadForm } from "../../load-form.ts";
import "../../../../editing/form/edit-page.css";

type EditSourceProps = {
  params: Promise<{ sourceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function EditSourcePage({ params, searchParams }: EditSourceProps) {
  const id = (await params).sourceId as SourceId;
  const place = `source:${id}`;
  const [source, text, sources, form] = await Promise.all([
    api.sources.get({ id }),
    orNull(api.sources.text({ id })),
    sourceChoices(),
    loadForm((at) => at === place),
  ]);
  return (
    <>
      <p className="crumb">
        <a href={`/sources/${id}`}>The public page</a> / edit
      </p>
      <h1 className="page-title">
        <bdi>{source.title}</bdi>
      </h1>
      <p className="page-lead">{lineageSentence(source)}</p>
      <AddedNote search={await searchParams}>The source is added; entries may cite it.</AddedNote>
      <div className="edit-page">
        <Section id="framing" title="The source" beside="edits keep their history">
          <SourceForm
            source={source}
            sources={sources.filter((choice) => choice.id !== id)}
            keeping={form.keepingAt[place] ?? form.keeping}
            today={form.today}
            signInHref={form.signInHref}
          />
        </Section>
        <div>
          <Section id="text" title="Its text" beside="for editors only">
            <SourceText
              source={{ id: source.id, paragraphCount: source.paragraphCount }}
              held={text?.paragraphs ?? null}
              isHashKnown={typeof source.notes.sha256 === "string"}
            />
          </Section>
        </div>
      </div>
      <History edits={await loadHistory("source", source)} open />
    </>
  );
}

async function titleOf({ params }: EditSourceProps): Promise<Metadata> {
  const { title } = await api.sources.get({ id: (await params).sourceId as SourceId });
  return { title: `Edit: ${title}` };
}

export const generateMetadata = titleOrMissing(titleOf);
export default deskPage("editor", EditSourcePage);
