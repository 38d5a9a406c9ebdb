"use client";

import type { DraftState } from "../drafts/keeper.ts";

/** The button that takes a draft back, for the focus of whoever just threw it away. */
export const takeBackId = "take-back";

type DraftNoticeProps = {
  state: Pick<DraftState<unknown>, "isReady" | "discarded">;
  isUntouched: boolean;
  onDiscard: () => void;
  onTakeBack: () => void;
};

/** Throwing a draft away, and taking it back. */
export function DraftNotice({ state, isUntouched, onDiscard, onTakeBack }: DraftNoticeProps) {
  if (!state.isReady) return null;
  if (!isUntouched)
    return (
      <button type="button" className="as-link" onClick={onDiscard}>
        Discard this draft
      </button>
    );
  if (state.discarded === null) return null;
  return (
    <p role="status">
      The draft is discarded.{" "}
      <button id={takeBackId} type="button" className="as-link" onClick={onTakeBack}>
        Take it back
      </button>
    </p>
  );
}
