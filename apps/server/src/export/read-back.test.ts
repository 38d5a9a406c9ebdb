import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { loadDataset } from "@readout/api/server";
import type { Entry } from "@readout/core/entry";
import { Export } from "@readout/core/export";
import type { ItemDetail } from "@readout/core/item";
import type { StatusInterval } from "@readout/core/reading";
import type { SourceSummary } from "@readout/core/source";
import excel from "exceljs";
import { XMLValidator } from "fast-xml-parser";
import JSZip from "jszip";
import mammoth from "mammoth";
import { marked } from "marked";
import papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";
import { nastyItem, nastyTexts, recordNasty } from "../testing/nasty.ts";

let server: ApiServer;
beforeAll(async () => {
  server = await openApiServer({ now: "2026-11-21T10:00:00Z" });
  await loadDataset(server.context.db, fileURLToPath(new URL("../../../../prisma/dataset", import.meta.url)));
  await recordNasty(server);
});
afterAll(() => server.close());

async function take(query: string): Promise<{ body: Buffer; headers: Headers }> {
  const response = await fetch(`${server.url}/api/v1/export?${query}`);
  expect([query, response.status]).toEqual([query, 200]);
  return { body: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

type Told = ItemDetail & { entries: Entry[]; intervals: StatusInterval[] };

/** Everything that an export speaks of, as the other doors tell it. */
async function toldByTheApi(day: string): Promise<{ items: Told[]; sources: Map<string, SourceSummary> }> {
  const get = async (path: string) => (await server.ask(`${path}${path.includes("?") ? "&" : "?"}knownOn=${day}`)).json;
  const items: Told[] = [];
  for (const { id } of (await get("/items?limit=200")).items) {
    const { entries } = await get(`/items/${id}/entries`);
    const { intervals } = await get(`/items/${id}/intervals`);
    items.push({ ...(await get(`/items/${id}`)), entries, intervals });
  }
  const sources = new Map<string, SourceSummary>();
  for (let page = await get("/sources?limit=200"); ; ) {
    for (const source of page.sources) sources.set(source.id, source);
    if (page.nextCursor === null) return { items, sources };
    page = await get(`/sources?limit=200&cursor=${encodeURIComponent(page.nextCursor)}`);
  }
}

const evidenceOf = (entry: Entry) => ("evidence" in entry ? entry.evidence : []);
const lines = (values: readonly string[]) => values.join("\n");
const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
// biome-ignore lint/suspicious/noExplicitAny: a field that some kinds of entries have
const field = (entry: Entry, name: string) => text((entry as any)[name]);

const itemFacts = ({ id, title, question, statusSubject, phase, reading }: Told) => ({
  item: id,
  title,
  question,
  status_subject: statusSubject,
  phase: text(phase),
  status: text(reading.status),
  since: text(reading.since),
  possibly_already: reading.alternatives.join(","),
  next_status: text(reading.next?.status),
  next_from: text(reading.next?.effective),
  rests_on_entry: text(reading.entrySeq),
  distinct_origins: text(reading.origins),
  last_reviewed: text(reading.lastReviewed),
});

const entryFacts = (entry: Entry) => ({
  entry: text(entry.seq),
  entry_kind: entry.kind,
  entry_status: field(entry, "status"),
  effective: field(entry, "effective"),
  reported: field(entry, "reported"),
  looked_on: field(entry, "lookedOn"),
  summary: field(entry, "summary"),
  note: field(entry, "note"),
  answer: field(entry, "answer"),
  no_evidence: field(entry, "noEvidence"),
  reason: field(entry, "reason"),
  recorded: entry.recorded,
  ref: text(entry.ref),
  hash: entry.hash,
});

const evidenceFacts = (evidence: ReturnType<typeof evidenceOf>[number]) => ({
  stance: evidence.stance,
  credibility: text(evidence.credibility),
  says: evidence.says,
  quotation: text(evidence.quote?.exact),
  paragraphs: evidence.paragraphs.join(","),
  origins: lines(evidence.origins),
  keywords: lines(evidence.keywords),
  source: evidence.sourceId,
});

const sourceFacts = (source: SourceSummary | undefined) => ({
  source_title: text(source?.title),
  publisher: text(source?.publisher),
  author: text(source?.author),
  language: text(source?.language),
  published: text(source?.published),
  source_kind: text(source?.kind),
  reliability: text(source?.reliability),
  reliability_reason: text(source?.reliabilityReason),
  paragraph_count: text(source?.paragraphCount),
  source_origin: text(source?.origin),
  url: text(source?.url),
});

/** The rows of a sheet by their heads, every cell as text. */
function rowsOf(book: excel.Workbook, name: string): Record<string, string>[] {
  const [heads, ...rows] = (book.getWorksheet(name)!.getSheetValues() as excel.CellValue[][]).slice(1);
  const names = heads!.slice(1).map((head) => String(head).toLowerCase().replaceAll(" ", "_"));
  return rows.map((row) => Object.fromEntries(names.map((key, i) => [key, text(row[i + 1])])));
}

describe.each(["2026-11-21", "2017-08-07"])("as known on %s", (day) => {
  let told: Awaited<ReturnType<typeof toldByTheApi>>;
  beforeAll(async () => {
    told = await toldByTheApi(day);
  });

  test("JSON reads back equal to what the API says", async () => {
    const { body, headers } = await take(`format=json&knownOn=${day}`);
    expect(headers.get("content-type")).toBe("application/json");
    const made = Export.parse(JSON.parse(body.toString("utf8")));
    expect(made.items.map(({ permalink: _, sentence: __, ...item }) => item)).toEqual(
      told.items.map(({ asOf: _, ...item }) => item),
    );
    for (const source of made.sources) expect(source).toEqual(told.sources.get(source.id));
    expect(made).toMatchObject({ asOf: { knownOn: day }, permalink: `${server.context.ctx.url}/brief?knownOn=${day}` });
  });

  test("CSV reads back equal, a row for each piece of evidence, and no cell is a formula", async () => {
    const { body, headers } = await take(`format=csv&knownOn=${day}`);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data, errors } = papa.parse<Record<string, string>>(body.toString("utf8").slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    // By a reader that ends rows at a line feed as well as at both.
    const sheet = await new excel.Workbook().csv.read(Readable.from(body.subarray(3)), { map: (cell) => cell });
    expect(sheet.rowCount).toBe(data.length + 1);
    sheet.eachRow(({ values }, number) => {
      const cells = number === 1 ? Object.keys(data[0]!) : Object.values(data[number - 2]!);
      expect([number, (values as string[]).slice(1).map((cell) => cell ?? "")]).toEqual([number, cells]);
    });
    for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const read = data.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'/, "")])),
    );
    const expected = told.items.flatMap((item) =>
      (item.entries.length === 0 ? [null] : item.entries).flatMap((entry) =>
        (entry === null || evidenceOf(entry).length === 0 ? [null] : evidenceOf(entry)).map((evidence) => ({
          ...itemFacts(item),
          ...(entry === null ? {} : entryFacts(entry)),
          ...(evidence === null ? {} : evidenceFacts(evidence)),
          ...sourceFacts(evidence === null ? undefined : told.sources.get(evidence.sourceId)),
          known_on: day,
          valid_on: day,
          basis: "reported",
          filters: "All items.",
          export_permalink: `${server.context.ctx.url}/brief?knownOn=${day}`,
        })),
      ),
    );
    expect(read).toHaveLength(expected.length);
    for (const [i, row] of expected.entries()) expect(read[i]).toMatchObject(row);
  });

  test("XLSX reads back equal, sheet by sheet", async () => {
    const { body, headers } = await take(`format=xlsx&knownOn=${day}`);
    expect(headers.get("content-type")).toContain("spreadsheetml.sheet");
    const book = new excel.Workbook();
    await book.xlsx.load(body as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...["About", "Items", "Entries", "Evidence", "Sources", "Milestones"],
    ]);
    const about = (book.getWorksheet("About")!.getSheetValues() as excel.CellValue[][]).slice(1);
    expect(Object.fromEntries(about.map((row) => [row[1], row[2]]))).toMatchObject({
      "Known on": day,
      Filters: "All items.",
      "Export permalink": `${server.context.ctx.url}/brief?knownOn=${day}`,
    });
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(excel.ValueType.Formula)));

    const items = rowsOf(book, "Items");
    for (const [i, item] of told.items.entries())
      expect(items[i]).toMatchObject({
        ...itemFacts(item),
        resolution_criteria: item.resolutionCriteria,
        why_open: text(item.whyOpen),
        tags: item.tags.join(","),
        actors: lines(item.actors.map(({ name }) => name)),
      });
    const entries = rowsOf(book, "Entries");
    const expected = told.items.flatMap(({ id, entries: ledger }) =>
      ledger.map((entry) => ({ item: id, ...entryFacts(entry) })),
    );
    expect(entries).toHaveLength(expected.length);
    for (const [i, row] of expected.entries()) expect(entries[i]).toMatchObject(row);
    const cited = told.items.flatMap(({ id, entries: ledger }) =>
      ledger.flatMap((entry) =>
        evidenceOf(entry).map((evidence) => ({ item: id, entry: text(entry.seq), ...evidenceFacts(evidence) })),
      ),
    );
    const evidence = rowsOf(book, "Evidence");
    expect(evidence).toHaveLength(cited.length);
    for (const [i, row] of cited.entries()) expect(evidence[i]).toMatchObject(row);
    for (const row of rowsOf(book, "Sources")) expect(row).toMatchObject(sourceFacts(told.sources.get(row.source!)));
    expect(rowsOf(book, "Milestones").map(({ item, date, what, verdict }) => [item, date, what, verdict])).toEqual(
      told.items.flatMap(({ milestones }) =>
        milestones.map(({ itemId, date, what, verdict }) => [itemId, date, what, text(verdict?.verdict)]),
      ),
    );
  });

  test("DOCX is well-formed, and a reader finds headings, the whole ledger and links in it", async () => {
    const { body, headers } = await take(`format=docx&knownOn=${day}`);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="readout-${told.items.length}-items-as-known-${day}.docx"`,
    );
    const zip = await JSZip.loadAsync(body);
    for (const [name, file] of Object.entries(zip.files))
      if (/\.(?:xml|rels)$/.test(name))
        expect([name, XMLValidator.validate(await file.async("string"))]).toEqual([name, true]);
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: body });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
    const words = letters(textOf(html));
    for (const item of told.items) {
      expect([item.id, html.includes(`${server.context.ctx.url}/items/${item.id}?knownOn=${day}`)]).toEqual([
        item.id,
        true,
      ]);
      expect([item.title, words.includes(letters(item.title))]).toEqual([item.title, true]);
      for (const entry of item.entries)
        if ((entry.kind === "change" || entry.kind === "reaffirmation") && entry.correctedBy === null)
          expect([entry.summary, words.includes(letters(entry.summary))]).toEqual([entry.summary, true]);
    }
    const footer = await zip.file("word/footer1.xml")!.async("string");
    expect(footer).toContain(
      `Read with everything published by ${day.startsWith("2026") ? "21 November 2026" : "7 August 2017"}`,
    );
    const colours = (await zip.file("word/document.xml")!.async("string")).match(/w:color w:val="(?!171C1C)/g);
    expect(colours).toBeNull();
  });

  test("Markdown says the same, and every link in it leads somewhere", async () => {
    const { body, headers } = await take(`format=md&knownOn=${day}`);
    expect(headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    const tokens = marked.lexer(body.toString("utf8"));
    const links: string[] = [];
    const heads: string[] = [];
    const odd: string[] = [];
    const walked = marked.walkTokens(tokens, (token) => {
      if (token.type === "link") links.push(token.href);
      if (token.type === "heading") heads.push(token.text);
      if (["html", "image", "code", "codespan", "table", "blockquote"].includes(token.type)) odd.push(token.raw);
    });
    await Promise.all(walked);
    expect(odd).toEqual([]);
    expect(heads.filter((head) => told.items.some(({ title }) => unescaped(head) === shown(title)))).toHaveLength(
      told.items.length,
    );
    const pages = new Set(links.filter((href) => href.startsWith(server.context.ctx.url)));
    for (const href of pages) {
      const { pathname, searchParams } = new URL(href);
      expect([href, searchParams.get("knownOn")]).toEqual([href, day]);
      if (pathname === "/brief") continue;
      const { status } = await server.ask(`${pathname}?knownOn=${day}`);
      expect([href, status]).toEqual([href, 200]);
    }
    const outward = links.filter((href) => !href.startsWith(server.context.ctx.url));
    const known = new Set([...told.sources.values()].flatMap(({ url }) => (url === null ? [] : [new URL(url).href])));
    for (const href of outward) expect([href, known.has(new URL(href).href)]).toEqual([href, true]);
    expect(pages.size).toBeGreaterThan(told.items.length);
  });
});

const unescaped = (markdown: string) => markdown.replace(/\\([\\`*_[\]<>#|~&!$@.)/-])/g, "$1");
/** A text on one line. */
const shown = (value: string) => value.replace(/\s+/g, " ").trim();
/** Letters and digits alone: what becomes of spaces and of what XML cannot hold is its own affair. */
const letters = (value: string) => value.replace(/[^\p{L}\p{N}]+/gu, "");
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const textOf = (html: string) =>
  html.replace(/<[^<>]*>/g, "").replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name]!);

