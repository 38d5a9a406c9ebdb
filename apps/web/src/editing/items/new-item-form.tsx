"use client";

import { type ItemDetail, OpenItem } from "@readout/core/item";
import type { MilestoneKind } from "@readout/core/milestone";
import { milestoneKindWords } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { browserClient } from "../../trpc/browser.tsx";
import { EditForm } from "../form/edit-form.tsx";
import { TextField } from "../form/field.tsx";
import { ProposedId } from "../form/proposed-id.tsx";
import { Rows } from "../form/rows.tsx";
import { type Keeping, useEditForm } from "../form/use-edit-form.ts";
import { MilestoneFields } from "../milestones/milestone-fields.tsx";
import { type FramingChoices, FramingFields, framingLabels, showFraming } from "./framing-fields.tsx";
import { blankItem, framingOf, type NewItemValues, readNewItem } from "./item-values.ts";

type NewItemFormProps = { choices: FramingChoices; keeping: Keeping; today: Day; signInHref: string };

/** A new item: what it asks, who is party to it, and the dates it begins with. */
export function NewItemForm({ choices, keeping, today, signInHref }: NewItemFormProps) {
  const edit = useEditForm<NewItemValues, OpenItem, ItemDetail>({
    values: blankItem,
    version: null,
    place: "item:new",
    keeping,
    schema: OpenItem,
    read: (values) => readNewItem(values, today),
    save: (command) => browserClient().items.open(command),
    valuesOf: (item) => ({ ...framingOf(item), values: { ...blankItem, ...framingOf(item).values, id: item.id } }),
    onSaved: ({ id }) => {
      window.location.assign(`/desk/items/${id}?added=1`);
      return "leaves";
    },
  });
  return (
    <EditForm
      id="item"
      label="New item"
      edit={edit}
      labels={{ ...framingLabels, id: "Address", milestones: "Dates" }}
      show={(field, value) =>
        field === "milestones"
          ? (value as NewItemValues["milestones"])
              .map(({ date, kind, what }) => `${date}, ${words(kind)}: ${what}`)
              .join("\n")
          : showFraming(field, value, choices)
      }
      signInHref={signInHref}
      action="Open the item"
    >
      <div className="spoken">
        <TextField name="title" label="Title" />
      </div>
      <ProposedId from={["title"]} under="/items/" />
      <FramingFields choices={choices} today={today} />
      <Rows name="milestones" tall title="Dates" noun="date" blank={{ date: "", kind: "deadline", what: "" }}>
        {(at) => <MilestoneFields at={`${at}.`} today={today} />}
      </Rows>
    </EditForm>
  );
}

const words = (kind: MilestoneKind) => milestoneKindWords[kind];
