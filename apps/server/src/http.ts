import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { addressHeader } from "@readout/api/server";
import type { Logger } from "pino";
import { addressOf } from "./address.ts";
import { apiPolicy, developmentPolicy, pagePolicy, picturePolicy } from "./content-security.ts";
import type { Keeper, KeptAnswers } from "./kept-answers.ts";
import type { Metrics } from "./metrics.ts";
import { holdPage } from "./page.ts";
import { isAnonymousRead, sendKept } from "./reading.ts";
import { refuse } from "./refusal.ts";

/** The largest body the API takes, in bytes, but for what takes a whole article; doors that read a body keep to it too. */
export const maxBodyBytes = 1024 * 1024;

/** Answers the requests it knows. False: not mine, ask the next. */
export type Door = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface Doors {
  /** Signing in and out: /sign-in, /sign-out, /api/auth. Left out where nobody does. */
  accounts?: Door;
  /** Forms for watching, and links to unsubscribe; left out where nothing is watched. */
  watching?: Door;
  /** /api/trpc */
  trpc: Door;
  /** Whatever else is not a page: /api/v1, feeds, badges. */
  rest: Door;
  /** Everything else. */
  pages: Door;
  /** The largest body that the API takes at a path, where it is another than {@link maxBodyBytes}. */
  longestBody?: (pathname: string) => number;
}

export interface HttpOptions {
  log: Logger;
  metrics: Metrics;
  /** Null: nothing is kept, because every reader may see something else. */
  kept: KeptAnswers | null;
  /** Why it cannot serve yet, or no longer; null when it can. */
  unready: () => Promise<string | null>;
  /** Null until everything behind them stands. */
  doors: () => Doors | null;
  development?: boolean;
  /** Whether people reach it over https, and should go on doing so. */
  secure?: boolean;
}

export interface HttpServer {
  server: Server;
  /** Ends within the grace, in milliseconds, whatever its clients do. */
  close(graceMs: number): Promise<void>;
}

const commonHeaders: [string, string][] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
];

/** For pictures and other files, which may be opened by themselves; a page gets its own once it is whole. */
const assetPolicy = pagePolicy("", false);

