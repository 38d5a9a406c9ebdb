import { resolveAsOf } from "@readout/core/as-of";
import { type Lane, LanePage } from "@readout/core/lane";
import type { Day, Instant } from "@readout/core/time";
import { factsOf, knownFrom } from "@readout/core/visible";
import { beforeAll, describe, expect, test } from "vitest";
import { datasetContext, randomContext } from "../testing/records.ts";
import type { TestContext } from "../testing.ts";

type Input = NonNullable<Parameters<TestContext["caller"]["items"]["lanes"]>[0]>;

/** What a lane should say, from the ledger itself, its item, and the sources that could be read. */
async function fromLedger({ caller }: TestContext, lane: Lane, input: Input, sources: ReadonlySet<string>) {
  const { knownOn, validOn, basis } = input;
  const { entries } = await caller.items.entries({ id: lane.id, knownOn, validOn, basis: basis ?? "reported" });
  const { milestones, phase, title } = await caller.items.get({ id: lane.id, knownOn, validOn, basis });
  const facts = factsOf(entries).filter(({ retractedBy }) => retractedBy === null);
  const cited = facts.flatMap((fact) => (fact.kind === "review" ? [] : fact.evidence.map(({ sourceId }) => sourceId)));
  return {
    ...{ title, phase, milestones },
    facts: facts.map((fact) => ({
      ...{ seq: fact.seq, kind: fact.kind, knownOn: knownFrom(fact) },
      status: fact.kind === "review" ? null : fact.status,
      effective: fact.kind === "review" ? null : fact.effective,
      reported: fact.kind === "review" ? null : fact.reported,
    })),
    cites: [...new Set(cited)].filter((id) => sources.has(id)),
  };
}

async function expectAsLedgers(context: TestContext, input: Input): Promise<void> {
  const page = await context.caller.items.lanes({ ...input, limit: 200 });
  // Not checked on its way out: it is here.
  expect(LanePage.parse(page)).toEqual(page);
  const { knownOn, validOn, basis } = input;
  const readable = new Set<string>();
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const sources = await context.caller.sources.list({ knownOn, validOn, basis, limit: 200, cursor });
    for (const { id } of sources.sources) readable.add(id);
    cursor = sources.nextCursor ?? undefined;
  }
  for (const lane of page.lanes)
    expect(lane, `${lane.id} ${JSON.stringify(input)}`).toMatchObject(await fromLedger(context, lane, input, readable));
  expect(new Set(page.sources.map(({ id }) => id))).toEqual(new Set(page.lanes.flatMap(({ cites }) => cites)));
}

describe("the lanes of the data set", () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
  }, 60_000);

  test("say what the ledgers say, on several days and under both bases", async () => {
    const days: Input[] = [
      {},
      { knownOn: "2017-08-07" as Day },
      { knownOn: "2018-07-05" as Day, validOn: "2017-08-05" as Day },
      { validOn: "2017-08-05" as Day },
      { knownOn: "2021-03-01" as Day },
      { basis: "recorded" },
      { knownOn: "2026-11-20" as Day, basis: "recorded" },
    ];
    for (const input of days) await expectAsLedgers(context, input);
    expect((await context.caller.items.lanes({})).asOf).toEqual(resolveAsOf({}, "2026-11-21T10:00:00.000Z" as Instant));
  }, 60_000);

  test("stand in groups, and any window of them is a part of the whole", async () => {
    const { caller } = context;
    for (const group of ["phase", "tag"] as const) {
      const whole = await caller.items.lanes({ group, limit: 200 });
      expect(whole).toMatchObject({ total: 33, beyond: false });
      expect(whole.groups.reduce((sum, { lanes }) => sum + lanes, 0)).toBe(33);
      expect([...new Set(whole.lanes.map((lane) => lane.group))]).toEqual(whole.groups.map(({ key }) => key));
      const part = await caller.items.lanes({ group, skip: 10, limit: 9 });
      expect(part.lanes).toEqual(whole.lanes.slice(10, 19));
      expect(part.groups).toEqual(whole.groups);
    }
    expect((await caller.items.lanes({})).groups.map(({ key }) => key)).toEqual(["open", "closed"]);
    expect((await caller.items.lanes({ skip: 33 })).lanes).toEqual([]);
  });

  test("are narrowed as the list of items is", async () => {
    const { caller } = context;
    for (const filter of [
      { phase: "open" },
      { owner: "us" },
      { tag: "sanctions" },
      { actor: "sergey-lavrov" },
      { status: ["in-force", "concluded"] },
    ] as Input[])
      for (const asOf of [{}, { knownOn: "2018-07-05" as Day }]) {
        const items = (await caller.items.list({ ...filter, ...asOf, limit: 200 })).items.map(({ id }) => id);
        const lanes = (await caller.items.lanes({ ...filter, ...asOf, limit: 200 })).lanes.map(({ id }) => id);
        expect(items.length, JSON.stringify(filter)).toBeGreaterThan(0);
        expect([...lanes].sort()).toEqual([...items].sort());
      }
  });
});

test("lanes say what ledgers full of corrections and retractions say", async () => {
  const context = await randomContext(12, 4, 50);
  for (const input of [
    {},
    { knownOn: "2020-04-10" },
    { knownOn: "2020-04-10", basis: "recorded" },
    { knownOn: "2020-05-01", validOn: "2020-03-20" },
  ] as Input[])
    await expectAsLedgers(context, input);
}, 60_000);
