import { PublisherDetail, publisherKeyOf } from "@readout/core/publisher";
import type { Day } from "@readout/core/time";
import { beforeAll, expect, test } from "vitest";
import { datasetContext, ledgersOf } from "../testing/records.ts";
import type { TestContext } from "../testing.ts";

let context: TestContext;
beforeAll(async () => {
  context = await datasetContext({ now: "2026-11-21T10:00:00Z" });
}, 60_000);

const get = (key: string, knownOn?: string) =>
  context.caller.publishers.get({ key, knownOn: knownOn as Day | undefined });

test("every publisher of a source has its page, and its sources are those that bear its name", async () => {
  const { sources } = await context.caller.sources.list({ limit: 200 });
  const keys = [...new Set(sources.map(({ publisher }) => publisherKeyOf(publisher)))];
  expect(keys.length).toBeGreaterThan(60);
  for (const key of keys) {
    const found = PublisherDetail.parse(await get(key));
    const own = sources.filter(({ publisher }) => publisherKeyOf(publisher) === key);
    expect([key, found.sources]).toEqual([key, own.length]);
    const listed = (await context.caller.sources.list({ publisher: key, limit: 200 })).sources;
    expect(listed.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
    expect(found.ratings.reduce((sum, each) => sum + each.sources, 0)).toBe(own.length);
  }
}, 60_000);

test("an outlet and who said it first are counted apart, as the ledgers have them", async () => {
  const reuters = await get("reuters");
  const { sources } = await context.caller.sources.list({ publisher: "reuters", limit: 200 });
  const ids = new Set<string>(sources.map(({ id }) => id));
  const evidence = [...(await ledgersOf(context)).values()]
    .flat()
    .map((entry) => ("evidence" in entry ? entry.evidence : []));
  const isFirst = (origin: string) => ids.has(origin) || origin === "Reuters";
  expect(reuters.entries).toBe(evidence.filter((cited) => cited.some(({ sourceId }) => ids.has(sourceId))).length);
  expect(reuters.originOf).toBe(evidence.filter((cited) => cited.some(({ origins }) => origins.some(isFirst))).length);
  expect(reuters).toMatchObject({ name: "Reuters", sources: 8, since: expect.stringMatching(/^2017/) });
});

test("one that only others quote has no source, and is found by what they carry", async () => {
  const news = await get("cbs-news");
  expect(news).toMatchObject({ name: "CBS News", sources: 0, entries: 0, names: [] });
  expect(news.originOf).toBeGreaterThan(1);
  expect(news.carriedBy.map(({ name }) => name)).toEqual(["Political Wire", "Rational Review"]);
  expect((await get("rational-review")).carries).toMatchObject([{ key: "cbs-news", entries: 1 }]);
});

test("what rests on a publisher alone falls with it, also where several of its pages say so", async () => {
  const of = async (key: string) => new Map((await get(key)).items.map((item) => [item.itemId as string, item.fate]));
  expect((await of("tass")).get("russian-property-in-us")).toBe("bare");
  expect((await of("associated-press")).get("new-start-extension")).toBe("single");
});

test("nothing of it is known before its first source", async () => {
  await expect(get("zero-hedge", "2017-08-05")).rejects.toMatchObject({ code: "not_found" });
  expect((await get("reuters", "2017-08-07")).sources).toBeLessThan((await get("reuters")).sources);
  await expect(get("nobody")).rejects.toMatchObject({ code: "not_found" });
});