/** The one server: health, metrics, kept answers, API and pages on one port, in this order. */
export function createHttpServer(options: HttpOptions): HttpServer {
  const { kept, metrics, log, development = false } = options;
  const headers = options.secure
    ? [...commonHeaders, ["Strict-Transport-Security", "max-age=31536000"] as [string, string]]
    : commonHeaders;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<string> => {
    const { pathname } = pathOf(request);
    for (const [name, value] of headers) response.setHeader(name, value);
    if (pathname === "/healthz") return text(response, 200, "ok\n");
    if (pathname === "/readyz") {
      const reason = await options.unready();
      return text(response, reason === null ? 200 : 503, `${reason ?? "ok"}\n`);
    }
    if (pathname === "/metrics") return text(response, 200, await metrics.text(), metrics.contentType);

    const isApi = pathname.startsWith("/api/");
    // Next fails on what it cannot decode; the API says so in its own terms.
    if (!isApi && !isDecodable(pathname))
      return text(response, 404, "There is nothing here: the address is not percent-encoded UTF-8.\n");
    const doors = options.doors();
    if (doors === null) {
      response.setHeader("Retry-After", "1");
      if (!isApi) return text(response, 503, "Readout is starting; try again in a moment.\n");
      return refuse(response, 503, "internal", "Readout is starting; try again in a moment");
    }
    if (isApi) {
      response.setHeader("Content-Security-Policy", apiPolicy);
      // A length that is not told beforehand, the door finds out while it reads.
      const longest = doors.longestBody?.(pathname) ?? maxBodyBytes;
      if (Number(request.headers["content-length"]) > longest) return tooLarge(request, response, longest);
    } else if (/^\/(?:badge|og)\//.test(pathname)) response.setHeader("Content-Security-Policy", picturePolicy);
    else response.setHeader("Content-Security-Policy", development ? developmentPolicy : assetPolicy);
    // Neither door nor page can make a request of it, and what failed would be written down as ours.
    if (request.method === "TRACE") {
      response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
      return refuse(response, 405, "invalid_input", "TRACE is not answered here");
    }
    if (isForged(request)) {
      request.resume();
      return refuse(response, 403, "forbidden", "This request comes from a page of another site");
    }
    if (!development) holdPage(request, response, keeperFor(request));

    if (await doors.accounts?.(request, response)) return "accounts";
    if (await doors.watching?.(request, response)) return "watching";
    if (pathname.startsWith("/api/trpc/")) {
      await doors.trpc(request, response);
      return "trpc";
    }
    if (await doors.rest(request, response)) return "rest";
    if (isApi) return refuse(response, 404, "not_found", `There is nothing at ${pathname}`);
    await doors.pages(request, response);
    return pathname.startsWith("/_next/") ? "asset" : "page";
  };

  const keeperFor = (request: IncomingMessage): Keeper | null => {
    const generation = kept && isAnonymousRead(request) ? kept.generation() : null;
    return generation === null ? null : (found) => kept!.keep(request.url!, generation, found);
  };

  const open = new Set<ServerResponse>();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const requestId = requestIdOf(request);
    if (kept !== null && isAnonymousRead(request)) {
      const found = kept.find(request.url!);
      if (found) {
        sendKept(request, response, found, requestId);
        return;
      }
    }
    open.add(response);
    response.once("close", () => open.delete(response));
    const startedAt = performance.now();
    request.headers["x-request-id"] = requestId;
    const address = addressOf(request);
    if (address === null) delete request.headers[addressHeader];
    else request.headers[addressHeader] = address;
    response.setHeader("X-Request-Id", requestId);
    answer(request, response)
      .catch((error: unknown) => {
        log.error(
          { err: error, requestId, method: request.method, path: pathOf(request).pathname },
          "a request failed",
        );
        if (response.headersSent || response.writableEnded) response.destroy();
        else refuse(response, 500, "internal", "Something failed on our side; the request id leads us to it");
        return "failed";
      })
      .then((door) => {
        const seconds = (performance.now() - startedAt) / 1000;
        metrics.answered(door, response.statusCode, seconds);
        if (request.method === "GET" || request.method === "HEAD") return;
        const path = pathOf(request).pathname;
        log.info({
          requestId,
          method: request.method,
          path,
          status: response.statusCode,
          ms: Math.round(seconds * 1000),
        });
      })
      .catch((error: unknown) => log.error({ err: error, requestId }, "a request could not be counted"));
  };

  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 15_000 }, listener);
  return { server, close: (graceMs) => closeServer(server, open, graceMs) };
}

/** Takes no more connections, ends the streams, lets what is being answered finish, and cuts off what takes too long. */
async function closeServer(server: Server, open: Set<ServerResponse>, graceMs: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  for (const response of open) {
    if (/^text\/event-stream\b/.test(String(response.getHeader("content-type") ?? ""))) response.end();
  }
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}

function text(response: ServerResponse, status: number, body: string, type = "text/plain; charset=utf-8"): string {
  response.statusCode = status;
  response.setHeader("Content-Type", type);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Security-Policy", apiPolicy);
  response.end(body);
  return "service";
}

/** The rest of the body is read and thrown away, for a client that writes it all before it reads the answer. */
function tooLarge(request: IncomingMessage, response: ServerResponse, longest: number): string {
  let drained = 0;
  request.on("data", (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > longest + 31 * maxBodyBytes) request.destroy();
  });
  const message = `is longer than ${longest} bytes`;
  return refuse(response, 413, "invalid_input", `body: ${message}`, [{ path: "body", message }]);
}

/** A browser says where a request comes from; another site's page must not write with our reader's cookies. */
function isForged(request: IncomingMessage): boolean {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return false;
  if (request.headers.authorization !== undefined) return false;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "cross-site" || site === "same-site";
  const { origin, host, cookie } = request.headers;
  // Whoever brings a cookie is a browser, and every browser says the one or the other when it writes.
  if (origin === undefined) return cookie !== undefined;
  return origin !== `http://${host}` && origin !== `https://${host}`;
}

function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function pathOf(request: IncomingMessage): { pathname: string } {
  const url = request.url ?? "/";
  const end = url.search(/[?#]/);
  return { pathname: end === -1 ? url : url.slice(0, end) };
}
