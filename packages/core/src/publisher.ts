import { z } from "zod";
import { AsOf, withAsOf } from "./as-of.ts";
import { Reliability } from "./evidence.ts";
import { ItemId } from "./id.ts";
import { Statement } from "./source.ts";
import { RestingItem } from "./withdrawal.ts";

/** How a publisher is called in running text: "Zero Hedge, as mirrored on WhoTrades" is "Zero Hedge" there. */
export const shortPublisher = (publisher: string): string => publisher.split(/[,;(]/)[0]!.trim() || publisher;

/**
 * The key of a publisher in addresses, from the name it goes by in running text: "us-department-of-state", "rfe_2f_rl".
 *
 * Names that differ in case or spacing are one publisher. Of every other two the keys differ: letters a to z and digits stand
 * for themselves, a hyphen for a space, and any other sign for its number between underscores.
 */
export const publisherKeyOf = (publisher: string): string =>
  [...shortPublisher(publisher).normalize("NFC").toLowerCase().replace(/\s+/g, " ")]
    .map((sign) => (/[a-z0-9]/.test(sign) ? sign : sign === " " ? "-" : `_${sign.codePointAt(0)!.toString(16)}_`))
    .join("");

export const PublisherKey = z
  .string()
  .max(2000)
  .regex(/^(?:[a-z0-9-]|_[0-9a-f]{2,6}_)+$/, "a publisher's key, as `publisherKeyOf` makes it");

export const GetPublisher = withAsOf({ key: PublisherKey });
export type GetPublisher = z.infer<typeof GetPublisher>;

/** How others hand on what a publisher said first. */
const Carrier = z.strictObject({ key: PublisherKey, name: z.string(), entries: z.number().int() });

/**
 * A publisher, as far as it was known: an outlet with its sources, and who said something first, which are two things. One that
 * only others quote has no sources.
 */
export const PublisherDetail = z.strictObject({
  key: PublisherKey,
  name: z.string(),
  /** The names its sources give it in full. */
  names: z.array(z.string()),
  sources: z.number().int(),
  /** First day of the first of them, where that has a beginning. */
  since: z.string().nullable(),
  ratings: z.array(z.strictObject({ reliability: Reliability, sources: z.number().int() })),
  /** Entries that cite a source of it. */
  entries: z.number().int(),
  /** Entries of whose evidence it said something first, whoever carried it. */
  originOf: z.number().int(),
  /** Other publishers that carried it, by how many entries cite them for it. */
  carriedBy: z.array(Carrier),
  /** Those that said first what its own sources carry. */
  carries: z.array(Carrier),
  /** What it said first and several sources carry. */
  statements: z.array(Statement),
  /** Items that an entry citing it, or going back to it, belongs to, with what is left of their reading without it. */
  items: z.array(RestingItem.extend({ itemId: ItemId, entries: z.number().int() })),
  asOf: AsOf,
});
export type PublisherDetail = z.infer<typeof PublisherDetail>;
