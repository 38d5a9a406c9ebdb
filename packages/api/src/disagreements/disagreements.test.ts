import type { AddDisagreement, EditDisagreement } from "@readout/core/disagreement";
import { isReadoutError } from "@readout/core/error";
import { beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { datasetContext } from "../testing/records.ts";
import { anItem, aSource, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;

beforeEach(async () => {
  context = await createTestContext({ now: "2020-03-10T09:00:00Z" });
  const { caller } = context;
  await caller.items.open(anItem({ id: "bridge" }));
  await caller.items.open(anItem({ id: "tunnel" }));
  await caller.sources.add(aSource({ id: "early", publisher: "The Wire", published: "2020-01-01", paragraphCount: 4 }));
  await caller.sources.add(aSource({ id: "late", publisher: "The Courier", published: "2020-02-01" }));
});

const side = (claim: string, sourceId: string, paragraphs: number[] = []) => ({
  claim,
  citations: [{ sourceId, paragraphs, says: `It says: ${claim}.` }],
});
const may = side("in May", "early", [3, 1]);
const june = side("in June", "late");
const given = (fields: Partial<z.input<typeof AddDisagreement>> = {}): z.input<typeof AddDisagreement> => ({
  ...{ id: "opening", itemIds: ["bridge"], type: "timing", summary: "When it opens", sides: [may, june] },
  ...fields,
});
const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!isReadoutError(error)) throw error;
  return [error.code, ...(error.details.fields ?? []).map(({ path }) => path)];
};

test("claims are set side by side, shown with the item, and announced", async () => {
  const { caller, callerAs } = context;
  const added = await caller.disagreements.add(given({ itemIds: ["tunnel", "bridge"] }));
  expect(added).toEqual({
    ...{ id: "opening", version: 1, itemIds: ["tunnel", "bridge"], type: "timing", summary: "When it opens" },
    sides: [
      {
        claim: "in May",
        citations: [
          { sourceId: "early", publisher: "The Wire", paragraphs: [1, 3], says: "It says: in May.", keywords: [] },
        ],
      },
      {
        claim: "in June",
        citations: [
          { sourceId: "late", publisher: "The Courier", paragraphs: [], says: "It says: in June.", keywords: [] },
        ],
      },
    ],
    ...{ outside: [], verdict: null, assessment: null },
  });
  expect((await caller.items.get({ id: "bridge" })).disagreements).toEqual([added]);
  expect(await callerAs(null).disagreements.list({ itemId: "tunnel" })).toEqual({
    disagreements: [added],
    nextCursor: null,
  });
  const { events } = await caller.changes.list({ limit: 200 });
  expect(events.at(-1)).toMatchObject({ type: "disagreement.added", disagreementId: "opening", itemId: null });
});

test("a side is known when what it cites was published, one claim alone disagrees with nothing", async () => {
  const { caller } = context;
  const later = aSource({ id: "later", published: "2020-03-01" });
  await caller.sources.add(later);
  await caller.disagreements.add(
    given({ sides: [may, june, side("never", "later")], verdict: "one-side-right", assessment: "It opened in May." }),
  );
  const on = (knownOn: string) => caller.disagreements.get({ id: "opening", knownOn });
  expect(await refusalOf(on("2020-01-31"))).toEqual(["not_found"]);
  expect((await caller.disagreements.list({ knownOn: "2020-01-31" })).disagreements).toEqual([]);
  const first = await on("2020-02-01");
  expect(first.sides.map(({ claim }) => claim)).toEqual(["in May", "in June"]);
  // The verdict weighs all of them, and is known after the last.
  expect(first).toMatchObject({ verdict: null, assessment: null });
  expect(await on("2020-03-01")).toMatchObject({ verdict: "one-side-right", assessment: "It opened in May." });
});

test("what cites a date that is not over is known from the day that was recorded", async () => {
  const { caller } = context;
  await caller.sources.add(aSource({ id: "this-month", published: "2020-03" }));
  const added = await caller.disagreements.add(given({ sides: [may, side("in June", "this-month")] }));
  expect(added.sides).toHaveLength(2);
  expect(await refusalOf(caller.disagreements.get({ id: "opening", knownOn: "2020-03-09" }))).toEqual(["not_found"]);
});

