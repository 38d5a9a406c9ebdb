import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isReadoutError } from "@readout/core/error";
import type { NewEvidence } from "@readout/core/evidence";
import { beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { datasetContext } from "../testing/records.ts";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";
import { verifyLedgers } from "../verify.ts";

let context: TestContext;
const text = "The bridge opens.\n\nIt opens in May, they say.\r\n   \nNobody else says so.\n";
const paragraphs = ["The bridge opens.", "It opens in May, they say.", "Nobody else says so."];

beforeEach(async () => {
  context = await createTestContext({ now: "2020-03-10T09:00:00Z" });
  await context.caller.sources.add(aSource({ id: "numbered", paragraphCount: 3 }));
  await context.caller.sources.add(aSource({ id: "page" }));
});

const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!isReadoutError(error)) throw error;
  return [error.code, ...(error.details.fields ?? []).map(({ path }) => path)];
};
const quote = (exact: string, prefix = "", suffix = "") => ({
  type: "TextQuoteSelector" as const,
  ...{ exact, prefix, suffix },
});
/** Records an entry that cites the numbered source. */
async function record(cited: Partial<z.input<typeof NewEvidence>>, itemId?: string, head = 0) {
  const id = itemId ?? (await context.caller.items.open(anItem())).id;
  const evidence = [{ sourceId: "numbered", stance: "supports" as const, says: "It is so.", ...cited }];
  const entry = await context.caller.items.record(aChange(id, head, { evidence }));
  if (!("kind" in entry) || entry.kind !== "change") throw new Error("a change is recorded");
  return entry;
}

test("the text of a source is kept by its paragraphs, for editors alone", async () => {
  const { caller, callerAs, ctx } = context;
  expect(await refusalOf(caller.sources.text({ id: "numbered" }))).toEqual(["not_found"]);
  const since = ctx.revision.current();
  expect(await caller.sources.setText({ id: "numbered", text })).toEqual({ paragraphs });
  expect(await caller.sources.text({ id: "numbered" })).toEqual({ paragraphs });
  for (const role of [null, "reader", "analyst"] as const)
    expect(await refusalOf(callerAs(role).sources.text({ id: "numbered" }))).toEqual([
      role === null ? "unauthenticated" : "forbidden",
    ]);
  const { events } = await caller.changes.list({ since });
  expect(events).toMatchObject([{ type: "source.edited", sourceId: "numbered" }]);
  const { rows } = await callerAs("admin").audit.list({ subjectType: "source", subjectId: "numbered" });
  expect(rows[0]).toMatchObject({ act: "source.text-set", before: { paragraphs: null }, after: { paragraphs: 3 } });
  expect(JSON.stringify([rows, await callerAs(null).sources.get({ id: "numbered" })])).not.toContain("Nobody else");
});

test("the same text again leaves no trace; another one of as many paragraphs replaces it", async () => {
  const { caller, ctx } = context;
  await caller.sources.setText({ id: "numbered", text });
  const since = ctx.revision.current();
  await caller.sources.setText({ id: "numbered", text });
  expect(ctx.revision.current()).toBe(since);
  expect(await caller.sources.setText({ id: "numbered", text: "A\nB\nC" })).toEqual({ paragraphs: ["A", "B", "C"] });
  expect(await caller.sources.get({ id: "numbered" })).toMatchObject({ paragraphCount: 3, version: 1 });
});

test("a source that nothing cites is numbered by its text; one that is cited keeps its text unnumbered", async () => {
  const { caller } = context;
  await caller.sources.setText({ id: "page", text });
  expect(await caller.sources.get({ id: "page" })).toMatchObject({ paragraphCount: 3, version: 2 });
  // Numbered ones stand before the others.
  expect((await caller.sources.list({})).sources.map(({ id }) => id)).toEqual(["numbered", "page"]);
  await record({ sourceId: "page", paragraphs: [3] });

  await caller.sources.add(aSource({ id: "cited" }));
  await record({ sourceId: "cited" });
  await caller.sources.setText({ id: "cited", text });
  expect(await caller.sources.get({ id: "cited" })).toMatchObject({ paragraphCount: null, version: 1 });
  const entry = await record({ sourceId: "cited", quote: quote("in May") });
  expect(entry).toMatchObject({ evidence: [{ paragraphs: [], quote: quote("in May") }] });
});

test("whoever cites a source while it is being numbered finds it one way or the other, never in between", async () => {
  const { caller } = context;
  for (let round = 0; round < 5; round++) {
    const id = `page-${round}`;
    await caller.sources.add(aSource({ id }));
    const [cited] = await Promise.allSettled([record({ sourceId: id }), caller.sources.setText({ id, text })]);
    const { paragraphCount } = await caller.sources.get({ id });
    expect(paragraphCount).toBe(cited.status === "fulfilled" ? null : 3);
    if (cited.status === "rejected")
      expect(await refusalOf(Promise.reject(cited.reason))).toEqual(["invalid_input", "evidence.0.paragraphs"]);
  }
});

