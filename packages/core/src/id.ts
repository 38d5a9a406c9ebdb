import { z } from "zod";

const slug = (what: string) =>
  z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?$/, `${what} is 1 to 120 characters of a-z, 0-9 and inner hyphens`);

export const ItemId = slug("an item id").brand<"ItemId">();
export type ItemId = z.infer<typeof ItemId>;

export const SourceId = slug("a source id").brand<"SourceId">();
export type SourceId = z.infer<typeof SourceId>;

export const ActorId = slug("an actor id").brand<"ActorId">();
export type ActorId = z.infer<typeof ActorId>;

/** Place of an entry in its item's ledger: 1, 2, 3 ... */
export const Seq = z.number().int().min(1).max(2_147_483_647);
export type Seq = z.infer<typeof Seq>;

/** The last `seq` of a ledger, 0 for an empty one. */
export const Head = z.number().int().min(0).max(2_147_483_647);
export type Head = z.infer<typeof Head>;
