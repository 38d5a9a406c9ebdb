import { z } from "zod";
import { ItemId } from "./id.ts";
import { listFilters } from "./read.ts";
import type { Phase } from "./reading.ts";
import type { Status } from "./status.ts";
import { text } from "./text.ts";
import { Instant } from "./time.ts";

/** How often somebody is told: once a day, on Mondays, or within minutes. */
export const Cadence = z.enum(["daily", "weekly", "at-once"]);
export type Cadence = z.infer<typeof Cadence>;

/** Watches that one person may have, the stopped ones left out. */
export const watchLimit = 200;

/** What a list of items is narrowed to, as `items.list` takes it; nothing at all is every item. */
export const ViewFilters = z.strictObject(listFilters);
export type ViewFilters = z.infer<typeof ViewFilters>;

/** The same view is the same filters: statuses in one order and each once, no spaces around words. */
export function viewInOneForm({ status, phase, tag, actor, owner, q }: ViewFilters): ViewFilters {
  return {
    ...(status === undefined ? {} : { status: [...new Set(status)].sort() }),
    ...(phase === undefined ? {} : { phase }),
    ...(tag === undefined ? {} : { tag }),
    ...(actor === undefined ? {} : { actor }),
    ...(owner === undefined ? {} : { owner }),
    ...(q === undefined ? {} : { q: q.trim() }),
  };
}

/** Whether two sets of filters are one view. */
export const isSameView = (a: ViewFilters, b: ViewFilters): boolean =>
  JSON.stringify(viewInOneForm(a)) === JSON.stringify(viewInOneForm(b));

/** What a view is called by whoever watches it. */
const ViewName = text(120);

const wishes = {
  cadence: Cadence.default("daily"),
  /** Whether looks that found nothing new are told as well. */
  reviews: z.boolean().default(false),
};

/** The command to watch one item. */
const WatchItem = z.strictObject({ kind: z.literal("item"), itemId: ItemId, ...wishes });
/** The command to watch whatever a list with these filters holds. */
const WatchView = z.strictObject({ kind: z.literal("view"), name: ViewName, filters: ViewFilters, ...wishes });

/** The command to watch. What is watched already stays as it is; what was stopped begins anew. */
export const AddWatch = z.discriminatedUnion("kind", [WatchItem, WatchView]);
export type AddWatch = z.infer<typeof AddWatch>;

const WatchId = z.uuid("must be the id of a watch");

/** The command to alter a watch; what is left out stays. Only a view has a name. */
export const EditWatch = z.strictObject({
  id: WatchId,
  cadence: Cadence.optional(),
  reviews: z.boolean().optional(),
  name: ViewName.optional(),
});
export type EditWatch = z.infer<typeof EditWatch>;

/** The command to stop watching, and to take that back: a watch taken up again goes on where it stopped. */
export const OneWatch = z.strictObject({ id: WatchId });
export type OneWatch = z.infer<typeof OneWatch>;

/** What somebody wants to be told of: an item, or a view of the list. */
export const Watch = z.strictObject({
  id: WatchId,
  item: z.strictObject({ id: ItemId, title: z.string() }).nullable(),
  view: z.strictObject({ name: z.string(), filters: ViewFilters }).nullable(),
  cadence: Cadence,
  reviews: z.boolean(),
  since: Instant,
  stopped: z.boolean(),
});
export type Watch = z.infer<typeof Watch>;

/** One's own watches, the last made first; of one item where it is named. */
export const ListWatches = z.strictObject({ itemId: ItemId.optional() });
export type ListWatches = z.infer<typeof ListWatches>;

export const WatchList = z.strictObject({ watches: z.array(Watch) });
export type WatchList = z.infer<typeof WatchList>;

/**
 * How far a message has come. `unsure`: whoever was sending it ended in the middle, so that it may or may not have arrived; it is
 * never sent again. `dropped`: its reader wanted no more before it left.
 */
export const MessageState = z.enum(["waiting", "sending", "sent", "failed", "unsure", "dropped"]);
export type MessageState = z.infer<typeof MessageState>;

export const MessageKind = z.enum(["digest", "correction"]);
export type MessageKind = z.infer<typeof MessageKind>;

/** A message as its reader sees it listed; `at` is when it was sent, else when it was written. */
export const ListedMessage = z.strictObject({
  id: z.string(),
  kind: MessageKind,
  subject: z.string(),
  state: MessageState,
  at: Instant,
  fault: z.string().nullable(),
});
export type ListedMessage = z.infer<typeof ListedMessage>;

/** One's own mail: where it goes, what was sent, when the next may come. */
export const Mailbox = z.strictObject({
  /** Null for a service, which has no mailbox. */
  address: z.string().nullable(),
  /** Whether this installation sends mail at all. */
  isSetUp: z.boolean(),
  /** Whether its owner wants none whatever: not even corrections. */
  stopped: z.boolean(),
  nextDaily: Instant.nullable(),
  nextWeekly: Instant.nullable(),
  /** The last ones first. */
  messages: z.array(ListedMessage),
});
export type Mailbox = z.infer<typeof Mailbox>;

/** What an address for unsubscribing stops: one watch, or all mail. */
export type Unsubscribing = { scope: "watch" | "all"; what: string; stopped: boolean };

type Matched = {
  title: string;
  question: string;
  tags: readonly string[];
  ownerSide: string | null;
  parties: readonly string[];
};

/** Whether an item that reads so is in a view; as `items.list` decides it. */
export function isInView(
  { status, phase, tag, actor, owner, q }: ViewFilters,
  item: Matched,
  reading: { status: Status | null; phase: Phase | null },
): boolean {
  const words = q?.trim().split(/\s+/) ?? [];
  const has = (text: string, word: string) => text.toLowerCase().includes(word.toLowerCase());
  return (
    (status === undefined || (reading.status !== null && status.includes(reading.status))) &&
    (phase === undefined || reading.phase === phase) &&
    (tag === undefined || item.tags.includes(tag)) &&
    (actor === undefined || item.parties.includes(actor)) &&
    (owner === undefined || item.ownerSide === owner) &&
    words.every((word) => has(item.title, word) || has(item.question, word))
  );
}
