import { aChange, anItem, aSource } from "@readout/api/testing";
import { Role } from "@readout/core/role";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";

let server: ApiServer;
beforeAll(async () => {
  server = await openApiServer({ now: "2026-03-04T09:00:00Z" });
});
afterAll(() => server.close());

/** An item with one entry, opened through the door. */
async function openOne(id: string): Promise<void> {
  const opened = await server.ask("/items", { body: anItem({ id }) });
  expect(opened.status).toBe(201);
  const { itemId: _, ...change } = aChange(id, 0);
  expect((await server.ask(`/items/${id}/entries`, { body: change })).status).toBe(201);
}

test("what is made is answered with 201, where it is found, and as it is read from then on", async () => {
  const { ask } = server;
  const opened = await ask("/items", { body: anItem({ id: "pier" }) });
  expect([opened.status, opened.headers.get("location")]).toEqual([201, "/api/v1/items/pier"]);
  expect((await ask("/items/pier")).json).toEqual(opened.json);
  expect(opened.json).toMatchObject({ id: "pier", head: 0, reading: { status: null }, phase: null });

  const { itemId: _, ...change } = aChange("pier", 0, { status: "agreed-in-principle", effective: "2019-05~" });
  const recorded = await ask("/items/pier/entries", { body: change });
  expect([recorded.status, recorded.headers.get("location")]).toEqual([201, "/api/v1/items/pier/entries"]);
  expect((await ask("/items/pier/entries")).json).toEqual({ entries: [recorded.json], head: 1 });
  expect((await ask("/items/pier")).json).toMatchObject({
    phase: "open",
    reading: { status: "agreed-in-principle", since: "2019-05~" },
  });
  expect((await ask("/items/pier/intervals")).json.intervals).toHaveLength(1);

  const added = await ask("/sources", { body: aSource({ id: "gazette", published: "2019-05-02" }) });
  expect([added.status, added.headers.get("location")]).toEqual([201, "/api/v1/sources/gazette"]);
  expect((await ask("/sources/gazette")).json).toEqual(added.json);
});

test("every other read answers its shape", async () => {
  const { ask } = server;
  const shapes: Record<string, string[]> = {
    "/items?limit=1&include=intervals,milestones&status=raised,stalled": ["items", "nextCursor", "asOf"],
    "/lanes?skip=0&limit=2&group=tag": ["lanes", "sources", "groups", "tags", "total", "beyond", "asOf"],
    "/items/pier/scenarios": ["scenarioSets"],
    "/sources": ["sources", "nextCursor"],
    "/actors?knownOn=2017-08-07": ["actors", "nextCursor"],
    "/milestones?from=2017-01-01&to=2018-01-01": ["milestones", "nextCursor"],
    "/scenario-sets": ["scenarioSets", "nextCursor"],
    "/diff?from=2017-01-01&to=2018-01-01&basis=recorded": ["from", "to", "basis", "items"],
    "/changes?since=0&limit=2": ["events", "next"],
    "/rail": ["months", "previousNews", "nextNews", "entries"],
    "/overview?validOn=2017-08-07": ["asOf", "counts"],
  };
  for (const [path, keys] of Object.entries(shapes)) {
    const answer = await ask(path);
    expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 200, "application/json"]);
    expect(Object.keys(answer.json)).toEqual(expect.arrayContaining(keys));
  }
  expect((await ask("/changes?since=0&limit=2")).json.events).toHaveLength(2);
});

test("whoever comes second is told so, with the entries that came in between", async () => {
  await openOne("quay");
  const { itemId: _, ...change } = aChange("quay", 0);
  const { status, json } = await server.ask("/items/quay/entries", { body: change });
  expect(status).toBe(409);
  const { entries } = (await server.ask("/items/quay/entries")).json;
  expect(json).toMatchObject({ code: "conflict", head: 1, entriesSince: entries, status: 409 });
});

