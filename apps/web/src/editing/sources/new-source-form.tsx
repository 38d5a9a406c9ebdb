"use client";

import { AddSource, type SourceDetail } from "@readout/core/source";
import type { Day } from "@readout/core/time";
import { browserClient } from "../../trpc/browser.tsx";
import type { Choice } from "../form/choice-field.tsx";
import { EditForm } from "../form/edit-form.tsx";
import { TextField } from "../form/field.tsx";
import { ProposedId } from "../form/proposed-id.tsx";
import { type Keeping, useEditForm } from "../form/use-edit-form.ts";
import { SourceFields, showSource, sourceLabels } from "./source-fields.tsx";
import { blankSource, type NewSourceValues, readNewSource, sourceValuesOf } from "./source-values.ts";

type NewSourceFormProps = { sources: readonly Choice[]; keeping: Keeping; today: Day; signInHref: string };

/** A new source. Its text is handed in once it is there. */
export function NewSourceForm({ sources, keeping, today, signInHref }: NewSourceFormProps) {
  const edit = useEditForm<NewSourceValues, AddSource, SourceDetail>({
    values: blankSource,
    version: null,
    place: "source:new",
    keeping,
    schema: AddSource,
    read: (values) => readNewSource(values, today),
    save: (command) => browserClient().sources.add(command),
    valuesOf: (source) => ({ version: null, values: { ...blankSource, ...sourceValuesOf(source).values } }),
    onSaved: ({ id }) => {
      window.location.assign(`/desk/sources/${id}?added=1`);
      return "leaves";
    },
  });
  return (
    <EditForm
      id="source"
      label="New source"
      labels={{ ...sourceLabels, id: "Address", paragraphCount: "Paragraphs", origin: "First said by" }}
      show={(field, value) => showSource(field, value, sources)}
      {...{ edit, signInHref }}
      action="Add the source"
    >
      <div className="spoken">
        <TextField name="title" label="Title" />
      </div>
      <ProposedId from={["publisher", "title"]} under="/sources/" />
      <SourceFields sources={sources} today={today} />
      <div className="edit-pair">
        <TextField
          name="paragraphCount"
          label="How many paragraphs"
          inputMode="numeric"
          hint="Empty where they are not counted here, or its text is yet to be handed in."
        />
        <TextField
          name="origin"
          label="First said by"
          hint="A publisher's name, where it speaks for somebody else; empty for itself."
        />
      </div>
    </EditForm>
  );
}
