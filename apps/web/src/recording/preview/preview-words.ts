import { formatDay } from "@readout/core/edtf-text";
import type { EntryKind } from "@readout/core/entry";
import type { Preview } from "./preview.ts";

const wanting: Record<EntryKind, string> = {
  change: "As it stands now. What follows is shown once there is a status and a date.",
  reaffirmation: "As it stands now. What follows is shown once there is a status and a date.",
  review: "As it stands now. What follows is shown once there is a day.",
  correction: "As it stands now. What follows is shown once the corrected fields can be read.",
  retraction: "As it stands now.",
};

/**
 * What the strips and the sentence cannot say: what is missing, or why nothing moves.
 *
 * @returns empty where there is nothing to add
 */
export function previewNote({ before, after, movesToday }: Preview, kind: EntryKind): string {
  if (after === null) return wanting[kind];
  if (movesToday) return "";
  const { lastReviewed } = after.reading;
  if (kind === "review" || lastReviewed !== before.reading.lastReviewed) {
    const looked = lastReviewed === null ? "" : `; last reviewed on ${formatDay(lastReviewed)}`;
    return `Today's reading stays as it is${looked}.`;
  }
  return JSON.stringify(after.intervals) === JSON.stringify(before.intervals)
    ? "Today's reading stays as it is."
    : "Today's reading stays as it is: this alters the past alone.";
}
