import type pg from "pg";
import { afterEach, beforeAll, expect, test } from "vitest";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "./testing.ts";
import { verifyLedgers } from "./verify.ts";

let context: TestContext;
let client: pg.Client;
/** The item that is tampered with, and another one that stays as it is. */
const itemId = "tampered";
const otherId = "untouched";

beforeAll(async () => {
  context = await createTestContext();
  const { caller } = context;
  const { id: first } = await caller.sources.add(aSource({ paragraphCount: 5 }));
  const { id: second } = await caller.sources.add(aSource());
  const evidence = [
    { sourceId: first, paragraphs: [1, 2], stance: "supports" as const, says: "one", keywords: ["bridge"] },
    { sourceId: second, stance: "contradicts" as const, says: "two", origins: ["A witness", "Another"] },
  ];
  for (const id of [itemId, otherId]) {
    await caller.items.open(anItem({ id }));
    await caller.items.record(aChange(id, 0, { effective: "2020-01", reported: "2020-02-01", evidence }));
    await caller.items.record({ kind: "review", itemId: id, expectedHead: 1, lookedOn: "2020-03-01", note: "nothing" });
    await caller.items.record(
      aChange(id, 2, {
        ...{ status: "concluded", answer: "yes", effective: "2020-04-01", reported: "2020-04-02", evidence },
      }),
    );
    await caller.items.record(
      aChange(id, 3, {
        status: "under-way",
        reason: "open again",
        effective: "2020-05-01",
        reported: "2020-05-02",
      }),
    );
    const { kind: _, ...content } = aChange(id, 4, { effective: "2020-05-03", reported: "2020-05-04" });
    await caller.items.record({ ...content, kind: "correction", corrects: 4, reason: "two days later" });
    await caller.items.record({ kind: "retraction", itemId: id, expectedHead: 5, retracts: 2, reason: "never looked" });
  }
  client = await context.connect();
});

