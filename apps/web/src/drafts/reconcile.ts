import type { Instant } from "@readout/core/time";

/** What one page kept in this browser. A page has a slot of its own, so that two tabs never write over each other. */
export type Slot<Content> = {
  id: string;
  content: Content;
  /** Milliseconds since 1970, by this browser's clock. */
  editedAt: number;
  /** `savedAt` of the server's draft that this grew from; null where the server had none. */
  basedOn: Instant | null;
  /** Whether the server has had exactly this content, under `basedOn`. */
  isSaved: boolean;
};

/** What the server keeps for a place. */
export type ServerDraft<Content> = { content: Content; savedAt: Instant };

/** One version of a draft, and where it was kept. */
export type Version<Content> = ({ keptIn: "browser" } & Slot<Content>) | ({ keptIn: "server" } & ServerDraft<Content>);

/** The version to go on with, null where there is none; `others` differ from it and are offered beside it. */
export type Reconciled<Content> = {
  adopted: Version<Content> | null;
  others: Version<Content>[];
  /** Slots whose content is held by a version that stays: they may go. */
  redundant: string[];
  /** What the server's draft is known to be, to save the next words on. */
  basedOn: Instant | null;
};

/**
 * Decides which of several kept versions of a draft to go on with.
 *
 * What the server had from this browser and has had newer since, has been overtaken and goes. What it never had stays: it is
 * gone on with where it grew from the server's, and offered beside it where another device has written meanwhile.
 *
 * @param slots  what pages of this browser kept, any order
 * @param server what the server keeps, null where it keeps nothing, also after a draft was recorded or discarded elsewhere
 * @param isSame whether two contents hold the same words
 */
export function reconcile<Content>(
  slots: readonly Slot<Content>[],
  server: ServerDraft<Content> | null,
  isSame: (a: Content, b: Content) => boolean,
): Reconciled<Content> {
  const unsaved = slots.filter((slot) => !slot.isSaved).sort((a, b) => b.editedAt - a.editedAt);
  const kept = server === null ? null : { keptIn: "server" as const, ...server };
  const news: Version<Content>[] = [];
  const redundant = slots.filter(({ isSaved }) => isSaved).map(({ id }) => id);
  for (const slot of unsaved) {
    const isKnown = news.some(({ content }) => isSame(content, slot.content));
    if (isKnown || (kept !== null && isSame(kept.content, slot.content))) redundant.push(slot.id);
    else news.push({ keptIn: "browser", ...slot });
  }
  // A slot that grew from what the server has now holds all of it and more.
  const grown = news.findIndex((slot) => slot.keptIn === "browser" && slot.basedOn === (server?.savedAt ?? null));
  const [newest = null] = news;
  const adopted = grown >= 0 ? news[grown]! : (kept ?? newest);
  const others = news.filter((version) => version !== adopted);
  if (kept !== null && adopted !== kept && grown < 0) others.push(kept);
  return { adopted, others, redundant, basedOn: server?.savedAt ?? null };
}
