"use client";

import type { FieldValues } from "react-hook-form";
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
