import { isReadoutError } from "@readout/core/error";
import type { OpenItem } from "@readout/core/item";
import { beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { sql } from "../db/sql.ts";
import { anItem, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;

beforeAll(async () => {
  context = await createTestContext();
  await sql(context.db)(
    "INSERT INTO actor (id, name, type, recorded_at) VALUES ('ferry-board', 'Ferry Board', 'group', now())",
  );
});

const fieldsOf = async (fields: Partial<z.input<typeof OpenItem>>) => {
  const error = await context.caller.items.open(anItem(fields)).catch((thrown: unknown) => thrown);
  if (!isReadoutError(error, "invalid_input")) throw error;
  return error.details.fields?.map(({ path }) => path);
};

test("an item is opened with an empty ledger, its parties, links and milestones", async () => {
  const { caller, ctx } = context;
  const { id: road } = await caller.items.open(anItem());
  const before = ctx.revision.current();
  const item = await caller.items.open(
    anItem({
      parties: ["ferry-board"],
      links: [{ type: "depends-on", itemId: road }],
      milestones: [{ date: "2030-05", kind: "deadline", what: "first crossing due" }],
      tags: ["sea", "2030"],
      opened: "2020-01~",
      ownerSide: "both",
      whyOpen: "Nobody had a date.",
    }),
  );
  expect(item).toMatchObject({ head: 0, main: false, opened: "2020-01~", ownerSide: "both", tags: ["sea", "2030"] });
  expect(item.reading).toEqual({
    ...{ status: null, entrySeq: null, since: null, alternatives: [], next: null, origins: 0, lastReviewed: null },
  });
  expect(item.actors.map(({ id }) => id)).toEqual(["ferry-board"]);
  expect(item.links).toMatchObject([{ type: "depends-on", direction: "to", itemId: road }]);
  expect(item.milestones).toMatchObject([{ date: "2030-05", kind: "deadline", entrySeq: null }]);
  expect((await caller.changes.list({ since: before })).events).toMatchObject([
    { type: "item.opened", itemId: item.id },
  ]);
});

test("a refused item names the field, and leaves nothing behind", async () => {
  const { caller, db, ctx } = context;
  const { id } = await caller.items.open(anItem());
  const before = ctx.revision.current();
  expect(await fieldsOf({ id })).toEqual(["id"]);
  expect(await fieldsOf({ parties: ["ferry-board", "nobody"] })).toEqual(["parties.1"]);
  expect(await fieldsOf({ parties: ["ferry-board", "ferry-board"] })).toEqual(["parties.1"]);
  expect(await fieldsOf({ links: [{ type: "related", itemId: "no-such-item" }] })).toEqual(["links.0.itemId"]);
  expect(await fieldsOf({ id: "ring", links: [{ type: "blocks", itemId: "ring" }] })).toEqual(["links.0.itemId"]);
  const milestone = { date: "2030", kind: "expiry" as const, what: "permit ends" };
  expect(await fieldsOf({ milestones: [milestone, milestone] })).toEqual(["milestones.1"]);
  expect(await fieldsOf({ tags: ["sea", "sea"] })).toEqual(["tags.1"]);
  expect(await sql(db)("SELECT id FROM item WHERE id = 'ring'")).toEqual([]);
  expect((await caller.changes.list({ since: before })).events).toEqual([]);
});

test("of two who open the same id at once one is told that it is taken", async () => {
  const { caller } = context;
  const item = anItem();
  const outcomes = await Promise.allSettled([caller.items.open(item), caller.items.open(item)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "invalid_input" } });
});

test("days of the first and the last year are kept as they are", async () => {
  const { caller } = context;
  const milestones = [
    { date: "0001-01-01", kind: "past-event" as const, what: "first day" },
    { date: "9999-12-31", kind: "deadline" as const, what: "last day" },
  ];
  const { id } = await caller.items.open(anItem({ milestones, opened: "0001" }));
  const rows = await sql(context.db)(
    "SELECT earliest, latest FROM milestone WHERE item_id = $1 UNION ALL SELECT NULL, opened_latest FROM item WHERE id = $1",
    [id],
  );
  expect(rows).toEqual([
    { earliest: "0001-01-01", latest: "0001-01-01" },
    { earliest: "9999-12-31", latest: "9999-12-31" },
    { earliest: null, latest: "0001-12-31" },
  ]);
});