test("the nasty texts are there to be read back", async () => {
  const { json } = await server.ask(`/export?items=${nastyItem}`);
  const summaries = json.items[0].entries.map(({ summary }: { summary?: string }) => summary);
  for (const text of nastyTexts) expect(summaries).toContain(text);
});

test("a past day leaves out of a document what was published later", async () => {
  const now = (await take("format=md&items=volker-surkov-meeting")).body.toString();
  const then = (await take("format=md&items=volker-surkov-meeting&knownOn=2017-08-07")).body.toString();
  expect(now).toContain("2018");
  expect(then).not.toMatch(/20(?:18|19|2\d)-|Aug(?:ust)? 2018|2019/);
  expect(then).toContain("Read with everything published by 7 August 2017");
});

test("an unknown form, an unknown parameter and a parameter given twice are refused by name", async () => {
  for (const [query, path] of [
    ["format=pdf", "format"],
    ["shape=csv", "shape"],
    ["items=new-start-extension&items=volker-surkov-meeting", "items"],
    ["items=new-start-extension,none-such", "items.1"],
    ["format=csv&knownOn=2017-02-30", "knownOn"],
  ] as const) {
    const { status, json, headers } = await server.ask(`/export?${query}`);
    expect([query, status, json.fields[0].path]).toEqual([query, 400, path]);
    expect(headers.get("content-type")).toBe("application/problem+json");
  }
});

test("an export is kept until the record moves, and named so that it need not be sent twice", async () => {
  const first = await take("format=csv&items=new-start-extension");
  const second = await take("format=csv&items=new-start-extension");
  expect(second.body.equals(first.body)).toBe(true);
  const etag = first.headers.get("etag")!;
  expect(second.headers.get("etag")).toBe(etag);
  expect(second.headers.get("content-disposition")).toContain("readout-new-start-extension-as-known-2026-11-21.csv");
  const again = await fetch(`${server.url}/api/v1/export?format=csv&items=new-start-extension`, {
    headers: { "if-none-match": etag },
  });
  expect(again.status).toBe(304);
});

test("a private installation takes nothing out for nobody", async () => {
  const closed = await openApiServer({ now: "2026-11-21T10:00:00Z", private: true });
  const { status, headers } = await closed.ask("/export?format=csv");
  expect([status, headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="Readout"']);
  expect((await closed.ask("/export?format=csv", { as: "reader" })).status).toBe(200);
  await closed.close();
});
