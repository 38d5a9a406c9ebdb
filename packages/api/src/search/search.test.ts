import { type AsOfInput, resolveAsOf } from "@readout/core/as-of";
import { isReadoutError } from "@readout/core/error";
import type { Marked, SearchHit } from "@readout/core/search";
import { addDays, type Day, dayOfInstant } from "@readout/core/time";
import { visibleFacts } from "@readout/core/visible";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "../db/sql.ts";
import { datasetContext, ledgersOf, randomContext } from "../testing/records.ts";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";
import { HIT_BEGINS, HIT_ENDS } from "./search-sql.ts";

let context: TestContext;
beforeAll(async () => {
  context = await datasetContext({ now: "2026-11-21T10:00:00Z", role: null });
}, 60_000);

const textOf = (marked: Marked): string => marked.map(({ text }) => text).join("");
const hitsIn = (marked: Marked): string[] => marked.filter(({ hit }) => hit).map(({ text }) => text);
const nameOf = (hit: SearchHit): string =>
  "id" in hit ? `${hit.kind} ${hit.id}` : `${hit.kind} ${hit.itemId} ${hit.seq}`;
const find = (input: Parameters<TestContext["caller"]["search"]["find"]>[0]) => context.caller.search.find(input);

describe("words", () => {
  test.each([
    ["volkr surk", "volker-surkov-meeting", "volker surkov"],
    ["extention new strat", "new-start-extension", "extension new start"],
    ["strategc stabilty", "strategic-stability-talks", "strategic stability"],
  ])("%s, misspelt, finds %s and says how it was read", async (q, id, readAs) => {
    const page = await find({ q });
    expect(nameOf(page.hits[0]!)).toBe(`item ${id}`);
    expect(page.readAs).toBe(readAs);
    expect(page.nearest).toBeNull();
  });

  test("expelling finds expulsions, and a word of one stem the others", async () => {
    const { hits, readAs } = await find({ q: "expelling", limit: 200 });
    expect(readAs).toBeNull();
    expect(hits.map(nameOf)).toContain("item us-response-to-expulsions");
    const marked = hits.flatMap((hit) => ("title" in hit ? hitsIn(hit.title) : hitsIn(hit.text)));
    expect(marked.map((word) => word.toLowerCase())).toEqual(expect.arrayContaining(["expulsion", "expel"]));
    expect((await find({ q: "extensions" })).hits.map(nameOf)).toContain("item new-start-extension");
  });

  test("what was looked for is marked, and the pieces are the text", async () => {
    const [first] = (await find({ q: "surkov" })).hits.filter(({ kind }) => kind === "item");
    expect(first).toMatchObject({ kind: "item", status: "lapsed", since: "2019-09-27" });
    if (first?.kind !== "item") throw new Error("no item");
    expect(hitsIn(first.title)).toEqual(["Surkov"]);
    const item = await context.caller.items.get({ id: first.id });
    expect([textOf(first.title), textOf(first.text)]).toEqual([item.title, item.question]);
  });

  test("the title weighs more than the question, the question more than an entry, an entry more than its evidence", async () => {
    const { hits } = await find({ q: "stability", limit: 200 });
    const kinds = hits.map(({ kind }) => kind);
    expect(nameOf(hits[0]!)).toBe("item strategic-stability-talks");
    expect(kinds.indexOf("entry")).toBeLessThan(kinds.indexOf("evidence"));
  });

  test("a phrase in double quotes is found as it stands", async () => {
    const phrase = await find({ q: '"stability talks"', limit: 200 });
    const words = await find({ q: "talks stability", limit: 200 });
    expect(phrase.total.count).toBeGreaterThan(0);
    expect(phrase.total.count).toBeLessThan(words.total.count);
  });

  test("where nothing is found, the words of which there is something are proposed", async () => {
    expect(await find({ q: "volkr moonbase" })).toMatchObject({ hits: [], readAs: null, nearest: "volker" });
    expect(await find({ q: "zzzzqqq" })).toMatchObject({ hits: [], total: { count: 0 }, nearest: null });
    expect(await find({ q: "the of" })).toMatchObject({ hits: [], nearest: null });
  });
});

