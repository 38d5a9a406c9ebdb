import { z } from "zod";
import { AsOf } from "./as-of.ts";
import { Edtf } from "./edtf.ts";
import { ItemId, Seq, SourceId } from "./id.ts";
import { OwnerSide } from "./item.ts";
import { Milestone } from "./milestone.ts";
import { Phase } from "./reading.ts";
import { Status } from "./status.ts";
import { Day } from "./time.ts";

/** How lanes are gathered, each item once: by where it stands, or by its first tag that is not filtered by. */
export const LaneGrouping = z.enum(["phase", "tag"]);
export type LaneGrouping = z.infer<typeof LaneGrouping>;

/**
 * An entry as a lane draws it: known, not retracted, in its corrected form. `knownOn` is the day from which it was known to
 * a reader of its sources; of a review the day looked on, and the other three are null.
 */
export const LaneFact = z.strictObject({
  seq: Seq,
  kind: z.enum(["change", "reaffirmation", "review"]),
  status: Status.nullable(),
  effective: Edtf.nullable(),
  reported: Edtf.nullable(),
  knownOn: Day,
});
export type LaneFact = z.infer<typeof LaneFact>;

/** One item over time. */
export const Lane = z.strictObject({
  id: ItemId,
  title: z.string(),
  statusSubject: z.string(),
  tags: z.array(z.string()),
  ownerSide: OwnerSide.nullable(),
  phase: Phase.nullable(),
  group: z.string().meta({ description: "The `key` of its group" }),
  facts: z.array(LaneFact).meta({ description: "By `seq`" }),
  milestones: z.array(Milestone),
  cites: z.array(SourceId).meta({ description: "Sources that its facts cite, as far as they were known" }),
});
export type Lane = z.infer<typeof Lane>;

/** A source on the day it appeared. */
export const LaneSource = z.strictObject({ id: SourceId, publisher: z.string(), title: z.string(), published: Edtf });
export type LaneSource = z.infer<typeof LaneSource>;

/**
 * Lanes in the order of their groups. `groups` and `tags` speak of all lanes there are, `lanes` and `sources` of those
 * asked for; `total` is 2,000 at most, and `beyond` tells whether items were left out.
 */
export const LanePage = z.strictObject({
  lanes: z.array(Lane),
  sources: z.array(LaneSource),
  groups: z.array(z.strictObject({ key: z.string(), lanes: z.number().int().min(1) })),
  tags: z.array(z.string()),
  total: z.number().int().min(0),
  beyond: z.boolean(),
  asOf: AsOf,
});
export type LanePage = z.infer<typeof LanePage>;
