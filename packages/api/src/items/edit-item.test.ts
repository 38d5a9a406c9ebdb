import { isReadoutError } from "@readout/core/error";
import type { EditItem } from "@readout/core/item";
import { beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { aChange, anItem, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;
const now = "2026-03-04T09:00:00Z";

beforeAll(async () => {
  context = await createTestContext({ now });
  const client = await context.connect();
  await client.query(
    "INSERT INTO actor (id, name, type, recorded_at) VALUES ('us', 'United States', 'state', $1), ('russia', 'Russia', 'state', $1)",
    [now],
  );
});

const opened = (fields: Partial<Parameters<typeof anItem>[0]> = {}) => context.caller.items.open(anItem(fields));

test("an editor edits all that an item is told by; what is left out stays", async () => {
  const { caller } = context;
  const { id: other } = await opened();
  const item = await opened({ parties: ["us"], ownerSide: "us", opened: "2017-07", whyOpen: "It came up." });
  const fields = {
    title: "Tunnel under the strait",
    question: "Will the tunnel be opened?",
    resolutionCriteria: "Resolves yes on the first train.",
    statusSubject: "the tunnel",
    ownerSide: null,
    tags: ["traffic", "rail"],
    opened: "2017-08",
    whyOpen: null,
    reviewEveryDays: 30,
    parties: ["russia", "us"],
    links: [{ type: "related" as const, itemId: other }],
  };
  const edited = await caller.items.edit({ id: item.id, version: 1, ...fields });
  const { parties, links, ...shown } = fields;
  expect(edited).toMatchObject({ ...shown, version: 2, head: 0 });
  expect(edited.actors.map(({ id }) => id)).toEqual(parties);
  expect(edited.links).toMatchObject([{ ...links[0], direction: "to" }]);
  expect(await caller.items.get({ id: item.id })).toEqual(edited);
  const again = await caller.items.edit({ id: item.id, version: 2, tags: [] });
  expect(again).toEqual({ ...edited, tags: [], version: 3 });
});

test("framing is shown on every day, also on those before the edit", async () => {
  const { caller } = context;
  const item = await opened({ title: "As it was called first" });
  await caller.items.record(aChange(item.id, 0));
  await caller.items.edit({ id: item.id, version: 1, title: "As it is called now" });
  for (const knownOn of ["2020-01-01", "2010-01-01"])
    expect(await caller.items.get({ id: item.id, knownOn })).toMatchObject({ title: "As it is called now" });
});

test("an edit is announced, kept in the history with its reason, and written in the audit log", async () => {
  const { caller, ctx, callerAs } = context;
  const item = await opened({ tags: ["a"] });
  const since = ctx.revision.current();
  await caller.items.edit({ id: item.id, version: 1, title: "Another", tags: ["a"], reason: "clearer" });
  const { events } = await caller.changes.list({ since });
  expect(events).toMatchObject([{ type: "item.edited", itemId: item.id, seq: null, ordinal: null }]);
  const edit = { act: "item.edited", before: { title: item.title }, after: { title: "Another", reason: "clearer" } };
  const { edits } = await callerAs(null).history.list({ type: "item", id: item.id });
  expect(edits[0]).toEqual({ at: "2026-03-04T09:00:00.000Z", by: null, ...edit });
  const { rows } = await callerAs("admin").audit.list({ subjectType: "item", subjectId: item.id, act: "item.edited" });
  expect(rows).toMatchObject([{ ...edit, who: { id: "test-editor" } }]);
});

test("an edit that changes nothing leaves no trace", async () => {
  const { caller, ctx } = context;
  const item = await opened({ parties: ["us"], tags: ["a", "b"], opened: "2017-07" });
  const before = ctx.revision.current();
  const same = { title: item.title, parties: ["us"], tags: ["a", "b"], opened: "2017-07", ownerSide: null };
  expect(await caller.items.edit({ id: item.id, version: 1, ...same })).toEqual(item);
  expect(ctx.revision.current()).toBe(before);
});

test("an edit of an older version is refused and told the current one, also where it would change nothing", async () => {
  const { caller } = context;
  const item = await opened();
  await caller.items.edit({ id: item.id, version: 1, title: "First" });
  for (const [version, title] of [
    [1, "Second"],
    [1, "First"],
    [3, "Second"],
  ] as const) {
    const error = await caller.items.edit({ id: item.id, version, title }).catch((thrown: unknown) => thrown);
    expect(isReadoutError(error, "conflict") && error.details).toEqual({ version, current: 2 });
  }
  expect(await caller.items.get({ id: item.id })).toMatchObject({ title: "First", version: 2 });
});

test("of two editors at once exactly one wins, the other hears of it, and nothing is lost", async () => {
  const { caller } = context;
  const item = await opened();
  for (let version = 1; version <= 5; version++) {
    const titles = ["a", "b", "c", "d"].map((letter) => `Edit ${version}${letter}`);
    const outcomes = await Promise.allSettled(
      titles.map((title) => caller.items.edit({ id: item.id, version, title })),
    );
    const won = titles.filter((_, i) => outcomes[i]!.status === "fulfilled");
    const errors = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(won).toHaveLength(1);
    for (const error of errors)
      expect(isReadoutError(error, "conflict") && error.details).toEqual({ version, current: version + 1 });
    expect(await caller.items.get({ id: item.id })).toMatchObject({ title: won[0], version: version + 1 });
  }
  const { edits } = await caller.history.list({ type: "item", id: item.id });
  expect(edits.filter(({ act }) => act === "item.edited")).toHaveLength(5);
});

test.each<[string, Partial<z.input<typeof EditItem>>, string]>([
  ["a blank title", { title: " " }, "title"],
  ["a title too long", { title: "x".repeat(301) }, "title"],
  ["a side there is not", { ownerSide: "moon" as never }, "ownerSide"],
  ["a tag that is none", { tags: ["Traffic Jam"] }, "tags.0"],
  ["a tag twice", { tags: ["a", "b", "a"] }, "tags.2"],
  ["a day there is not", { opened: "2017-02-30" }, "opened"],
  ["a cadence of no days", { reviewEveryDays: 0 }, "reviewEveryDays"],
  ["an unknown party", { parties: ["us", "atlantis"] }, "parties.1"],
  ["a party twice", { parties: ["us", "us"] }, "parties.1"],
  ["a link to nowhere", { links: [{ type: "related", itemId: "nowhere" }] }, "links.0.itemId"],
  ["a link to itself", { links: [{ type: "blocks", itemId: "self" }] }, "links.0.itemId"],
  ["a link of no kind", { links: [{ type: "near" as never, itemId: "self" }] }, "links.0.type"],
  ["no title at all", { title: null as never }, "title"],
  ["a version of none", { version: 0 }, "version"],
  ["a field that no item has", { status: "raised" } as never, "status"],
])("%s is refused by name and writes nothing", async (_, fields, path) => {
  const { caller, ctx } = context;
  await opened({ id: "self" }).catch(() => {});
  const item = await caller.items.get({ id: "self" });
  const before = ctx.revision.current();
  const error = await caller.items.edit({ id: "self", version: 1, ...fields }).catch((thrown: unknown) => thrown);
  expect(isReadoutError(error, "invalid_input") && error.details.fields?.map((fault) => fault.path)).toEqual([path]);
  expect(await caller.items.get({ id: "self" })).toEqual(item);
  expect(ctx.revision.current()).toBe(before);
});

test("an item that there is not cannot be edited", async () => {
  const edit = context.caller.items.edit({ id: "no-such-item", version: 1, title: "x" });
  await expect(edit).rejects.toMatchObject({ code: "not_found" });
});
