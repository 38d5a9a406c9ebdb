import type { ItemPage } from "@readout/core/item";
import type { SearchPage } from "@readout/core/search";

/** Rows that are asked for at once: enough of each kind for eight to be chosen from. */
const ASKED = 24;

/** Why nothing came back, in words. */
export class Unanswered extends Error {}

async function ask<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { accept: "application/json" }, ...(signal && { signal }) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unanswered("Readout does not answer. What was typed is kept; typing on asks again.");
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as Answer;
  const id = body?.requestId === undefined ? "" : ` (request ${body.requestId})`;
  throw new Unanswered(`The search failed: ${body?.detail ?? `answer ${response.status}`}${id}`);
}

/** What is found for what is typed, on the day that the page shows. Throws {@link Unanswered}, or an AbortError. */
export const findTyped = (typed: string, day: URLSearchParams, signal: AbortSignal): Promise<SearchPage> => {
  const query = new URLSearchParams(day);
  query.set("q", typed);
  query.set("kind", "item,actor,source,entry");
  query.set("limit", String(ASKED));
  return ask(`/api/v1/search?${query}`, signal);
};

/** The first matters, for whoever has typed nothing. */
export const findFirst = async (day: URLSearchParams): Promise<ItemPage["items"]> => {
  const query = new URLSearchParams(day);
  query.set("limit", "4");
  return (await ask<ItemPage>(`/api/v1/items?${query}`)).items;
};
