import type { Instant } from "@readout/core/time";
import type { Prisma } from "./generated/client.ts";
import { type Db, openDb } from "./handle.ts";
import type { SqlValue } from "./sql.ts";

/** A write under way: all of it becomes the record at the end, or none of it. */
export interface Tx {
  /** The tables as models; days go in as `dateOf(day)`. */
  readonly models: Prisma.TransactionClient;
  /** Plain SQL; cast days and instants to text, Prisma would make Dates of them. */
  sql<Row extends object>(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** The database's clock in milliseconds; never the process's. */
  clock(): Promise<Instant>;
  /** Names the event that will be told of once this is committed; the last one wins. */
  announceAfterCommit(eventId: string): void;
}

export interface TransactionOptions {
  /** After which a transaction that is still not done is given up. */
  timeoutMs?: number;
  /** Whether all its questions see the state of the first, whatever is written meanwhile. */
  oneState?: boolean;
}

/** Does `work` in one transaction, and tells the process of its last event right after the commit. */
export async function inTransaction<T>(
  { db }: { db: Db },
  work: (tx: Tx) => Promise<T>,
  { timeoutMs = 60_000, oneState = false }: TransactionOptions = {},
): Promise<T> {
  const { prisma, onCommit, now } = openDb(db);
  let eventId: string | null = null;
  const result = await prisma.$transaction(
    async (models) => {
      const sql = <Row extends object>(text: string, values: readonly SqlValue[] = []) =>
        models.$queryRawUnsafe<Row[]>(text, ...values);
      if (now !== null) await sql("SELECT set_config('readout.now', $1, true)", [now()]);
      return work({
        models,
        sql,
        clock: async () => (await sql<{ now: Instant }>(`SELECT ${isoText("readout_now()")} AS now`))[0]!.now,
        announceAfterCommit: (id) => {
          eventId = id;
        },
      });
    },
    // A hundred appends to one item wait for each other; that is no failure.
    {
      ...{ maxWait: timeoutMs, timeout: timeoutMs },
      isolationLevel: oneState ? "RepeatableRead" : "ReadCommitted",
    },
  );
  if (eventId !== null) onCommit(eventId);
  return result;
}

/** SQL that writes an instant as Readout does, "2017-08-06T10:00:00.000Z". */
export const isoText = (expression: string): string =>
  `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A day as Prisma wants it; null stays null. */
export const dateOf = <D extends string | null>(day: D): D extends string ? Date : Date | null =>
  (day === null ? null : new Date(`${day}T00:00:00.000Z`)) as D extends string ? Date : Date | null;
