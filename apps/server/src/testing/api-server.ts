import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import {
  addressHeader,
  authenticate,
  createAccounts,
  createContext,
  createKey,
  type Provider,
} from "@readout/api/server";
import { createTestContext, type TestContext, type TestContextOptions } from "@readout/api/testing";
import type { Role } from "@readout/core/role";
import { createAccountsDoor } from "../accounts/door.ts";
import { withinAllowance } from "../allowance.ts";
import { inTurn } from "../door.ts";
import { createFeedDoor } from "../feeds/door.ts";
import { createHttpServer, type HttpServer } from "../http.ts";
import { KeptAnswers } from "../kept-answers.ts";
import { createLog } from "../log.ts";
import { longestBody } from "../longest-body.ts";
import { createMetrics } from "../metrics.ts";
import { createRestDoor } from "../rest/door.ts";
import { createTrpcDoor } from "../trpc-door.ts";
import { createWatchingDoor } from "../watching/door.ts";

export interface ApiServer {
  url: string;
  context: TestContext;
  /** A key of the role, made for this server. */
  keyOf(role: Role): Promise<string>;
  /** Asks the HTTP API; `path` begins behind /api/v1. A body that is no text is sent as JSON. */
  ask(path: string, options?: AskOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface AskOptions {
  method?: string;
  /** Null: nobody. Left out: an editor where something is written, nobody else. */
  as?: Role | null;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The JSON of the answer, null where it is empty. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  json: any;
}

export interface ApiServerOptions extends TestContextOptions {
  requestsPerMinute?: number;
  /** Who vouches for people beside passwords. */
  provider?: Provider;
}

/** The API on a free port, on a database of its own: everything that `npm start` puts there but the pages. */
export async function openApiServer(options: ApiServerOptions = {}): Promise<ApiServer> {
  const context = await createTestContext({ ...options, role: "admin" });
  const { db, ctx } = context;
  const kept = ctx.private ? null : new KeptAnswers({ revision: () => ctx.revision.current() });
  const contextOf = async (headers: IncomingHttpHeaders) =>
    createContext(ctx, {
      ...(await authenticate(ctx, headers)),
      address: headers[addressHeader]?.toString() ?? null,
      requestId: String(headers["x-request-id"]),
    });
  const around = {
    installation: ctx,
    contextOf: withinAllowance(contextOf, options.requestsPerMinute),
    url: "http://readout.test",
  };
  const accounts = createAccountsDoor(createAccounts(ctx, options.provider ?? null));
  const doors = {
    accounts,
    watching: createWatchingDoor({ installation: ctx, contextOf }),
    rest: inTurn(createRestDoor(around), createFeedDoor(around)),
    trpc: createTrpcDoor(around),
    pages: async () => false,
    longestBody,
  };
  const http: HttpServer = createHttpServer({
    log: createLog("silent"),
    metrics: createMetrics(kept),
    kept,
    unready: async () => null,
    doors: () => doors,
  });
  http.server.listen(0, "127.0.0.1");
  await once(http.server, "listening");
  const url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;
  const keys = new Map<Role, Promise<string>>();
  const keyOf = (role: Role): Promise<string> => {
    const made = keys.get(role) ?? createKey(db, { role, name: `test-${role}` }).then(({ key }) => key);
    keys.set(role, made);
    return made;
  };
  return {
    url,
    context,
    keyOf,
    ask: async (path, { method, body, as, headers = {} } = {}) => {
      const verb = method ?? (body === undefined ? "GET" : "POST");
      const role = as === undefined && verb === "POST" ? "editor" : (as ?? null);
      const isText = typeof body === "string" || body instanceof Uint8Array;
      const response = await fetch(`${url}/api/v1${path}`, {
        method: verb,
        headers: {
          ...(role === null ? {} : { authorization: `Bearer ${await keyOf(role)}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get("content-type") ?? "");
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson && text ? JSON.parse(text) : null,
      };
    },
    close: async () => {
      await http.close(1_000);
      await context.close();
    },
  };
}
