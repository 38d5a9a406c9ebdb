import { z } from "zod";
import { Day } from "./time.ts";

/** How many entries became known in a month, "YYYY-MM"; `own` counts those of the item asked about. */
export const RailMonth = z.strictObject({
  month: z.string(),
  entries: z.number().int().min(0),
  own: z.number().int().min(0),
});
export type RailMonth = z.infer<typeof RailMonth>;

/**
 * The months in which something became known, up to the day asked about, and the nearest such days on either side of it.
 * Months are in order and without empty ones. `nextNews` is a step the reader asks for, never counted before it is taken.
 */
export const Rail = z.strictObject({
  months: z.array(RailMonth),
  previousNews: Day.nullable(),
  nextNews: Day.nullable(),
  entries: z.number().int().min(0),
});
export type Rail = z.infer<typeof Rail>;
