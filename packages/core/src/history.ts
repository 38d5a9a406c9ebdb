import { z } from "zod";
import { Person } from "./person.ts";
import { text } from "./text.ts";
import { Instant } from "./time.ts";

/** What keeps a history of its edits. A milestone's id is written `item-id:3`, its item and its place there. */
export const HistoryOf = z.enum(["item", "milestone", "source", "actor", "disagreement"]);
export type HistoryOf = z.infer<typeof HistoryOf>;

export const ListHistory = z.strictObject({ type: HistoryOf, id: text(140) });
export type ListHistory = z.infer<typeof ListHistory>;

const Fields = z.record(z.string(), z.unknown()).nullable();

/** One edit: the fields that it was made to, as they were and as they became. `by` is null for whoever is not signed in. */
export const HistoryEdit = z.strictObject({
  at: Instant,
  by: Person.nullable(),
  act: z.string(),
  before: Fields,
  after: Fields,
});
export type HistoryEdit = z.infer<typeof HistoryEdit>;

/** All edits since Readout keeps them, newest first; empty for what was never edited. */
export const History = z.strictObject({ edits: z.array(HistoryEdit) });
export type History = z.infer<typeof History>;
