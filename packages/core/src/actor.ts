import { z } from "zod";
import { Edtf } from "./edtf.ts";
import { ActorId, ItemId, SourceId, Version } from "./id.ts";
import { text } from "./text.ts";

export const ActorType = z.enum([
  "person",
  "unnamed-person",
  "state",
  "government",
  "ministry",
  "legislature",
  "mission",
  "international-body",
  "media",
  "research-body",
  "armed-group",
  "group",
]);
export type ActorType = z.infer<typeof ActorType>;

/** An office someone held; outside `attested` it is shown as "not attested then". */
export const Office = z.strictObject({
  office: z.string(),
  organisation: ActorId.nullable(),
  state: ActorId.nullable(),
  attested: Edtf,
  note: z.string().nullable(),
});
export type Office = z.infer<typeof Office>;

/** An office as an editor submits it. */
export const NewOffice = Office.extend({
  office: text(300),
  organisation: ActorId.nullable().default(null),
  state: ActorId.nullable().default(null),
  note: text(2000).nullable().default(null),
});
export type NewOffice = z.infer<typeof NewOffice>;

const name = text(300);
const also = z.array(text(300)).max(50);
const offices = z.array(NewOffice).max(100);

/** The command to add an actor; `state` is the state it belongs to, an actor. */
export const AddActor = z.strictObject({
  id: ActorId,
  name,
  type: ActorType,
  state: ActorId.optional(),
  also: also.default([]),
  offices: offices.default([]),
});
export type AddActor = z.infer<typeof AddActor>;

/** The command to edit an actor, on the `version` that was read. What is left out stays as it is; lists are given whole. */
export const EditActor = z.strictObject({
  id: ActorId,
  version: Version,
  name: name.optional(),
  type: ActorType.optional(),
  state: ActorId.nullable().optional(),
  also: also.optional(),
  offices: offices.optional(),
});
export type EditActor = z.infer<typeof EditActor>;

/** Who acts in the world. `offices` are those known; `attestedThen` tells whether one covers the day asked about. */
export const ActorSummary = z.strictObject({
  id: ActorId,
  name: z.string(),
  type: ActorType,
  state: ActorId.nullable(),
  offices: z.array(Office.extend({ attestedThen: z.boolean() })),
});
export type ActorSummary = z.infer<typeof ActorSummary>;

export const ActorDetail = ActorSummary.extend({
  version: Version,
  also: z.array(z.string()),
  /** Passages of published sources that name the actor. */
  seenIn: z.array(
    z.strictObject({
      sourceId: SourceId,
      sourceTitle: z.string(),
      publisher: z.string(),
      paragraphs: z.array(z.number().int()),
    }),
  ),
  items: z.array(z.strictObject({ id: ItemId, title: z.string() })),
  /** What this actor thought likely, by scenario set, in published sources. */
  views: z.array(
    z.strictObject({
      itemId: ItemId,
      scenarioId: z.string(),
      scenarioTitle: z.string(),
      leaning: z.string(),
      says: z.string(),
    }),
  ),
});
export type ActorDetail = z.infer<typeof ActorDetail>;

/** A page of actors; `nextCursor` is null on the last one. */
export const ActorPage = z.strictObject({ actors: z.array(ActorSummary), nextCursor: z.string().nullable() });
export type ActorPage = z.infer<typeof ActorPage>;
