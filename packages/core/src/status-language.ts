// How statuses are spoken of, apart from the schema in status.ts: scripts of pages speak of them too, and must not carry zod.
import type { Status } from "./status.ts";

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
