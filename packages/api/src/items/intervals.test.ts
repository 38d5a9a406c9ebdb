import { resolveAsOf } from "@readout/core/as-of";
import { statusIntervals } from "@readout/core/reading";
import type { Day } from "@readout/core/time";
import { expect, test } from "vitest";
import { aChange, anItem, createTestContext, type TestContext } from "../testing.ts";

type Input = { knownOn?: Day; validOn?: Day; basis?: "reported" | "recorded" };

const day = (text: string) => text as Day;
/** Asked twice each: the second answer is a kept one. */
const inputs: Input[] = [
  {},
  {},
  { knownOn: day("2026-03-01") },
  { knownOn: day("2026-03-01") },
  { knownOn: day("2026-03-01"), basis: "recorded" },
  { validOn: day("2026-02-20") },
  { validOn: day("2026-02-20") },
];

/** What is answered on each of the days, by the list and by the item, and what its ledger says. */
async function expectAsLedger({ caller, ctx }: TestContext, id: string): Promise<number> {
  const { entries } = await caller.items.entries({ id });
  for (const input of inputs) {
    const said = statusIntervals(entries, resolveAsOf(input, ctx.now()));
    const page = await caller.items.list({ ...input, include: ["intervals"] });
    expect(page.items.find((item) => item.id === id)?.intervals, JSON.stringify(input)).toEqual(said);
    expect((await caller.items.intervals({ id, ...input })).intervals, JSON.stringify(input)).toEqual(said);
  }
  return statusIntervals(entries, resolveAsOf({}, ctx.now())).length;
}

test("the stretches follow whatever is recorded, on every day, however often they were asked for before", async () => {
  const context = await createTestContext({ now: "2026-03-10T09:00:00.000Z" });
  const { caller } = context;
  const { id } = await caller.items.open(anItem());
  const at = (effective: string) => ({ effective, reported: effective });
  expect(await expectAsLedger(context, id)).toBe(0);
  await caller.items.record(aChange(id, 0, { status: "scheduled", ...at("2026-02-01") }));
  expect(await expectAsLedger(context, id)).toBe(1);
  await caller.items.record(aChange(id, 1, { status: "stalled", ...at("2026-03-05") }));
  expect(await expectAsLedger(context, id)).toBe(2);
  await caller.items.record({
    ...aChange(id, 2, { status: "stalled", ...at("2026-02-15") }),
    ...{ kind: "correction", corrects: 2, reason: "An earlier report was found." },
  } as Parameters<typeof caller.items.record>[0]);
  expect(await expectAsLedger(context, id)).toBe(2);
  await caller.items.record({
    kind: "retraction",
    itemId: id,
    retracts: 1,
    reason: "Another matter.",
    expectedHead: 3,
  });
  expect(await expectAsLedger(context, id)).toBe(1);
});
