import "server-only";
import { cache } from "react";
import { api } from "../trpc/server.ts";

/** What everybody is called who may stand as an author, by id; for signed-in people only. */
export const loadNames = cache(async (): Promise<ReadonlyMap<string, string>> => {
  const { people } = await api.people.list({});
  return new Map(people.map(({ id, name }) => [id, name]));
});
