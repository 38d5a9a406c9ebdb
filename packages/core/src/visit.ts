import { z } from "zod";
import { ChangeToken } from "./read.ts";
import { Instant } from "./time.ts";

/** Where somebody stood in the change feed, and when. */
export const VisitMark = z.strictObject({ token: ChangeToken, at: Instant });
export type VisitMark = z.infer<typeof VisitMark>;

/** The command to note that whoever asks has a page open; `token` is how far the first page had come, left out by others. */
export const NoteVisit = z.strictObject({ token: ChangeToken.optional() });
export type NoteVisit = z.infer<typeof NoteVisit>;

/** The command to compare this visit with another place: the present one once all is seen, the one before to take that back. */
export const CompareVisit = z.strictObject({ since: VisitMark.nullable() });
export type CompareVisit = z.infer<typeof CompareVisit>;

/** What this visit is compared with: where the one before it ended. Null during the first. */
export const Visit = z.strictObject({ since: VisitMark.nullable() });
export type Visit = z.infer<typeof Visit>;
