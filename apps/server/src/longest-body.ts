import { restRoutes } from "@readout/api/server";
import { maxBodyBytes } from "./http.ts";
import { tableOf } from "./rest/table.ts";

const long = restRoutes.flatMap((route) =>
  route.maxBodyBytes === undefined ? [] : { ...route, maxBodyBytes: route.maxBodyBytes },
);
const find = tableOf(long);

/** The largest body that the API takes at a path, in bytes: more than others where a procedure takes an article. */
export function longestBody(pathname: string): number {
  const [, door, rest] = /^\/api\/(v1|trpc)(\/.*)$/.exec(pathname) ?? [];
  if (door === undefined || rest === undefined) return maxBodyBytes;
  const route =
    door === "v1" ? find(rest)?.get("POST")?.route : long.find(({ name }) => name === rest.slice("/".length));
  return route?.maxBodyBytes ?? maxBodyBytes;
}
