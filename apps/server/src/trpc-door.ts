import { appRouter, readoutErrorOf, trpcErrorOf } from "@readout/api/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { DoorSurroundings } from "./door.ts";
import type { Door } from "./http.ts";
import { longestBody } from "./longest-body.ts";
import { isAnonymousRead } from "./reading.ts";

const prefix = "/api/trpc/";
const maxBatchSize = 50;

/** The procedures as `@readout/client` calls them. */
export function createTrpcDoor({ installation, contextOf }: DoorSurroundings): Door {
  return async (request, response) => {
    const [pathname] = request.url!.split("?");
    // Whatever says nothing of how long it lasts, caches on the way may keep and hand to others.
    const isForAll = !installation.private && isAnonymousRead(request);
    response.setHeader("Cache-Control", isForAll ? "no-cache" : "no-store");
    await nodeHTTPRequestHandler({
      router: appRouter,
      // tRPC answers 500 to what it does not know; a refused key is a 401.
      createContext: ({ req }) =>
        contextOf(req).catch((error: unknown) => {
          const known = readoutErrorOf(error);
          const requestId = req.headers["x-request-id"];
          if (known.code === "internal") installation.log.error({ err: error, requestId }, "nobody could be let in");
          throw trpcErrorOf(known);
        }),
      req: request,
      res: response,
      path: decoded(pathname!.slice(prefix.length)),
      maxBodySize: longestBody(pathname!),
      maxBatchSize,
    });
    return true;
  };
}

/** What cannot be decoded is the name of no procedure, which tRPC says itself. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
