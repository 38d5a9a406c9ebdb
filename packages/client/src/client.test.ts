import { createKey } from "@readout/api/server";
import { aChange, anItem, createTestContext, type TestContext } from "@readout/api/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReadoutClient, followChanges, isReadoutError, type ReadoutError, type ReadoutEvent } from "./index.ts";
import { type Served, serve } from "./testing/serve.ts";

let context: TestContext;
let served: Served;
let apiKey: string;
let downFor = 0;

beforeAll(async () => {
  context = await createTestContext();
  served = await serve(context, (_, response) => {
    if (downFor === 0) return false;
    downFor -= 1;
    response.writeHead(503, { "Content-Type": "application/problem+json" });
    response.end(JSON.stringify({ status: 503, code: "internal", detail: "Readout is starting", requestId: "r1" }));
    return true;
  });
  ({ key: apiKey } = await createKey(context.db, { role: "editor", name: "client" }));
});

afterAll(async () => {
  await served.close();
  await context.close();
});

/** The error that a promise ends in. */
async function errorOf(promise: Promise<unknown>): Promise<ReadoutError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isReadoutError(error)) throw new Error("no ReadoutError", { cause: error });
  return error;
}

test("what is written with a key is read without one", async () => {
  const editor = createReadoutClient({ url: `${served.url}/`, apiKey });
  const item = await editor.items.open(anItem({ id: "bridge" }));
  const entry = await editor.items.record(aChange("bridge", 0));
  expect(entry).toMatchObject({ itemId: "bridge", seq: 1 });
  const reader = createReadoutClient({ url: served.url });
  expect((await reader.items.get({ id: "bridge" })).title).toBe(item.title);
  expect(await reader.items.entries({ id: "bridge" })).toEqual({ entries: [entry], head: 1 });
  expect((await reader.items.list()).items.map(({ id }) => id)).toEqual(["bridge"]);
});

test("an error arrives as it was thrown: code, message, details and fix", async () => {
  const editor = createReadoutClient({ url: served.url, apiKey });
  await editor.items.open(anItem({ id: "tunnel" }));
  const entry = await editor.items.record(aChange("tunnel", 0));
  const conflict = await errorOf(editor.items.record(aChange("tunnel", 0)));
  expect(isReadoutError(conflict, "conflict")).toBe(true);
  expect(conflict.details).toEqual({ head: 1, entriesSince: [entry], requestId: "request-of-the-test" });
  const refused = await errorOf(createReadoutClient({ url: served.url }).items.open(anItem()));
  expect(refused).toMatchObject({ code: "unauthenticated", fix: expect.stringContaining("Authorization") });
  const missing = await errorOf(editor.items.get({ id: "nowhere" }));
  expect(missing.code).toBe("not_found");
  const invalid = await errorOf(editor.items.list({ knownOn: "2017-02-30" }));
  expect(invalid).toMatchObject({ code: "invalid_input", details: { fields: [{ path: "knownOn" }] } });
});

test("a key that is not known is unauthenticated, for reading too, and does not stand in the error", async () => {
  const key = `rdt_${"x".repeat(64)}`;
  const error = await errorOf(createReadoutClient({ url: served.url, apiKey: key }).items.list());
  expect(error.code).toBe("unauthenticated");
  expect(JSON.stringify(error)).not.toContain(key);
});

test("calls of one tick travel together, and each has its own outcome", async () => {
  const asked: string[] = [];
  const readout = createReadoutClient({
    url: served.url,
    fetch: (input, init) => {
      asked.push(String(input));
      return fetch(input, init);
    },
  });
  const [list, missing] = await Promise.all([readout.items.list(), errorOf(readout.items.get({ id: "nowhere" }))]);
  expect(list.items.length).toBeGreaterThan(0);
  expect(missing.code).toBe("not_found");
  expect(asked).toHaveLength(1);
});

test("a server that is not there, and one that is something else, are said to be unreachable", async () => {
  const gone = await errorOf(createReadoutClient({ url: "http://127.0.0.1:1" }).items.list());
  expect(gone).toMatchObject({ code: "internal", details: { unreachable: true } });
  expect(gone.message).toContain("http://127.0.0.1:1");
  const other = createReadoutClient({ url: served.url, fetch: async () => new Response("<p>hello", { status: 502 }) });
  expect(await errorOf(other.items.list())).toMatchObject({ details: { unreachable: true, status: 502 } });
});

test("a problem from before the procedures is understood", async () => {
  downFor = 1;
  const error = await errorOf(createReadoutClient({ url: served.url }).items.list());
  expect(error).toMatchObject({ code: "internal", message: "Readout is starting", details: { requestId: "r1" } });
});

test("a call that is broken off rejects with the reason of its signal", async () => {
  const reason = new Error("enough");
  const call = createReadoutClient({ url: served.url }).items.list({}, { signal: AbortSignal.abort(reason) });
  await expect(call).rejects.toBe(reason);
});

test("the feed gives what there is and what comes, once each, over a server that starts anew", async () => {
  const readout = createReadoutClient({ url: served.url, apiKey });
  const stop = new AbortController();
  const seen: ReadoutEvent[] = [];
  const interruptions: string[] = [];
  const before = await readout.changes.list();
  const options = {
    signal: stop.signal,
    everyMs: 10,
    onInterruption: ({ message }: ReadoutError) => interruptions.push(message),
  };
  for await (const event of followChanges(readout, options)) {
    seen.push(event);
    if (seen.length === before.events.length) {
      await readout.items.open(anItem({ id: "ferry" }));
      downFor = 2;
    }
    if (event.itemId === "ferry") stop.abort();
  }
  expect(seen.slice(0, -1)).toEqual(before.events);
  expect(seen.at(-1)).toMatchObject({ type: "item.opened", itemId: "ferry" });
  expect(interruptions).toEqual(["Readout is starting", "Readout is starting"]);

  const again = new AbortController();
  for await (const event of followChanges(readout, { since: before.next, signal: again.signal })) {
    expect(event).toEqual(seen.at(-1));
    again.abort();
  }
});

test("a feed that cannot begin says so", async () => {
  const feed = followChanges(createReadoutClient({ url: "http://127.0.0.1:1" }));
  expect((await errorOf(feed.next())).details).toMatchObject({ unreachable: true });
});