describe("facets and pages", () => {
  test("a facet counts what choosing it would show", async () => {
    const { facets, total } = await find({ q: "lavrov" });
    const sum = (rows: { count: number }[]) => rows.reduce((all, { count }) => all + count, 0);
    expect(sum(facets.kind)).toBe(total.count);
    for (const { value, count } of facets.kind)
      expect((await find({ q: "lavrov", kind: [value] })).total.count).toBe(count);
    for (const { value, count } of facets.status)
      expect((await find({ q: "lavrov", status: [value] })).total.count).toBe(count);
    for (const { value, count } of facets.tag.slice(0, 3))
      expect((await find({ q: "lavrov", tag: value })).total.count).toBe(count);
    for (const { value, count } of facets.publisher.slice(0, 3))
      expect((await find({ q: "lavrov", publisher: value })).total.count).toBe(count);
    // Its own filter leaves a facet as it is, so that another value can be chosen.
    expect((await find({ q: "lavrov", kind: ["entry"] })).facets.kind).toEqual(facets.kind);
  });

  test("filters that leave nothing are no reason to read other words", async () => {
    const page = await find({ q: "surkov", kind: ["item"], tag: "no-such-tag" });
    expect(page).toMatchObject({ hits: [], readAs: null, nearest: null });
  });

  test("page by page it is the whole list, and a cursor is good for its own words only", async () => {
    const whole = await find({ q: "talks", limit: 200 });
    expect(whole.total).toEqual({ count: whole.hits.length, isWhole: true });
    const paged: SearchHit[] = [];
    let cursor: string | undefined;
    do {
      const page = await find({ q: "talks", limit: 7, cursor });
      paged.push(...page.hits);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(whole.hits);
    const { nextCursor } = await find({ q: "talks", limit: 2 });
    await expect(find({ q: "lavrov", cursor: nextCursor! })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("an earlier day", () => {
  test("what was said later is not found, not counted and not proposed", async () => {
    const knownOn = "2017-08-07" as Day;
    expect((await find({ q: "minsk" })).total.count).toBeGreaterThan(0);
    expect((await find({ q: "mnisk" })).readAs).toBe("minsk");
    expect(await find({ q: "minsk", knownOn })).toMatchObject({
      ...{ hits: [], total: { count: 0 }, readAs: null },
      facets: { kind: [], status: [], tag: [], publisher: [] },
    });
    for (const q of ["minsk", "mnisk", "minks", "volker minsk"]) {
      const { hits, nearest, readAs } = await find({ q, knownOn });
      expect(JSON.stringify([hits, nearest, readAs]).toLowerCase()).not.toContain("minsk");
    }
    const then = await find({ q: "volkr surk", knownOn: "2017-08-07" as Day, limit: 200 });
    expect(then.hits[0]).toMatchObject({ kind: "item", status: "agreed-in-principle", since: "2017-08-06" });
    expect(then.readAs).toBe("volker surkov");
    expect(then.total.count).toBeLessThan((await find({ q: "volkr surk" })).total.count);
  });

  test("before the installation Readout had recorded no entry and no source", async () => {
    const { facets } = await find({ q: "lavrov", knownOn: "2026-11-20" as Day, basis: "recorded" });
    expect(facets.kind.map(({ value }) => value).sort()).toEqual(["actor", "item"]);
  });

  test("of any ledger exactly the facts that were known are found, in the form they had", async () => {
    const random = await randomContext(7, 5, 70);
    const ledgers = await ledgersOf(random);
    const now = random.ctx.now();
    const days = [dayOfInstant(now), ...[12, 25, 40].map((n) => addDays("2020-02-20" as Day, n))];
    for (const basis of ["reported", "recorded"] as const)
      for (const knownOn of days) {
        const input: AsOfInput = { knownOn, basis };
        const expected = [...ledgers].flatMap(([itemId, ledger]) =>
          visibleFacts(ledger, resolveAsOf(input, now))
            .filter(({ retractedBy }) => retractedBy === null)
            .map((fact) => `${itemId} ${fact.seq} ${fact.kind === "review" ? fact.note : fact.summary}`),
        );
        const found = [];
        for (const q of ["said", "nothing new"]) {
          let cursor: string | undefined;
          do {
            const page = await random.caller.search.find({ q, kind: ["entry"], ...input, limit: 200, cursor });
            for (const hit of page.hits)
              if (hit.kind === "entry") found.push(`${hit.itemId} ${hit.seq} ${textOf(hit.text)}`);
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
        }
        expect(found.sort(), `${basis} ${knownOn}`).toEqual(expected.sort());
      }
  }, 60_000);
});

describe("what is written", () => {
  test("is found by the very next search: items, entries, evidence, sources, and their edits", async () => {
    const { caller } = await createTestContext({ now: "2020-02-01T10:00:00Z" });
    const names = async (q: string, asOf: AsOfInput = {}) =>
      (await caller.search.find({ q, ...asOf })).hits.map(nameOf);
    await caller.items.open(anItem({ id: "causeway", title: "Causeway over the bay" }));
    expect(await names("causeway")).toEqual(["item causeway"]);
    await caller.sources.add(aSource({ id: "gazette", title: "Piledriver spotted", publisher: "Harbour Gazette" }));
    expect(await names("piledrivers")).toEqual(["source gazette"]);
    const evidence = [{ sourceId: "gazette", stance: "supports" as const, says: "Dredgers are at work." }];
    await caller.items.record(aChange("causeway", 0, { summary: "Ferryman objects.", evidence }));
    expect(await names("ferryman")).toEqual(["entry causeway 1"]);
    expect(await names("dredger")).toEqual(["evidence causeway 1"]);
    const { version } = await caller.items.get({ id: "causeway" });
    await caller.items.edit({ id: "causeway", version, title: "Viaduct over the bay" });
    expect(await names("causeway")).toEqual([]);
    expect(await names("viaduct")).toEqual(["item causeway"]);
  });

  test("counts in its corrected form, never as it was retracted; the ledger as it stood still has it", async () => {
    const { caller, setNow } = await createTestContext({ now: "2020-02-01T10:00:00Z" });
    const names = async (q: string, asOf: AsOfInput = {}) =>
      (await caller.search.find({ q, ...asOf })).hits.map(nameOf);
    await caller.items.open(anItem({ id: "bay" }));
    await caller.items.record(aChange("bay", 0, { summary: "The lighthouse closed." }));
    setNow("2020-02-03T10:00:00Z");
    const { status, effective, reported, noEvidence } = aChange("bay", 1);
    await caller.items.record({
      ...{ kind: "correction", itemId: "bay", expectedHead: 1, corrects: 1, reason: "misread" },
      ...{ status, effective, reported, noEvidence, summary: "The windmill closed." },
    });
    expect(await names("lighthouse")).toEqual([]);
    expect(await names("windmill")).toEqual(["entry bay 1"]);
    const before = { knownOn: "2020-02-02" as Day, basis: "recorded" as const };
    expect(await names("lighthouse", before)).toEqual(["entry bay 1"]);
    expect(await names("windmill", before)).toEqual([]);
    setNow("2020-02-05T10:00:00Z");
    await caller.items.record({
      kind: "retraction",
      itemId: "bay",
      expectedHead: 2,
      retracts: 1,
      reason: "another bay",
    });
    expect(await names("windmill")).toEqual([]);
    expect(await names("windmill", { knownOn: "2020-02-04" as Day, basis: "recorded" })).toEqual(["entry bay 1"]);
  });

  test("texts of sources are not searched, whoever asks", async () => {
    const { caller, callerAs } = await createTestContext({ now: "2020-02-01T10:00:00Z" });
    await caller.sources.add(aSource({ id: "held", paragraphCount: 1 }));
    await caller.sources.setText({ id: "held", text: "Quicksilver in the well." });
    for (const asking of [caller, callerAs(null)])
      expect(await asking.search.find({ q: "quicksilver" })).toMatchObject({ hits: [], nearest: null });
    expect((await caller.search.find({ q: "quicksilvr" })).nearest).toBeNull();
  });

  test("with triggers off is found once the record was gone through", async () => {
    const { caller, connect, db } = await createTestContext({ now: "2020-02-01T10:00:00Z" });
    await caller.items.open(anItem({ id: "bay", title: "Aqueduct" }));
    await caller.items.record(aChange("bay", 0));
    const all = () => sql(db)("SELECT key, words::text FROM search_document ORDER BY key");
    const kept = await all();
    expect(kept).toHaveLength(2);
    const client = await connect();
    await client.query("DELETE FROM search_document; SELECT find_everything()");
    expect(await all()).toEqual(kept);
  });
});

describe("any input", () => {
  test.each([
    ["", "q: must not be blank"],
    [" \u200b ", "q: must not be blank"],
    ["a\0b", "q: must not hold NUL characters or lone surrogates"],
    ["a\ud800", "q: must not hold NUL characters or lone surrogates"],
    ["x".repeat(201), "q: at most 200 characters"],
  ])("%j is refused and says why", async (q, message) => {
    await expect(find({ q })).rejects.toMatchObject({ code: "invalid_input", message });
  });

  const nasty = fc.constantFrom(
    ..."'\"\\:*&|!()<>-@%_$;,.{}[]/?=+ ".split(""),
    ...[
      "<b>",
      "</b>",
      "--",
      "$1",
      ":A",
      "<->",
      "\u0002",
      "\u0003",
      "volker",
      "Treaty",
      "U.S.",
      "ë",
      "条約",
      "x".repeat(60),
    ],
  );
  test("no text of up to 200 characters fails, whatever stands in it", async () => {
    const texts = fc.oneof(
      fc.string({ unit: nasty, maxLength: 40 }),
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (typed) => {
        const q = typed.slice(0, 200);
        try {
          const page = await find({ q, limit: 3 });
          expect(page.hits.length).toBeLessThanOrEqual(3);
        } catch (error) {
          if (!isReadoutError(error, "invalid_input")) throw error;
          // A text may be wrong in two ways: blank, and with a NUL in it.
          expect(new Set(error.details.fields?.map(({ path }) => path))).toEqual(new Set(["q"]));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("signs in a text stay what they are beside a mark", async () => {
    const { caller } = await createTestContext({ now: "2020-02-01T10:00:00Z" });
    const title = 'Tariff <b>of</b> 5 % & "duty" a<b>c \u0002x\u0003, see http://example.org/tariff?a=1&b=2 — Zölle';
    await caller.items.open(anItem({ id: "tariff", title }));
    const [hit] = (await caller.search.find({ q: "tariff" })).hits;
    if (hit?.kind !== "item") throw new Error("not found");
    expect(textOf(hit.title)).toBe(title.replace(HIT_BEGINS, "").replace(HIT_ENDS, ""));
    expect(hitsIn(hit.title)).toContain("Tariff");
  });
});
