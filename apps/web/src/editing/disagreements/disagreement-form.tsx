"use client";

import { AddDisagreement, type Disagreement, EditDisagreement } from "@readout/core/disagreement";
import type { Day } from "@readout/core/time";
import { useRouter } from "next/navigation";
import { browserClient } from "../../trpc/browser.tsx";
import { EditForm } from "../form/edit-form.tsx";
import { TextField } from "../form/field.tsx";
import { ProposedId } from "../form/proposed-id.tsx";
import { type Keeping, useEditForm } from "../form/use-edit-form.ts";
import {
  type DisagreementChoices,
  DisagreementFields,
  disagreementLabels,
  showDisagreement,
} from "./disagreement-fields.tsx";
import {
  blankDisagreement,
  type DisagreementValues,
  disagreementValuesOf,
  type NewDisagreementValues,
  readDisagreement,
  readNewDisagreement,
} from "./disagreement-values.ts";

type DisagreementFormProps = { choices: DisagreementChoices; keeping: Keeping; today: Day; signInHref: string };

/** A disagreement, to be edited. */
export function DisagreementForm({
  disagreement,
  choices,
  keeping,
  today,
  signInHref,
}: DisagreementFormProps & { disagreement: Disagreement }) {
  const router = useRouter();
  const { id } = disagreement;
  const edit = useEditForm<DisagreementValues, EditDisagreement, Disagreement>({
    ...disagreementValuesOf(disagreement),
    place: `disagreement:${id}`,
    keeping,
    schema: EditDisagreement,
    read: (values, changed, version) => readDisagreement(values, { id, version, changed: changed ?? [], today }),
    save: (command) => browserClient().disagreements.edit(command),
    load: () => browserClient().disagreements.get({ id }),
    valuesOf: disagreementValuesOf,
    onSaved: () => {
      router.refresh();
      return "stays";
    },
  });
  return (
    <EditForm
      id="disagreement"
      label="Where sources disagree"
      labels={disagreementLabels}
      show={(field, value) => showDisagreement(field, value, choices)}
      {...{ edit, signInHref }}
      action="Save"
    >
      <TextField name="summary" label="In one line" />
      <DisagreementFields choices={choices} />
    </EditForm>
  );
}

type NewDisagreementFormProps = DisagreementFormProps & {
  /** The item from which one came; null where from none. */
  itemId: string | null;
};

/** Claims of sources, to be set side by side. */
export function NewDisagreementForm({ itemId, choices, keeping, today, signInHref }: NewDisagreementFormProps) {
  const edit = useEditForm<NewDisagreementValues, AddDisagreement, Disagreement>({
    values: blankDisagreement(itemId === null ? [] : [itemId]),
    version: null,
    place: `disagreement:new:${itemId ?? ""}`.replace(/:$/, ""),
    keeping,
    schema: AddDisagreement,
    read: (values) => readNewDisagreement(values, today),
    save: (command) => browserClient().disagreements.add(command),
    valuesOf: (saved) => ({ version: null, values: { ...disagreementValuesOf(saved).values, id: saved.id } }),
    onSaved: ({ id }) => {
      window.location.assign(`/desk/disagreements/${id}?added=1`);
      return "leaves";
    },
  });
  return (
    <EditForm
      id="disagreement"
      label="New disagreement"
      labels={{ ...disagreementLabels, id: "Address" }}
      show={(field, value) => showDisagreement(field, value, choices)}
      {...{ edit, signInHref }}
      action="Set them side by side"
    >
      <TextField name="summary" label="In one line" hint="How many had to leave; who said it first." />
      <ProposedId from={["summary"]} under="/desk/disagreements/" />
      <DisagreementFields choices={choices} />
    </EditForm>
  );
}
