"use client";

import { useEffect, useRef } from "react";
import { errorText } from "../ui/error-text.ts";
import type { Outcome } from "./submission.ts";

type OutcomeNoteProps = {
  outcome: Outcome | null;
  /** Whether another person decides. */
  proposes: boolean;
  signInHref: string;
  isSending: boolean;
  onRetry: () => void;
};

/** What failed, what is kept, what to do. */
export function OutcomeNote({ outcome, proposes, signInHref, isSending, onRetry }: OutcomeNoteProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome !== null) note.current?.focus();
  }, [outcome]);
  if (outcome === null || !["unreachable", "signed-out", "failed", "recorded"].includes(outcome.kind)) return null;
  const done = proposes ? "proposed" : "recorded";
  return (
    <div ref={note} className={outcome.kind === "recorded" ? "done" : "failed"} role="alert" tabIndex={-1}>
      {outcome.kind === "recorded" && <p>Recorded as entry {outcome.seq}. Its page is on the way.</p>}
      {outcome.kind === "unreachable" && (
        <>
          <p>The server cannot be reached, so nothing is {done} yet.</p>
          <p>
            All you typed stands here and is kept in this browser.{" "}
            <button type="button" className="as-link" onClick={onRetry} disabled={isSending}>
              Send it again
            </button>
          </p>
        </>
      )}
      {outcome.kind === "signed-out" && (
        <>
          <p>You are signed out, so nothing is {done} yet. Your draft is safe.</p>
          <p>
            <a href={signInHref}>Sign in and come back here</a>
          </p>
        </>
      )}
      {outcome.kind === "failed" && (
        <>
          <p>
            Not {done}. {errorText(outcome.error).says}
          </p>
          <p>{errorText(outcome.error).todo ?? "All you typed stands here and is kept."}</p>
        </>
      )}
    </div>
  );
}
