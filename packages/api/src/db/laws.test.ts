import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;
let itemId: string;
let sourceId: string;
let client: pg.Client;

beforeAll(async () => {
  context = await createTestContext();
  const { caller } = context;
  const milestones = [{ date: "2020-04", kind: "deadline" as const, what: "the term ends" }];
  itemId = (await caller.items.open(anItem({ milestones }))).id;
  await caller.milestones.decide({ itemId, ordinal: 1, verdict: "missed" });
  sourceId = (await caller.sources.add(aSource({ paragraphCount: 3 }))).id;
  const evidence = [{ sourceId, paragraphs: [1], stance: "supports" as const, says: "It is so." }];
  await caller.items.record(aChange(itemId, 0, { evidence }));
  await caller.items.record({ kind: "review", itemId, expectedHead: 1, lookedOn: "2020-02-01", note: "nothing" });
  await caller.items.record({ kind: "retraction", itemId, expectedHead: 2, retracts: 2, reason: "by mistake" });
  client = await context.connect();
});

/** The complaint about SQL that PostgreSQL refuses by the end of its transaction; everything is taken back. */
async function complaint(...statements: string[]): Promise<string> {
  await client.query("BEGIN");
  try {
    for (const statement of statements) await client.query(statement);
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    return "accepted";
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.query("ROLLBACK");
  }
}

const hash = "a".repeat(64);
/** The INSERT of an entry that continues the ledger; fields are SQL. */
function insertEntry(fields: Record<string, string> = {}): string {
  const columns: Record<string, string> = {
    item_id: `'${itemId}'`,
    seq: "4",
    kind: "'change'",
    status: "'raised'",
    effective: "'2020-01-01'",
    effective_earliest: "'2020-01-01'",
    effective_latest: "'2020-01-01'",
    reported: "'2020-01-01'",
    reported_earliest: "'2020-01-01'",
    reported_latest: "'2020-01-01'",
    summary: "'s'",
    no_evidence: "'n'",
    background: "false",
    recorded: "readout_now()",
    author: "'a'",
    v: "1",
    previous_hash: `(SELECT head_hash FROM item WHERE id = '${itemId}')`,
    hash: `'${hash}'`,
    ...fields,
  };
  return `INSERT INTO entry (${Object.keys(columns).join(", ")}) VALUES (${Object.values(columns).join(", ")})`;
}
const moveHead = () => `UPDATE item SET head = 4, head_hash = '${hash}' WHERE id = '${itemId}'`;
const insertEvidence = (seq: number, paragraphs = "{1}") =>
  `INSERT INTO evidence VALUES ('${itemId}', ${seq}, 9, '${sourceId}', '${paragraphs}', 'supports', 6, 's', '{o}', '{}')`;
const nothingOfAStatus = Object.fromEntries(
  ["status", "effective", "effective_earliest", "effective_latest", "reported", "reported_earliest", "reported_latest"]
    .concat(["summary", "no_evidence", "background"])
    .map((column) => [column, "NULL"]),
);

test("an entry that continues its ledger is accepted", async () => {
  expect(await complaint(insertEntry(), moveHead())).toBe("accepted");
});

test.each(["entry", "evidence", "event", "milestone_verdict"])("%s is append-only", async (table) => {
  const column = { entry: "author", evidence: "says", event: "type", milestone_verdict: "note" }[table];
  expect(await complaint(`UPDATE ${table} SET ${column} = ${column}`)).toBe(
    `${table} is append-only: UPDATE is refused`,
  );
  expect(await complaint(`DELETE FROM ${table}`)).toBe(`${table} is append-only: DELETE is refused`);
  expect(await complaint(`TRUNCATE ${table} CASCADE`)).toMatch(/is append-only: TRUNCATE is refused/);
});

