import "server-only";
import type { Draft } from "@readout/core/draft";
import { orNull } from "../../../../../shell/or-missing.tsx";
import { api } from "../../../../../trpc/server.ts";

/** What whoever asks has kept for a place; null where it is nothing. */
export const findDraft = (place: string): Promise<Draft | null> => orNull(api.drafts.get({ place }));
