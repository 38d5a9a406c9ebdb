import { z } from "zod";
import { plainText, text } from "./text.ts";
import { Instant } from "./time.ts";

/** Views that one user may keep. */
export const viewsPerUser = 100;

/** What a view is called; spaces around it are not part of it. */
const ViewName = z
  .string()
  .transform((typed) => typed.trim())
  .pipe(text(80));

/** A page of this site whose state is in its address. */
const ViewPath = z
  .string()
  .max(200)
  .regex(
    /^\/(?:(?:items|timeline|calendar|changes|scenarios|sources|actors|search)(?:\/[a-z0-9-]+)?)?$/,
    "must be a page of this site that is read, as in /items",
  );

/** What follows the question mark; a place in a list is none to come back to. */
const ViewSearch = plainText(2000)
  .refine((search) => !/[?#\s]/.test(search), "must be what follows the question mark in an address")
  .refine((search) => !new URLSearchParams(search).has("cursor"), "must not hold a place in the list");

/** An address with a name, kept by whoever saved it; the address itself can be sent to anyone. */
export const SavedView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  path: z.string(),
  search: z.string(),
  createdAt: Instant,
});
export type SavedView = z.infer<typeof SavedView>;

/** One's own views, by name. */
export const ViewList = z.strictObject({ views: z.array(SavedView) });
export type ViewList = z.infer<typeof ViewList>;

/** The command to keep an address under a name. */
export const SaveView = z.strictObject({ name: ViewName, path: ViewPath, search: ViewSearch.default("") });
export type SaveView = z.infer<typeof SaveView>;

/** The command to call a view otherwise. */
export const RenameView = z.strictObject({ id: z.uuid(), name: ViewName });
export type RenameView = z.infer<typeof RenameView>;

/** The command to keep a view no longer. */
export const RemoveView = z.strictObject({ id: z.uuid() });
export type RemoveView = z.infer<typeof RemoveView>;

/** The view as it was, so that it can be saved again; null where there was none. */
export const RemovedView = z.strictObject({ removed: SavedView.nullable() });
export type RemovedView = z.infer<typeof RemovedView>;
