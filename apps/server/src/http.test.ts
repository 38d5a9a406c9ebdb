import { createHash } from "node:crypto";
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { createHttpServer, type Door, type Doors, type HttpServer, maxBodyBytes } from "./http.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { createLog } from "./log.ts";
import { createMetrics } from "./metrics.ts";

let http: HttpServer | null = null;

afterEach(async () => {
  await http?.close(1_000);
  http = null;
});

interface Arrangement {
  rest?: Door;
  pages?: Door;
  unready?: string | null;
  isOpen?: boolean;
  isPrivate?: boolean;
  state?: { revision: string | null };
}

async function open(arrangement: Arrangement = {}) {
  const state = arrangement.state ?? { revision: "1" };
  const kept = arrangement.isPrivate ? null : new KeptAnswers({ revision: () => state.revision });
  const doors: Doors = {
    trpc: json({ trpc: true }),
    rest: arrangement.rest ?? (async () => false),
    pages: arrangement.pages ?? html("<p>page</p>"),
  };
  http = createHttpServer({
    log: createLog("silent"),
    metrics: createMetrics(kept),
    kept,
    unready: async () => arrangement.unready ?? null,
    doors: () => (arrangement.isOpen === false ? null : doors),
  });
  http.server.listen(0, "127.0.0.1");
  await once(http.server, "listening");
  const base = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;
  return { base, get: (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers }) };
}

function json(value: unknown, headers: Record<string, string> = {}): Door {
  return vi.fn<Door>(async (_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json", ...headers });
    response.end(JSON.stringify(value));
    return true;
  });
}

function html(body: string): Door {
  return vi.fn<Door>(async (_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "private, no-cache, no-store, max-age=0, must-revalidate");
    response.write(body.slice(0, 5));
    response.end(body.slice(5));
    return true;
  });
}

