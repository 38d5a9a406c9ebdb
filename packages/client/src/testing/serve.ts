import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { appRouter, authenticate, createContext, readoutErrorOf, trpcErrorOf } from "@readout/api/server";
import type { TestContext } from "@readout/api/testing";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";

export interface Served {
  /** Without a trailing slash. */
  url: string;
  close(): Promise<void>;
}

/** The procedures over HTTP on a free port, for whoever has a key. `before` may answer a request itself. */
export async function serve(
  { ctx }: TestContext,
  before: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Served> {
  const server = createServer((request, response) => {
    if (before(request, response)) return;
    const path = decodeURIComponent(request.url!.split("?")[0]!.slice("/api/trpc/".length));
    void nodeHTTPRequestHandler({
      router: appRouter,
      createContext: async ({ req }) => {
        const asker = await authenticate(ctx, req.headers).catch((error: unknown) => {
          throw trpcErrorOf(readoutErrorOf(error));
        });
        return createContext(ctx, { ...asker, requestId: "request-of-the-test" });
      },
      ...{ req: request, res: response, path },
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