test("under `recorded` an edit shows nothing before it was made: no verdict, no new claim", async () => {
  const { caller, setNow } = context;
  await caller.disagreements.add(given());
  setNow("2020-04-10T09:00:00Z");
  await caller.disagreements.edit({
    id: "opening",
    version: 1,
    verdict: "reconcilable",
    assessment: "Both, in parts.",
  });
  setNow("2020-05-10T09:00:00Z");
  await caller.disagreements.edit({ id: "opening", version: 2, sides: [side("never", "late"), may, june] });
  const on = (knownOn: string) => caller.disagreements.get({ id: "opening", knownOn, basis: "recorded" });
  expect(await refusalOf(on("2020-03-09"))).toEqual(["not_found"]);
  const claims = async (knownOn: string) => (await on(knownOn)).sides.map(({ claim }) => claim);
  expect(await on("2020-04-09")).toMatchObject({ verdict: null, assessment: null });
  expect(await claims("2020-05-09")).toEqual(["in May", "in June"]);
  expect(await on("2020-05-10")).toMatchObject({ verdict: "reconcilable", sides: { length: 3 } });
  // Under `reported` a verdict counts from when all it weighs was published.
  const reported = await caller.disagreements.get({ id: "opening", knownOn: "2020-02-01" });
  expect(reported).toMatchObject({ verdict: "reconcilable", sides: { length: 3 } });
});

test("an edit replaces lists as a whole, keeps the rest, and is kept in the history", async () => {
  const { caller, callerAs } = context;
  await caller.disagreements.add(given({ verdict: "unresolved", assessment: "Nobody knows." }));
  const fields = { itemIds: ["tunnel"], type: "figure" as const, summary: "By when", sides: [june, may] };
  const edited = await caller.disagreements.edit({ id: "opening", version: 1, ...fields });
  expect(edited).toMatchObject({
    ...{ version: 2, itemIds: ["tunnel"], type: "figure", summary: "By when", verdict: "unresolved" },
    sides: [{ claim: "in June" }, { claim: "in May" }],
  });
  expect((await caller.items.get({ id: "bridge" })).disagreements).toEqual([]);
  const cleared = await caller.disagreements.edit({ id: "opening", version: 2, verdict: null });
  expect(cleared).toMatchObject({ version: 3, verdict: null, assessment: null });
  expect(await caller.disagreements.edit({ id: "opening", version: 3, ...fields, assessment: null })).toEqual(cleared);
  const { edits } = await callerAs(null).history.list({ type: "disagreement", id: "opening" });
  expect(edits.map(({ act, before, after }) => [act, before?.summary, after?.summary, after?.verdict])).toEqual([
    ["disagreement.edited", undefined, undefined, null],
    ["disagreement.edited", "When it opens", "By when", undefined],
    ["disagreement.added", undefined, "When it opens", "unresolved"],
  ]);
});

