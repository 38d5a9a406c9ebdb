import { fileURLToPath } from "node:url";
import type { Entry } from "@readout/core/entry";
import { isReadoutError } from "@readout/core/error";
import { Status } from "@readout/core/status";
import { addDays, type Day } from "@readout/core/time";
import { loadDataset } from "../dataset/load.ts";
import { aChange, anItem, aSource, createTestContext, type TestContext, type TestContextOptions } from "../testing.ts";

const datasetFolder = fileURLToPath(new URL("../../../../prisma/dataset", import.meta.url));

/** The data set, loaded on the day that `now` names. */
export async function datasetContext(options: TestContextOptions & { now: string }): Promise<TestContext> {
  const context = await createTestContext(options);
  await loadDataset(context.db, datasetFolder);
  return context;
}

/** Repeatable random numbers in [0, 1), mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A record of `items` ledgers as people might leave them: vague, late, back-dated and future dates, reviews, corrections,
 * retractions, recorded over a hundred days from 1 March 2020 on. The last item stays empty.
 */
export async function randomContext(seed: number, items: number, entries: number): Promise<TestContext> {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const context = await createTestContext({ now: "2020-03-01T08:00:00Z" });
  const { caller, setNow } = context;
  const publishers = ["A", "B", "C"];
  for (const publisher of publishers)
    await caller.sources.add(aSource({ id: `source-${publisher.toLowerCase()}`, publisher, origin: publisher }));
  for (let i = 0; i < items; i++)
    await caller.items.open(anItem({ id: `random-${i}`, title: `Matter ${"cab"[i % 3]}${i}`, reviewEveryDays: 30 }));
  let today = "2020-03-01" as Day;
  const heads = new Map<string, number>();
  for (let n = 0; n < entries; n++) {
    if (random() < 0.4) today = addDays(today, 1 + below(3));
    setNow(`${today}T${String(8 + below(10)).padStart(2, "0")}:00:00Z`);
    const itemId = `random-${below(items - 1)}`;
    const head = heads.get(itemId) ?? 0;
    try {
      await caller.items.record(randomEntry(itemId, head, today, below, random));
      heads.set(itemId, head + 1);
    } catch (error) {
      // A retracted entry was named, or the clock stood behind the last entry: another one follows.
      if (!isReadoutError(error)) throw error;
    }
  }
  setNow(`${addDays(today, 20)}T12:00:00Z`);
  return context;
}

type Input = Parameters<TestContext["caller"]["items"]["record"]>[0];

function randomEntry(
  itemId: string,
  head: number,
  today: Day,
  below: (n: number) => number,
  random: () => number,
): Input {
  const around = addDays(today, below(60) - 40);
  const forms = [
    around,
    around.slice(0, 7),
    `${around}~`,
    `${around}/${addDays(around, below(25))}`,
    `../${around}`,
    `${around}/..`,
  ];
  const reportedOn = addDays(today, -below(20));
  const status = Status.options[below(12)]!;
  const content = {
    status,
    effective: forms[random() < 0.5 ? 0 : below(forms.length)]!,
    reported: random() < 0.8 ? reportedOn : reportedOn.slice(0, 7),
    summary: `Said on ${reportedOn}.`,
    evidence: [
      {
        sourceId: `source-${"abc"[below(3)]}`,
        stance: random() < 0.8 ? ("supports" as const) : ("contradicts" as const),
        says: "It stood so.",
      },
    ],
  };
  const roll = random();
  const named = 1 + below(head);
  if (head > 0 && roll < 0.15)
    return { kind: "correction", itemId, expectedHead: head, corrects: named, reason: "misread", ...content };
  if (head > 0 && roll < 0.22)
    return { kind: "retraction", itemId, expectedHead: head, retracts: named, reason: "another matter" };
  if (roll < 0.35)
    return { kind: "review", itemId, expectedHead: head, lookedOn: addDays(today, -below(10)), note: "nothing new" };
  return {
    ...aChange(itemId, head),
    noEvidence: undefined,
    ...content,
    kind: random() < 0.8 ? "change" : "reaffirmation",
    reason: "reopened",
  };
}

/** Every ledger of a record, whole, as its door gives it. */
export async function ledgersOf({ caller }: TestContext): Promise<Map<string, Entry[]>> {
  const ledgers = new Map<string, Entry[]>();
  let cursor: string | undefined;
  do {
    const page = await caller.items.list({ limit: 200, cursor });
    for (const { id } of page.items) ledgers.set(id, (await caller.items.entries({ id })).entries);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ledgers;
}
