import { isReadoutError } from "@readout/core/error";
import type { AddSource } from "@readout/core/source";
import { beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { aSource, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;

beforeAll(async () => {
  context = await createTestContext();
});

const fieldsOf = async (fields: Partial<z.input<typeof AddSource>>) => {
  const error = await context.caller.sources.add(aSource(fields)).catch((thrown: unknown) => thrown);
  if (!isReadoutError(error, "invalid_input")) throw error;
  return error.details.fields?.map(({ path }) => path);
};
const derived = { manner: "quotation" as const, attributed: "full" as const, basis: "in-text" as const };

test("a source is added with its lineage, goes by its id as origin, and is announced", async () => {
  const { caller, ctx } = context;
  const { id: wire } = await caller.sources.add(aSource({ publisher: "The Wire" }));
  const before = ctx.revision.current();
  const source = await caller.sources.add(
    aSource({
      paragraphCount: 4,
      published: "2020-01-03~",
      lineage: [
        { paragraphs: [1, 2], derivedFrom: wire, ...derived },
        { paragraphs: [3], derivedFrom: wire, ...derived, note: "by telephone" },
      ],
    }),
  );
  expect(source).toMatchObject({
    role: "page",
    reliability: "F",
    language: "en",
    origin: source.id,
    paragraphCount: 4,
  });
  expect(source.lineage).toMatchObject([
    { paragraphs: [1, 2], derivedFrom: wire, derivedFromPublisher: "The Wire", note: null },
    { paragraphs: [3], note: "by telephone" },
  ]);
  const { events } = await caller.changes.list({ since: before });
  expect(events).toMatchObject([{ type: "source.added", sourceId: source.id, itemId: null, seq: null }]);
});

test("a source may quote itself", async () => {
  const source = aSource({ paragraphCount: 1 });
  const own = { paragraphs: [1], derivedFrom: source.id, ...derived };
  expect((await context.caller.sources.add({ ...source, lineage: [own] })).lineage).toHaveLength(1);
});

test("a refused source names the field", async () => {
  const { caller } = context;
  const url = "https://strait-courier.example/1";
  const { id } = await caller.sources.add(aSource({ url }));
  expect(await fieldsOf({ id })).toEqual(["id"]);
  expect(await fieldsOf({ url })).toEqual(["url"]);
  expect(await fieldsOf({ published: "2020/.." })).toEqual(["published"]);
  expect(await fieldsOf({ published: "2017-02-30" })).toEqual(["published"]);
  expect(await fieldsOf({ lineage: [{ derivedFrom: "no-such", ...derived }] })).toEqual(["lineage.0.derivedFrom"]);
  const row = { derivedFrom: id, ...derived };
  expect(await fieldsOf({ lineage: [{ paragraphs: [1], ...row }] })).toEqual(["lineage.0.paragraphs"]);
  expect(await fieldsOf({ paragraphCount: 2, lineage: [{ paragraphs: [3], ...row }] })).toEqual([
    "lineage.0.paragraphs",
  ]);
  expect(await fieldsOf({ paragraphCount: 2, lineage: [row] })).toEqual(["lineage.0.paragraphs"]);
});