test("of two editors at once exactly one wins, and the other hears of it", async () => {
  const { caller } = context;
  const adds = await Promise.allSettled(["A", "B"].map((summary) => caller.disagreements.add(given({ summary }))));
  expect(adds.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const edits = await Promise.allSettled(
    ["C", "D", "E"].map((summary) => caller.disagreements.edit({ id: "opening", version: 1, summary })),
  );
  expect(edits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const edit of edits)
    if (edit.status === "rejected")
      expect(isReadoutError(edit.reason, "conflict") && edit.reason.details).toEqual({ version: 1, current: 2 });
});

test("a list pages over what was known, whatever stands between", async () => {
  const { caller } = context;
  const ids = Array.from({ length: 9 }, (_, i) => `point-${i}`);
  for (const [i, id] of ids.entries())
    await caller.disagreements.add(given({ id, sides: i % 3 === 0 ? [may, may] : [may, june] }));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await caller.disagreements.list({ limit: 2, cursor, knownOn: "2020-01-15" });
    seen.push(...page.disagreements.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(["point-0", "point-3", "point-6"]);
  expect((await caller.disagreements.list({ limit: 4 })).disagreements.map(({ id }) => id)).toEqual(ids.slice(0, 4));
});

test("those of the data set are listed in its order, and edited as any other; what was found later stays", async () => {
  const { caller } = await datasetContext({ now: "2026-11-21T09:00:00Z" });
  const { disagreements } = await caller.disagreements.list({ limit: 200 });
  const cited = disagreements.find(({ outside, sides }) => outside.length > 0 && sides.length > 1)!;
  expect(await caller.disagreements.get({ id: cited.id })).toEqual(cited);
  const edited = await caller.disagreements.edit({ id: cited.id, version: 1, summary: "In other words" });
  expect(edited).toEqual({ ...cited, summary: "In other words", version: 2 });
  const sides = cited.sides.map(({ claim, citations }) => ({
    claim,
    citations: citations.map(({ publisher: _, ...citation }) => citation),
  }));
  expect(await caller.disagreements.edit({ id: cited.id, version: 2, sides })).toEqual(edited);
});

const cite = (fields: object) => [may, { ...june, citations: [{ ...june.citations[0]!, ...fields }] }];
test.each<[string, Partial<z.input<typeof AddDisagreement>>, string]>([
  ["an id that is none", { id: "When?" }, "id"],
  ["no item", { itemIds: [] }, "itemIds"],
  ["an item that there is not", { itemIds: ["bridge", "nowhere"] }, "itemIds.1"],
  ["an item twice", { itemIds: ["bridge", "bridge"] }, "itemIds.1"],
  ["a type there is not", { type: "quarrel" as never }, "type"],
  ["a blank summary", { summary: " " }, "summary"],
  ["one side alone", { sides: [may] }, "sides"],
  ["a side without a claim", { sides: [{ ...may, claim: "" }, june] }, "sides.0.claim"],
  ["a side that cites nothing", { sides: [may, { claim: "x", citations: [] }] }, "sides.1.citations"],
  ["a source that there is not", { sides: cite({ sourceId: "nowhere" }) }, "sides.1.citations.0.sourceId"],
  ["a paragraph that is not numbered", { sides: cite({ paragraphs: [1] }) }, "sides.1.citations.0.paragraphs"],
  [
    "a paragraph that the source has not",
    { sides: cite({ sourceId: "early", paragraphs: [5] }) },
    "sides.1.citations.0.paragraphs",
  ],
  ["no paragraph of a numbered source", { sides: cite({ sourceId: "early" }) }, "sides.1.citations.0.paragraphs"],
  ["a citation without words", { sides: cite({ says: "" }) }, "sides.1.citations.0.says"],
  ["a verdict there is not", { verdict: "draw" as never, assessment: "x" }, "verdict"],
  ["a verdict without reasons", { verdict: "unresolved" }, "assessment"],
  ["reasons without a verdict", { assessment: "x" }, "verdict"],
])("a disagreement with %s is refused by name", async (_, fields, path) => {
  expect(await refusalOf(context.caller.disagreements.add(given(fields)))).toEqual(["invalid_input", path]);
  expect((await context.caller.disagreements.list({})).disagreements).toEqual([]);
});

test.each<[string, Partial<z.input<typeof EditDisagreement>>, string[]]>([
  ["no version", { version: undefined as never }, ["invalid_input", "version"]],
  ["an old version", { version: 3 }, ["conflict"]],
  ["an item that there is not", { itemIds: ["nowhere"] }, ["invalid_input", "itemIds.0"]],
  ["one side alone", { sides: [may] }, ["invalid_input", "sides"]],
  [
    "a source that there is not",
    { sides: cite({ sourceId: "nowhere" }) },
    ["invalid_input", "sides.1.citations.0.sourceId"],
  ],
  ["a verdict without reasons", { verdict: "unresolved" }, ["invalid_input", "assessment"]],
  ["reasons without a verdict", { assessment: "x" }, ["invalid_input", "verdict"]],
  ["one that there is not", { id: "nowhere" }, ["not_found"]],
])("an edit with %s is refused and writes nothing", async (_, fields, refusal) => {
  const { caller } = context;
  const before = await caller.disagreements.add(given());
  const edit = caller.disagreements.edit({ id: "opening", version: 1, summary: "New", ...fields });
  expect(await refusalOf(edit)).toEqual(refusal);
  expect(await caller.disagreements.get({ id: "opening" })).toEqual(before);
});
