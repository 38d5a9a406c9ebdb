import { addUser, createCaller, createContext, writeUnsubscribeToken } from "@readout/api/server";
import { anItem } from "@readout/api/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";
import { type Browser, openBrowser } from "../testing/browser.ts";

let server: ApiServer;
let browser: Browser;
let itemId: string;
let ann: { id: string; caller: ReturnType<typeof createCaller> };
beforeEach(async () => {
  server = await openApiServer();
  browser = openBrowser(server);
  itemId = (await server.context.callerAs("editor").items.open(anItem({ title: "Bridge" }))).id;
  const { user, password } = await addUser(server.context.db, {
    email: "ann@example.org",
    name: "Ann",
    role: "reader",
  });
  const caller = createCaller(
    createContext(server.context.ctx, { user: { id: user.id, role: "reader", name: "Ann" } }),
  );
  ann = { id: user.id, caller };
  await browser.submit("/sign-in", { email: "ann@example.org", password });
});
afterEach(() => server.close());

const submit = async (act: string, fields: Record<string, string>, by = browser) => {
  const answer = await by.submit(`/account/watches/${act}`, fields);
  return [answer.status, answer.headers.get("location")];
};
const watches = async () => (await ann.caller.watches.list({})).watches;

test("a form watches an item and leads back to it; the list alters, stops, takes up again and stops all", async () => {
  expect(await submit("add", { itemId, cadence: "weekly", next: `/items/${itemId}#watch` })).toEqual([
    303,
    `/items/${itemId}#watch`,
  ]);
  const { id } = (await watches())[0]!;
  expect(await submit("edit", { id, cadence: "daily", reviews: "yes" })).toEqual([
    303,
    `/account/watches?edited=${id}`,
  ]);
  expect(await watches()).toMatchObject([{ cadence: "daily", reviews: true }]);
  expect(await submit("stop", { id })).toEqual([303, `/account/watches?stopped=${id}`]);
  expect(await watches()).toEqual([]);
  expect(await submit("restore", { id })).toEqual([303, `/account/watches?restored=${id}`]);
  expect(await watches()).toHaveLength(1);
  expect(await submit("stop-all", {})).toEqual([303, "/account/watches?stopped-all=1"]);
  expect(await watches()).toEqual([]);
});

test("a form watches the view that its address names", async () => {
  const next = "/items?status=stalled%2Csuspended&tag=arms-control";
  await submit("add", { name: "In trouble", status: "stalled,suspended", tag: "arms-control", q: "", next });
  expect(await watches()).toMatchObject([
    { view: { name: "In trouble", filters: { status: ["stalled", "suspended"], tag: "arms-control" } } },
  ]);
});

test("a visitor is led to sign in and back, and what does not fit is said on the page of watches", async () => {
  const visitor = openBrowser(server);
  expect(await submit("add", { itemId, next: `/items/${itemId}` }, visitor)).toEqual([
    303,
    `/sign-in?next=%2Fitems%2F${itemId}`,
  ]);
  expect(await submit("add", { itemId: "no-such-item" })).toEqual([303, "/account/watches?failed=gone"]);
  expect(await submit("add", { name: "", tag: "x" })).toEqual([303, "/account/watches?failed=input"]);
  expect(await submit("edit", { id: "nonsense", cadence: "hourly" })).toEqual([303, "/account/watches?failed=input"]);
  expect(await watches()).toEqual([]);
});

test("a page of another site changes nothing with a reader's cookies, and no answer leads to one", async () => {
  const foreign = await browser.submit(
    "/account/watches/add",
    { itemId },
    {
      "sec-fetch-site": "cross-site",
    },
  );
  expect(foreign.status).toBe(403);
  expect(await watches()).toEqual([]);
  expect(await submit("add", { itemId, next: "//elsewhere.example.org" })).toEqual([303, "/"]);
});

test("the one click of a mail program stops all mail, without a cookie", async () => {
  await ann.caller.watches.add({ kind: "item", itemId: itemId as never });
  const token = writeUnsubscribeToken(server.context.ctx, { userId: ann.id, watchId: null });
  const address = `${server.url}/unsubscribe?token=${token}`;
  for (const body of [new URLSearchParams({ "List-Unsubscribe": "One-Click" }), formData()]) {
    const answer = await fetch(address, { method: "POST", body });
    expect([answer.status, await answer.text()]).toEqual([200, "Stopped.\n"]);
  }
  expect(await watches()).toEqual([]);
  expect(await ann.caller.mailbox.get({})).toMatchObject({ stopped: true });
});

const formData = () => {
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  return form;
};

test("the page of a link leads back to itself, and a link that is none of ours says so", async () => {
  const { id } = await ann.caller.watches.add({ kind: "item", itemId: itemId as never });
  const token = writeUnsubscribeToken(server.context.ctx, { userId: ann.id, watchId: id });
  const visitor = openBrowser(server);
  const answer = await visitor.submit(`/unsubscribe?token=${token}`, { by: "page" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/unsubscribe?token=${token}`]);
  expect(await watches()).toEqual([]);
  const bad = await fetch(`${server.url}/unsubscribe?token=made.up`, { method: "POST" });
  expect([bad.status, await bad.text()]).toEqual([404, "This link stops nothing here.\n"]);
});
