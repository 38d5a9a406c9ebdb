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

export const DisagreementId = slug("a disagreement id").brand<"DisagreementId">();
export type DisagreementId = z.infer<typeof DisagreementId>;

/** Place of something among its like in an item: 1, 2, 3 ... */
export const Ordinal = z.number().int().min(1).max(2_147_483_647);
export type Ordinal = z.infer<typeof Ordinal>;

/** How often something was written: 1 at first, one more with every edit; an edit names the one it was made on. */
export const Version = z.number().int().min(1).max(2_147_483_647);
export type Version = z.infer<typeof Version>;

/** Place of an entry in its item's ledger: 1, 2, 3 ... */
export const Seq = z.number().int().min(1).max(2_147_483_647);
export type Seq = z.infer<typeof Seq>;

/** The last `seq` of a ledger, 0 for an empty one. */
export const Head = z.number().int().min(0).max(2_147_483_647);
export type Head = z.infer<typeof Head>;
