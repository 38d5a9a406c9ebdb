import "server-only";
import { formatShort } from "@readout/core/edtf-text";
import { typeWords } from "../../actors/words.ts";
import type { Choice } from "../../editing/form/choice-field.tsx";
import { api } from "../../trpc/server.ts";

/** A page of a list at most, and as many pages as a browser still holds with ease. */
const AT_ONCE = 200;
const MOST_PAGES = 25;

async function all<Row>(page: (cursor?: string) => Promise<{ rows: readonly Row[]; nextCursor: string | null }>) {
  const found: Row[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { rows, nextCursor } = await page(cursor);
    found.push(...rows);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
}

const from = (cursor: string | undefined) => ({ limit: AT_ONCE, ...(cursor !== undefined && { cursor }) });

/** Items to choose from, by title. */
export async function itemChoices(): Promise<Choice[]> {
  const items = await all(async (cursor) => {
    const { items: rows, nextCursor } = await api.items.list(from(cursor));
    return { rows, nextCursor };
  });
  return items.map(({ id, title }) => ({ id, name: title }));
}

/** Actors to choose from, by name, with the office that tells them apart. */
export async function actorChoices(): Promise<Choice[]> {
  const actors = await all(async (cursor) => {
    const { actors: rows, nextCursor } = await api.actors.list(from(cursor));
    return { rows, nextCursor };
  });
  return actors.map((actor) => ({
    id: actor.id,
    name: actor.name,
    beside: actor.offices.at(-1)?.office ?? typeWords[actor.type],
  }));
}

/** Sources to choose from, by title, with publisher and day. */
export async function sourceChoices(): Promise<Choice[]> {
  const sources = await all(async (cursor) => {
    const { sources: rows, nextCursor } = await api.sources.list(from(cursor));
    return { rows, nextCursor };
  });
  return sources.map(({ id, title, publisher, published }) => ({
    id,
    name: title,
    beside: `${publisher}, ${formatShort(published)}`,
  }));
}
