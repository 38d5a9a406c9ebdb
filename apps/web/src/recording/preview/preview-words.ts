import type { EntryKind } from "@readout/core/entry";
import type { Preview } from "./preview.ts";

/** What the strips cannot say: why nothing moves, or what is missing before anything can be shown. */
export function previewNote({ after, movesToday }: Preview, kind: EntryKind): string {
  if (after === null) return "As it stands now. What follows is shown once there is a status and a date.";
  if (movesToday) return "";
  return kind === "change" ? "Today's reading stays as it is: this happened before what it rests on." : "";
}
