import { appRouter, readoutErrorOf, trpcErrorOf } from "@readout/api/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { DoorSurroundings } from "./door.ts";
import { type Door, maxBodyBytes } from "./http.ts";

const prefix = "/api/trpc/";
const maxBatchSize = 50;

/** The procedures as `@readout/client` calls them. */
export function createTrpcDoor({ contextOf }: DoorSurroundings): Door {
  return async (request, response) => {
    const [pathname] = request.url!.split("?");
    await nodeHTTPRequestHandler({
      router: appRouter,
      // tRPC answers 500 to what it does not know; a refused key is a 401.
      createContext: ({ req }) =>
        contextOf(req.headers).catch((error: unknown) => {
          throw trpcErrorOf(readoutErrorOf(error));
        }),
      req: request,
      res: response,
      path: decodeURIComponent(pathname!.slice(prefix.length)),
      maxBodySize: maxBodyBytes,
      maxBatchSize,
    });
    return true;
  };
}
