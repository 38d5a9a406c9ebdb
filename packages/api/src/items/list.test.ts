import { boundsOf } from "@readout/core/edtf";
import { ItemPage, type ItemRow } from "@readout/core/item";
import { dueOf, isUndecided } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { beforeAll, describe, expect, test } from "vitest";
import { datasetContext, randomContext } from "../testing/records.ts";
import { anItem, type TestContext } from "../testing.ts";

type Input = Parameters<TestContext["caller"]["items"]["list"]>[0];

async function pages({ caller }: TestContext, input: Input): Promise<ItemRow[]> {
  const items: ItemRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await caller.items.list({ ...input, cursor });
    // Not checked on its way out: it is here.
    expect(ItemPage.parse(page)).toEqual(page);
    expect(page.items.length).toBeLessThanOrEqual(input.limit ?? 50);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

const ids = (items: readonly ItemRow[]) => items.map(({ id }) => id as string);

describe("the list of the data set", () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
    await context.caller.items.open(anItem({ id: "zz-later", title: "A later one" }));
    await context.caller.items.open(anItem({ id: "aa-later", title: "Zebra crossing" }));
  }, 60_000);

  test("begins with the first matters, in their order, and ends with later items by id", async () => {
    const all = ids(await pages(context, {}));
    expect(all.slice(0, 4)).toEqual([
      "us-response-to-expulsions",
      "volker-surkov-meeting",
      "strategic-stability-talks",
      "new-start-extension",
    ]);
    expect(all.slice(-2)).toEqual(["aa-later", "zz-later"]);
    expect(all).toHaveLength(35);
  });

  test("yields every item once, in order, page by page, for every sort and as of any day", async () => {
    for (const sort of ["place", "title", "moved", "due", "reviewed"] as const)
      for (const asOf of [
        {},
        { knownOn: "2017-08-07" },
        { knownOn: "2018-07-05", validOn: "2017-08-05" },
        { knownOn: "2026-11-21", basis: "recorded" },
        { knownOn: "2011-01-01" },
      ] as Input[]) {
        const whole = await pages(context, { ...asOf, sort, limit: 200 });
        const paged = await pages(context, { ...asOf, sort, limit: 4 });
        expect(ids(paged), JSON.stringify({ sort, asOf })).toEqual(ids(whole));
        expect(new Set(ids(paged)).size).toBe(35);
        if (sort === "title") expect(paged.map(({ title }) => title)).toEqual(paged.map(({ title }) => title).sort());
      }
  });

  test("by movement the newest status stands first and the items without one last, in their place", async () => {
    const today = await pages(context, { sort: "moved", limit: 7 });
    expect(ids(today).slice(0, 3)).toEqual([
      "new-start-extension",
      "russian-property-in-us",
      "cooperation-arctic-space-arms",
    ]);
    expect(ids(today).slice(-2)).toEqual(["aa-later", "zz-later"]);
    const then = await pages(context, { sort: "moved", knownOn: "2017-08-07" as Day, limit: 5 });
    const firstWithout = then.findIndex(({ reading }) => reading.status === null);
    expect(firstWithout).toBeGreaterThan(5);
    expect(then.slice(firstWithout).every(({ reading }) => reading.status === null)).toBe(true);
  });

  test("by the next date what falls due first stands first, by the last look what was left longest", async () => {
    for (const asOf of [{}, { knownOn: "2017-08-07" }, { knownOn: "2018-07-05", validOn: "2017-08-05" }] as Input[]) {
      const on = (asOf?.validOn ?? asOf?.knownOn ?? "2026-11-21") as Day;
      const due = await pages(context, { ...asOf, sort: "due", include: ["milestones"], limit: 5 });
      const days = due.map(({ milestones }) => {
        const ahead = milestones!
          .filter((milestone) => isUndecided(milestone))
          .map((milestone) => boundsOf(dueOf(milestone)).latest ?? "")
          .filter((day) => day >= on);
        return ahead.sort()[0] ?? "none";
      });
      expect(days).toEqual([...days].sort());
      expect(days.some((day) => day !== "none")).toBe(true);
      const reviewed = await pages(context, { ...asOf, sort: "reviewed", limit: 5 });
      const looks = reviewed.map(({ reading }) => reading.lastReviewed ?? "none");
      expect(looks).toEqual([...looks].sort());
    }
  });

  test("what is included fits the description of the list too", async () => {
    for (const asOf of [{}, { knownOn: "2018-07-05" }, { basis: "recorded" }] as Input[]) {
      const items = await pages(context, { ...asOf, include: ["intervals", "milestones"], limit: 20 });
      expect(items).toHaveLength(35);
      expect(items.every(({ intervals, milestones }) => intervals !== undefined && milestones !== undefined)).toBe(
        true,
      );
    }
  });

  test("each filter leaves what it says, today and on another day", async () => {
    for (const asOf of [
      {},
      { knownOn: "2018-07-05" },
      { knownOn: "2018-07-05", validOn: "2017-08-10" },
      { basis: "recorded", validOn: "2019-01-01" },
    ] as Input[]) {
      const all = await pages(context, asOf);
      const expects = async (filter: Input, keep: (item: ItemRow) => boolean) => {
        for (const sort of ["place", "moved", "due", "reviewed"] as const) {
          const found = await pages(context, { ...asOf, ...filter, sort, limit: 3 });
          expect([...ids(found)].sort(), JSON.stringify({ asOf, filter, sort })).toEqual(ids(all.filter(keep)).sort());
          const { counts } = await context.caller.items.list({
            ...asOf,
            ...filter,
            sort,
            limit: 1,
            include: ["counts"],
          });
          expect(counts).toEqual({ found: found.length, total: all.length });
        }
      };
      await expects({ phase: "open" }, ({ phase }) => phase === "open");
      await expects({ phase: "closed" }, ({ phase }) => phase === "closed");
      await expects(
        { status: ["under-way", "stalled"] },
        ({ reading }) => reading.status === "under-way" || reading.status === "stalled",
      );
      await expects({ tag: "arms-control" }, ({ tags }) => tags.includes("arms-control"));
      await expects(
        { owner: "us", phase: "closed" },
        ({ ownerSide, phase }) => ownerSide === "us" && phase === "closed",
      );
      await expects({ q: "start extension" }, ({ title, question }) =>
        [/start/i, /extension/i].every((word) => word.test(title) || word.test(question)),
      );
    }
    expect(ids(await pages(context, { q: "100%" }))).toEqual([]);
    expect(ids(await pages(context, { actor: "kurt-volker" as never }))).toEqual(["volker-surkov-meeting"]);
    expect(
      ids(
        await pages(context, {
          actor: "kurt-volker" as never,
          knownOn: "2017-08-07" as Day,
          status: ["agreed-in-principle"],
        }),
      ),
    ).toEqual(["volker-surkov-meeting"]);
  });

  test("a cursor is good for its own list only", async () => {
    const { nextCursor } = await context.caller.items.list({ limit: 2 });
    const refused = { code: "invalid_input" };
    await expect(context.caller.items.list({ limit: 2, cursor: `${nextCursor}x` })).rejects.toMatchObject(refused);
    await expect(context.caller.items.list({ limit: 2, cursor: nextCursor!, sort: "title" })).rejects.toMatchObject(
      refused,
    );
    await expect(context.caller.sources.list({ limit: 2, cursor: nextCursor! })).rejects.toMatchObject(refused);
    expect((await context.caller.items.list({ limit: 9, cursor: nextCursor! })).items).toHaveLength(9);
  });

  test("milestones stand with an item once an entry that brought them was known", async () => {
    const of = async (knownOn: string) => {
      const { items } = await context.caller.items.list({
        knownOn: knownOn as Day,
        include: ["milestones"],
        limit: 200,
      });
      return items.find(({ id }) => id === "us-staff-cut-execution")!.milestones!;
    };
    expect((await of("2017-07-27")).filter(({ entrySeq }) => entrySeq !== null)).toEqual([]);
    expect(await of("2017-07-28")).toContainEqual(
      expect.objectContaining({ date: "2017-09-01", kind: "deadline", entrySeq: expect.any(Number) }),
    );
  });
});

test("many items that moved on one day are paged without a gap", async () => {
  const context = await randomContext(31, 2, 1);
  const { caller } = context;
  for (let i = 0; i < 9; i++) {
    const { id } = await caller.items.open(anItem({ id: `tied-${i}` }));
    await caller.items.record({
      kind: "change",
      itemId: id,
      expectedHead: 0,
      status: "raised",
      effective: i < 7 ? "2020-02-01" : "2020-01-01",
      reported: "2020-02-02",
      summary: "S",
      noEvidence: "N",
    });
  }
  for (const knownOn of [undefined, "2020-02-10"] as (Day | undefined)[]) {
    const paged = await pages(context, { sort: "moved", limit: 2, knownOn });
    const tied = ids(paged).filter((id) => id.startsWith("tied-"));
    expect(tied).toEqual(["tied-0", "tied-1", "tied-2", "tied-3", "tied-4", "tied-5", "tied-6", "tied-7", "tied-8"]);
    expect(paged).toHaveLength(11);
  }
});
