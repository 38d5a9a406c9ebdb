import type { AsOfInput } from "@readout/core/as-of";
import { resolveAsOf } from "@readout/core/as-of";
import type { Entry } from "@readout/core/entry";
import type { ItemRow } from "@readout/core/item";
import { phaseOf, readingOf, statusIntervals } from "@readout/core/reading";
import type { Day, Instant } from "@readout/core/time";
import { visibleEntries } from "@readout/core/visible";
import { beforeAll, describe, expect, test } from "vitest";
import { datasetContext, ledgersOf, randomContext } from "../testing/records.ts";
import type { TestContext } from "../testing.ts";

type Record = { context: TestContext; ledgers: Map<string, Entry[]> };

async function allItems(
  { caller }: TestContext,
  input: AsOfInput & { include?: ("intervals" | "milestones")[] },
): Promise<ItemRow[]> {
  const items: ItemRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await caller.items.list({ ...input, limit: 20, cursor } as Parameters<typeof caller.items.list>[0]);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

/** Holds every door against the core, for one as-of. */
async function holds({ context, ledgers }: Record, input: AsOfInput): Promise<void> {
  const asOf = resolveAsOf(input, context.ctx.now());
  const items = await allItems(context, { ...input, include: ["intervals"] });
  expect(items.map(({ id }) => id).sort()).toEqual([...ledgers.keys()].sort());
  for (const { id, reading, phase, intervals } of items) {
    const ledger = ledgers.get(id)!;
    const where = `${id} ${JSON.stringify(input)}`;
    expect(reading, where).toEqual(readingOf(ledger, asOf));
    expect(phase, where).toBe(phaseOf(reading));
    expect(intervals, where).toEqual(statusIntervals(ledger, asOf));
  }
}

const bases = ["reported", "recorded"] as const;

describe("the data set", () => {
  let record: Record;
  beforeAll(async () => {
    const context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
    record = { context, ledgers: await ledgersOf(context) };
  }, 120_000);

  test("its first matters read as they were known", async () => {
    const { caller } = record.context;
    const at = (id: string, knownOn?: string) => caller.items.get({ id, knownOn: knownOn as Day | undefined });
    expect((await at("volker-surkov-meeting", "2017-08-07")).reading).toMatchObject({
      status: "agreed-in-principle",
      since: "2017-08-06",
    });
    expect((await at("volker-surkov-meeting", "2017-08-05")).reading).toMatchObject({
      status: null,
      since: null,
      entrySeq: null,
    });
    expect((await at("new-start-extension", "2021-03-01")).reading.status).toBe("concluded");
  });

  test("every item reads as the core reads its ledger, over sixteen years of days, for both bases and other days of the world", async () => {
    const days = [
      "2010-01-01",
      "2014-06-01",
      "2017-07-31",
      "2017-08-04",
      "2017-08-05",
      "2017-08-06",
      "2017-08-07",
      "2017-08-21",
      "2018-02-05",
      "2018-07-05",
      "2019-09-27",
      "2021-02-03",
      "2022-02-24",
      "2025-06-11",
      "2026-02-05",
      "2026-11-21",
      "2030-01-01",
    ] as Day[];
    for (const knownOn of days) {
      await holds(record, { knownOn });
      await holds(record, { knownOn, basis: "recorded" });
    }
    for (const validOn of ["2012-01-01", "2017-08-05", "2017-08-24", "2024-01-01", "2031-01-01"] as Day[])
      for (const basis of bases) {
        await holds(record, { validOn, basis });
        await holds(record, { knownOn: "2018-07-05" as Day, validOn, basis });
      }
  }, 120_000);

  test("before the installation the record of it is empty, and every item is listed all the same", async () => {
    const { caller } = record.context;
    const page = await caller.items.list({ knownOn: "2026-11-20" as Day, basis: "recorded" });
    expect(page.items).toHaveLength(33);
    expect(new Set(page.items.map(({ reading }) => reading.status))).toEqual(new Set([null]));
  });
});

describe("a random record", () => {
  const seeds = [11, 12];
  for (const seed of seeds)
    test(`reads as the core reads it on any pair of days and at any instant (${seed})`, async () => {
      const context = await randomContext(seed, 5, 110);
      const record = { context, ledgers: await ledgersOf(context) };
      const instants = [...record.ledgers.values()].flat().map(({ recorded }) => recorded);
      expect(instants.length).toBeGreaterThan(60);
      const days = [...new Set(instants.map((instant) => instant.slice(0, 10) as Day))].sort();
      for (const knownOn of days.filter((_, i) => i % 4 === 0))
        for (const basis of bases)
          for (const validOn of [undefined, "2020-01-20", "2020-03-20", "2020-09-01"] as (Day | undefined)[])
            await holds(record, { knownOn, basis, validOn });
      for (const knownOn of instants.filter((_, i) => i % 9 === 0) as Instant[])
        await holds(record, { knownOn, basis: "recorded" });
      for (const [id, ledger] of record.ledgers)
        for (const knownOn of days.filter((_, i) => i % 5 === 0))
          for (const basis of bases) {
            const asOf = resolveAsOf({ knownOn, basis }, context.ctx.now());
            const { entries, head } = await context.caller.items.entries({ id, knownOn, basis });
            expect(entries, `${id} ${knownOn} ${basis}`).toEqual(visibleEntries(ledger, asOf));
            expect(head).toBe(ledger.length);
          }
    }, 240_000);

  test("a reading kept until a day is brought up to it by the next read after midnight", async () => {
    const context = await randomContext(13, 3, 1);
    const { caller, setNow } = context;
    const { id } = await caller.items.open({ id: "to-come", title: "T", question: "Q", resolutionCriteria: "R" });
    setNow("2021-01-01T10:00:00Z");
    await caller.items.record({
      kind: "change",
      itemId: id,
      expectedHead: 0,
      status: "scheduled",
      effective: "2021-01-05",
      reported: "2021-01-01",
      summary: "S",
      noEvidence: "N",
    } as never);
    const statusNow = async () => (await caller.items.get({ id })).reading.status;
    expect(await statusNow()).toBeNull();
    setNow("2021-01-05T00:00:00Z");
    expect((await caller.items.list({ status: ["scheduled"] })).items.map((item) => item.id)).toContain(id);
    expect(await statusNow()).toBe("scheduled");
  });
});
