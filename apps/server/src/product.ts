import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import {
  addressHeader,
  authenticate,
  type Context,
  closeDb,
  createAccounts,
  createCaller,
  createContext,
  createDb,
  ensureFirstAdmin,
  findUnsubscribing,
  type Installation,
  loadDataset,
  openApiDocument,
} from "@readout/api/server";
import type { Instant } from "@readout/core/time";
import { createAccountsDoor } from "./accounts/door.ts";
import { forMembersOnly } from "./accounts/private-pages.ts";
import { withinAllowance } from "./allowance.ts";
import { createCrawlerDoor } from "./crawlers/door.ts";
import { type DoorSurroundings, inTurn } from "./door.ts";
import { rootFolder } from "./env.ts";
import { createFeedDoor } from "./feeds/door.ts";
import { longestBody } from "./longest-body.ts";
import { openPostOffice, type PostOffice } from "./mail/post-office.ts";
import { openPages, type Pages } from "./pages.ts";
import { createRestDoor } from "./rest/door.ts";
import type { OpenInstallation, ServeOptions, Surroundings } from "./serve.ts";
import { createTrpcDoor } from "./trpc-door.ts";
import { createWatchingDoor } from "./watching/door.ts";

/** Readout itself, as `serve` wants to have it. */
export const product = productWith(openPages);

/** The same with other pages: those of apps/web have to be built first. */
export function productWith(open: typeof openPages): Pick<ServeOptions, "migrationsFolder" | "readLastEvent" | "open"> {
  return {
    migrationsFolder: join(rootFolder, "prisma/migrations"),
    readLastEvent: async (client) =>
      (await client.query("SELECT coalesce(max(id), 0)::text AS last FROM event")).rows[0].last,
    open: (surroundings) => openProduct(surroundings, open),
  };
}

async function openProduct(surroundings: Surroundings, open: typeof openPages): Promise<OpenInstallation> {
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
    mail: settings.mail === null ? null : { digestAt: settings.digestAt },
    review: settings.review,
    revision,
    log,
    now: () => new Date().toISOString() as Instant,
  };
  const contextOf = async (headers: IncomingHttpHeaders): Promise<Context> =>
    createContext(installation, {
      ...(await authenticate(installation, headers)),
      address: headers[addressHeader]?.toString() ?? null,
      requestId: String(headers["x-request-id"]),
    });
  const accounts = createAccounts(installation, settings.provider);
  const around: DoorSurroundings = { installation, contextOf: withinAllowance(contextOf), url };
  let pages: Pages | null = null;
  let postOffice: PostOffice | null = null;
  return {
    load: async (onProgress) => {
      const folder = join(rootFolder, "prisma/dataset");
      const loaded = await loadDataset(db, folder, {
        onlyIfEmpty: true,
        onProgress: (done, total) => onProgress(`${done} of ${total}`),
      });
      return loaded.items > 0 ? `loaded ${loaded.items} items, ${loaded.entries} entries` : "already there";
    },
    ensureAdmin: async () => {
      const made = await ensureFirstAdmin(db, settings.admin);
      if (made === null) return null;
      return made.password === null
        ? `${made.email}, with the password that was set`
        : `${made.email}, password ${made.password} (shown this once)`;
    },
    openDoors: async () => {
      placeApi({ installation, contextOf, url, signInProvider: accounts.providerName });
      const { port, hostname } = new URL(url);
      pages = await open(join(rootFolder, "apps/web"), { port: Number(port), hostname, development });
      const door = installation.private ? forMembersOnly(pages.door, contextOf) : pages.door;
      const { mail, digestAt } = settings;
      if (mail !== null) postOffice = openPostOffice({ installation, mail, digestAt, log });
      return {
        accounts: createAccountsDoor(accounts),
        watching: createWatchingDoor({ installation, contextOf }),
        trpc: createTrpcDoor(around),
        rest: inTurn(createCrawlerDoor(around), createRestDoor(around), createFeedDoor(around)),
        longestBody,
        pages: door,
      };
    },
    close: async () => {
      await postOffice?.close();
      await pages?.close();
      await closeDb(db);
    },
  };
}

/** What pages ask with: in the process, where no allowance is counted. */
type PlacedApi = Omit<DoorSurroundings, "contextOf"> & {
  contextOf(headers: IncomingHttpHeaders): Promise<Context>;
  /** What the provider that vouches for people is called; null without one. */
  signInProvider: string | null;
};

/** Where apps/web finds the API: in the process, so that router, pool and caches exist once. */
function placeApi({ installation, contextOf, url, signInProvider }: PlacedApi): void {
  const asked = new WeakMap<Headers, Promise<Context>>();
  const api = {
    caller: ({ headers }: { headers: Headers }) =>
      callerLater(() => {
        // A page asks for many things; who it is that asks is found out once.
        const context = asked.get(headers) ?? contextOf(Object.fromEntries(headers));
        asked.set(headers, context);
        return context;
      }),
    now: installation.now,
    openApi: () => openApiDocument(url, { isPrivate: installation.private }),
    signInProvider: () => signInProvider,
    findUnsubscribing: (token: string) => findUnsubscribing(installation, token),
    sendsMail: () => installation.mail !== null,
    reviewIsRequired: () => installation.review === "required",
    url: () => url,
    isPrivate: () => installation.private,
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
