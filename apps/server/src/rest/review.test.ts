import { aChange, anItem } from "@readout/api/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";

let server: ApiServer;
beforeAll(async () => {
  server = await openApiServer({ now: "2026-03-04T09:00:00Z", review: "required" });
});
afterAll(() => server.close());

/** A change without the item, which stands in the path. */
function aBody(itemId: string, expectedHead: number) {
  const { itemId: _, ...body } = aChange(itemId, expectedHead);
  return body;
}

/** An item opened through the door. */
async function openOne(id: string): Promise<string> {
  expect((await server.ask("/items", { body: anItem({ id }) })).status).toBe(201);
  return id;
}

test("where review is required, what anybody records is taken as a proposal and found at its address", async () => {
  const id = await openOne("dyke");
  for (const as of ["editor", "admin"] as const) {
    const { status, headers, json } = await server.ask(`/items/${id}/entries`, { body: aBody(id, 0), as });
    expect([status, headers.get("location")]).toEqual([202, `/api/v1/proposals/${json.id}`]);
    expect(json).toMatchObject({ state: "waiting", itemId: id, command: { kind: "change", expectedHead: 0 } });
    expect((await server.ask(`/proposals/${json.id}`, { as: "analyst" })).json).toEqual(json);
  }
  expect((await server.ask(`/items/${id}/entries`)).json).toEqual({ entries: [], head: 0 });
});

test("tRPC answers the same proposal, told by its state", async () => {
  const id = await openOne("levee");
  const response = await fetch(`${server.url}/api/trpc/items.record`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await server.keyOf("editor")}` },
    body: JSON.stringify(aChange(id, 0)),
  });
  const { result } = (await response.json()) as { result: { data: { state: string; itemId: string } } };
  expect([response.status, result.data]).toMatchObject([200, { state: "waiting", itemId: id }]);
});

test("a proposal is made, approved by another and then stands in the ledger", async () => {
  const id = await openOne("groyne");
  const proposed = await server.ask(`/items/${id}/proposals`, { body: aBody(id, 0), as: "analyst" });
  expect([proposed.status, proposed.headers.get("location")]).toEqual([201, `/api/v1/proposals/${proposed.json.id}`]);
  const approved = await server.ask(`/proposals/${proposed.json.id}/approval`, { body: {}, as: "editor" });
  expect([approved.status, approved.headers.get("location")]).toEqual([201, `/api/v1/items/${id}/entries`]);
  expect((await server.ask(`/items/${id}/entries`)).json.entries).toEqual([approved.json]);
  const again = await server.ask(`/proposals/${proposed.json.id}/approval`, { body: {}, as: "editor" });
  expect([again.status, again.json]).toMatchObject([409, { code: "conflict", state: "approved", entrySeq: 1 }]);
});

test("a refusal and a withdrawal make nothing new; one's own approval is forbidden", async () => {
  const id = await openOne("jetty");
  const propose = async (as: "analyst" | "editor") =>
    (await server.ask(`/items/${id}/proposals`, { body: aBody(id, 0), as })).json.id as string;
  const [first, second] = [await propose("analyst"), await propose("editor")];
  const refused = await server.ask(`/proposals/${first}/refusal`, { body: { reason: "no" }, as: "editor" });
  expect([refused.status, refused.json.state, refused.json.reason]).toEqual([200, "refused", "no"]);
  const own = await server.ask(`/proposals/${second}/approval`, { body: {}, as: "editor" });
  expect([own.status, own.json.code]).toEqual([403, "forbidden"]);
  const withdrawn = await server.ask(`/proposals/${second}/withdrawal`, { body: {}, as: "editor" });
  expect([withdrawn.status, withdrawn.json.state]).toEqual([200, "withdrawn"]);
  const listed = await server.ask(`/proposals?itemId=${id}`, { as: "reader" });
  expect([listed.status, listed.json.code]).toEqual([403, "forbidden"]);
});

test("what a head that moved meanwhile leads to is told with the entries in between", async () => {
  const id = await openOne("weir");
  const propose = async () =>
    (await server.ask(`/items/${id}/proposals`, { body: aBody(id, 0), as: "analyst" })).json.id as string;
  const [first, second] = [await propose(), await propose()];
  const entry = (await server.ask(`/proposals/${first}/approval`, { body: {} })).json;
  const { status, json } = await server.ask(`/proposals/${second}/approval`, { body: {} });
  expect([status, json]).toMatchObject([409, { code: "conflict", head: 1, entriesSince: [entry] }]);
  expect((await server.ask(`/proposals/${second}/approval`, { body: { expectedHead: 1 } })).json.seq).toBe(2);
});

test("a draft is kept under its place, given back to its owner, and gone once discarded", async () => {
  const place = "correct:weir:4";
  const path = `/drafts/${encodeURIComponent(place)}`;
  const saved = await server.ask("/drafts", {
    body: { place, content: { says: "half a" }, basedOn: null },
    as: "analyst",
  });
  expect([saved.status, saved.json.content]).toEqual([201, { says: "half a" }]);
  expect((await server.ask(path, { as: "analyst" })).json).toEqual(saved.json);
  expect((await server.ask(path, { as: "editor" })).status).toBe(404);
  const late = await server.ask("/drafts", { body: { place, content: "x", basedOn: null }, as: "analyst" });
  expect([late.status, late.json.current]).toEqual([409, saved.json]);
  expect((await server.ask("/drafts", { as: "analyst" })).json.drafts).toEqual([
    { place, savedAt: saved.json.savedAt },
  ]);
  const discarded = await server.ask(`${path}/discarding`, { body: {}, as: "analyst" });
  expect([discarded.status, discarded.json]).toEqual([200, { place, discarded: true }]);
});

test("the log, the queue, the histories and the names answer their shapes", async () => {
  const id = await openOne("lock");
  const { rows } = (await server.ask(`/audit?subjectType=item&subjectId=${id}&limit=1`, { as: "admin" })).json;
  expect(rows).toMatchObject([{ act: "item.opened", who: { name: "test-editor" }, address: "127.0.0.1" }]);
  const due = (await server.ask("/review/due?limit=1", { as: "analyst" })).json;
  expect(due).toMatchObject({ items: [{ id: "groyne", dueOn: "2020-06-30" }], nextDueOn: null });
  const next = await server.ask(`/review/due?limit=1&cursor=${due.nextCursor}`, { as: "analyst" });
  expect(next.json.items).toMatchObject([{ id: "weir" }]);
  const { people } = (await server.ask("/people", { as: "reader" })).json;
  expect(people).toContainEqual(rows[0].who);
  const history = `/history?type=item&id=${id}`;
  expect((await server.ask(history)).json.edits).toMatchObject([{ act: "item.opened", by: null }]);
  expect((await server.ask(history, { as: "reader" })).json.edits[0].by).toEqual(rows[0].who);
});