test.each<[string, Record<string, string>, RegExp]>([
  ["a second entry of one number", { seq: "3", previous_hash: "(SELECT hash FROM entry WHERE seq = 2)" }, /entry_pkey/],
  ["a gap", { seq: "6" }, /there is no entry before it/],
  ["another hash before it", { previous_hash: `'${"b".repeat(64)}'` }, /does not continue the entry before it/],
  [
    "a clock that is ahead",
    { recorded: "readout_now() + interval '61 seconds'" },
    /off the clock by more than a minute/,
  ],
  [
    "a clock that is behind",
    { recorded: "readout_now() - interval '61 seconds'" },
    /off the clock by more than a minute/,
  ],
  ["a status there is not", { status: "'finished'" }, /entry_status_whole/],
  ["a kind there is not", { kind: "'edit'" }, /entry_kind_known/],
  ["a change without status", nothingOfAStatus, /entry_status_of_kind/],
  ["a status without dates", { effective: "NULL" }, /entry_status_whole/],
  ["bounds in the wrong order", { effective_latest: "'2019-12-31'" }, /entry_effective_bounds/],
  ["no bounds at all", { effective_earliest: "NULL", effective_latest: "NULL" }, /entry_effective_bounds/],
  ["a report that ends after its recording", { reported_latest: "'2999-01-01'" }, /entry_reported_bounds/],
  ["an answer to a status that ends nothing", { answer: "'yes'" }, /entry_answer_ends/],
  ["a change that was looked on", { looked_on: "'2020-01-01'", note: "'n'" }, /entry_review_of_kind/],
  ["a change that corrects", { corrects: "1" }, /entry_corrects_of_kind/],
  ["a correction of nothing", { kind: "'correction'", background: "NULL", reason: "'r'" }, /entry_corrects_of_kind/],
  [
    "a correction of a retraction",
    { kind: "'correction'", background: "NULL", reason: "'r'", corrects: "3" },
    /a correction may not name entry 3/,
  ],
  [
    "a correction of what is retracted",
    { ...nothingOfAStatus, kind: "'correction'", reason: "'r'", corrects: "2", looked_on: "'2020-01-01'", note: "'n'" },
    /a correction may not name entry 2/,
  ],
  [
    "a correction that changes the kind",
    { ...nothingOfAStatus, kind: "'correction'", reason: "'r'", corrects: "1", looked_on: "'2020-01-01'", note: "'n'" },
    /a correction may not name entry 1/,
  ],
  ["a retraction twice", { ...nothingOfAStatus, kind: "'retraction'", reason: "'r'", retracts: "2" }, /may not name/],
  ["a retraction without a reason", { ...nothingOfAStatus, kind: "'retraction'", retracts: "1" }, /reason_of_kind/],
  [
    "a retraction of a later entry",
    { ...nothingOfAStatus, kind: "'retraction'", reason: "'r'", retracts: "5" },
    /retracts/,
  ],
  ["a hash that is none", { hash: "'x'" }, /entry_hash_form/],
  ["an entry of no item", { item_id: "'nowhere'", seq: "1", previous_hash: "NULL" }, /entry_item_id_fkey/],
])("%s is refused", async (_, fields, expected) => {
  expect(await complaint(insertEntry(fields), moveHead())).toMatch(expected);
});

test("a status without evidence needs a reason, and has only one of the two", async () => {
  const withoutReason = insertEntry({ no_evidence: "NULL" });
  expect(await complaint(withoutReason, moveHead())).toMatch(/has evidence or a reason for having none/);
  expect(await complaint(withoutReason, insertEvidence(4), moveHead())).toBe("accepted");
  expect(await complaint(insertEntry(), insertEvidence(4), moveHead())).toMatch(/never both/);
});

test("evidence is written in the transaction of its entry and cites paragraphs that the source has", async () => {
  expect(await complaint(insertEvidence(1))).toMatch(/in the transaction of its entry/);
  const withoutReason = insertEntry({ no_evidence: "NULL" });
  for (const paragraphs of ["{}", "{4}", "{0,1}"])
    expect(await complaint(withoutReason, insertEvidence(4, paragraphs), moveHead())).toMatch(
      /does not have the paragraphs/,
    );
  expect(await complaint(withoutReason, insertEvidence(4, "{1,NULL}"), moveHead())).toMatch(/evidence_lists_plain/);
});

test("an entry without its head is refused, and so is a head without its hash", async () => {
  expect(await complaint(insertEntry())).toMatch(/the head of its item has not moved/);
  expect(await complaint(`UPDATE item SET head_hash = NULL WHERE id = '${itemId}'`)).toMatch(/item_head_with_hash/);
});

test("a cached reading agrees with itself", async () => {
  const set = (fields: string) => complaint(`UPDATE item SET ${fields} WHERE id = '${itemId}'`);
  expect(await set("since = NULL")).toMatch(/item_reading_whole/);
  expect(await set("phase = 'closed'")).toMatch(/item_phase_follows/);
  expect(await set("phase = NULL")).toMatch(/item_phase_follows/);
  expect(await set("reading_from = '2020-01-02', reading_until = '2020-01-02'")).toMatch(/item_reading_window/);
  expect(await set("entry_seq = 7")).toMatch(/item_reading_entry/);
});

test("two rectangles of an item never say something about the same days", async () => {
  const twice = `INSERT INTO reading_span (item_id, basis, known, valid, alternatives, origins)
    SELECT item_id, basis, known, valid, '{}', 0 FROM reading_span`;
  expect(await complaint(twice)).toMatch(/reading_span_one_each/);
  expect(
    await complaint(
      "INSERT INTO review_step (item_id, basis, known, last_reviewed) SELECT item_id, basis, known, last_reviewed FROM review_step",
    ),
  ).toMatch(/review_step_one_each/);
});

