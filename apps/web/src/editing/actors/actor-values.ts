import type { ActorDetail, ActorType } from "@readout/core/actor";
import type { Day } from "@readout/core/time";
import type { ReadForm } from "../form/fault.ts";
import { editCommand, FormReader, newCommand, typedOr } from "../form/read-form.ts";
import type { Versioned } from "../form/use-edit-form.ts";

/** An office as typed: where, for which state, and for which time it is attested. */
export type OfficeValues = { office: string; organisation: string; state: string; attested: string; note: string };

/** An actor as typed. Other names stand one in a line: a name may hold a comma. */
export type ActorValues = { name: string; type: ActorType; state: string; also: string; offices: OfficeValues[] };
export type NewActorValues = ActorValues & { id: string };

export const blankOffice: OfficeValues = { office: "", organisation: "", state: "", attested: "", note: "" };
export const blankActor: NewActorValues = { id: "", name: "", type: "person", state: "", also: "", offices: [] };

/** An actor as the form holds it. */
export const actorValuesOf = (actor: ActorDetail): Versioned<ActorValues> => ({
  version: actor.version,
  values: {
    name: actor.name,
    type: actor.type,
    state: actor.state ?? "",
    also: actor.also.join("\n"),
    offices: actor.offices.map(({ office, organisation, state, attested, note }) => ({
      office,
      organisation: organisation ?? "",
      state: state ?? "",
      attested,
      note: note ?? "",
    })),
  },
});

function actorFields(values: ActorValues, reader: FormReader): Record<keyof ActorValues, unknown> {
  return {
    name: values.name.trim(),
    type: values.type,
    state: typedOr(values.state, null),
    also: values.also
      .split("\n")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    offices: values.offices.map(({ office, organisation, state, attested, note }, i) => ({
      office: office.trim(),
      organisation: typedOr(organisation, null),
      state: typedOr(state, null),
      attested: reader.date(`offices.${i}.attested`, attested, { use: "any", needed: true }),
      note: typedOr(note, null),
    })),
  };
}

/** The form of a new actor as the command to add it. */
export function readNewActor(values: NewActorValues, today: Day): ReadForm {
  const reader = new FormReader(today);
  return newCommand({ id: values.id.trim(), ...actorFields(values, reader) }, reader);
}

/** The changed fields of an actor's form as the command to edit it. */
export function readActor(
  values: ActorValues,
  { id, version, changed, today }: { id: string; version: number | null; changed: readonly string[]; today: Day },
): ReadForm {
  const reader = new FormReader(today);
  return editCommand({ id, version }, actorFields(values, reader), changed, reader);
}
