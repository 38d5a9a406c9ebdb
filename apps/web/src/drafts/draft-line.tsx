"use client";

import { formatDayShort } from "@readout/core/edtf-text";
import { dayOfInstant, type Instant } from "@readout/core/time";
import type { DraftState } from "./keeper.ts";

type DraftLineProps = {
  state: Pick<DraftState<unknown>, "isReady" | "isHere" | "reached">;
  /** The sign-in page, and from there back to this one. */
  signInHref: string;
  onRetry: () => void;
};

/** Where what is typed stands by now: "Saved here and on the server, 14:02". Only what needs a hand is announced. */
export function DraftLine({ state, signInHref, onRetry }: DraftLineProps) {
  const { isReady, isHere, reached } = state;
  const here = isHere ? "Saved here" : "This browser keeps nothing";
  const isTrouble = ["unreachable", "signed-out", "choice", "refused"].includes(reached.kind);
  if (!isReady) return <p>Looking for what you typed before.</p>;
  return (
    <div>
      {!isTrouble && <p>{calmWords(state)}</p>}
      <div role="status" data-signed-out={reached.kind === "signed-out" || undefined}>
        {reached.kind === "unreachable" && (
          <p>
            <b>{here}; the server cannot be reached.</b> It is tried again by itself.{" "}
            <button type="button" className="as-link" onClick={onRetry}>
              Try now
            </button>
          </p>
        )}
        {reached.kind === "signed-out" && (
          <p>
            <b>You are signed out; your draft is safe{isHere ? " in this browser" : " while this page is open"}.</b>{" "}
            <a href={signInHref}>Sign in and come back here</a>
          </p>
        )}
        {reached.kind === "choice" && <p>{here}; the server waits until you have chosen a version.</p>}
        {reached.kind === "refused" && (
          <p>
            {here}; the server does not keep it: {reached.message}
          </p>
        )}
      </div>
    </div>
  );
}

function calmWords({ isHere, reached }: DraftLineProps["state"]): string {
  if (reached.kind === "saved")
    return `${isHere ? "Saved here and on the server" : "Saved on the server"}, ${timeOf(reached.at)}`;
  if (reached.kind === "pending") return isHere ? "Saved here, on its way to the server" : "On its way to the server";
  return "Every word is kept as you type it";
}

/** "14:02" by the clock on the wall; with the day where it is another one. */
export function timeOf(at: Instant): string {
  const when = new Date(at);
  const time = `${String(when.getHours()).padStart(2, "0")}:${String(when.getMinutes()).padStart(2, "0")}`;
  return when.toDateString() === new Date().toDateString() ? time : `${formatDayShort(dayOfInstant(at))}, ${time}`;
}
