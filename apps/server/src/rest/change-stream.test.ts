import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { aChange, anItem } from "@readout/api/testing";
import type { ReadoutEvent } from "@readout/core/event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";

let server: ApiServer;
beforeEach(async () => {
  server = await openApiServer();
});
afterEach(() => server.close());

/** Opens the stream and reads its events one by one. */
async function follow(query = "", headers: Record<string, string> = {}) {
  const sent = httpRequest(`${server.url}/api/v1/changes/stream${query}`, { headers }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.setEncoding("utf8");
  let text = "";
  const chunks = response[Symbol.asyncIterator]() as AsyncIterator<string>;
  const next = async (): Promise<{ id: string; event: ReadoutEvent } | null> => {
    for (;;) {
      const found = /^id: (\d+)\ndata: (.+)\n\n/m.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return { id: found[1]!, event: JSON.parse(found[2]!) as ReadoutEvent };
      }
      const { value, done } = await chunks.next();
      if (done) return null;
      text += value;
    }
  };
  const take = async (count: number) => {
    const events: ReadoutEvent[] = [];
    while (events.length < count) {
      const found = await next();
      expect(found?.id).toBe(found?.event.id);
      events.push(found!.event);
    }
    return events;
  };
  return { response, take, next, leave: () => sent.destroy() };
}

/** Opens items, each one event. */
async function write(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await server.context.caller.items.open(anItem());
}

const allEvents = async () => (await server.ask("/changes?limit=200")).json.events as ReadoutEvent[];

test("what was written comes first, then each event as it is written, in order and once", async () => {
  await write(3);
  const { response, take, leave } = await follow();
  expect(response.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
  const before = await take(3);
  const writing = write(4);
  const after = await take(4);
  await writing;
  expect([...before, ...after]).toEqual(await allEvents());
  leave();
});

test("a broken stream goes on after the last event it gave, whatever since said", async () => {
  await write(5);
  const events = await allEvents();
  const first = await follow();
  await first.take(2);
  first.leave();
  const resumed = await follow("?since=0", { "last-event-id": events[1]!.id });
  expect(await resumed.take(3)).toEqual(events.slice(2));
  resumed.leave();
  const later = await follow(`?since=${events[3]!.id}`);
  expect(await later.take(1)).toEqual(events.slice(4));
  later.leave();
});

test("none is lost or doubled while others write and several read", async () => {
  const readers = await Promise.all([follow(), follow(), follow()]);
  const ids = await Promise.all(
    Array.from({ length: 4 }, async () => (await server.context.caller.items.open(anItem())).id),
  );
  await Promise.all(
    ids.map(async (id) => {
      for (let head = 0; head < 8; head++) await server.context.caller.items.record(aChange(id, head));
    }),
  );
  const all = await allEvents();
  expect(all).toHaveLength(36);
  for (const { take, leave } of readers) {
    expect(await take(36)).toEqual(all);
    leave();
  }
});

test("a token that was never given is a problem and not a stream", async () => {
  const { response } = await follow("", { "last-event-id": "77" });
  expect([response.statusCode, response.headers["content-type"]]).toEqual([400, "application/problem+json"]);
});

test("the server's end ends the stream, and a client that leaves is not waited for", async () => {
  await write(1);
  const staying = await follow();
  const leaving = await follow();
  await staying.take(1);
  leaving.leave();
  const closed = server.close();
  expect(await staying.next()).toBeNull();
  await closed;
  server = await openApiServer();
});
