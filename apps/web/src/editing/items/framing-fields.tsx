"use client";

import { LinkType, OwnerSide } from "@readout/core/item";
import type { Day } from "@readout/core/time";
import { sentenceCase } from "@readout/core/wording";
import { linkWords, ownerWords } from "../../items/words.ts";
import { type Choice, ChoiceField } from "../form/choice-field.tsx";
import { LongTextField, type Option, SelectField, TextField, WrittenDateField } from "../form/field.tsx";
import { Rows } from "../form/rows.tsx";

export type FramingChoices = { items: readonly Choice[]; actors: readonly Choice[] };

const owners: Option[] = [
  { value: "", words: "not said" },
  ...OwnerSide.options.map((value) => ({ value, words: ownerWords[value] })),
];
const linkTypes: Option[] = LinkType.options.map((value) => ({ value, words: linkWords[value].to }));

/** The fields that say what an item asks; the title stands apart, because a new item's address follows it. */
export function FramingFields({ choices, today }: { choices: FramingChoices; today: Day }) {
  return (
    <>
      <div className="spoken">
        <LongTextField name="question" label="Question" rows={2} hint="One that has an answer: will it, by when?" />
      </div>
      <LongTextField
        name="resolutionCriteria"
        label="What settles it"
        hint="When the answer is yes, and when it is no."
      />
      <TextField
        name="statusSubject"
        label="What its status speaks of"
        hint="Stands beside every status: “suspended: the talks”. Left empty: the matter."
      />
      <div className="edit-pair">
        <SelectField name="ownerSide" label="Who has to move" options={owners} />
        <TextField
          name="reviewEveryDays"
          label="To be looked at every ... days"
          inputMode="numeric"
          hint="An item that nobody looked at for longer says so."
        />
      </div>
      <WrittenDateField name="opened" label="Open since" today={today} use="any" />
      <LongTextField name="whyOpen" label="Why it is open" rows={2} />
      <TextField name="tags" label="Tags" hint="Parted by commas: nuclear, arms-control." />
      <Rows name="parties" title="Parties" noun="party" blank={{ actorId: "" }}>
        {(at) => (
          <ChoiceField
            name={`${at}.actorId`}
            faultsAt={at}
            label="Actor"
            choices={choices.actors}
            nothing="No actor is called that. Add it under Actors first."
          />
        )}
      </Rows>
      <Rows name="links" title="Links to other items" noun="link" blank={{ type: "related", itemId: "" }}>
        {(at) => (
          <div className="two">
            <SelectField name={`${at}.type`} label="This item" options={linkTypes} />
            <ChoiceField
              name={`${at}.itemId`}
              label="The other item"
              choices={choices.items}
              nothing="No item is called that."
            />
          </div>
        )}
      </Rows>
    </>
  );
}

/** How the fields are called where two versions are compared. */
export const framingLabels = {
  title: "Title",
  question: "Question",
  resolutionCriteria: "What settles it",
  statusSubject: "What its status speaks of",
  ownerSide: "Who has to move",
  tags: "Tags",
  opened: "Open since",
  whyOpen: "Why it is open",
  reviewEveryDays: "Looked at every",
  parties: "Parties",
  links: "Links",
};

/** A value of the form as people read it. */
export function showFraming(field: string, value: unknown, choices: FramingChoices): string {
  const nameIn = (list: readonly Choice[], id: string) => list.find((choice) => choice.id === id)?.name ?? id;
  if (field === "parties")
    return (value as { actorId: string }[]).map(({ actorId }) => nameIn(choices.actors, actorId)).join("\n");
  if (field === "links")
    return (value as { type: LinkType; itemId: string }[])
      .map(({ type, itemId }) => `${linkWords[type].to} ${nameIn(choices.items, itemId)}`)
      .join("\n");
  if (field === "ownerSide") return value === "" ? "" : sentenceCase(ownerWords[value as OwnerSide]);
  if (field === "reviewEveryDays") return `${value} days`;
  return String(value);
}
