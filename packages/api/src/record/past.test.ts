import { boundsOf, findEdtf } from "@readout/core/edtf";
import { publisherKeyOf } from "@readout/core/publisher";
import type { Day } from "@readout/core/time";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { datasetContext } from "../testing/records.ts";
import type { TestContext } from "../testing.ts";

let context: TestContext;
beforeAll(async () => {
  context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
}, 60_000);

type Found = { path: string; value: unknown };

/** Every value in an answer, with where it stands. */
function* walk(value: unknown, path = ""): Generator<Found> {
  yield { path, value };
  if (Array.isArray(value)) for (const [i, inner] of value.entries()) yield* walk(inner, `${path}.${i}`);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${path}.${key}`);
}

/** Keys whose dates are those of knowing; `nextNews` looks ahead because the reader asked to be moved there. */
const ofKnowing = new Set([
  "reported",
  "published",
  "publishedLatest",
  "knownOn",
  "lookedOn",
  "lastReviewed",
  "previousNews",
  "month",
]);

describe("nothing comes from the future", () => {
  const days = [
    "2017-07-01",
    "2017-07-28",
    "2017-08-05",
    "2017-08-06",
    "2017-08-07",
    "2017-09-01",
    "2018-07-05",
    "2021-03-01",
  ] as Day[];

  for (const knownOn of days)
    test(`no door tells on ${knownOn} what was said later`, async () => {
      const { caller } = context;
      const publishedLater = new Set(
        (
          await sql(context.db)<{ id: string }>("SELECT id FROM source WHERE published_latest > $1::date", [knownOn])
        ).map(({ id }) => id),
      );
      const sources = (await caller.sources.list({ knownOn, limit: 200 })).sources;
      const { items } = await caller.items.list({ knownOn, limit: 200, include: ["intervals", "milestones"] });
      const { actors } = await caller.actors.list({ knownOn, limit: 200 });
      const answers: [string, unknown][] = [
        ["sources", sources],
        ["items", items],
        ["actors", actors],
        ["lanes", await caller.items.lanes({ knownOn, limit: 200 })],
        ["milestones", (await caller.milestones.list({ knownOn, limit: 200 })).milestones],
        ["sets", (await caller.scenarioSets.list({ knownOn, limit: 200 })).scenarioSets],
        ["overview", await caller.record.overview({ knownOn })],
        ["rail", await caller.record.rail({ knownOn })],
        ["calendar", (await caller.milestones.calendar({ knownOn })).milestones],
        ["export", (await caller.export.get({ knownOn })).items],
        ["sources", (await caller.export.get({ knownOn })).sources],
        ["diff", await caller.diff.get({ from: "2010-01-01" as Day, to: knownOn })],
        ...(await Promise.all(
          ["talks", "russia", "meeting", "us", "sanctions", "volkr surk"].map(
            async (q): Promise<[string, unknown]> => [
              `search ${q}`,
              (await caller.search.find({ q, knownOn, limit: 200 })).hits,
            ],
          ),
        )),
      ];
      for (const { id } of items) {
        answers.push([`item ${id}`, await caller.items.get({ id, knownOn })]);
        answers.push([`entries ${id}`, (await caller.items.entries({ id, knownOn })).entries]);
        answers.push([`rail ${id}`, await caller.record.rail({ itemId: id, knownOn })]);
        answers.push([`sets ${id}`, await caller.items.scenarios({ id, knownOn })]);
        answers.push([`graph ${id}`, await caller.items.graph({ id, hops: 2, knownOn })]);
      }
      for (const { id } of sources) {
        answers.push([`source ${id}`, await caller.sources.get({ id, knownOn })]);
        answers.push([`rests ${id}`, await caller.sources.rests({ id, knownOn })]);
      }
      for (const key of new Set(sources.map(({ publisher }) => publisherKeyOf(publisher))))
        answers.push([`publisher ${key}`, await caller.publishers.get({ key, knownOn })]);
      for (const { id } of actors) answers.push([`actor ${id}`, await caller.actors.get({ id, knownOn })]);

      for (const [name, answer] of answers)
        for (const { path, value } of walk(answer)) {
          const key = path.split(".").at(-1)!;
          const where = `${name}${path}`;
          // An entry stands as it was recorded and sealed, with all it cites.
          if (typeof value !== "string" || /\.evidence\./.test(path)) continue;
          if (ofKnowing.has(key)) {
            const latest = key === "month" ? `${value}-01` : (boundsOf(value).latest ?? value);
            expect(latest <= knownOn, `${where}: ${value}`).toBe(true);
          }
          if (key === "attested") expect(boundsOf(value).earliest! <= knownOn, where).toBe(true);
          if (
            key === "sourceId" ||
            key === "derivedFrom" ||
            (key === "id" && name === "sources") ||
            /\.(cites|sources)\./.test(path)
          )
            expect(publishedLater.has(value), `${where}: ${value}`).toBe(false);
        }
      for (const id of publishedLater)
        await expect(caller.sources.get({ id: id as never, knownOn })).rejects.toMatchObject({ code: "not_found" });
    }, 60_000);

  test("the walk would notice a date of knowing", () => {
    const found = [...walk({ a: [{ reported: "2030" }] })].filter(({ path }) => ofKnowing.has(path.split(".").at(-1)!));
    expect(found).toEqual([{ path: ".a.0.reported", value: "2030" }]);
    expect(findEdtf("2030")?.bounds.latest).toBe("2030-12-31");
  });
});

describe("disagreements", () => {
  const of = async (id: string, knownOn?: string) =>
    (await context.caller.items.get({ id, knownOn: knownOn as Day | undefined })).disagreements;

  test("755 of 1,200 stands beside more than 700, with a verdict once all it weighs was published", async () => {
    const size = async (knownOn?: string) =>
      (await of("us-staff-cut-execution", knownOn)).find(({ id }) => id === "cf-cut-size");
    const today = (await size())!;
    expect(today.sides.map(({ claim }) => claim)).toEqual([
      expect.stringContaining("more than 700"),
      expect.stringContaining("755 out of 1,200"),
      expect.stringContaining("no figure"),
    ]);
    expect(today).toMatchObject({ verdict: "reconcilable", assessment: expect.stringContaining("455") });
    // By 6 August two of three sides had appeared, the piece that says "over 700" had not, nor the last outside page.
    const then = (await size("2017-08-06"))!;
    expect(then.sides).toHaveLength(2);
    expect(then.outside).toHaveLength(3);
    expect(then).toMatchObject({ verdict: null, assessment: null });
    expect((await size("2017-08-10"))!).toMatchObject({ verdict: null, sides: { length: 3 } });
    expect((await size("2017-08-11"))!.verdict).toBe("reconcilable");
    expect(await size("2017-07-28")).toBeUndefined();
  });

  test("before the installation Readout showed none", async () => {
    const { disagreements } = await context.caller.items.get({
      id: "us-staff-cut-execution",
      knownOn: "2026-11-20" as Day,
      basis: "recorded",
    });
    expect(disagreements).toEqual([]);
  });
});

describe("sources", () => {
  test("no alternative to dialogue: three outlets carry it, and it has one origin", async () => {
    const carriers = ["valdai-targeted-cooperation", "vestnik-kavkaza-dialogue", "zerohedge-next-steps"];
    for (const id of carriers) {
      const { statements } = await context.caller.sources.get({ id });
      const statement = statements.find((each) => each.id === "so-no-alternative")!;
      expect(statement.origin).toBe("lavrov-manila-remarks");
      expect(statement.passages.map(({ sourceId }) => sourceId)).toEqual(carriers);
    }
  });

  test("the numbered ones stand first in the order of the data set, then the newest", async () => {
    const { sources } = await context.caller.sources.list({ limit: 200 });
    const numbered = sources.filter(({ paragraphCount }) => paragraphCount !== null);
    expect(sources.slice(0, 5).map(({ id }) => id)).toEqual([
      "valdai-targeted-cooperation",
      "vestnik-kavkaza-dialogue",
      "reuters-tillerson-task",
      "zerohedge-next-steps",
      "revive-relations",
    ]);
    expect(sources.slice(0, numbered.length)).toEqual(numbered);
    const rest = sources.slice(numbered.length).map(({ published }) => boundsOf(published).latest!);
    expect(rest).toEqual([...rest].sort().reverse());
    const paged: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await context.caller.sources.list({ limit: 7, cursor });
      paged.push(...page.sources.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    const whole = await context.caller.sources.list({ limit: 200 });
    expect(paged.slice(0, 200)).toEqual(whole.sources.map(({ id }) => id));
    expect(new Set(paged).size).toBe(paged.length);
  });

  test("what rests on a source is what was known of it", async () => {
    const at = async (knownOn?: string) =>
      (await context.caller.sources.get({ id: "reuters-tillerson-task", knownOn: knownOn as Day | undefined })).entries
        .length;
    expect(await at("2017-08-04")).toBeGreaterThan(0);
    expect(await at()).toBeGreaterThanOrEqual(await at("2017-08-04"));
  });
});

describe("scenario sets", () => {
  const of = async (id: string, input: { knownOn?: string; validOn?: string } = {}) => {
    const { scenarioSets } = await context.caller.items.scenarios({ id, ...(input as { knownOn?: Day }) });
    return scenarioSets[0]!;
  };

  test("a set reads as resolved once the world and our knowledge have got there, and explains itself last", async () => {
    expect((await of("new-start-extension", { knownOn: "2021-02-02" })).resolution).toBeNull();
    const soon = (await of("new-start-extension", { knownOn: "2021-02-03" })).resolution!;
    expect(soon).toMatchObject({ scenarioId: "ns-full", note: null });
    expect(soon.entries.length).toBeGreaterThan(0);
    expect((await of("new-start-extension", { knownOn: "2026-11-21", validOn: "2021-02-02" })).resolution).toBeNull();
    const today = await of("new-start-extension");
    expect(today.resolution!.note).toContain("lapsed in February 2026");
    expect(today.deadlineNote).toContain("2021");
    expect((await of("new-start-extension", { knownOn: "2021-02-03" })).deadlineNote).toBeNull();
  });

  test("a view is known with its passage", async () => {
    const views = async (knownOn: string) =>
      (await of("us-response-to-expulsions", { knownOn })).scenarios.flatMap(({ views }) => views);
    expect(await views("2017-08-06")).toEqual([]);
    expect((await views("2017-08-07")).map(({ who }) => who.id)).toContain("maxim-suchkov");
  });

  test("all ten are listed in the order of the data set", async () => {
    const { scenarioSets, nextCursor } = await context.caller.scenarioSets.list({});
    expect(scenarioSets).toHaveLength(10);
    expect(nextCursor).toBeNull();
    const first = await context.caller.scenarioSets.list({ limit: 4 });
    const rest = await context.caller.scenarioSets.list({ limit: 8, cursor: first.nextCursor! });
    expect([...first.scenarioSets, ...rest.scenarioSets]).toEqual(scenarioSets);
  });
});

describe("actors", () => {
  test("an office is shown as far as it was known, and its note with the page it cites", async () => {
    const volker = async (knownOn?: string) =>
      (await context.caller.actors.get({ id: "kurt-volker", knownOn: knownOn as Day | undefined })).offices;
    expect(await volker("2017-06-30")).toEqual([]);
    expect(await volker("2017-07-28")).toMatchObject([
      { attested: "2017-07/2017-07-28", attestedThen: true, note: null },
    ]);
    expect(await volker("2017-08-31")).toMatchObject([{ attested: "2017-07/2017-08", attestedThen: true, note: null }]);
    expect(await volker("2018-01-01")).toMatchObject([{ attestedThen: false, note: null }]);
    expect((await volker("2019-10-04"))[0]!.note).toContain("resigned 27 September 2019");
    const { items, seenIn, views } = await context.caller.actors.get({ id: "sergey-lavrov" });
    expect(items.length + seenIn.length + views.length).toBeGreaterThan(6);
    await expect(context.caller.actors.get({ id: "nobody" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("milestones", () => {
  test("a list holds what touches its days, by beginning, page by page", async () => {
    const { caller } = context;
    const all = (await caller.milestones.list({ limit: 200 })).milestones;
    const begins = all.map(({ date }) => boundsOf(date).earliest ?? "");
    expect(begins).toEqual([...begins].sort());
    const touching = (await caller.milestones.list({ from: "2017-08-01" as Day, to: "2017-08-31" as Day, limit: 200 }))
      .milestones;
    expect(touching).toEqual(
      all.filter(({ date }) => {
        const { earliest, latest } = boundsOf(date);
        return (earliest === null || earliest <= "2017-08-31") && (latest === null || latest >= "2017-08-01");
      }),
    );
    const paged = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await caller.milestones.list({ limit: 3, cursor });
      paged.push(...page.milestones);
      cursor = page.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    expect(paged).toEqual(all);
    const own = (await caller.milestones.list({ itemId: "us-staff-cut-execution", limit: 200 })).milestones;
    expect(own).toEqual(all.filter(({ itemId }) => itemId === "us-staff-cut-execution"));
    const expiries = (await caller.milestones.list({ kind: "expiry", limit: 200 })).milestones;
    expect(expiries).toEqual(all.filter(({ kind }) => kind === "expiry"));
    expect(expiries.length).toBeGreaterThan(1);
    const tagged = new Set<string>(
      (await caller.items.list({ tag: "arms-control", limit: 200 })).items.map(({ id }) => id),
    );
    const ofTag = (await caller.milestones.list({ tag: "arms-control", limit: 200 })).milestones;
    expect(ofTag).toEqual(all.filter(({ itemId }) => tagged.has(itemId)));
    expect(ofTag.length).toBeGreaterThan(1);
  });
});

describe("the first page", () => {
  test("says today what the record says", async () => {
    const overview = await context.caller.record.overview({});
    expect(overview.counts).toMatchObject({
      total: 33,
      open: 13,
      families: { talk: 1, commitment: 2, motion: 6, trouble: 4, end: 20 },
      notYetRaised: 0,
    });
    expect(overview.review).toMatchObject({
      items: 13,
      everyDays: 180,
      oldest: { lastReviewed: "2017-08-04", items: 2 },
      nextDueOn: null,
    });
    expect(
      overview.moved.map(({ itemId, before, after, effective, source }) => [
        itemId,
        before,
        after,
        effective,
        source?.publisher,
      ]),
    ).toEqual([
      ["new-start-extension", "suspended", "lapsed", "2026-02-05", expect.stringContaining("Associated Press")],
      ["russian-property-in-us", "proposed", "stalled", "2025-11-05", "TASS"],
      ["cooperation-arctic-space-arms", "suspended", "under-way", "2025-04-01/2025-04-15", "TLP Network"],
    ]);
    expect(overview.fallsDue).toMatchObject({
      withinThirtyDays: 0,
      next: [{ itemId: "new-start-extension", date: "2026" }],
    });
    expect(overview.passed).toMatchObject({ dates: 10, onEnded: 10 });
    expect(overview.attention.counts).toMatchObject({
      disagreements: 2,
      singleOrigin: 9,
      notReviewed: 13,
      passedDates: 0,
    });
    expect(overview.newestSingleOrigin).toMatchObject({ itemId: "russian-property-in-us", origin: { origin: "TASS" } });
    const [first, second] = overview.attention.items;
    expect(first).toMatchObject({ itemId: "strategic-stability-talks", disagreements: { length: 2 } });
    expect(first!.disagreements[0]!.passages.slice(0, 2)).toMatchObject([{ paragraphs: [3] }, { paragraphs: [6] }]);
    expect(second).toMatchObject({
      itemId: "normalisation-of-relations",
      singleOrigin: { origin: expect.any(String) },
    });
  });

  test("says on a past day what was known then", async () => {
    const overview = await context.caller.record.overview({ knownOn: "2017-08-07" as Day });
    expect(overview.asOf).toEqual({ knownOn: "2017-08-07", validOn: "2017-08-07", basis: "reported" });
    expect(overview.counts.total).toBe(33);
    expect(overview.counts.notYetRaised).toBeGreaterThan(5);
    expect(overview.fallsDue.next[0]).toMatchObject({ itemId: "us-staff-cut-execution", date: "2017-09-01" });
    expect(overview.fallsDue.withinThirtyDays).toBeGreaterThan(0);
    const empty = await context.caller.record.overview({ knownOn: "2026-11-20" as Day, basis: "recorded" });
    expect(empty).toMatchObject({
      counts: { notYetRaised: 33, open: 0 },
      moved: [],
      attention: { items: [] },
      newestSingleOrigin: null,
    });
  });
});

describe("the rail", () => {
  test("counts what became known by month, and knows the days beside", async () => {
    const { caller } = context;
    const rail = await caller.record.rail({ knownOn: "2017-08-07" as Day });
    expect(rail.months.at(-1)!.month).toBe("2017-08");
    expect(rail.months.reduce((sum, { entries }) => sum + entries, 0)).toBe(rail.entries);
    expect(rail.previousNews).toBe("2017-08-06");
    expect(rail.nextNews! > "2017-08-07").toBe(true);
    const today = await caller.record.rail({});
    expect(today).toMatchObject({ entries: 130, nextNews: null });
    const own = await caller.record.rail({ itemId: "volker-surkov-meeting" });
    const ledger = (await caller.items.entries({ id: "volker-surkov-meeting" })).entries;
    expect(own.months.reduce((sum, each) => sum + each.own, 0)).toBe(ledger.length);
    expect(own.entries).toBe(130);
    expect(await caller.record.rail({ basis: "recorded", knownOn: "2026-11-20" as Day })).toEqual({
      months: [],
      previousNews: null,
      nextNews: "2026-11-21",
      entries: 0,
    });
  });
});

describe("the change feed", () => {
  test("goes on from any token it gave, in order, and refuses others", async () => {
    const { caller } = context;
    const ids: string[] = [];
    let since: string | undefined;
    for (;;) {
      const page = await caller.changes.list({ since, limit: 50 });
      ids.push(...page.events.map(({ id }) => id));
      since = page.next;
      if (page.events.length === 0) break;
    }
    expect(ids).toEqual([...ids].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(163);
    expect(since).toBe(ids.at(-1));
    await expect(caller.changes.list({ since: String(Number(since) + 1000) })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

test("why an item is open is told once anything of it was known", async () => {
  const { caller } = context;
  expect((await caller.items.get({ id: "helsinki-summit-2018", knownOn: "2017-01-01" as Day })).whyOpen).toBeNull();
  expect((await caller.items.get({ id: "helsinki-summit-2018" })).whyOpen).not.toBeNull();
});

test("links are read from both ends, with the reading of the other", async () => {
  const { caller } = context;
  const { links } = await caller.items.get({ id: "us-staff-cut-execution", knownOn: "2017-08-07" as Day });
  const from = links.find(({ itemId, direction }) => itemId === "us-response-to-expulsions" && direction === "from")!;
  expect(from).toMatchObject({ type: "depends-on", direction: "from" });
  expect(from.reading).toEqual(
    (await caller.items.get({ id: "us-response-to-expulsions", knownOn: "2017-08-07" as Day })).reading,
  );
});
