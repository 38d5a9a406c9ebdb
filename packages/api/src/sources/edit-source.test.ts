import { isReadoutError } from "@readout/core/error";
import type { EditSource } from "@readout/core/source";
import { beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;

beforeEach(async () => {
  context = await createTestContext({ now: "2020-03-10T09:00:00Z" });
  const { caller } = context;
  await caller.sources.add(aSource({ id: "wire", publisher: "The Wire", paragraphCount: 3 }));
  await caller.sources.add(aSource({ id: "courier", url: "https://courier.example/1", paragraphCount: 4 }));
});

const derived = { manner: "quotation" as const, attributed: "full" as const, basis: "in-text" as const };
const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!isReadoutError(error)) throw error;
  return [error.code, ...(error.details.fields ?? []).map(({ path }) => path)];
};
const cite = (sourceId: string, paragraphs: number[]) => ({
  evidence: [{ sourceId, paragraphs, stance: "supports" as const, says: "It is so." }],
});

test("an editor edits what is told of a source; what is left out stays", async () => {
  const { caller, callerAs, ctx } = context;
  const since = ctx.revision.current();
  const fields = {
    title: "Another title",
    publisher: "The Courier",
    author: "A. Writer",
    language: "ru",
    published: "2020-02",
    kind: "news-report" as const,
    reliability: "C" as const,
    reliabilityReason: "often right",
    url: null,
  };
  const edited = await caller.sources.edit({ id: "courier", version: 1, ...fields });
  expect(edited).toMatchObject({ ...fields, version: 2, paragraphCount: 4, origin: "courier", lineage: [] });
  expect(await caller.sources.get({ id: "courier" })).toEqual(edited);
  const { events } = await caller.changes.list({ since });
  expect(events).toMatchObject([{ type: "source.edited", sourceId: "courier", itemId: null }]);
  const { edits } = await callerAs(null).history.list({ type: "source", id: "courier" });
  expect(edits[0]).toMatchObject({ by: null, before: { author: null, published: "2020-01-01" }, after: fields });
  expect(await caller.sources.edit({ id: "courier", version: 2, title: "Another title" })).toEqual(edited);
  // An address that was given up may be another's.
  const other = await caller.sources.edit({ id: "wire", version: 1, url: "https://courier.example/1" });
  expect(other.url).toBe("https://courier.example/1");
});

test("a source that appeared later is known later", async () => {
  const { caller } = context;
  expect(await caller.sources.get({ id: "courier", knownOn: "2020-01-15" })).toMatchObject({ id: "courier" });
  await caller.sources.edit({ id: "courier", version: 1, published: "2020-02-01" });
  expect(await refusalOf(caller.sources.get({ id: "courier", knownOn: "2020-01-15" }))).toEqual(["not_found"]);
  expect(await caller.sources.get({ id: "courier", knownOn: "2020-02-01" })).toMatchObject({ id: "courier" });
});

test("lineage is replaced as a whole; origins of recorded entries stay, those of later ones follow it", async () => {
  const { caller } = context;
  const { id: itemId } = await caller.items.open(anItem());
  await caller.items.record(aChange(itemId, 0, cite("courier", [1])));
  const lineage = [{ paragraphs: [1, 2], derivedFrom: "wire", ...derived, note: "by telephone" }];
  const edited = await caller.sources.edit({ id: "courier", version: 1, lineage });
  expect(edited.lineage).toMatchObject([{ ...lineage[0], derivedFromPublisher: "The Wire" }]);
  await caller.items.record(aChange(itemId, 1, cite("courier", [1])));
  const { entries } = await caller.items.entries({ id: itemId });
  const origins = entries.map((entry) => ("evidence" in entry ? entry.evidence.map((cited) => cited.origins) : []));
  expect(origins).toEqual([[["courier"]], [["wire"]]]);
  const own = [{ paragraphs: [4], derivedFrom: "courier", ...derived }];
  const again = await caller.sources.edit({ id: "courier", version: 2, lineage: own });
  expect(again.lineage).toMatchObject([{ paragraphs: [4], derivedFrom: "courier", note: null }]);
  expect((await caller.sources.edit({ id: "courier", version: 3, lineage: [] })).lineage).toEqual([]);
});

