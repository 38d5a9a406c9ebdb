"use client";

import { EditSource, type SourceDetail } from "@readout/core/source";
import type { Day } from "@readout/core/time";
import { useRouter } from "next/navigation";
import { browserClient } from "../../trpc/browser.tsx";
import type { Choice } from "../form/choice-field.tsx";
import { EditForm } from "../form/edit-form.tsx";
import { TextField } from "../form/field.tsx";
import { type Keeping, useEditForm } from "../form/use-edit-form.ts";
import { SourceFields, showSource, sourceLabels } from "./source-fields.tsx";
import { readSource, type SourceValues, sourceValuesOf } from "./source-values.ts";

type SourceFormProps = {
  source: SourceDetail;
  /** Sources that it may derive from. */
  sources: readonly Choice[];
  keeping: Keeping;
  today: Day;
  signInHref: string;
};

/** What is told of a source, to be edited. */
export function SourceForm({ source, sources, keeping, today, signInHref }: SourceFormProps) {
  const router = useRouter();
  const { id } = source;
  const edit = useEditForm<SourceValues, EditSource, SourceDetail>({
    ...sourceValuesOf(source),
    place: `source:${id}`,
    keeping,
    schema: EditSource,
    read: (values, changed, version) => readSource(values, { id, version, changed: changed ?? [], today }),
    save: (command) => browserClient().sources.edit(command),
    load: () => browserClient().sources.get({ id }),
    valuesOf: sourceValuesOf,
    onSaved: () => {
      router.refresh();
      return "stays";
    },
  });
  return (
    <EditForm
      id="source"
      label="The source"
      labels={sourceLabels}
      show={(field, value) => showSource(field, value, sources)}
      {...{ edit, signInHref }}
      action="Save"
    >
      <div className="spoken">
        <TextField name="title" label="Title" />
      </div>
      <SourceFields sources={sources} today={today} />
    </EditForm>
  );
}
