"use client";

import { type ActorDetail, ActorType, AddActor, EditActor } from "@readout/core/actor";
import type { Day } from "@readout/core/time";
import { useRouter } from "next/navigation";
import { typeWords } from "../../actors/words.ts";
import { browserClient } from "../../trpc/browser.tsx";
import { type Choice, ChoiceField } from "../form/choice-field.tsx";
import { EditForm } from "../form/edit-form.tsx";
import { LongTextField, type Option, SelectField, TextField, WrittenDateField } from "../form/field.tsx";
import { ProposedId } from "../form/proposed-id.tsx";
import { Rows } from "../form/rows.tsx";
import { type Keeping, useEditForm } from "../form/use-edit-form.ts";
import {
  type ActorValues,
  actorValuesOf,
  blankActor,
  blankOffice,
  type NewActorValues,
  type OfficeValues,
  readActor,
  readNewActor,
} from "./actor-values.ts";

type ActorFormProps = {
  /** Actors that may be the state or body of an office. */
  actors: readonly Choice[];
  keeping: Keeping;
  today: Day;
  signInHref: string;
};

const labels = { name: "Name", type: "Kind", state: "State", also: "Other names", offices: "Offices" };
const types: Option[] = ActorType.options.map((value) => ({ value, words: typeWords[value] }));

/** An actor, to be edited. */
export function ActorForm({ actor, actors, keeping, today, signInHref }: ActorFormProps & { actor: ActorDetail }) {
  const router = useRouter();
  const { id } = actor;
  const edit = useEditForm<ActorValues, EditActor, ActorDetail>({
    ...actorValuesOf(actor),
    place: `actor:${id}`,
    keeping,
    schema: EditActor,
    read: (values, changed, version) => readActor(values, { id, version, changed: changed ?? [], today }),
    save: (command) => browserClient().actors.edit(command),
    load: () => browserClient().actors.get({ id }),
    valuesOf: actorValuesOf,
    onSaved: () => {
      router.refresh();
      return "stays";
    },
  });
  return (
    <EditForm
      id="actor"
      label="The actor"
      show={(field, value) => showActor(field, value, actors)}
      {...{ edit, labels, signInHref }}
      action="Save"
    >
      <div className="spoken">
        <TextField name="name" label="Name" />
      </div>
      <ActorFields actors={actors} today={today} />
    </EditForm>
  );
}

/** A new actor. */
export function NewActorForm({ actors, keeping, today, signInHref }: ActorFormProps) {
  const edit = useEditForm<NewActorValues, AddActor, ActorDetail>({
    values: blankActor,
    version: null,
    place: "actor:new",
    keeping,
    schema: AddActor,
    read: (values) => readNewActor(values, today),
    save: (command) => browserClient().actors.add(command),
    valuesOf: (actor) => ({ version: null, values: { ...actorValuesOf(actor).values, id: actor.id } }),
    onSaved: ({ id }) => {
      window.location.assign(`/desk/actors/${id}?added=1`);
      return "leaves";
    },
  });
  return (
    <EditForm
      id="actor"
      label="New actor"
      labels={{ ...labels, id: "Address" }}
      show={(field, value) => showActor(field, value, actors)}
      {...{ edit, signInHref }}
      action="Add the actor"
    >
      <div className="spoken">
        <TextField name="name" label="Name" />
      </div>
      <ProposedId from={["name"]} under="/actors/" />
      <ActorFields actors={actors} today={today} />
    </EditForm>
  );
}

function ActorFields({ actors, today }: Pick<ActorFormProps, "actors" | "today">) {
  const nothing = "No actor is called that. Add it first.";
  return (
    <>
      <div className="edit-pair">
        <SelectField name="type" label="Kind" options={types} />
        <ChoiceField name="state" label="State" hint="The state it belongs to." choices={actors} nothing={nothing} />
      </div>
      <LongTextField name="also" label="Other names" rows={2} hint="One in a line, as sources write them." />
      <Rows
        name="offices"
        tall
        title="Offices"
        noun="office"
        hint="An office is shown for the time for which a source attests it, and as not attested at other times."
        blank={blankOffice}
      >
        {(at) => (
          <>
            <TextField name={`${at}.office`} label="Office" />
            <div className="edit-pair">
              <ChoiceField name={`${at}.organisation`} label="Of what body" choices={actors} nothing={nothing} />
              <ChoiceField name={`${at}.state`} label="Of what state" choices={actors} nothing={nothing} />
            </div>
            <WrittenDateField name={`${at}.attested`} label="Attested" today={today} use="any" />
            <TextField name={`${at}.note`} label="Note" />
          </>
        )}
      </Rows>
    </>
  );
}

function showActor(field: string, value: unknown, actors: readonly Choice[]): string {
  if (field === "type") return typeWords[value as ActorType];
  if (field === "state") return actors.find(({ id }) => id === value)?.name ?? String(value);
  if (field === "offices")
    return (value as OfficeValues[]).map(({ office, attested }) => `${office}, attested ${attested}`).join("\n");
  return String(value);
}
