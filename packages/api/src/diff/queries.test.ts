import { diffOf, type ItemDiff } from "@readout/core/diff";
import type { Entry } from "@readout/core/entry";
import { addDays, type Day } from "@readout/core/time";
import { expect, test } from "vitest";
import { datasetContext, ledgersOf, randomContext, randomFrom } from "../testing/records.ts";
import type { TestContext } from "../testing.ts";

async function holds({ caller }: TestContext, ledgers: Map<string, Entry[]>, from: Day, to: Day): Promise<number> {
  let differing = 0;
  for (const basis of ["reported", "recorded"] as const) {
    const { items } = await caller.diff.get({ from, to, basis });
    const found = new Map(items.map(({ id, title: _title, ...rest }: ItemDiff) => [id as string, rest]));
    for (const [id, ledger] of ledgers) {
      const expected = diffOf(ledger, from, to, basis);
      expect(found.get(id) ?? null, `${id} ${from} ${to} ${basis}`).toEqual(expected);
      differing += expected === null ? 0 : 1;
    }
  }
  return differing;
}

test("a diff of the data set is the core's, for pairs of days over its years", async () => {
  const context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
  const ledgers = await ledgersOf(context);
  const random = randomFrom(7);
  let differing = await holds(context, ledgers, "2017-08-05" as Day, "2017-08-07" as Day);
  expect(differing).toBeGreaterThanOrEqual(12);
  for (let n = 0; n < 25; n++) {
    const from = addDays("2010-01-01" as Day, Math.floor(random() * 6100));
    const to = addDays(from, Math.floor(random() ** 2 * 900));
    if (to <= "2026-11-21") differing += await holds(context, ledgers, from, to);
  }
  expect(differing).toBeGreaterThan(60);
}, 60_000);

test("a diff of a record full of corrections is the core's, for both bases", async () => {
  const context = await randomContext(21, 6, 120);
  const ledgers = await ledgersOf(context);
  const random = randomFrom(8);
  let differing = 0;
  for (let n = 0; n < 40; n++) {
    const from = addDays("2020-01-15" as Day, Math.floor(random() * 150));
    const to = addDays(from, Math.floor(random() * 20));
    differing += await holds(context, ledgers, from, to);
  }
  expect(differing).toBeGreaterThan(100);
}, 60_000);

test("a diff lists items in the default order and refuses days in the wrong one", async () => {
  const context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
  const { items } = await context.caller.diff.get({ from: "2016-01-01" as Day, to: "2026-11-20" as Day });
  const listed = (await context.caller.items.list({ limit: 200 })).items.map(({ id }) => id);
  expect(items.map(({ id }) => id)).toEqual(listed);
  await expect(context.caller.diff.get({ from: "2017-08-07" as Day, to: "2017-08-05" as Day })).rejects.toMatchObject({
    code: "invalid_input",
  });
});
