import { z } from "zod";
import { ActorSummary } from "./actor.ts";
import { AsOf } from "./as-of.ts";
import { Disagreement } from "./disagreement.ts";
import { Edtf } from "./edtf.ts";
import { ActorId, Head, ItemId, Version } from "./id.ts";
import { Milestone, NewMilestone } from "./milestone.ts";
import { Phase, Reading, StatusInterval } from "./reading.ts";
import { ScenarioSet } from "./scenario.ts";
import { text } from "./text.ts";

export const OwnerSide = z.enum(["us", "russia", "both", "others"]);
export type OwnerSide = z.infer<typeof OwnerSide>;

export const LinkType = z.enum(["depends-on", "blocks", "part-of", "related"]);
export type LinkType = z.infer<typeof LinkType>;

export const Tag = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "a tag is a-z, 0-9 and inner hyphens");

/** What an item is told by, as an editor submits it. */
const framing = {
  title: text(300),
  question: text(1000),
  resolutionCriteria: text(4000),
  statusSubject: text(300),
  tags: z.array(Tag).max(40),
  whyOpen: text(2000),
  reviewEveryDays: z.number().int().min(1).max(36_500),
  parties: z.array(ActorId).max(100),
  links: z.array(z.strictObject({ type: LinkType, itemId: ItemId })).max(100),
};

/** The command to open an item; its ledger is empty. */
export const OpenItem = z.strictObject({
  id: ItemId,
  title: framing.title,
  question: framing.question,
  resolutionCriteria: framing.resolutionCriteria,
  statusSubject: framing.statusSubject.default("the matter"),
  ownerSide: OwnerSide.optional(),
  tags: framing.tags.default([]),
  opened: Edtf.optional(),
  whyOpen: framing.whyOpen.optional(),
  reviewEveryDays: framing.reviewEveryDays.default(180),
  parties: framing.parties.default([]),
  links: framing.links.default([]),
  milestones: z.array(NewMilestone).max(100).default([]),
});
export type OpenItem = z.infer<typeof OpenItem>;

/** The command to edit what an item is told by, on the `version` that was read. What is left out stays as it is; lists are given whole. */
export const EditItem = z.strictObject({
  id: ItemId,
  version: Version,
  title: framing.title.optional(),
  question: framing.question.optional(),
  resolutionCriteria: framing.resolutionCriteria.optional(),
  statusSubject: framing.statusSubject.optional(),
  ownerSide: OwnerSide.nullable().optional(),
  tags: framing.tags.optional(),
  opened: Edtf.nullable().optional(),
  whyOpen: framing.whyOpen.nullable().optional(),
  reviewEveryDays: framing.reviewEveryDays.optional(),
  parties: framing.parties.optional(),
  links: framing.links.optional(),
  reason: text(2000).optional(),
});
export type EditItem = z.infer<typeof EditItem>;

/** An item in a list: what it asks, and where it stands as of the days asked about. */
export const ItemSummary = z.strictObject({
  id: ItemId,
  title: z.string(),
  question: z.string(),
  statusSubject: z.string(),
  tags: z.array(z.string()),
  main: z.boolean(),
  ownerSide: OwnerSide.nullable(),
  reviewEveryDays: z.number().int(),
  phase: Phase.nullable(),
  reading: Reading,
});
export type ItemSummary = z.infer<typeof ItemSummary>;

/** A list row with what `include` asked for. */
export const ItemRow = ItemSummary.extend({
  intervals: z.array(StatusInterval).optional(),
  milestones: z.array(Milestone).optional(),
});
export type ItemRow = z.infer<typeof ItemRow>;

/** A page of items; `nextCursor` is null on the last one. `counts` where they were asked for: of all that match, and of all. */
export const ItemPage = z.strictObject({
  items: z.array(ItemRow),
  nextCursor: z.string().nullable(),
  asOf: AsOf,
  counts: z.strictObject({ found: z.number().int(), total: z.number().int() }).optional(),
});
export type ItemPage = z.infer<typeof ItemPage>;

/** Another item that this one names, or is named by (`direction: "from"`). */
export const ItemLink = z.strictObject({
  type: LinkType,
  direction: z.enum(["to", "from"]),
  itemId: ItemId,
  title: z.string(),
  statusSubject: z.string(),
  phase: Phase.nullable(),
  reading: Reading,
});
export type ItemLink = z.infer<typeof ItemLink>;

/** An item with all that is known about it as of the days asked about. `whyOpen` is null before anything was known. */
export const ItemDetail = ItemSummary.extend({
  resolutionCriteria: z.string(),
  whyOpen: z.string().nullable(),
  opened: Edtf.nullable(),
  head: Head,
  version: Version,
  milestones: z.array(Milestone),
  links: z.array(ItemLink),
  actors: z.array(ActorSummary),
  disagreements: z.array(Disagreement),
  scenarioSets: z.array(ScenarioSet),
  asOf: AsOf,
});
export type ItemDetail = z.infer<typeof ItemDetail>;
