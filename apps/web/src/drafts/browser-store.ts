import type { Slot } from "./reconcile.ts";

/** Drafts in this browser, by person: what one wrote is not shown to the next who signs in here. */
export type BrowserStore = {
  slots(): Slot<unknown>[];
  /** Writes at once; false where this browser keeps nothing, or has no room left. */
  write(slot: Slot<unknown>): boolean;
  remove(ids: readonly string[]): void;
};

/** A name for what one page keeps; unlike `crypto.randomUUID` it needs no secure address. */
export const newSlotId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;

/**
 * What this browser keeps for one place and one person.
 *
 * Local storage, because it has been written when the call returns: a tab may be closed after any key.
 */
export function browserStore(person: string, place: string): BrowserStore {
  const prefix = `readout-draft/${person}/${place}/`;
  return {
    slots: () =>
      keys()
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => {
          const slot = readSlot(localStorage.getItem(key));
          return slot === null ? [] : [{ ...slot, id: key.slice(prefix.length) }];
        }),
    write: ({ id, ...slot }) => {
      try {
        localStorage.setItem(`${prefix}${id}`, JSON.stringify(slot));
        return true;
      } catch {
        return false;
      }
    },
    remove: (ids) => {
      try {
        for (const id of ids) localStorage.removeItem(`${prefix}${id}`);
      } catch {
        // A browser that keeps nothing has nothing to remove.
      }
    },
  };
}

function keys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** A slot as it was written; null for what is none. */
function readSlot(text: string | null): Omit<Slot<unknown>, "id"> | null {
  try {
    const slot = JSON.parse(text ?? "null") as Partial<Slot<unknown>> | null;
    if (slot === null || typeof slot.editedAt !== "number" || slot.content === undefined) return null;
    const { content, editedAt, basedOn = null, isSaved = false } = slot;
    return { content, editedAt, basedOn, isSaved };
  } catch {
    return null;
  }
}
