import { viewsPerUser } from "@readout/core/view";
import { expect, test } from "vitest";
import { refusalOf } from "../testing/refusal.ts";
import { createTestContext } from "../testing.ts";

const aView = { name: "In trouble", path: "/items", search: "status=stalled%2Csuspended&sort=due" };

test("a view is saved, renamed and removed, and the removed one can be saved again", async () => {
  const { caller } = await createTestContext({ role: "reader", now: "2026-03-04T09:00:00Z" });
  const saved = await caller.views.save({ ...aView, name: "  In trouble " });
  expect(saved).toEqual({ ...aView, id: saved.id, createdAt: "2026-03-04T09:00:00.000Z" });
  const renamed = await caller.views.rename({ id: saved.id, name: "Stuck" });
  expect((await caller.views.list({})).views).toEqual([renamed]);
  const { removed } = await caller.views.remove({ id: saved.id });
  expect(removed).toEqual({ ...saved, name: "Stuck" });
  expect(await caller.views.remove({ id: saved.id })).toEqual({ removed: null });
  const { name, path, search } = removed!;
  await caller.views.save({ name, path, search });
  expect((await caller.views.list({})).views.map((view) => view.name)).toEqual(["Stuck"]);
});

test("views are their owner's alone", async () => {
  const { caller, callerAs } = await createTestContext({ role: "reader" });
  const { id } = await caller.views.save(aView);
  const other = callerAs("admin");
  expect((await other.views.list({})).views).toEqual([]);
  expect(await other.views.remove({ id })).toEqual({ removed: null });
  expect((await refusalOf(other.views.rename({ id, name: "Mine" }))).code).toBe("not_found");
  expect((await other.views.save(aView)).name).toBe(aView.name);
});

test("a name is taken once, also by tabs that save at one moment", async () => {
  const { caller } = await createTestContext({ role: "reader" });
  const tabs = await Promise.allSettled(Array.from({ length: 5 }, () => caller.views.save(aView)));
  expect(tabs.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const other = await caller.views.save({ ...aView, name: "Another" });
  for (const taken of [() => caller.views.save(aView), () => caller.views.rename({ id: other.id, name: aView.name })])
    expect(await refusalOf(taken())).toMatchObject({ code: "invalid_input", details: { fields: [{ path: "name" }] } });
  expect((await caller.views.rename({ id: other.id, name: "Another" })).name).toBe("Another");
});

test("one view too many is refused with what to do", async () => {
  const { caller, connect } = await createTestContext({ role: "reader" });
  const client = await connect();
  await client.query(
    `INSERT INTO saved_view SELECT gen_random_uuid()::text, 'test-reader', 'View ' || n, '/items', '', now() FROM generate_series(1, ${viewsPerUser}) n`,
  );
  const error = await refusalOf(caller.views.save(aView));
  expect(error.message).toContain("remove one of them");
});

test("what is no address of a page that is read, or no name, is refused by its field", async () => {
  const { caller } = await createTestContext({ role: "reader" });
  for (const [path, fields] of [
    ["path", { path: "//elsewhere.example/items" }],
    ["path", { path: "/desk/users" }],
    ["path", { path: "/items?phase=open" }],
    ["path", { path: "items" }],
    ["search", { search: "phase=open#list" }],
    ["search", { search: "phase=open&cursor=abc" }],
    ["search", { search: `q=${"x".repeat(2000)}` }],
    ["name", { name: " " }],
    ["name", { name: "x".repeat(81) }],
  ] as const)
    expect(await refusalOf(caller.views.save({ ...aView, ...fields })), JSON.stringify(fields)).toMatchObject({
      code: "invalid_input",
      details: { fields: [{ path }] },
    });
});

test("any page that is read can be kept, with or without a query", async () => {
  const { caller } = await createTestContext({ role: "reader" });
  for (const path of ["/", "/items", "/timeline", "/sources/zerohedge-next-steps"])
    expect((await caller.views.save({ name: path, path })).search).toBe("");
});
