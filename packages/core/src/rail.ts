import { z } from "zod";
import { Day } from "./time.ts";

/** A month of the rail: entries that became known in it, and how many of those are the asked-for item's own. */
export const RailMonth = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  entries: z.number().int().min(1),
  own: z.number().int().min(0),
});
export type RailMonth = z.infer<typeof RailMonth>;

/**
 * When things became known, up to `knownOn` and never later; months without news are left out.
 *
 * `entries` is their sum. `nextNews` alone looks ahead, because the reader asked to be moved there, and never beyond today.
 * With an item named, the two news days are that item's own.
 */
export const Rail = z.strictObject({
  months: z.array(RailMonth),
  previousNews: Day.nullable(),
  nextNews: Day.nullable(),
  entries: z.number().int().min(0),
});
export type Rail = z.infer<typeof Rail>;