test("what is not there is a 404, and another method a 405 that names the ones there are", async () => {
  const { ask } = server;
  for (const path of [
    "/items/nothing",
    "/items/nothing/entries",
    "/sources/nothing",
    "/nothing",
    "",
    "/items/",
    "/items/%zz",
  ]) {
    const { status, json } = await ask(path);
    expect([path, status, json.code]).toEqual([path, 404, "not_found"]);
  }
  const removed = await ask("/items/pier", { method: "DELETE", as: "editor" });
  expect([removed.status, removed.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  const both = await ask("/items", { method: "PUT", as: "editor", body: {} });
  expect([both.status, both.headers.get("allow")]).toEqual([405, "GET, POST, HEAD, OPTIONS"]);
});

test("HEAD answers as GET does, without the body", async () => {
  const [got, headed] = [await server.ask("/items"), await server.ask("/items", { method: "HEAD" })];
  expect([headed.status, headed.text]).toEqual([200, ""]);
  for (const header of ["content-type", "content-length", "cache-control", "etag"])
    expect([header, headed.headers.get(header)]).toEqual([header, got.headers.get(header)]);
});

test("an answer has a name by which it is not sent twice, until something is written", async () => {
  await openOne("mole");
  for (const as of [null, "reader"] as const) {
    const first = await server.ask("/items/mole", { as });
    const tag = { "if-none-match": first.headers.get("etag")! };
    const again = await server.ask("/items/mole", { as, headers: tag });
    expect([again.status, again.text]).toEqual([304, ""]);
    const { head } = (await server.ask("/items/mole/entries")).json;
    const { itemId: _, ...change } = aChange("mole", head);
    await server.ask("/items/mole/entries", { body: change });
    expect((await server.ask("/items/mole", { as, headers: tag })).status).toBe(200);
  }
});

test("only what can no longer change may be kept for ever", async () => {
  await openOne("lock");
  const lifetime = async (path: string, as: Role | null = null) =>
    (await server.ask(path, { as })).headers.get("cache-control");
  const settled = "public, max-age=31536000, immutable";
  for (const what of ["entries", "intervals"]) {
    expect(await lifetime(`/items/lock/${what}?basis=recorded&knownOn=2026-03-03`)).toBe(settled);
    expect(await lifetime(`/items/lock/${what}?basis=recorded&knownOn=2026-03-03T10:00:00Z`)).toBe(settled);
    expect(await lifetime(`/items/lock/${what}?basis=recorded&knownOn=2026-03-03`, "reader")).toMatch(
      /^private, .*immutable$/,
    );
    for (const open of ["", "?basis=recorded", "?knownOn=2026-03-03", "?basis=recorded&knownOn=2026-03-04"])
      expect([open, await lifetime(`/items/lock/${what}${open}`)]).toEqual([open, "no-cache"]);
  }
  expect(await lifetime("/items/lock?basis=recorded&knownOn=2026-03-03")).toBe("no-cache");
  expect(await lifetime("/items", "reader")).toBe("private, no-cache");
  expect(await lifetime("/items/nothing")).toBe("no-store");
});

test("a day becomes settled one minute after its end", async () => {
  const lifetime = async () =>
    (await server.ask("/items/lock/entries?basis=recorded&knownOn=2026-03-04", { as: "reader" })).headers.get(
      "cache-control",
    );
  server.context.setNow("2026-03-05T00:00:59Z");
  expect(await lifetime()).toBe("private, no-cache");
  server.context.setNow("2026-03-05T00:01:01Z");
  expect(await lifetime()).toMatch(/immutable/);
  server.context.setNow("2026-03-04T09:00:00Z");
});

test("a page of any site may read what anyone may read, and nothing else", async () => {
  const read = await server.ask("/items", { headers: { origin: "https://elsewhere.example" } });
  expect(read.headers.get("access-control-allow-origin")).toBe("*");
  expect(read.headers.get("access-control-allow-credentials")).toBeNull();
  const asked = await server.ask("/items", { method: "OPTIONS", headers: { origin: "https://elsewhere.example" } });
  expect([asked.status, asked.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD"]);
  expect(asked.headers.get("access-control-allow-headers")).not.toMatch(/authorization/i);
});

describe("writing", () => {
  const body = anItem();
  test("needs a key", async () => {
    const { status, json, headers } = await server.ask("/items", { body, as: null });
    expect([status, json.code]).toEqual([401, "unauthenticated"]);
    expect(headers.get("www-authenticate")).toBe('Bearer realm="Readout"');
  });

  test("needs a key that is known, which a read needs too once it carries one", async () => {
    const headers = { authorization: `Bearer rdt_${"x".repeat(64)}` };
    for (const answer of [
      await server.ask("/items", { body, as: null, headers }),
      await server.ask("/items", { headers }),
    ]) {
      expect([answer.status, answer.json.code]).toEqual([401, "unauthenticated"]);
      expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="Readout", error="invalid_token"');
      expect(answer.text).not.toContain("xxxx");
    }
  });

  test.each(Role.options)("with the key of a %s", async (as) => {
    const { status, json } = await server.ask("/items", { body: anItem(), as });
    const allowed = as === "editor" || as === "admin";
    expect([status, json.code]).toEqual(allowed ? [201, undefined] : [403, "forbidden"]);
  });
});

test("a private installation shows nothing to nobody, and tells no other site anything", async () => {
  const closed = await openApiServer({ private: true });
  try {
    for (const path of ["/items", "/changes", "/changes/stream", "/diff?from=2017-01-01&to=2018-01-01"]) {
      const { status, json, headers } = await closed.ask(path);
      expect([path, status, json.code]).toEqual([path, 401, "unauthenticated"]);
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
    const read = await closed.ask("/items", { as: "reader" });
    expect([read.status, read.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  } finally {
    await closed.close();
  }
});

test("an allowance that is used up is a 429 that says when to come back; each address and each key has its own", async () => {
  const strict = await openApiServer({ requestsPerMinute: 3 });
  try {
    const from = (address: string, as: Role | null = null) =>
      strict.ask("/actors", { as, headers: { "x-forwarded-for": address, cookie: "a=b" } });
    for (let i = 0; i < 3; i++) expect((await from("192.0.2.1")).status).toBe(200);
    const refused = await from("192.0.2.1");
    expect([refused.status, refused.json.code]).toEqual([429, "rate_limited"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await from("192.0.2.2")).status).toBe(200);
    for (let i = 0; i < 3; i++) expect((await from("192.0.2.1", "reader")).status).toBe(200);
    expect((await from("192.0.2.3", "reader")).status).toBe(429);
    const guess = { authorization: "Bearer rdt_guess", "x-forwarded-for": "192.0.2.9" };
    const guesses = [];
    for (let i = 0; i < 4; i++) guesses.push((await strict.ask("/actors", { headers: guess })).status);
    expect(guesses).toEqual([401, 401, 401, 429]);
  } finally {
    await strict.close();
  }
});

test("the description is served, and every read that it describes exists", async () => {
  const { status, json } = await server.ask("/openapi.json");
  expect([status, json.openapi, json.servers[0].url]).toEqual([200, "3.1.0", "http://readout.test/api/v1"]);
  for (const [path, operations] of Object.entries<object>(json.paths)) {
    const { status } = await server.ask(path.replace(/\{\w+\}/g, "nothing"), { method: "OPTIONS" });
    expect([path, Object.keys(operations).length > 0, status]).toEqual([path, true, 204]);
  }
});

test("no cache on the way keeps what tRPC answers to one person", async () => {
  const ask = async (headers: Record<string, string>, path = "account.me") =>
    (await fetch(`${server.url}/api/trpc/${path}?input=%7B%7D`, { headers })).headers.get("cache-control");
  const key = { authorization: `Bearer ${await server.keyOf("admin")}` };
  expect([await ask(key), await ask(key, "users.list"), await ask({ cookie: "any=1" })]).toEqual(
    Array(3).fill("no-store"),
  );
  expect(await ask({})).toBe("no-cache");
});

test("tRPC refuses a bad key as the HTTP API does", async () => {
  const response = await fetch(`${server.url}/api/trpc/items.list?input=%7B%7D`, {
    headers: { authorization: "Bearer rdt_guess" },
  });
  const { error } = (await response.json()) as { error: { data: { readout: { code: string } } } };
  expect([response.status, error.data.readout.code]).toEqual([401, "unauthenticated"]);
});

test.each([
  ["items.nothing", 404, "not_found"],
  ["%zz", 400, "invalid_input"],
])("tRPC answers a call of %s, which is no procedure, with %d", async (path, status, code) => {
  const response = await fetch(`${server.url}/api/trpc/${path}`);
  const { error } = (await response.json()) as { error: { data: { readout: { code: string } } } };
  expect([response.status, error.data.readout.code]).toEqual([status, code]);
});
