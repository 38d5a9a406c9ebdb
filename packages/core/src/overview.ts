import { z } from "zod";
import { AsOf } from "./as-of.ts";
import { DisagreementType } from "./disagreement.ts";
import { Edtf } from "./edtf.ts";
import { ItemId, Seq, SourceId } from "./id.ts";
import { ListedMilestone } from "./milestone.ts";
import { Phase } from "./reading.ts";
import { Status } from "./status.ts";
import { Day } from "./time.ts";

const count = z.number().int().min(0);

/** An item as a sentence names it. */
export const NamedItem = z.strictObject({ itemId: ItemId, title: z.string(), statusSubject: z.string() });
export type NamedItem = z.infer<typeof NamedItem>;

/** Items by where they stand. `families` are by status; the last two have none: one may have begun, the other has not. */
export const ItemCounts = z.strictObject({
  total: count,
  open: count,
  families: z.strictObject({ talk: count, commitment: count, motion: count, trouble: count, end: count }),
  statuses: z.array(z.strictObject({ status: Status, items: count })),
  possiblyBegun: count,
  notYetRaised: count,
});
export type ItemCounts = z.infer<typeof ItemCounts>;

/** Open items that nobody has looked at within their cadence; `everyDays` is null where their cadences differ. */
export const ReviewBacklog = z.strictObject({
  items: count,
  everyDays: z.number().int().nullable(),
  /** The day of the oldest last look, how many open items share it, and the first of them. */
  oldest: z.strictObject({ lastReviewed: Day, items: count, first: NamedItem }).nullable(),
  /** The first day on which an open item that is within its cadence falls behind; null when there is none. */
  nextDueOn: Day.nullable(),
});
export type ReviewBacklog = z.infer<typeof ReviewBacklog>;

/** A movement of a reading. `before` is null for an item's first status; `source` is the first that supports it. */
export const Movement = NamedItem.extend({
  before: Status.nullable(),
  after: Status,
  effective: Edtf,
  entrySeq: Seq,
  source: z.strictObject({ id: SourceId, publisher: z.string() }).nullable(),
});
export type Movement = z.infer<typeof Movement>;

/** A passage where the sides of a disagreement can be read against each other. */
export const DisagreeingPassage = z.strictObject({
  sourceId: SourceId,
  publisher: z.string(),
  paragraphs: z.array(z.number().int()),
});

export const UnsettledDisagreement = z.strictObject({
  id: z.string(),
  type: DisagreementType,
  summary: z.string(),
  passages: z.array(DisagreeingPassage),
});
export type UnsettledDisagreement = z.infer<typeof UnsettledDisagreement>;

/** The one origin that a status rests on; `publisher` where the origin is a source held here. */
export const SingleOrigin = z.strictObject({ origin: z.string(), publisher: z.string().nullable() });
export type SingleOrigin = z.infer<typeof SingleOrigin>;

/**
 * An open item and what asks for attention there, most pressing reason first; a reason that does not hold is null or empty.
 *
 * `lastReviewed` is filled only when it is older than the item's cadence.
 */
export const AttentionItem = NamedItem.extend({
  phase: Phase.nullable(),
  passedDates: z.array(ListedMilestone),
  fallsDue: z.array(ListedMilestone),
  disagreements: z.array(UnsettledDisagreement),
  possibly: z.strictObject({ statuses: z.array(Status), since: Edtf }).nullable(),
  singleOrigin: SingleOrigin.nullable(),
  lastReviewed: Day.nullable(),
  reviewEveryDays: z.number().int(),
});
export type AttentionItem = z.infer<typeof AttentionItem>;

/** For how many open items each reason holds: one shared by many is said once. */
export const AttentionCounts = z.strictObject({
  passedDates: count,
  fallsDue: count,
  disagreements: count,
  possibly: count,
  singleOrigin: count,
  notReviewed: count,
});
export type AttentionCounts = z.infer<typeof AttentionCounts>;

/** Dates without a verdict that have passed: how many, how many of them on items that have ended, and the last ones. */
export const PassedDates = z.strictObject({ dates: count, onEnded: count, last: z.array(ListedMilestone) });
export type PassedDates = z.infer<typeof PassedDates>;

/** What the first page says, as of the days asked about; every list is short however many items there are. */
export const Overview = z.strictObject({
  asOf: AsOf,
  /** A token of the change feed: whatever is recorded after it is not in here. Null on another day than today. */
  token: z.string().nullable(),
  counts: ItemCounts,
  review: ReviewBacklog,
  /** The last three movements, newest first. */
  moved: z.array(Movement),
  /** Dates ahead, nearest first: how many end within thirty days, and the next ones whenever they are. */
  fallsDue: z.strictObject({ withinThirtyDays: count, next: z.array(ListedMilestone) }),
  passed: PassedDates,
  attention: z.strictObject({ counts: AttentionCounts, items: z.array(AttentionItem) }),
  /** Of the open items with a single origin, the one that moved last. */
  newestSingleOrigin: NamedItem.extend({ origin: SingleOrigin }).nullable(),
});
export type Overview = z.infer<typeof Overview>;