test("a source may not appear after what an entry reported from it alone", async () => {
  const { caller } = context;
  const { id: itemId } = await caller.items.open(anItem());
  await caller.items.record(aChange(itemId, 0, { reported: "2020-01-20", ...cite("courier", [1]) }));
  const later = (version: number, published: string) => caller.sources.edit({ id: "courier", version, published });
  expect(await refusalOf(later(1, "2020-01-21"))).toEqual(["invalid_input", "published"]);
  expect((await later(1, "2020-01-20")).version).toBe(2);
  // Vague, it may have appeared by then.
  expect((await later(2, "2020-01")).version).toBe(3);

  // Corrected to a later report, or to another source, the entry no longer stands in the way.
  const { kind: _, ...content } = aChange(itemId, 1, { reported: "2020-02-01", ...cite("courier", [1]) });
  await caller.items.record({ ...content, kind: "correction", corrects: 1, reason: "said later" });
  expect((await later(3, "2020-02-01")).version).toBe(4);
  expect(await refusalOf(later(4, "2020-02-02"))).toEqual(["invalid_input", "published"]);
  const { kind: __, ...other } = aChange(itemId, 2, { reported: "2020-02-01", ...cite("wire", [1]) });
  await caller.items.record({ ...other, kind: "correction", corrects: 1, reason: "it was the wire" });
  expect((await later(4, "2020-03-01")).version).toBe(5);
});

test("beside a source that had appeared, and for an entry that was taken back, a day may move", async () => {
  const { caller } = context;
  const { id: itemId } = await caller.items.open(anItem());
  const both = [...cite("courier", [1]).evidence, ...cite("wire", [1]).evidence];
  await caller.items.record(aChange(itemId, 0, { reported: "2020-01-20", evidence: both }));
  expect((await caller.sources.edit({ id: "courier", version: 1, published: "2020-02-01" })).version).toBe(2);
  expect(await refusalOf(caller.sources.edit({ id: "wire", version: 1, published: "2020-02-01" }))).toEqual([
    "invalid_input",
    "published",
  ]);
  await caller.items.record({ kind: "retraction", itemId, expectedHead: 1, retracts: 1, reason: "by mistake" });
  expect((await caller.sources.edit({ id: "wire", version: 1, published: "2020-02-01" })).version).toBe(2);
});

test("of two editors of one source exactly one wins, and the other hears of it", async () => {
  const { caller } = context;
  const edits = await Promise.allSettled(
    ["A", "B", "C"].map((title) => caller.sources.edit({ id: "courier", version: 1, title })),
  );
  expect(edits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const edit of edits)
    if (edit.status === "rejected")
      expect(isReadoutError(edit.reason, "conflict") && edit.reason.details).toEqual({ version: 1, current: 2 });
});

const row = { derivedFrom: "wire", ...derived };
test.each<[string, Partial<z.input<typeof EditSource>>, string[]]>([
  ["no version", { version: undefined as never }, ["invalid_input", "version"]],
  ["an old version", { version: 2 }, ["conflict"]],
  ["no title", { title: null as never }, ["invalid_input", "title"]],
  ["a language that is none", { language: "English" }, ["invalid_input", "language"]],
  ["a kind there is not", { kind: "rumour" as never }, ["invalid_input", "kind"]],
  ["a rating beyond the scale", { reliability: "G" as never }, ["invalid_input", "reliability"]],
  ["an impossible date", { published: "2020-02-30" }, ["invalid_input", "published"]],
  ["a date without an end", { published: "2020/.." }, ["invalid_input", "published"]],
  ["a day to come", { published: "2020-03-11" }, ["invalid_input", "published"]],
  ["an address that is none", { url: "courier.example" }, ["invalid_input", "url"]],
  ["an address that is taken", { url: "https://taken.example/" }, ["invalid_input", "url"]],
  [
    "lineage from nowhere",
    { lineage: [row, { ...row, derivedFrom: "nowhere" }] },
    ["invalid_input", "lineage.0.paragraphs"],
  ],
  [
    "lineage to nowhere",
    { lineage: [{ ...row, paragraphs: [1], derivedFrom: "nowhere" }] },
    ["invalid_input", "lineage.0.derivedFrom"],
  ],
  [
    "lineage of paragraphs it has not",
    { lineage: [{ ...row, paragraphs: [5] }] },
    ["invalid_input", "lineage.0.paragraphs"],
  ],
  ["paragraphs, which its text alone settles", { paragraphCount: 9 } as never, ["invalid_input", "paragraphCount"]],
  ["a source that there is not", { id: "nowhere" }, ["not_found"]],
])("an edit with %s is refused", async (_, fields, refusal) => {
  const { caller } = context;
  await caller.sources.add(aSource({ id: "taken", url: "https://taken.example/" }));
  const before = await caller.sources.get({ id: "courier" });
  const edit = caller.sources.edit({ id: "courier", version: 1, title: "New", ...fields });
  expect(await refusalOf(edit)).toEqual(refusal);
  expect(await caller.sources.get({ id: "courier" })).toEqual(before);
});