/** Changes the database past its triggers, as only its owner can, asks verify, and puts everything back. */
let restore: string[] = [];
async function faultsAfter(...statements: string[]) {
  for (const table of ["item", "entry", "evidence", "entry_known", "reading_span", "review_step", "news_day"]) {
    await client.query(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
    restore.push(table);
  }
  await client.query("SET session_replication_role = replica");
  for (const statement of statements) await client.query(statement);
  return (await verifyLedgers(context.db)).faults;
}

afterEach(async () => {
  if (restore.length === 0) return;
  await client.query("SET session_replication_role = replica");
  for (const table of restore)
    await client.query(
      `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`,
    );
  restore = [];
  await client.query("RESET session_replication_role");
  expect((await verifyLedgers(context.db)).faults).toEqual([]);
});

test("an untouched record verifies, and progress is told", async () => {
  const told: [number, number][] = [];
  const verified = await verifyLedgers(context.db, (done, total) => told.push([done, total]));
  expect(verified).toEqual({ items: 2, entries: 12, faults: [] });
  expect(told).toEqual([[2, 2]]);
});

/** A changed value for every column of an entry, with the entry that has one to change. */
const entryColumns: Record<string, [seq: number, value: string]> = {
  item_id: [3, "'nowhere'"],
  seq: [3, "77"],
  kind: [3, "'reaffirmation'"],
  status: [3, "'lapsed'"],
  effective: [3, "'2020-04-01~'"],
  effective_earliest: [3, "'2020-03-31'"],
  effective_latest: [3, "'2020-04-02'"],
  reported: [3, "'2020-04-02?'"],
  reported_earliest: [3, "'2020-04-01'"],
  reported_latest: [3, "'2020-04-03'"],
  summary: [3, "summary || ' '"],
  answer: [3, "'no'"],
  reason: [4, "reason || '.'"],
  no_evidence: [4, "upper(no_evidence)"],
  looked_on: [2, "'2020-03-02'"],
  note: [2, "note || '!'"],
  corrects: [5, "3"],
  retracts: [6, "3"],
  ref: [3, "'some-ref'"],
  background: [3, "true"],
  effective_basis: [3, "'inferred'"],
  recorded: [3, "recorded + interval '1 millisecond'"],
  author: [3, "author || 'x'"],
  approver: [3, "'somebody'"],
  v: [3, "2"],
  previous_hash: [3, "reverse(previous_hash)"],
  hash: [3, "reverse(hash)"],
};

/** The same for a citation, the second of entry 3. */
const evidenceColumns: Record<string, string> = {
  item_id: "'nowhere'",
  seq: "4",
  ordinal: "3",
  source_id: "'elsewhere'",
  paragraphs: "'{1}'",
  stance: "'context'",
  credibility: "5",
  says: "says || ' '",
  origins: "'{A witness}'",
  keywords: "'{word}'",
  quote: `'{"type": "TextQuoteSelector", "exact": "a word", "prefix": "", "suffix": ""}'`,
};

const columnsOf = async (table: string) => {
  const { rows } = await client.query("SELECT column_name FROM information_schema.columns WHERE table_name = $1", [
    table,
  ]);
  return rows.map(({ column_name }) => column_name as string).sort();
};

test("the tables of changes below name every column there is", async () => {
  expect(Object.keys(entryColumns).sort()).toEqual(await columnsOf("entry"));
  expect(Object.keys(evidenceColumns).sort()).toEqual(await columnsOf("evidence"));
});

test.each(Object.entries(entryColumns))("a change of an entry's %s names the entry", async (column, [seq, value]) => {
  // The version is fixed by a check as well.
  const check = column === "v" ? ["ALTER TABLE entry DROP CONSTRAINT entry_counted"] : [];
  const faults = await faultsAfter(
    ...check,
    `UPDATE entry SET ${column} = ${value} WHERE item_id = '${itemId}' AND seq = ${seq}`,
  );
  expect(faults.filter((fault) => fault.itemId === itemId)).toMatchObject([{ seq }]);
  expect(faults.filter((fault) => fault.itemId === otherId)).toEqual([]);
});

test.each(Object.entries(evidenceColumns))("a change of a citation's %s names the entry", async (column, value) => {
  const faults = await faultsAfter(
    `UPDATE evidence SET ${column} = ${value} WHERE item_id = '${itemId}' AND seq = 3 AND ordinal = 2`,
  );
  expect(faults.filter((fault) => fault.itemId === itemId)).toMatchObject([{ seq: 3 }]);
});

const own = `item_id = '${itemId}'`;
test.each<[string, number, string]>([
  ["a removed entry", 4, `DELETE FROM entry WHERE ${own} AND seq = 4`],
  ["a removed first entry", 1, `DELETE FROM entry WHERE ${own} AND seq = 1`],
  ["a cut-off tail", 5, `DELETE FROM entry WHERE ${own} AND seq >= 5`],
  ["a whole ledger removed", 1, `DELETE FROM evidence WHERE ${own}; DELETE FROM entry WHERE ${own}`],
  ["a removed citation", 1, `DELETE FROM evidence WHERE ${own} AND seq = 1 AND ordinal = 1`],
  ["a removed last citation", 1, `DELETE FROM evidence WHERE ${own} AND seq = 1 AND ordinal = 2`],
  [
    "an added citation",
    4,
    `INSERT INTO evidence SELECT item_id, 4, ordinal, source_id, paragraphs, stance, credibility, says, origins, keywords FROM evidence WHERE ${own} AND seq = 3`,
  ],
  [
    "two citations that changed places",
    3,
    `UPDATE evidence SET ordinal = ordinal + 10 WHERE ${own} AND seq = 3; UPDATE evidence SET ordinal = 13 - ordinal WHERE ${own} AND seq = 3`,
  ],
  [
    "evidence of an entry that there is not",
    9,
    `UPDATE evidence SET seq = 9 WHERE ${own} AND seq = 3; UPDATE evidence SET seq = 3 WHERE ${own} AND seq = 9 AND ordinal = 1; INSERT INTO evidence SELECT item_id, 3, ordinal, source_id, paragraphs, stance, credibility, says, origins, keywords FROM evidence WHERE ${own} AND seq = 9`,
  ],
  ["a date that is none", 3, `UPDATE entry SET effective = 'soon' WHERE ${own} AND seq = 3`],
  ["a head moved back", 6, `UPDATE item SET head = 5 WHERE id = '${itemId}'`],
  ["another hash of the head", 6, `UPDATE item SET head_hash = reverse(head_hash) WHERE id = '${itemId}'`],
])("%s is found, and names the entry", async (_, seq, statement) => {
  const faults = await faultsAfter(...statement.split("; "));
  expect(faults).toMatchObject([{ itemId, seq }]);
});

test.each<[string, RegExp, string]>([
  ["another cached status", /the reading kept in its row/, `UPDATE item SET status = 'stalled' WHERE id = '${itemId}'`],
  ["another last look", /last_reviewed/, `UPDATE item SET last_reviewed = '2020-01-01' WHERE id = '${itemId}'`],
  [
    "a cached reading that ends",
    /reading_until/,
    `UPDATE item SET reading_until = '2999-01-01' WHERE id = '${itemId}'`,
  ],
  [
    "a moved rectangle",
    /what is kept of its readings/,
    `UPDATE reading_span SET origins = origins + 1 WHERE ${own} AND status = 'concluded'`,
  ],
  [
    "a missing rectangle",
    /what is kept of its readings/,
    `DELETE FROM reading_span WHERE ${own} AND basis = 'recorded'`,
  ],
  [
    "a missing last look",
    /what is kept of its readings/,
    `DELETE FROM review_step WHERE ${own} AND basis = 'recorded'`,
  ],
  [
    "a day that is known too early",
    /what is kept of its readings/,
    `UPDATE entry_known SET known_on = known_on - 1 WHERE ${own} AND seq = 3`,
  ],
])("%s is found", async (_, fault, statement) => {
  expect(await faultsAfter(statement)).toEqual([{ itemId, seq: null, fault: expect.stringMatching(fault) }]);
});

test("a wrong count of news is found", async () => {
  expect(await faultsAfter("UPDATE news_day SET entries = entries + 1 WHERE day = '2020-02-01'")).toEqual([
    { itemId: null, seq: null, fault: expect.stringContaining("reported 2020-02-01") },
  ]);
});
