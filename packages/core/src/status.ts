import { z } from "zod";

export { isEnding, type StatusFamily, statusFamily, statusWord } from "./status-language.ts";

/** The closed status vocabulary; the last three end an item. Definitions: prisma/dataset/status_changes.yaml. */
export const Status = z.enum([
  "raised",
  "proposed",
  "ordered",
  "agreed-in-principle",
  "scheduled",
  "under-way",
  "in-force",
  "stalled",
  "suspended",
  "concluded",
  "lapsed",
  "withdrawn",
]);
export type Status = z.infer<typeof Status>;