test.each<[string, string, string, string[]]>([
  ["of another number of paragraphs", "numbered", "A\nB", ["invalid_input", "text"]],
  ["that is empty", "numbered", "", ["invalid_input", "text"]],
  ["of blank lines", "page", "\n \n\t\n", ["invalid_input", "text"]],
  ["with half a character", "page", "A\ud800B", ["invalid_input", "text"]],
  ["of no source", "nowhere", "A", ["not_found"]],
])("a text %s is refused", async (_, id, given, refusal) => {
  expect(await refusalOf(context.caller.sources.setText({ id, text: given }))).toEqual(refusal);
  expect(await refusalOf(context.caller.sources.text({ id }))).toEqual(["not_found"]);
});

test("more paragraphs than can be numbered are refused", async () => {
  const given = "x\n".repeat(100_001);
  expect(await refusalOf(context.caller.sources.setText({ id: "page", text: given }))).toEqual([
    "invalid_input",
    "text",
  ]);
});

test("a quotation stands in the entry, under its hash; an entry without one has no such field", async () => {
  const { caller } = context;
  await caller.sources.setText({ id: "numbered", text });
  const given = quote("opens in May", "It ", ", they say.");
  const quoted = await record({ paragraphs: [2], quote: given });
  expect(quoted.evidence[0]!.quote).toEqual(given);
  await record({ paragraphs: [2] }, quoted.itemId, 1);
  const { entries } = await caller.items.entries({ id: quoted.itemId });
  expect(entries.map((entry) => "evidence" in entry && Object.hasOwn(entry.evidence[0]!, "quote"))).toEqual([
    true,
    false,
  ]);
  expect(entries[0]).toEqual(quoted);
  const source = await context.callerAs(null).sources.get({ id: "numbered" });
  expect(source.entries.map((cited) => cited.quote ?? null)).toEqual([given, null]);
  const asOf = await context.callerAs(null).items.entries({ id: quoted.itemId, knownOn: "2020-03-10" });
  expect(asOf.entries).toEqual(entries);
  expect((await verifyLedgers(context.db)).faults).toEqual([]);
});

test("a byte of a quotation that is changed past its guards is found by verify", async () => {
  await context.caller.sources.setText({ id: "numbered", text });
  const { itemId } = await record({ paragraphs: [2], quote: quote("in May") });
  const client = await context.connect();
  await expect(client.query("UPDATE evidence SET quote = NULL")).rejects.toThrow("append-only");
  await client.query("SET session_replication_role = replica");
  for (const value of [`jsonb_set(quote, '{exact}', '"in Mai"')`, `jsonb_set(quote, '{suffix}', '" "')`, "NULL"]) {
    await client.query(`CREATE TABLE kept AS SELECT * FROM evidence; UPDATE evidence SET quote = ${value}`);
    expect((await verifyLedgers(context.db)).faults).toMatchObject([{ itemId, seq: 1 }]);
    await client.query("DELETE FROM evidence; INSERT INTO evidence SELECT * FROM kept; DROP TABLE kept");
  }
  expect((await verifyLedgers(context.db)).faults).toEqual([]);
});

test.each<[string, Partial<z.input<typeof NewEvidence>>, string]>([
  ["in another paragraph than the cited", { paragraphs: [1, 3], quote: quote("in May") }, "evidence.0.quote.exact"],
  ["nowhere", { paragraphs: [1, 2, 3], quote: quote("in June") }, "evidence.0.quote.exact"],
  ["after other words", { paragraphs: [2], quote: quote("in May", "closes ") }, "evidence.0.quote.prefix"],
  ["before other words", { paragraphs: [2], quote: quote("in May", "", " or June") }, "evidence.0.quote.suffix"],
  ["at more length than is allowed", { paragraphs: [2], quote: quote("x".repeat(281)) }, "evidence.0.quote.exact"],
  ["in a source whose text is not held", { sourceId: "page", quote: quote("in May") }, "evidence.0.quote.exact"],
])("what stands %s is not quoted", async (_, cited, path) => {
  await context.caller.sources.setText({ id: "numbered", text });
  expect(await refusalOf(record(cited))).toEqual(["invalid_input", path]);
});

