import { type Caller, closeDb, createCaller, createContext, createDb } from "@readout/api/server";
import type { Instant } from "@readout/core/time";
import pg from "pg";
import type { Question } from "./questions.ts";

/** Tables that grow with items and entries. */
const growing = new Set([
  "item",
  "item_party",
  "item_link",
  "milestone",
  "milestone_entry",
  "milestone_verdict",
  "entry",
  "evidence",
  "entry_known",
  "reading_span",
  "review_step",
  "event",
  "source",
  "search_document",
  "search_word",
]);

type Statement = { text: string; values: unknown[] };
type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

export interface SequentialScan {
  question: string;
  table: string;
}

export interface PlanOptions {
  /**
   * Settings under which the plans are made. With `enable_seqscan = off` a small record shows what a large one would: a scan
   * that is left then has no index to take its place.
   */
  settings?: string[];
}

/**
 * Asks every question, and has PostgreSQL plan again what was asked of it, for its values and, as a prepared statement is in
 * time, for any.
 *
 * @returns where a table that grows is read from end to end
 */
export async function sequentialScans(
  connectionString: string,
  questions: readonly Question[],
  { settings = [] }: PlanOptions = {},
): Promise<SequentialScan[]> {
  const db = createDb({ connectionString, poolSize: 1 });
  const client = new pg.Client({ connectionString, options: "-c TimeZone=UTC -c jit=off" });
  await client.connect();
  try {
    for (const setting of settings) await client.query(`SET ${setting}`);
    const found: SequentialScan[] = [];
    for (const question of questions) {
      const statements = await statementsOf(() => question.ask(callerOn(db)));
      if (statements.length === 0) throw new Error(`${question.name} asked nothing of the database`);
      for (const statement of statements)
        for (const table of await scannedBy(client, statement)) found.push({ question: question.name, table });
    }
    return found;
  } finally {
    await client.end();
    await closeDb(db);
  }
}

const callerOn = (db: ReturnType<typeof createDb>): Caller =>
  createCaller(
    createContext({
      db,
      secret: "a secret of the tests, thirty-two characters or more",
      url: "http://readout.test",
      private: false,
      review: "optional",
      mail: null,
      revision: { current: () => "0", subscribe: () => () => {} },
      log: {
        error: (fields, message) => {
          throw new Error(message, { cause: fields.err });
        },
      },
      now: () => new Date().toISOString() as Instant,
    }),
  );

/** What is asked of PostgreSQL while something is done; nothing else may ask meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [config] = args as [Partial<Statement> | undefined];
    if (typeof config?.text === "string") statements.push({ text: config.text, values: config.values ?? [] });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return statements;
}

async function scannedBy(client: pg.Client, { text, values }: Statement): Promise<Set<string>> {
  const { rows } = await client.query({ text: `EXPLAIN (FORMAT JSON) ${text}`, values });
  const generic = await client.query(`EXPLAIN (FORMAT JSON, GENERIC_PLAN) ${text}`);
  const tables = new Set<string>();
  for (const row of [...rows, ...generic.rows])
    collect((row as { "QUERY PLAN": { Plan: Node }[] })["QUERY PLAN"][0]!.Plan, tables);
  return tables;
}

function collect(node: Node, tables: Set<string>): void {
  const table = node["Relation Name"];
  if (node["Node Type"] === "Seq Scan" && table !== undefined && growing.has(table)) tables.add(table);
  for (const inner of node.Plans ?? []) collect(inner, tables);
}
