import { z } from "zod";
import { Instant } from "./time.ts";

/** What a draft is for, as in `record:item-id` or `correct:item-id:4`. */
export const DraftPlace = z
  .string()
  .regex(/^[a-z0-9][a-z0-9:._-]{0,299}$/, "a place is 1 to 300 characters of a-z, 0-9, colons, dots, dashes");

/** Bytes of JSON that one draft may take, and drafts that one user may keep. */
export const draftLimits = { bytes: 256 * 1024, perUser: 200, depth: 100 } as const;

/** Whether JSON can say it all, within the limit: looked at without recursion, which a deep nest would break. */
function fitsJson(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { depth } = next;
    if (next.value === null || typeof next.value === "string" || typeof next.value === "boolean") continue;
    if (typeof next.value === "number" && Number.isFinite(next.value)) continue;
    if (typeof next.value !== "object" || depth >= draftLimits.depth) return false;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: depth + 1 });
  }
  return new TextEncoder().encode(JSON.stringify(value)).length <= draftLimits.bytes;
}

/** What was typed, as any JSON. Kept exactly: also what no schema of an entry would take. */
const Content = z
  .unknown()
  .refine(fitsJson, `must be JSON of at most ${draftLimits.bytes} bytes, nested at most ${draftLimits.depth} deep`);

/** What its owner typed for a place and has not recorded yet. */
export const Draft = z.strictObject({ place: DraftPlace, content: z.unknown(), savedAt: Instant });
export type Draft = z.infer<typeof Draft>;

/** The command to keep what was typed; `basedOn` is the `savedAt` of the draft it grew from, null for none. */
export const SaveDraft = z.strictObject({ place: DraftPlace, content: Content, basedOn: Instant.nullable() });
export type SaveDraft = z.infer<typeof SaveDraft>;

export const GetDraft = z.strictObject({ place: DraftPlace });
export type GetDraft = z.infer<typeof GetDraft>;

export const DiscardDraft = z.strictObject({ place: DraftPlace });
export type DiscardDraft = z.infer<typeof DiscardDraft>;

/** `discarded` is false where there was none. */
export const DiscardedDraft = z.strictObject({ place: DraftPlace, discarded: z.boolean() });
export type DiscardedDraft = z.infer<typeof DiscardedDraft>;

/** Where whoever asks has drafts, the latest first; what was typed is asked for one by one. */
export const DraftList = z.strictObject({ drafts: z.array(Draft.omit({ content: true })) });
export type DraftList = z.infer<typeof DraftList>;