test("a quotation over two cited paragraphs is joined by a newline, and a correction quotes as an entry does", async () => {
  const { caller } = context;
  await caller.sources.setText({ id: "numbered", text });
  const given = quote("opens.\nIt opens", "bridge ", " in May");
  const { itemId } = await record({ paragraphs: [1, 2], quote: given });
  const { kind: _, ...content } = aChange(itemId, 1, {
    evidence: [{ sourceId: "numbered", paragraphs: [3], stance: "supports", says: "No.", quote: quote("Nobody else") }],
  });
  const correction = await caller.items.record({ ...content, kind: "correction", corrects: 1, reason: "misread" });
  expect(correction).toMatchObject({ evidence: [{ quote: quote("Nobody else") }] });
  expect((await verifyLedgers(context.db)).faults).toEqual([]);
});

test("a text that is quoted is replaced only by one in which the quotation stands", async () => {
  const { caller } = context;
  await caller.sources.setText({ id: "numbered", text });
  await record({ paragraphs: [2], quote: quote("in May") });
  expect(await refusalOf(caller.sources.setText({ id: "numbered", text: "A\nB\nC" }))).toEqual([
    "invalid_input",
    "text",
  ]);
  expect(await caller.sources.text({ id: "numbered" })).toEqual({ paragraphs });
  const mended = text.replace("Nobody else says", "No one else says");
  expect((await caller.sources.setText({ id: "numbered", text: mended })).paragraphs).toHaveLength(3);
});

test("of a text that is not the noted one it is said in words what does not fit; the hashes stand apart", async () => {
  const { caller } = await datasetContext({ now: "2026-11-21T09:00:00Z" });
  const id = "revive-relations";
  const { paragraphCount, notes } = await caller.sources.get({ id });
  const detailsOf = async (lines: number) => {
    const error = await caller.sources
      .setText({ id, text: "A line.\n".repeat(lines) })
      .catch((thrown: unknown) => thrown);
    if (!isReadoutError(error, "invalid_input")) throw error;
    expect(error.details.sha256).toEqual({ given: expect.stringMatching(/^[0-9a-f]{64}$/), noted: notes.sha256 });
    return error.details.fields;
  };
  expect(await detailsOf(1)).toEqual([
    { path: "text", message: `has 1 paragraph, the source has ${paragraphCount}: it is another text` },
  ]);
  const [fault] = (await detailsOf(paragraphCount ?? 0)) ?? [];
  expect(fault?.message).toMatch(/as the source has, but a letter, a blank or an end of line in it differs/);
});

const articles = fileURLToPath(new URL("../../../../../shared/articles", import.meta.url));
const files: Record<string, string> = {
  "valdai-targeted-cooperation": "000_5430296b96c0edcc.txt",
  "vestnik-kavkaza-dialogue": "001_6f6c25f93ca58200.txt",
  "reuters-tillerson-task": "002_50be30a9706c53f6.txt",
  "zerohedge-next-steps": "003_a842aa058a738b5c.txt",
  "revive-relations": "004_a62961ec156a520e.txt",
};
const isHere = existsSync(articles);
if (!isHere) console.info("The articles of the data set are not beside the project: their texts are not tried.");

describe.skipIf(!isHere)("the articles of the data set", () => {
  test("each is taken as it is, has the paragraphs that the data set counts, and holds every key word that is cited", async () => {
    const { caller } = await datasetContext({ now: "2026-11-21T09:00:00Z" });
    const texts = new Map<string, string[]>();
    for (const [id, file] of Object.entries(files)) {
      const { paragraphs: kept } = await caller.sources.setText({
        id,
        text: readFileSync(`${articles}/${file}`, "utf8"),
      });
      const source = await caller.sources.get({ id });
      expect([id, kept.length]).toEqual([id, source.paragraphCount]);
      texts.set(id, kept);
    }
    let words = 0;
    for (const { id } of (await caller.items.list({ limit: 200 })).items)
      for (const entry of (await caller.items.entries({ id })).entries)
        for (const cited of "evidence" in entry ? entry.evidence : []) {
          const passage = cited.paragraphs.map((number) => texts.get(cited.sourceId)?.[number - 1] ?? "").join("\n");
          for (const word of texts.has(cited.sourceId) ? cited.keywords : []) {
            expect([id, entry.seq, word, passage.toLowerCase().includes(word.toLowerCase())]).toEqual([
              id,
              entry.seq,
              word,
              true,
            ]);
            words++;
          }
        }
    expect(words).toBeGreaterThan(50);
  });

  test("a text of which one letter differs is not the one that the source notes", async () => {
    const { caller } = await datasetContext({ now: "2026-11-21T09:00:00Z" });
    const given = readFileSync(`${articles}/${files["revive-relations"]}`, "utf8");
    for (const other of [`${given}\n`, given.replace("e", "3")])
      expect(await refusalOf(caller.sources.setText({ id: "revive-relations", text: other }))).toEqual([
        "invalid_input",
        "text",
      ]);
  });
});
