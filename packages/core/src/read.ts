import { z } from "zod";
import { Basis, withAsOf } from "./as-of.ts";
import { Reliability } from "./evidence.ts";
import { ActorId, DisagreementId, ItemId, SourceId } from "./id.ts";
import { OwnerSide, Tag } from "./item.ts";
import { LaneGrouping } from "./lane.ts";
import { MilestoneKind } from "./milestone.ts";
import { PublisherKey } from "./publisher.ts";
import { Phase } from "./reading.ts";
import { SourceRole } from "./source.ts";
import { Status } from "./status.ts";
import { text } from "./text.ts";
import { Day } from "./time.ts";

/** How many rows a list answers with at once. */
const Limit = z.number().int().min(1).max(200).default(50).meta({ description: "Rows at once, 1 to 200" });

/** What every list takes; `cursor` is the `nextCursor` of the page before, with the same other parameters. */
export const page = {
  limit: Limit,
  cursor: z.string().min(1).max(2000).optional().meta({ description: "`nextCursor` of the page before" }),
};

/**
 * `moved`: the newest status first; `due`: the next date first; `reviewed`: what nobody has looked at for longest first.
 * What has no such day stands last.
 */
export const ItemSort = z.enum(["place", "title", "moved", "due", "reviewed"]);
export type ItemSort = z.infer<typeof ItemSort>;

/** What items are narrowed to. */
const filters = {
  status: z.array(Status).min(1).max(12).optional(),
  phase: Phase.optional(),
  tag: Tag.optional(),
  actor: ActorId.optional(),
  owner: OwnerSide.optional(),
};
/** The same, and by words of the title. */
export const listFilters = { ...filters, q: text(200).optional() };

export const ListItems = withAsOf({
  ...listFilters,
  sort: ItemSort.default("place"),
  include: z
    .array(z.enum(["intervals", "milestones", "counts"]))
    .min(1)
    .max(3)
    .optional(),
  ...page,
});
export type ListItems = z.infer<typeof ListItems>;

/** Lanes in the order of their groups; `skip` may lead into the midst of them, because there are no more than 2,000. */
export const ListLanes = withAsOf({
  ...filters,
  group: LaneGrouping.default("phase"),
  skip: z.number().int().min(0).max(2000).default(0).meta({ description: "Lanes before the first that is wanted" }),
  limit: Limit,
});
export type ListLanes = z.infer<typeof ListLanes>;

/** One item, or what belongs to it, as of some day. */
export const GetItem = withAsOf({ id: ItemId });
export type GetItem = z.infer<typeof GetItem>;

export const ListSources = withAsOf({
  ids: z.array(SourceId).min(1).max(200).optional().meta({ description: "Only these sources, comma-separated" }),
  publisher: PublisherKey.optional().meta({ description: "A publisher's key" }),
  reliability: Reliability.optional(),
  role: SourceRole.optional(),
  ...page,
});
export type ListSources = z.infer<typeof ListSources>;

export const GetSource = withAsOf({ id: SourceId });
export type GetSource = z.infer<typeof GetSource>;

export const ListActors = withAsOf(page);
export type ListActors = z.infer<typeof ListActors>;

export const GetActor = withAsOf({ id: ActorId });
export type GetActor = z.infer<typeof GetActor>;

const isInOrder = (days: { from?: Day | undefined; to?: Day | undefined }): boolean =>
  days.from === undefined || days.to === undefined || days.from <= days.to;
const outOfOrder = { path: ["from"], message: "is after `to`" };

/** Milestones whose bounds, or those of the date they were moved to, touch the days from `from` to `to`, both included. */
export const ListMilestones = withAsOf({
  from: Day.optional(),
  to: Day.optional(),
  itemId: ItemId.optional(),
  kind: MilestoneKind.optional(),
  tag: Tag.optional().meta({ description: "A tag of the item" }),
  ...page,
}).refine(isInOrder, outOfOrder);
export type ListMilestones = z.infer<typeof ListMilestones>;

/** The milestones that a calendar holds: all, or those of one item or tag. */
export const GetCalendar = withAsOf({ itemId: ItemId.optional(), tag: Tag.optional() });
export type GetCalendar = z.infer<typeof GetCalendar>;

/** Disagreements, or those that concern one item. */
export const ListDisagreements = withAsOf({ itemId: ItemId.optional(), ...page });
export type ListDisagreements = z.infer<typeof ListDisagreements>;

export const GetDisagreement = withAsOf({ id: DisagreementId });
export type GetDisagreement = z.infer<typeof GetDisagreement>;

export const ListScenarioSets = withAsOf(page);
export type ListScenarioSets = z.infer<typeof ListScenarioSets>;

/** What the record gained from one day to another, each read with `knownOn = validOn`. */
export const GetDiff = z
  .strictObject({ from: Day, to: Day, basis: Basis.default("reported") })
  .refine(isInOrder, outOfOrder);
export type GetDiff = z.infer<typeof GetDiff>;

/** Place in the change feed: the `id` of an event, or the `next` of a page. */
export const ChangeToken = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})$/, "the `next` of an earlier page or the `id` of an event")
  .meta({ description: "`next` of an earlier page or `id` of an event; left out: from the beginning" });
export type ChangeToken = z.infer<typeof ChangeToken>;

/** Events after `since`; from the first one on when it is left out. */
export const ListChanges = z.strictObject({ since: ChangeToken.optional(), limit: Limit });
export type ListChanges = z.infer<typeof ListChanges>;

/** Entries of all items or one, the last recorded first. */
export const ListRecorded = z.strictObject({ itemId: ItemId.optional(), tag: Tag.optional(), ...page });
export type ListRecorded = z.infer<typeof ListRecorded>;

/** The same, followed for ever; `lastEventId` is where a broken stream goes on and outweighs `since`. */
export const FollowChanges = z.strictObject({
  since: ChangeToken.optional(),
  lastEventId: ChangeToken.nullish(),
});
export type FollowChanges = z.infer<typeof FollowChanges>;

export const GetRail = withAsOf({ itemId: ItemId.optional() });
export type GetRail = z.infer<typeof GetRail>;

export const GetOverview = withAsOf({});
export type GetOverview = z.infer<typeof GetOverview>;
