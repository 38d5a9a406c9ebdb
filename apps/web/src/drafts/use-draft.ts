"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { browserClient } from "../trpc/browser.tsx";
import { browserStore, newSlotId } from "./browser-store.ts";
import { DraftKeeper, type DraftState } from "./keeper.ts";
import type { ServerDraft } from "./reconcile.ts";

export type DraftOptions<Content> = {
  /** What the draft is for, as in `record:item-id`; another place is another draft and another component. */
  place: string;
  /** The id of who writes. */
  person: string;
  blank: Content;
  /** What the server kept when the page was made; what `read` cannot make out counts as nothing. */
  kept: ServerDraft<unknown> | null;
  isSame: (a: Content, b: Content) => boolean;
  read: (kept: unknown) => Content | null;
};

/**
 * What is typed into a form, kept at once in this browser and shortly after on the server.
 * Every word is found again after a closed tab, in another browser, after being signed out.
 */
export function useDraft<Content>(options: DraftOptions<Content>): [DraftState<Content>, DraftKeeper<Content>] {
  const [keeper] = useState(() => {
    const { place, person, ...rest } = options;
    const content = rest.kept === null ? null : rest.read(rest.kept.content);
    const kept = rest.kept === null || content === null ? null : { content, savedAt: rest.kept.savedAt };
    const server = () => {
      const { drafts } = browserClient();
      return {
        save: (draft: Omit<Parameters<typeof drafts.save>[0], "place">) => drafts.save({ place, ...draft }),
        discard: () => drafts.discard({ place }),
      };
    };
    const store = () => browserStore(person, place);
    return new DraftKeeper({ ...rest, kept, store, server, newSlotId, now: Date.now });
  });
  const state = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);
  useEffect(() => keeper.open(), [keeper]);
  useEffect(() => {
    // Coming back from another tab, one may have signed in there.
    window.addEventListener("online", keeper.retry);
    window.addEventListener("focus", keeper.retry);
    return () => {
      window.removeEventListener("online", keeper.retry);
      window.removeEventListener("focus", keeper.retry);
    };
  }, [keeper]);
  return [state, keeper];
}