test("a verdict says where something was moved to, and only then", async () => {
  const verdict = (word: string, more: string, values: string) =>
    complaint(
      `INSERT INTO milestone_verdict (item_id, ordinal, number, verdict, decided_on, decided_by, recorded_at${more})
       VALUES ('${itemId}', 1, 2, '${word}', '2020-01-01', 'a', now()${values})`,
    );
  expect(await verdict("met", "", "")).toBe("accepted");
  expect(await verdict("lost", "", "")).toMatch(/milestone_verdict_known/);
  expect(await verdict("moved", "", "")).toMatch(/milestone_verdict_moved/);
  const moved = ", moved_to, moved_to_earliest, moved_to_latest";
  expect(await verdict("moved", moved, ", '2020-05', '2020-05-01', '2020-05-31'")).toBe("accepted");
  expect(await verdict("met", moved, ", '2020-05', '2020-05-01', '2020-05-31'")).toMatch(/milestone_verdict_moved/);
  expect(await verdict("moved", moved, ", '2020-05', '2020-05-31', '2020-05-01'")).toMatch(/milestone_verdict_bounds/);
  expect(await verdict("met", ", entry_seq", ", 9")).toMatch(/milestone_verdict_item_id_entry_seq_fkey/);
});

test("a quotation is a TextQuoteSelector and nothing else, a version is counted, a text has paragraphs", async () => {
  const quoting = (quote: string) =>
    complaint(
      insertEntry({ no_evidence: "NULL" }),
      `INSERT INTO evidence VALUES ('${itemId}', 4, 1, '${sourceId}', '{1}', 'supports', 6, 's', '{o}', '{}', '${quote}')`,
      moveHead(),
    );
  const whole = { type: "TextQuoteSelector", exact: "x", prefix: "", suffix: "" };
  expect(await quoting(JSON.stringify(whole))).toBe("accepted");
  for (const other of [{ ...whole, type: "Other" }, { ...whole, exact: "" }, { ...whole, more: 1 }, { exact: "x" }, []])
    expect(await quoting(JSON.stringify(other))).toMatch(/evidence_quote_form/);
  expect(await complaint(`UPDATE item SET version = 0 WHERE id = '${itemId}'`)).toMatch(/item_version_counted/);
  const holding = (paragraphs: string, sum: string) =>
    complaint(`INSERT INTO source_text VALUES ('${sourceId}', '${paragraphs}', '${sum}', 'a', now())`);
  expect(await holding("{A,B,C}", hash)).toBe("accepted");
  expect(await holding("{}", hash)).toMatch(/source_text_paragraphs_plain/);
  expect(await holding("{A}", "x")).toMatch(/source_text_sha256_form/);
});

test("an event names what it is about, and is announced with its number once it is committed", async () => {
  const event = (type: string, fields: string) =>
    complaint(`INSERT INTO event (type, at, ${fields}) VALUES ('${type}', now(), '1')`);
  expect(await event("item.opened", "item_id")).toBe("accepted");
  expect(await event("item.opened", "seq")).toMatch(/event_subject/);
  expect(await event("entry.recorded", "item_id")).toMatch(/event_subject/);
  expect(await event("source.added", "item_id")).toMatch(/event_subject/);
  expect(await event("entry.forgotten", "item_id")).toMatch(/event_/);
  expect(await event("item.edited", "item_id")).toBe("accepted");
  expect(await event("milestone.edited", "item_id")).toMatch(/event_subject/);
  expect(await event("source.edited", "source_id")).toBe("accepted");
  expect(await event("actor.added", "actor_id")).toBe("accepted");
  expect(await event("actor.edited", "source_id")).toMatch(/event_subject/);
  expect(await event("disagreement.added", "disagreement_id")).toBe("accepted");
  expect(await event("disagreement.edited", "item_id")).toMatch(/event_subject/);

  const heard: string[] = [];
  client.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await client.query("LISTEN readout_events");
  await context.caller.items.record({
    kind: "review",
    itemId,
    expectedHead: 3,
    lookedOn: "2020-03-01",
    note: "nothing",
  });
  await client.query("SELECT 1");
  expect(heard).toEqual([context.ctx.revision.current()]);
});

test("every model and every field of the schema says in a line what it is", async () => {
  const schema = await readFile(fileURLToPath(new URL("../../../../prisma/schema.prisma", import.meta.url)), "utf8");
  const lines = schema.split("\n");
  let inModel = false;
  const silent = lines.filter((line, i) => {
    if (line.startsWith("model ")) inModel = true;
    else if (line === "}") inModel = false;
    const speaks = line.startsWith("model ") || (inModel && /^ {2}[a-z]\w* /.test(line));
    return speaks && !/^\s*\/\/\/ \S/.test(lines[i - 1] ?? "");
  });
  expect(silent).toEqual([]);
  expect(lines.filter((line) => line.startsWith("model ")).length).toBeGreaterThan(30);
});
