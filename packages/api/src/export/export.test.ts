import { Export, exportQuery } from "@readout/core/export";
import type { Day } from "@readout/core/time";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { datasetContext } from "../testing/records.ts";
import { aChange, anItem, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;
beforeAll(async () => {
  context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
}, 60_000);

/** Each thing of an export as its own door gives it. */
async function asTheDoorsSay({ caller }: TestContext, knownOn: Day, id: string) {
  const { asOf: _, ...detail } = await caller.items.get({ id, knownOn });
  const { entries } = await caller.items.entries({ id, knownOn });
  const { intervals } = await caller.items.intervals({ id, knownOn });
  return { ...detail, entries, intervals };
}

describe.each(["2026-11-21", "2017-08-07", "2017-07-01"] as Day[])("as known on %s", (knownOn) => {
  test("an export holds every item as its own doors give it", async () => {
    const { caller, ctx } = context;
    const made = Export.parse(await caller.export.get({ knownOn }));
    const listed = (await caller.items.list({ knownOn, limit: 200 })).items.map(({ id }) => id);
    expect(made.items.map(({ id }) => id)).toEqual(listed);
    for (const { permalink, sentence, ...item } of made.items) {
      expect(item).toEqual(await asTheDoorsSay(context, knownOn, item.id));
      expect(permalink).toBe(`${ctx.url}/items/${item.id}?knownOn=${knownOn}`);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
    expect(made).toMatchObject({
      asOf: { knownOn, validOn: knownOn, basis: "reported" },
      filterSentence: "All items.",
    });
  }, 30_000);

  test("it names every source that is cited and was known, as the source's own door does", async () => {
    const { caller } = context;
    const { items, sources } = await caller.export.get({ knownOn });
    const known = new Map(
      (await caller.sources.list({ knownOn, limit: 200 })).sources.map((source) => [source.id as string, source]),
    );
    const cited = items.flatMap(({ entries, disagreements }) => [
      ...entries.flatMap((entry) => ("evidence" in entry ? entry.evidence.map(({ sourceId }) => sourceId) : [])),
      ...disagreements.flatMap(({ sides }) => sides.flatMap(({ citations }) => citations.map((each) => each.sourceId))),
    ]);
    const named = new Set(sources.map(({ id }) => id));
    for (const id of cited) expect([id, named.has(id)]).toEqual([id, known.has(id)]);
    for (const source of sources.slice(0, 40)) expect(source).toEqual(known.get(source.id) ?? source);
  });
});

test("filters and names narrow it as they narrow the list, and it says so", async () => {
  const { caller } = context;
  const filters = { phase: "open" as const, tag: "arms-control" };
  const made = await caller.export.get({ ...filters, knownOn: "2021-01-31" as Day });
  const { items } = await caller.items.list({ ...filters, knownOn: "2021-01-31" as Day, limit: 200 });
  expect(made.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect(made.items.length).toBeGreaterThan(0);
  expect(made).toMatchObject({ filters, filterSentence: "Items: open; tagged arms control." });
  expect(made.permalink).toContain("/brief?phase=open&tag=arms-control&knownOn=2021-01-31");
  const chosen = await caller.export.get({ items: ["new-start-extension", "us-response-to-expulsions"] as never });
  expect(chosen.items.map(({ id }) => id)).toEqual(["us-response-to-expulsions", "new-start-extension"]);
  expect(chosen.filterSentence).toBe("2 chosen items.");
});

test("an export of what Readout showed names the moment, and is empty before it began", async () => {
  const made = await context.caller.export.get({ knownOn: "2026-11-20" as Day, basis: "recorded" });
  expect(made.items.flatMap(({ entries }) => entries)).toEqual([]);
  expect(exportQuery(made.asOf)).toBe("knownOn=2026-11-20&basis=recorded");
  expect(made.asOfSentence).toContain("everything Readout had recorded by 20 November 2026");
});

test("an item that does not exist is named by its place", async () => {
  const refused = context.caller.export.get({ items: ["new-start-extension", "no-such-item"] as never });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: [{ path: "items.1", message: "there is no item no-such-item" }] },
  });
});

test("more than a document holds is refused with the field that would narrow it", async () => {
  const { caller, db } = await createTestContext();
  await caller.items.open(anItem({ id: "long" }));
  await caller.items.record(aChange("long", 0));
  await sql(db)(
    `INSERT INTO item (id, position, title, question, resolution_criteria, status_subject, review_every_days, recorded_at)
     SELECT 'copy-' || n, n, 'Copy', 'Is it?', 'It is.', 'the copy', 180, now() FROM generate_series(1, 1000) n`,
  );
  await expect(caller.export.get({})).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: [{ path: "items", message: expect.stringContaining("more than 1,000 items") }] },
  });
  expect((await caller.export.get({ items: ["long"] as never })).items).toHaveLength(1);
});

test("more entries than a document holds are refused with their number", async () => {
  const { caller, db } = await createTestContext();
  for (const id of ["long", "short"]) await caller.items.open(anItem({ id }));
  const setHeads = (entries: number) =>
    sql(db)("UPDATE item SET head = $1, head_hash = repeat('0', 64) WHERE id = 'long'", [entries]);
  await setHeads(10_001);
  const refused = caller.export.get({ items: ["short", "long"] as never });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    details: {
      fields: [
        { path: "items", message: expect.stringContaining("10,001 entries would be taken along, 10,000 at most") },
      ],
    },
  });
  expect((await caller.export.get({ items: ["short"] as never })).items).toHaveLength(1);
  await setHeads(10_000);
  expect((await caller.export.get({})).items).toHaveLength(2);
});
