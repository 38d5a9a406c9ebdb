import { z } from "zod";

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

export const isEnding = (status: Status): boolean =>
  status === "concluded" || status === "lapsed" || status === "withdrawn";

/** The five families of the status language: cool hues advance, trouble is warm, grey has ended. */
export type StatusFamily = "talk" | "commitment" | "motion" | "trouble" | "end";

export const statusFamily: Record<Status, StatusFamily> = {
  raised: "talk",
  proposed: "talk",
  ordered: "commitment",
  "agreed-in-principle": "commitment",
  scheduled: "commitment",
  "under-way": "motion",
  "in-force": "motion",
  stalled: "trouble",
  suspended: "trouble",
  concluded: "end",
  lapsed: "end",
  withdrawn: "end",
};

/** How a status is written inside a sentence. */
export const statusWord = (status: Status): string => status.replaceAll("-", " ");