test("the process is alive before it is ready, and says why it is not", async () => {
  const { get } = await open({ isOpen: false, unready: "migrations are running" });
  expect((await get("/healthz")).status).toBe(200);
  const ready = await get("/readyz");
  expect([ready.status, await ready.text()]).toEqual([503, "migrations are running\n"]);
  const api = await get("/api/v1/items");
  expect([api.status, api.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect((await get("/")).status).toBe(503);
});

test("every answer names its request and carries the security headers", async () => {
  const { get } = await open();
  for (const path of ["/healthz", "/", "/", "/api/trpc/items.list", "/api/v1/nothing"]) {
    const { headers } = await get(path, { "x-request-id": "asked-for-0001" });
    expect(headers.get("x-request-id"), path).toBe("asked-for-0001");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
  }
});

test("a page is sent whole, with its inline scripts named by hash", async () => {
  const { get } = await open({ pages: html("<script>self.__next_f=[]</script><p>page</p>") });
  const answer = await get("/items", { cookie: "theme=dark" });
  const hash = createHash("sha256").update("self.__next_f=[]").digest("base64");
  expect(answer.headers.get("content-security-policy")).toContain(`script-src 'self' 'sha256-${hash}'`);
  expect(await answer.text()).toBe("<script>self.__next_f=[]</script><p>page</p>");
});

test("a page that failed says so without a script, and under which number the cause is found", async () => {
  const failing: Door = async (_request, response) => {
    response.writeHead(500, { "Content-Type": "text/html; charset=utf-8" });
    response.end('<!DOCTYPE html><html id="__next_error__"><head></head><body><script>1</script></body></html>');
    return true;
  };
  const { get } = await open({ pages: failing });
  const answer = await get("/items", { "x-request-id": "asked-for-0002" });
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(text).toContain("<title>This page could not be made · Readout</title>");
  expect(text).toContain("<h1>This page could not be made</h1>");
  expect(text).toContain("asked-for-0002");
  expect(text).not.toContain("<script");
});

test("an anonymous read is answered from memory until the record changes", async () => {
  const state: { revision: string | null } = { revision: "1" };
  const rest = json({ items: [] });
  const { get } = await open({ rest, state });
  const first = await get("/api/v1/items");
  const second = await get("/api/v1/items");
  expect(rest).toHaveBeenCalledTimes(1);
  expect(await second.text()).toBe(await first.text());
  expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
  state.revision = "2";
  await get("/api/v1/items");
  expect(rest).toHaveBeenCalledTimes(2);
  state.revision = null;
  await get("/api/v1/items");
  await get("/api/v1/items");
  expect(rest).toHaveBeenCalledTimes(4);
});

test("who has the answer already is told that nothing changed, also after a write that did not touch it", async () => {
  const state = { revision: "1" };
  const { get } = await open({ pages: html("<p>same</p>"), state });
  const etag = (await get("/items")).headers.get("etag")!;
  expect((await get("/items", { "if-none-match": etag })).status).toBe(304);
  state.revision = "2";
  expect((await get("/items", { "if-none-match": `"other", ${etag}` })).status).toBe(304);
  expect((await get("/items", { "if-none-match": '"other"' })).status).toBe(200);
});

test.each([
  ["a cookie", { cookie: "session=1" }, {}],
  ["a key", { authorization: "Bearer key" }, {}],
  ["a request for a fragment", { rsc: "1" }, {}],
  ["an answer that sets a cookie", {}, { "Set-Cookie": "a=1" }],
  ["an answer that says no-store", {}, { "Cache-Control": "no-store" }],
])("%s is never answered from memory", async (_what, asked, answered) => {
  const rest = json({ items: [] }, answered as Record<string, string>);
  const { get } = await open({ rest });
  await get("/api/v1/items");
  const anonymousCalls = vi.mocked(rest).mock.calls.length;
  await get("/api/v1/items", asked as Record<string, string>);
  await get("/api/v1/items", asked as Record<string, string>);
  expect(vi.mocked(rest).mock.calls.length).toBe(anonymousCalls + 2);
});

test("a private installation keeps nothing, and neither does any a failed answer", async () => {
  const rest = json({ items: [] });
  const { get } = await open({ rest, isPrivate: true });
  await get("/api/v1/items");
  await get("/api/v1/items");
  expect(rest).toHaveBeenCalledTimes(2);
  await http!.close(1_000);
  const missing: Door = vi.fn<Door>(async (_request, response) => {
    response.writeHead(404, { "Content-Type": "application/json" }).end("{}");
    return true;
  });
  const other = await open({ rest: missing });
  await other.get("/api/v1/items");
  expect((await other.get("/api/v1/items")).status).toBe(404);
  expect(missing).toHaveBeenCalledTimes(2);
});

test("a kept answer goes out compressed to who takes that, and plain to who does not", async () => {
  const { base, get } = await open({ rest: json({ text: "status ".repeat(1000) }) });
  await get("/api/v1/items");
  const raw = (encoding: string) =>
    new Promise<{ encoding: string | undefined; body: Buffer }>((done) => {
      httpRequest(`${base}/api/v1/items`, { headers: { "accept-encoding": encoding } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => done({ encoding: response.headers["content-encoding"], body: Buffer.concat(chunks) }));
      }).end();
    });
  await vi.waitFor(async () => expect((await raw("gzip, br")).encoding).toBe("br"));
  const zipped = await raw("gzip;q=0.5, br;q=0");
  expect(zipped.encoding).toBe("gzip");
  const plain = await raw("identity");
  expect(plain.encoding).toBeUndefined();
  expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
});

test("a body over 1 MiB is refused with 413 before any door reads it", async () => {
  const rest = json({});
  const { base } = await open({ rest });
  const answer = await fetch(`${base}/api/v1/items`, { method: "POST", body: "x".repeat(maxBodyBytes + 1) });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({
    status: 413,
    code: "invalid_input",
    requestId: answer.headers.get("x-request-id"),
  });
  expect(rest).not.toHaveBeenCalled();
});

test("a page of another site cannot write, a program with a key can", async () => {
  const { base } = await open({ rest: json({}) });
  const post = async (headers: Record<string, string>) =>
    (await fetch(`${base}/api/v1/items`, { method: "POST", headers })).status;
  expect(await post({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await post({ origin: "https://elsewhere.example" })).toBe(403);
  expect(await post({ origin: base })).toBe(200);
  expect(await post({ "sec-fetch-site": "same-origin", origin: base })).toBe(200);
  expect(await post({ authorization: "Bearer key", origin: "https://elsewhere.example" })).toBe(200);
});

test("TRACE is refused before it can fail anywhere", async () => {
  const { base } = await open({ rest: json({}) });
  const status = await new Promise((done, failed) => {
    httpRequest(`${base}/desk`, { method: "TRACE" }, (response) => done(response.resume().statusCode))
      .once("error", failed)
      .end();
  });
  expect(status).toBe(405);
});

test("a failing door answers with a problem that hides the cause and names the request", async () => {
  const rest: Door = async () => {
    throw new Error("password of the database");
  };
  const { get } = await open({ rest });
  const answer = await get("/api/v1/items");
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).not.toContain("password");
  expect(JSON.parse(text)).toMatchObject({ code: "internal", requestId: answer.headers.get("x-request-id") });
});

test("closing lets an answer in the making finish and ends streams", async () => {
  const stream: Door = async (request, response) => {
    response.setHeader("Content-Type", request.url === "/api/v1/stream" ? "text/event-stream" : "application/json");
    if (request.url === "/api/v1/stream") response.write(": open\n\n");
    else setTimeout(() => response.end('{"done":true}'), 100);
    await once(response, "close");
    return true;
  };
  const { get } = await open({ rest: stream });
  const events = await get("/api/v1/stream");
  const slow = get("/api/v1/slow");
  await new Promise((done) => setTimeout(done, 30));
  const closing = http!.close(5_000);
  expect(await events.text()).toBe(": open\n\n");
  expect(await (await slow).json()).toEqual({ done: true });
  await closing;
  await expect(get("/healthz")).rejects.toThrow();
});

test("what Prometheus reads counts kept answers and requests by door", async () => {
  const { get } = await open({ rest: json({}) });
  await get("/api/v1/items");
  await get("/api/v1/items");
  const text = await (await get("/metrics")).text();
  expect(text).toContain('readout_kept_answers_total{outcome="hit"} 1');
  expect(text).toContain('readout_http_request_seconds_count{door="rest",status="2xx"} 1');
});

test("what the desk shows is kept nowhere, so that nobody goes back to it after a sign-out", async () => {
  const { get } = await open({ pages: html("<p>page</p>") });
  for (const path of ["/desk", "/desk/users", "/sign-in?next=%2Fdesk"])
    expect((await get(path)).headers.get("cache-control"), path).toBe("no-store");
  expect((await get("/desks", { cookie: "session=1" })).headers.get("cache-control")).toBe("private, no-cache");
});

test.each([
  ["a missing thing", 404],
  ["a role that does not open it", 403],
])("a page that carries the mark of %s is answered with %i and not kept", async (_, status) => {
  const pages = html(`<main><div data-status="${status}">Nothing</div></main>`);
  const { get } = await open({ pages });
  for (const _ of [1, 2]) expect((await get("/items/none")).status).toBe(status);
  expect(pages).toHaveBeenCalledTimes(2);
});

test("an address of a page that cannot be decoded is answered without asking the pages", async () => {
  const pages = html("<p>page</p>");
  const { get } = await open({ pages });
  for (const path of ["/items/%ED%A0%80", "/items/%ZZ"]) expect((await get(path)).status).toBe(404);
  expect(pages).not.toHaveBeenCalled();
});
