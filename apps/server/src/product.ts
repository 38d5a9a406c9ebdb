import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { join } from "node:path";
import {
  authenticate,
  type Context,
  closeDb,
  createCaller,
  createContext,
  createDb,
  type Installation,
  loadDataset,
  openApiDocument,
} from "@readout/api/server";
import { isReadoutError } from "@readout/core/error";
import type { Instant } from "@readout/core/time";
import { withinAllowance } from "./allowance.ts";
import type { DoorSurroundings } from "./door.ts";
import { rootFolder } from "./env.ts";
import type { Door } from "./http.ts";
import { openPages, type Pages } from "./pages.ts";
import { createRestDoor } from "./rest/door.ts";
import type { OpenInstallation, ServeOptions, Surroundings } from "./serve.ts";
import { createTrpcDoor } from "./trpc-door.ts";

/** Readout itself, as `serve` wants to have it. */
export const product: Pick<ServeOptions, "migrationsFolder" | "readLastEvent" | "open"> = {
  migrationsFolder: join(rootFolder, "prisma/migrations"),
  readLastEvent: async (client) =>
    (await client.query("SELECT coalesce(max(id), 0)::text AS last FROM event")).rows[0].last,
  open: openProduct,
};

async function openProduct(surroundings: Surroundings): Promise<OpenInstallation> {
  const { connectionString, secret, settings, url, revision, log, development } = surroundings;
  const db = createDb({
    connectionString,
    onCommit: revision.bump,
    // The error carries the whole connection, every statement included.
    onIdleError: ({ message }) => log.warn({ reason: message }, "an idle connection broke"),
  });
  const installation: Installation = {
    db,
    secret,
    url,
    private: settings.isPrivate,
    review: settings.review,
    revision,
    log,
    now: () => new Date().toISOString() as Instant,
  };
  const contextOf = async (headers: IncomingHttpHeaders): Promise<Context> =>
    createContext(installation, {
      user: await authenticate(db, headers),
      requestId: String(headers["x-request-id"]),
    });
  const around: DoorSurroundings = { installation, contextOf: withinAllowance(contextOf), url };
  let pages: Pages | null = null;
  return {
    load: async (onProgress) => {
      const folder = join(rootFolder, "prisma/dataset");
      const loaded = await loadDataset(db, folder, {
        onlyIfEmpty: true,
        onProgress: (done, total) => onProgress(`${done} of ${total}`),
      });
      return loaded.items > 0 ? `loaded ${loaded.items} items, ${loaded.entries} entries` : "already there";
    },
    openDoors: async () => {
      placeApi({ installation, contextOf, url });
      const { port, hostname } = new URL(url);
      pages = await openPages(join(rootFolder, "apps/web"), { port: Number(port), hostname, development });
      const door = installation.private ? forKeysOnly(pages.door, contextOf) : pages.door;
      return { trpc: createTrpcDoor(around), rest: createRestDoor(around), pages: door };
    },
    close: async () => {
      await pages?.close();
      await closeDb(db);
    },
  };
}

/** What pages ask with: in the process, where no allowance is counted. */
type PlacedApi = Omit<DoorSurroundings, "contextOf"> & {
  contextOf(headers: IncomingHttpHeaders): Promise<Context>;
};

/** The pages of a private installation: styles and scripts for anyone, the rest for who brings a key. */
function forKeysOnly(pages: Door, contextOf: (headers: IncomingHttpHeaders) => Promise<Context>): Door {
  const mayRead = async (request: IncomingMessage): Promise<boolean> => {
    if (/^\/(?:_next\/|[^/?]+\.(?:js|svg|txt)(?:\?|$))/.test(request.url!)) return true;
    try {
      return (await contextOf(request.headers)).user !== null;
    } catch (error) {
      if (isReadoutError(error, "unauthenticated")) return false;
      throw error;
    }
  };
  return async (request, response) => {
    if (await mayRead(request)) return pages(request, response);
    response.writeHead(401, {
      "WWW-Authenticate": 'Bearer realm="readout"',
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
    });
    response.end("This installation is private: reading needs a key, sent as Authorization: Bearer.\n");
    return true;
  };
}

/** Where apps/web finds the API: in the process, so that router, pool and caches exist once. */
function placeApi({ installation, contextOf, url }: PlacedApi): void {
  const api = {
    caller: ({ headers }: { headers: Headers }) => callerLater(() => contextOf(Object.fromEntries(headers))),
    now: installation.now,
    openApi: () => openApiDocument(url, { isPrivate: installation.private }),
    reviewIsRequired: () => installation.review === "required",
  };
  Object.assign(globalThis, { [Symbol.for("readout.api")]: api });
}

/** A caller whose context is found out when a procedure is called: pages ask for a caller at once, keys are looked up. */
function callerLater(context: () => Promise<Context>, path: readonly string[] = []): unknown {
  return new Proxy(() => {}, {
    get: (_, name) => (typeof name === "symbol" || name === "then" ? undefined : callerLater(context, [...path, name])),
    apply: async (_, __, args) => {
      let target: unknown = createCaller(await context());
      for (const name of path) target = (target as Record<string, unknown>)[name];
      return (target as (...args: unknown[]) => unknown)(...args);
    },
  });
}
