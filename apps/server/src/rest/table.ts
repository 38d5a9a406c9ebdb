import type { RestRoute } from "@readout/api/server";

/** A route under the path that was asked for, with the fields that the path carried. */
export interface Found<Route> {
  route: Route;
  inPath: Record<string, string>;
}

/** What may be asked under a path, by method; null where there is nothing. */
export type Table<Route> = (path: string) => Map<string, Found<Route>> | null;

/** Lays out routes for finding. A path that cannot be decoded has no routes. */
export function tableOf<Route extends Pick<RestRoute, "method" | "path">>(routes: readonly Route[]): Table<Route> {
  const laid = routes.map((route) => ({ route, segments: route.path.split("/") }));
  return (path) => {
    const asked = decoded(path.split("/"));
    if (asked === null) return null;
    const found = new Map<string, Found<Route>>();
    for (const { route, segments } of laid) {
      const inPath = segments.length === asked.length ? fieldsOf(segments, asked) : null;
      if (inPath !== null) found.set(route.method, { route, inPath });
    }
    return found.size === 0 ? null : found;
  };
}

function fieldsOf(segments: readonly string[], asked: readonly string[]): Record<string, string> | null {
  const fields: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    if (segment.startsWith("{") && asked[i] !== "") fields[segment.slice(1, -1)] = asked[i]!;
    else if (segment !== asked[i]) return null;
  }
  return fields;
}

function decoded(segments: string[]): string[] | null {
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return null;
  }
}
