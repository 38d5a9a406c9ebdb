import { z } from "zod";
import { Edtf } from "./edtf.ts";
import { Seq } from "./id.ts";
import { NamedItem } from "./overview.ts";
import { ChangeToken } from "./read.ts";
import { Status } from "./status.ts";
import { Instant } from "./time.ts";

/** Items whose record grew after a place in the change feed, or that moved with the days after `at`. */
export const GetSince = z.strictObject({
  since: ChangeToken.meta({ description: "A token of the change feed" }),
  at: Instant.optional().meta({
    description: "When it was current; left out: movements with the days alone are not told",
  }),
  limit: z.number().int().min(1).max(50).default(20).meta({ description: "Items at most, 1 to 50" }),
});
export type GetSince = z.infer<typeof GetSince>;

/** What happened to an item, the weightiest alone. A movement that only our own correction made is a correction. */
export const SinceKind = z.enum(["moved", "corrected", "evidence", "reviewed", "opened"]);
export type SinceKind = z.infer<typeof SinceKind>;

const Standing = z.strictObject({ status: Status.nullable(), alternatives: z.array(Status) });

export const SinceItem = NamedItem.extend({
  kind: SinceKind,
  /** Where it stood, as Readout showed it then. */
  before: Standing,
  after: Standing.extend({ since: Edtf.nullable() }),
  /** The entry to read: the one the status rests on, the newest evidence, the correction, the newest look. */
  seq: Seq.nullable(),
  /** Corrections and retractions among what is new. */
  corrections: z.number().int().min(0),
  /** How many of these are retractions. */
  retractions: z.number().int().min(0),
  /** In a sentence without the title: "the talks: scheduled → stalled, since 3 May 2026". */
  words: z.string(),
});
export type SinceItem = z.infer<typeof SinceItem>;

export const SinceCounts = z.strictObject({
  items: z.number().int(),
  moved: z.number().int(),
  corrected: z.number().int(),
  evidence: z.number().int(),
  reviewed: z.number().int(),
  opened: z.number().int(),
});
export type SinceCounts = z.infer<typeof SinceCounts>;

/** What changed, item by item, the weightiest first; `next` is the token to go on from. */
export const Since = z.strictObject({
  next: z.string(),
  counts: SinceCounts,
  /** Whether there was more than is looked through at once, so that the counts are too low. */
  isMore: z.boolean(),
  /** In a sentence: "Two items moved and one was corrected." Empty when nothing changed. */
  words: z.string(),
  items: z.array(SinceItem),
});
export type Since = z.infer<typeof Since>;
