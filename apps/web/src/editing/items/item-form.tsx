"use client";

import { EditItem, type ItemDetail } from "@readout/core/item";
import type { Day } from "@readout/core/time";
import { useRouter } from "next/navigation";
import { browserClient } from "../../trpc/browser.tsx";
import { EditForm } from "../form/edit-form.tsx";
import { LongTextField, TextField } from "../form/field.tsx";
import { type Keeping, useEditForm } from "../form/use-edit-form.ts";
import { type FramingChoices, FramingFields, framingLabels, showFraming } from "./framing-fields.tsx";
import { type EditedItemValues, framingOf, readFraming } from "./item-values.ts";

type ItemFormProps = { item: ItemDetail; choices: FramingChoices; keeping: Keeping; today: Day; signInHref: string };

/** What an item asks, to be edited. */
export function ItemForm({ item, choices, keeping, today, signInHref }: ItemFormProps) {
  const router = useRouter();
  const { id } = item;
  const edit = useEditForm<EditedItemValues, EditItem, ItemDetail>({
    ...framingOf(item),
    place: `item:${id}`,
    keeping,
    schema: EditItem,
    read: (values, changed, version) => readFraming(values, { id, version, changed: changed ?? [], today }),
    remarks: ["reason"],
    save: (command) => browserClient().items.edit(command),
    load: () => browserClient().items.get({ id }),
    valuesOf: framingOf,
    onSaved: () => {
      router.refresh();
      return "stays";
    },
  });
  return (
    <EditForm
      id="item"
      label="What it asks"
      edit={edit}
      labels={{ ...framingLabels, reason: "Why it is edited" }}
      show={(field, value) => showFraming(field, value, choices)}
      signInHref={signInHref}
      action="Save"
    >
      <div className="spoken">
        <TextField name="title" label="Title" />
      </div>
      <FramingFields choices={choices} today={today} />
      <LongTextField
        name="reason"
        label="Why it is edited"
        rows={1}
        hint="May stay empty; it is kept with the history."
      />
    </EditForm>
  );
}
