import "server-only";
import type { Draft } from "@readout/core/draft";
import { api } from "../../../../../trpc/server.ts";

/** What whoever asks has kept for a place; null where it is nothing. */
export async function findDraft(place: string): Promise<Draft | null> {
  const { drafts } = await api.drafts.list({});
  return drafts.some((draft) => draft.place === place) ? api.drafts.get({ place }) : null;
}
