import { type Db, nameOf, openDb } from "./handle.ts";

/** What a question may carry: text, numbers, booleans, arrays of them, null; JSON is passed as text and cast. */
export type SqlValue = string | number | boolean | null | readonly (string | number | boolean | null)[];

export interface SqlOptions {
  /**
   * `each-time`: not kept prepared. For texts put together from filters, which are many, and of which the values decide
   * how they are best answered.
   */
  plan?: "once" | "each-time";
}

/** Asks in PostgreSQL's own language. */
export type Sql = <Row extends object>(
  text: string,
  values?: readonly SqlValue[],
  options?: SqlOptions,
) => Promise<Row[]>;

/**
 * Plain SQL for hot reads, on the pool that Prisma uses.
 *
 * Statements are named by their text and stay prepared on each connection: keep the number of different texts small, and pass
 * lists as arrays (`= ANY ($1)`). Days and instants come back as ISO text, bigint as decimal text.
 * Prisma's adapter names statements inside transactions only, and types each value twice on the way out.
 */
export function sql(db: Db): Sql {
  const { pool } = openDb(db);
  return async <Row extends object>(
    text: string,
    values: readonly SqlValue[] = [],
    { plan = "once" }: SqlOptions = {},
  ) => {
    const name = plan === "once" ? { name: nameOf(text) } : {};
    const { rows } = await pool.query<Row>({ ...name, text, values: values as SqlValue[] });
    return rows;
  };
}
