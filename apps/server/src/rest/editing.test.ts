import { anItem, aSource } from "@readout/api/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maxBodyBytes } from "../http.ts";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";

let server: ApiServer;
beforeAll(async () => {
  server = await openApiServer({ now: "2026-03-04T09:00:00Z" });
});
afterAll(() => server.close());

const mebibyte = 1024 * 1024;

test("an edit is answered with what it became, and the very next read of anybody shows it", async () => {
  const body = anItem({ id: "weir" });
  await server.ask("/items", { body });
  expect((await server.ask("/items/weir")).json.title).toBe(body.title);
  const { status, headers, json } = await server.ask("/items/weir/edits", { body: { version: 1, title: "The weir" } });
  expect([status, headers.get("location"), json.version]).toEqual([200, null, 2]);
  expect((await server.ask("/items/weir")).json).toMatchObject({ title: "The weir", version: 2 });
  const late = await server.ask("/items/weir/edits", { body: { version: 1, title: "A weir" } });
  expect([late.status, late.json]).toMatchObject([409, { code: "conflict", version: 1, current: 2 }]);
});

test("a number in the path is read as one, and refused by name where it is none", async () => {
  await server.ask("/items", { body: anItem({ id: "lock" }) });
  const milestone = { date: "2026-05", kind: "deadline", what: "the term ends" };
  const added = await server.ask("/items/lock/milestones", { body: milestone });
  expect([added.status, added.headers.get("location")]).toEqual([201, "/api/v1/milestones?itemId=lock"]);
  expect((await server.ask("/milestones?itemId=lock")).json.milestones).toMatchObject([{ ordinal: 1, ...milestone }]);
  const edited = await server.ask("/items/lock/milestones/1/edits", { body: { version: 1, what: "it ends" } });
  expect([edited.status, edited.json]).toMatchObject([200, { ordinal: 1, version: 2, what: "it ends" }]);
  const decided = await server.ask("/items/lock/milestones/1/verdicts", { body: { verdict: "met" } });
  expect([decided.status, decided.json]).toMatchObject([201, { ordinal: 1, verdict: { verdict: "met" } }]);
  for (const place of ["one", "0", "1.5", "01", "99999999999"]) {
    const refused = await server.ask(`/items/lock/milestones/${place}/verdicts`, { body: { verdict: "met" } });
    expect([place, refused.status, refused.json.fields[0].path]).toEqual([place, 400, "ordinal"]);
  }
  expect((await server.ask("/items/lock/milestones/7/verdicts", { body: { verdict: "met" } })).status).toBe(404);
  const double = await server.ask("/items/lock/milestones/1/edits", { body: { version: 2, ordinal: 1 } });
  expect([double.status, double.json.fields[0].path]).toEqual([400, "ordinal"]);
});

test("actors, sources and disagreements are added and edited through the door", async () => {
  const { ask } = server;
  const actor = await ask("/actors", { body: { id: "envoy", name: "An envoy", type: "person" } });
  expect([actor.status, actor.headers.get("location")]).toEqual([201, "/api/v1/actors/envoy"]);
  expect((await ask("/actors/envoy/edits", { body: { version: 1, name: "The envoy" } })).json.version).toBe(2);
  await ask("/items", { body: anItem({ id: "sluice" }) });
  for (const id of ["herald", "gazette"]) await ask("/sources", { body: aSource({ id }) });
  expect((await ask("/sources/herald/edits", { body: { version: 1, author: "A. Writer" } })).json.author).toBe(
    "A. Writer",
  );
  const side = (sourceId: string) => ({ claim: `as ${sourceId} says`, citations: [{ sourceId, says: "So." }] });
  const body = { itemIds: ["sluice"], type: "timing", summary: "When", sides: [side("herald"), side("gazette")] };
  const added = await ask("/disagreements", { body: { id: "when", ...body } });
  expect([added.status, added.headers.get("location")]).toEqual([201, "/api/v1/disagreements/when"]);
  const edited = await ask("/disagreements/when/edits", { body: { version: 1, summary: "When it opens" } });
  expect((await ask("/disagreements/when")).json).toEqual(edited.json);
  expect((await ask("/disagreements?itemId=sluice")).json).toEqual({ disagreements: [edited.json], nextCursor: null });
});

test("the text of a source may be as long as an article may be; nothing else may", async () => {
  await server.ask("/sources", { body: aSource({ id: "longest" }) });
  const line = `${'He said: "So it is."\\ '.repeat(40)}\n`;
  const text = line.repeat(Math.floor((17 * mebibyte) / line.length));
  const set = await server.ask("/sources/longest/text", { body: { text } });
  expect([set.status, set.json.paragraphs.length]).toEqual([200, text.split("\n").length - 1]);
  const got = await server.ask("/sources/longest/text", { as: "editor" });
  expect([got.status, got.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  expect(got.json).toEqual(set.json);
  expect((await server.ask("/sources/longest/text")).status).toBe(401);
  expect((await server.ask("/sources/longest/text", { as: "analyst" })).status).toBe(403);

  const tooLong = await server.ask("/sources/longest/text", { body: { text: "x".repeat(20 * mebibyte) } });
  expect([tooLong.status, tooLong.json.fields[0].path]).toEqual([413, "body"]);
  const elsewhere = { body: { version: 1, title: "x".repeat(maxBodyBytes) } };
  expect((await server.ask("/sources/longest/edits", elsewhere)).status).toBe(413);
});

test("who may not hand in a text is not read at length", async () => {
  await server.ask("/sources", { body: aSource({ id: "guarded" }) });
  for (const [as, status] of [
    [null, 401],
    ["analyst", 403],
  ] as const) {
    const ask = (text: string) => server.ask("/sources/guarded/text", { body: { text }, as, method: "POST" });
    expect((await ask("x")).status).toBe(status);
    expect((await ask("x".repeat(2 * mebibyte))).status).toBe(413);
  }
});

test("tRPC takes a long text where it takes one alone", async () => {
  await server.ask("/sources", { body: aSource({ id: "by-trpc" }) });
  const authorization = `Bearer ${await server.keyOf("editor")}`;
  const send = (name: string, body: unknown) =>
    fetch(`${server.url}/api/trpc/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body: JSON.stringify(body),
    });
  const input = { id: "by-trpc", text: "x".repeat(2 * mebibyte) };
  expect((await send("sources.setText", input)).status).toBe(200);
  expect((await send("sources.setText?batch=1", { 0: input })).status).toBe(200);
  expect((await send("sources.edit", { id: "by-trpc", version: 2, title: input.text })).status).toBe(413);
  expect((await send("sources.setText,sources.edit?batch=1", { 0: input, 1: input })).status).toBe(413);
});

test("a name that stands twice in a body is found behind the longest text", async () => {
  const text = JSON.stringify('a"b\\'.repeat(mebibyte));
  await server.ask("/sources", { body: aSource({ id: "doubled" }) });
  const { status, json } = await server.ask("/sources/doubled/text", { body: `{"text":${text},"t\\u0065xt":"a"}` });
  expect([status, json.fields]).toEqual([400, [{ path: "text", message: "is given twice" }]]);
});
