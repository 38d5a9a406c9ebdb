"use client";

import { formatDayShort } from "@readout/core/edtf-text";
import { dayOfInstant, type Instant } from "@readout/core/time";
import type { FieldValues } from "react-hook-form";
import type { Reached } from "../../drafts/keeper.ts";
import type { EditFormState } from "./use-edit-form.ts";

/** What came back from an earlier visit, what was discarded, and other versions that nobody has decided on. */
export function DraftNotices<Values extends FieldValues, Command>({ edit }: { edit: EditFormState<Values, Command> }) {
  const { draft, keeper, restored } = edit;
  return (
    <>
      {restored && (
        <p className="done" role="status">
          What you had typed before is here again, not yet saved.{" "}
          <button type="button" className="as-link" onClick={edit.discard}>
            Discard it
          </button>
        </p>
      )}
      {draft.discarded !== null && !restored && draft.reached.kind === "nothing-written" && (
        <p className="dim small">
          What you typed last was discarded.{" "}
          <button type="button" className="as-link" onClick={edit.takeBack}>
            Take it back
          </button>
        </p>
      )}
      {draft.others.map((version) => (
        <p key={version.keptIn === "browser" ? version.id : version.savedAt} className="done" role="status">
          {version.keptIn === "browser" ? "Another page of this browser" : "Another device"} kept another version of
          what you typed.{" "}
          <button
            type="button"
            className="as-link"
            onClick={() => {
              keeper.choose(version);
              edit.bringBack(version.content);
            }}
          >
            Look at it
          </button>{" "}
          or{" "}
          <button type="button" className="as-link" onClick={() => keeper.decide()}>
            keep this one
          </button>
        </p>
      ))}
    </>
  );
}

/** How far what is typed has come, in words. */
export function reachedWords(reached: Reached, isHere: boolean): string {
  const here = isHere ? "Kept here" : "Not kept in this browser";
  switch (reached.kind) {
    case "nothing-written":
      return "";
    case "pending":
      return isHere ? "Kept here." : "";
    case "saved":
      return `${isHere ? "Kept here and on the server" : "Kept on the server"}, ${timeOf(reached.at)}.`;
    case "unreachable":
      return `${here}; the server cannot be reached.`;
    case "signed-out":
      return `${here}; you are signed out.`;
    case "choice":
      return `${here}; another version waits for a decision.`;
    case "refused":
      return `${here}; the server does not keep it: ${reached.message}.`;
  }
}

/** "14:02" by the clock on the wall; with the day where it is another one. */
function timeOf(at: Instant): string {
  const when = new Date(at);
  const time = `${String(when.getHours()).padStart(2, "0")}:${String(when.getMinutes()).padStart(2, "0")}`;
  const isToday = when.toDateString() === new Date().toDateString();
  return isToday ? time : `${formatDayShort(dayOfInstant(at))}, ${time}`;
}
