import { rowsOfLedger } from "@readout/api/testing/rows";
import { type Day, dayOfInstant, type Instant } from "@readout/core/time";
import pg from "pg";
import { ledgerOf, randomFrom, sourcesOf } from "./ledger.ts";

export interface LoadSize {
  items: number;
  /** Entries in each ledger. */
  entries: number;
}

const actorCount = 60;
const batchItems = 40;

/** Columns that a table fills by itself, or that rows leave out. */
const columns = {
  reading_span: "item_id, basis, known, valid, status, phase, entry_seq, since, since_day, alternatives, next, origins",
  review_step: "item_id, basis, known, last_reviewed",
} as Record<string, string | undefined>;

/** Indexes that are quicker made at the end than kept up to date, with what makes them. */
const bulkTables = ["entry", "evidence", "entry_known", "reading_span", "review_step", "search_document"];

/**
 * Fills a migrated, empty database with a large record, as appends would have left it: chains, readings, rectangles, news.
 * Triggers are off meanwhile, because everything is "recorded" in years gone by.
 *
 * @param now the day whose readings are kept in the items' rows
 */
export async function generateRecord(
  connectionString: string,
  size: LoadSize,
  now: Instant,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  const client = new pg.Client({ connectionString, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica; SET maintenance_work_mem = '512MB'");
    const rebuild = await dropIndexes(client);
    await insertFraming(client, size);
    await insertLedgers(client, size, dayOfInstant(now), onProgress);
    await client.query("SELECT find_everything()");
    for (const statement of rebuild) await client.query(statement);
    await client.query(
      "INSERT INTO event (type, item_id, at) SELECT 'item.opened', id, recorded_at FROM item ORDER BY id",
    );
    for (const table of [
      ...bulkTables,
      "item",
      "item_party",
      "item_link",
      "milestone",
      "source",
      "news_day",
      "search_word",
    ])
      await client.query(`VACUUM ANALYZE ${table}`);
  } finally {
    await client.end();
  }
}

async function dropIndexes(client: pg.Client): Promise<string[]> {
  const rebuild: string[] = [];
  for (const table of bulkTables) {
    const { rows: constraints } = await client.query<{ conname: string; definition: string }>(
      `SELECT conname, pg_get_indexdef(conindid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'x'`,
      [table],
    );
    for (const { conname, definition } of constraints) {
      await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${conname}`);
      // The index alone: it serves reads the same, and holding millions of rows against each other takes many minutes.
      rebuild.push(definition);
    }
    const { rows: indexes } = await client.query<{ indexname: string; indexdef: string }>(
      `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = $1
       AND indexname NOT IN (SELECT conname FROM pg_constraint) AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
      [table],
    );
    for (const { indexname, indexdef } of indexes) {
      await client.query(`DROP INDEX ${indexname}`);
      rebuild.push(indexdef);
    }
  }
  return rebuild;
}

async function insertRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const list = columns[table] ?? Object.keys(rows[0]!).join(", ");
  await client.query({
    name: `insert-${table}`,
    text: `INSERT INTO ${table} (${list}) SELECT ${list} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    values: [JSON.stringify(rows)],
  });
}

const idOf = (n: number): string => `load-item-${String(n).padStart(5, "0")}`;
const opened = "2019-12-01T09:00:00.000Z";

async function insertFraming(client: pg.Client, size: LoadSize): Promise<void> {
  const actors = Array.from({ length: actorCount }, (_, n) => ({
    ...{ id: `load-actor-${n}`, position: n, name: `Actor ${n}`, type: "person", also: [], recorded_at: opened },
  }));
  await insertRows(client, "actor", actors);
  await insertRows(
    client,
    "office",
    actors.map(({ id }, n) => ({
      actor_id: id,
      ordinal: 1,
      office: `Minister ${n}`,
      attested: "2012/2022",
      attested_earliest: "2012-01-01",
      attested_latest: "2022-12-31",
    })),
  );
  await insertRows(
    client,
    "source",
    sourcesOf(sourceCount(size)).map(({ id, publisher, published }) => ({
      ...{
        id,
        position: 2_000_000,
        role: "page",
        title: `Report of ${published}`,
        publisher,
        language: "en",
        published,
      },
      ...{
        published_earliest: published,
        published_latest: published,
        reliability: "F",
        origin: publisher,
        notes: {},
        recorded_at: opened,
      },
    })),
  );
}

const sourceCount = ({ items }: LoadSize): number => Math.max(200, items);

async function insertLedgers(
  client: pg.Client,
  size: LoadSize,
  today: Day,
  onProgress: (done: number) => void,
): Promise<void> {
  const sources = sourcesOf(sourceCount(size));
  const news = new Map<string, { basis: string; day: string; entries: number }>();
  let written = Promise.resolve();
  for (let first = 0; first < size.items; first += batchItems) {
    const tables = emptyTables();
    for (let n = first; n < Math.min(first + batchItems, size.items); n++) {
      const rows = rowsOfLedger(ledgerOf(idOf(n), size.entries, sources, randomFrom(n)), today);
      tables.item.push({ ...framingOf(n), ...rows.item });
      for (const table of ["entry", "evidence", "entry_known", "reading_span", "review_step"] as const)
        tables[table].push(...rows[table]);
      for (const { basis, day, entries } of rows.news) {
        const key = `${basis} ${day}`;
        news.set(key, { basis, day, entries: entries + (news.get(key)?.entries ?? 0) });
      }
      tables.item_party.push(
        ...[n % actorCount, (n * 7 + 1) % actorCount].map((a, i) => ({
          item_id: idOf(n),
          ordinal: i + 1,
          actor_id: `load-actor-${a}`,
        })),
      );
      tables.item_link.push({ item_id: idOf(n), ordinal: 1, type: "related", to_item_id: idOf((n + 1) % size.items) });
      const year = 2015 + (n % 14);
      tables.milestone.push({
        item_id: idOf(n),
        ordinal: 1,
        date: `${year}-06-01`,
        earliest: `${year}-06-01`,
        latest: `${year}-06-01`,
        kind: "deadline",
        what: "the term ends",
        entry_seq: null,
        recorded_at: opened,
      });
    }
    // The next ledgers are made while these are written.
    await written;
    written = (async () => {
      for (const [table, rows] of Object.entries(tables)) await insertRows(client, table, rows);
    })();
    onProgress(first);
  }
  await written;
  await insertRows(client, "news_day", [...news.values()]);
}

const emptyTables = () => ({
  item: [] as object[],
  entry: [] as object[],
  evidence: [] as object[],
  entry_known: [] as object[],
  reading_span: [] as object[],
  review_step: [] as object[],
  item_party: [] as object[],
  item_link: [] as object[],
  milestone: [] as object[],
});

const framingOf = (n: number) => ({
  id: idOf(n),
  position: 1_000_000,
  title: `Matter ${n} between two states, number ${n % 97} of its kind`,
  question: `Will the parties to matter ${n} come to terms, and by when?`,
  resolution_criteria: "Resolves yes on the first day on which both sides say so.",
  status_subject: "the terms",
  owner_side: ["us", "russia", "both", "others"][n % 4],
  opened: "2010",
  opened_latest: "2010-12-31",
  why_open: "Neither side has moved first.",
  main: false,
  tags: ["load", `tag-${n % 20}`],
  review_every_days: 180,
  recorded_at: opened,
});
