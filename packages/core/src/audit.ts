import { z } from "zod";
import { Person } from "./person.ts";
import { page } from "./read.ts";
import { text } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** What an act may be done to. A milestone's id is that of its item and its place, as {@link milestoneSubject} writes it. */
export const SubjectType = z.enum([
  "item",
  "milestone",
  "source",
  "actor",
  "disagreement",
  "proposal",
  "user",
  "session",
  "key",
  "watch",
  "view",
  "dataset",
]);
export type SubjectType = z.infer<typeof SubjectType>;

export type AuditSubject = { type: SubjectType; id: string };

/** A milestone as the subject of an act; its id is written `item-id:3`. */
export const milestoneSubject = (itemId: string, ordinal: number): AuditSubject => ({
  type: "milestone",
  id: `${itemId}:${ordinal}`,
});

const Fields = z.record(z.string(), z.unknown()).nullable();

/** One act that wrote. `who` is null for a command of the server's own; the name is what they were called then. */
export const AuditRow = z.strictObject({
  id: z.string(),
  at: Instant,
  who: Person.nullable(),
  act: z.string(),
  subject: z.strictObject({ type: SubjectType, id: z.string() }),
  address: z.string().nullable(),
  before: Fields,
  after: Fields,
});
export type AuditRow = z.infer<typeof AuditRow>;

/** A page of the log, newest first; `nextCursor` is null on the last one. */
export const AuditPage = z.strictObject({ rows: z.array(AuditRow), nextCursor: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

const word = (what: string) => text(300).meta({ description: what });

/** The log by who acted, what was done, what it was done to, and the days on which, both included. */
export const ListAudit = z
  .strictObject({
    who: word("The id of a user or service").optional(),
    act: word("As in `entry.recorded`").optional(),
    subjectType: SubjectType.optional(),
    subjectId: word("The id of what it was done to").optional(),
    from: Day.optional(),
    to: Day.optional(),
    ...page,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["from"],
    message: "is after `to`",
  });
export type ListAudit = z.infer<typeof ListAudit>;
