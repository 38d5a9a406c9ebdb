import type { IncomingMessage, ServerResponse } from "node:http";
import { type Context, openApiDocument, type RestRoute, restRoutes } from "@readout/api/server";
import { invalidField, ReadoutError } from "@readout/core/error";
import type { Export, ExportFormat } from "@readout/core/export";
import { FollowChanges } from "@readout/core/read";
import { isAtLeast } from "@readout/core/role";
import type { DoorSurroundings } from "../door.ts";
import { renderExport } from "../export/render.ts";
import { type Door, maxBodyBytes } from "../http.ts";
import { readBody } from "./body.ts";
import { cacheControl } from "./cache-control.ts";
import { streamChanges } from "./change-stream.ts";
import { fail } from "./fail.ts";
import { type Fields, readQuery, readText } from "./parameters.ts";
import { refuseMethod, type Sending, sendBody, sendJson } from "./send.ts";
import { tableOf } from "./table.ts";

const prefix = "/api/v1";

/** A procedure with the parameters it takes in the query. */
type Route = RestRoute & { parameters: Fields };

/** What is no procedure: the description of the API, and the feed as a stream. */
type Special = { method: "GET"; path: `/${string}`; name: "openapi" | "stream" };

type Asked = { request: IncomingMessage; response: ServerResponse; query: string; inPath: Record<string, unknown> };

const routes: readonly Route[] = restRoutes.map((route) => {
  const inPath = [...route.inPath.values()];
  const fields = Object.entries(route.fields ?? {}).filter(([field]) => !inPath.includes(field));
  return { ...route, parameters: Object.fromEntries(fields) };
});

const specials: readonly Special[] = [
  { method: "GET", path: "/openapi.json", name: "openapi" },
  { method: "GET", path: "/changes/stream", name: "stream" },
];

/** The schema of a field that stands in the path; of one input of several kinds that all have it, it is text. */
const fieldOf = (route: Route, field: string) => route.fields?.[field];

const mayCall = ({ user }: Context, { role }: Route): boolean =>
  role === "anyone" || (user !== null && isAtLeast(user.role, role));

const isSpecial = (route: Route | Special): route is Special => !("call" in route);

/** The procedures under /api/v1: thin, because they check and decide everything themselves. */
export function createRestDoor({ installation, contextOf, url }: DoorSurroundings): Door {
  const find = tableOf<Route | Special>([...specials, ...routes]);
  let description: string | null = null;

  const answer = async (route: Route | Special, { request, response, query, inPath }: Asked): Promise<void> => {
    const ctx = await contextOf(request);
    const isPersonal = request.headers.authorization !== undefined || request.headers.cookie !== undefined;
    const sending: Sending = { request, response, isPrivate: installation.private || isPersonal };
    if (isSpecial(route)) {
      if (route.name === "stream") {
        const { since } = readQuery(query, { since: FollowChanges.shape.since });
        return streamChanges(ctx, since as string | undefined, request, response);
      }
      readQuery(query, {});
      description ??= JSON.stringify(openApiDocument(url, { isPrivate: installation.private }));
      return sendJson(sending, description, "no-cache");
    }
    if (route.method === "GET") {
      const asked = readQuery(query, route.parameters);
      const found = await route.call(ctx, { ...asked, ...inPath });
      const { basis, knownOn } = asked;
      const lifetime = cacheControl(route.name, { basis, knownOn }, sending.isPrivate, ctx.now());
      if (route.produces === undefined) return sendJson(sending, JSON.stringify(found), lifetime);
      const { body, type, fileName } = await renderExport(found as Export, (asked.format ?? "json") as ExportFormat);
      response.setHeader("Content-Disposition", `attachment; filename="${fileName}"`);
      return sendBody(sending, body, type, lifetime);
    }
    readQuery(query, {});
    // More is read only from those who may call it at all.
    const takesLong = route.maxBodyBytes !== undefined && mayCall(ctx, route);
    const body = await readBody(request, takesLong ? route.maxBodyBytes! : maxBodyBytes);
    const double = Object.keys(inPath).find((field) => Object.hasOwn(body, field));
    if (double !== undefined) throw invalidField(double, "stands in the path already");
    const made = await route.call(ctx, { ...body, ...inPath });
    const isWaiting = route.waiting !== undefined && (made as { state?: unknown }).state === "waiting";
    const location = isWaiting ? route.waiting : route.location;
    if (location !== undefined) response.setHeader("Location", prefix + filled(location, made));
    response.statusCode = isWaiting ? 202 : (route.status ?? 201);
    sendJson(sending, JSON.stringify(made), "no-store");
  };

  return async (request, response) => {
    const [path, query] = splitQuery(request.url!);
    if (path !== prefix && !path.startsWith(`${prefix}/`)) return false;
    // Any page may read what anyone may read; a browser never sends a key on its own.
    if (!installation.private) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Expose-Headers", "Content-Disposition, ETag, Retry-After, X-Request-Id");
    }
    try {
      const here = find(path.slice(prefix.length));
      if (here === null) throw new ReadoutError("not_found", `There is nothing at ${path}`);
      const found = here.get(request.method === "HEAD" ? "GET" : request.method!);
      if (found === undefined) {
        refuseMethod(request, response, [...here.keys()]);
        return true;
      }
      const { route } = found;
      const names: readonly [string, string][] = isSpecial(route) ? [] : [...route.inPath];
      const inPath = Object.fromEntries(
        names.map(([name, field]) => [field, readText(fieldOf(route as Route, field), found.inPath[name]!)]),
      );
      await answer(route, { request, response, query, inPath });
    } catch (error) {
      fail(error, request, response);
    }
    return true;
  };
}

const filled = (path: string, made: unknown): string =>
  path.replace(/\{(\w+)\}/g, (_, field: string) =>
    encodeURIComponent(String((made as Record<string, unknown>)[field])),
  );

function splitQuery(url: string): [path: string, query: string] {
  const [whole = ""] = url.split("#", 1);
  const at = whole.indexOf("?");
  return at < 0 ? [whole, ""] : [whole.slice(0, at), whole.slice(at + 1)];
}
