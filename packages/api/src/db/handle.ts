import { PrismaPg } from "@prisma/adapter-pg";
import type { Instant } from "@readout/core/time";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";
import { keepAsText } from "./text-types.ts";

declare const opaque: unique symbol;

/** The database as everything outside `db/` holds it: something to pass on, nothing to look into. */
export interface Db {
  readonly [opaque]: "Db";
}

export interface DbOptions {
  connectionString: string;
  /** Connections at most; a request holds one only while it asks. */
  poolSize?: number;
  /** Told the id of the last event right after a commit of this process, before the write is answered. */
  onCommit?: (eventId: string) => void;
  /** Told of connections that break while nobody uses them; the pool replaces them by itself. */
  onIdleError?: (error: Error) => void;
  /** Tests may set the record's clock. */
  now?: () => Instant;
}

/** What `db/` itself works with. Prisma and plain SQL share one pool. */
export interface OpenDb {
  pool: pg.Pool;
  prisma: PrismaClient;
  onCommit: (eventId: string) => void;
  now: (() => Instant) | null;
}

const opened = new WeakMap<Db, OpenDb>();

/** Opens a pool of connections, none of them before the first question. */
export function createDb({
  connectionString,
  poolSize = 10,
  onCommit = () => {},
  onIdleError = () => {},
  now,
}: DbOptions): Db {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    application_name: "readout",
    // Days and instants leave as ISO text in UTC; compiling costs more than any of our questions.
    options: "-c TimeZone=UTC -c DateStyle=ISO -c jit=off",
    types: keepAsText,
  });
  pool.on("error", onIdleError);
  // Prisma's own statements differ with the number of their rows; named, they would pile up on every connection.
  const statementNameGenerator = ({ sql }: { sql: string }) => (sql.includes('"public".') ? "" : nameOf(sql));
  // Otherwise an error may carry the values it was about, passwords' hashes and tokens among them, into the log.
  const errorFormat = "minimal";
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }), errorFormat });
  const db = Object.freeze({}) as Db;
  opened.set(db, { pool, prisma, onCommit, now: now ?? null });
  return db;
}

/** Closes the pool once the questions under way are answered. */
export async function closeDb(db: Db): Promise<void> {
  const { prisma, pool } = openDb(db);
  await prisma.$disconnect();
  await pool.end();
}

/** The inside of a handle; for `db/` alone. */
export function openDb(db: Db): OpenDb {
  const inside = opened.get(db);
  if (inside === undefined) throw new Error("not a database handle of this process");
  return inside;
}

/** The client that sign-in and keys work with; the record is written through `db/transaction.ts`. */
export const prismaOf = (db: Db): PrismaClient => openDb(db).prisma;

const names = new Map<string, string>();

/** A short name for a statement, the same for the same text, so that PostgreSQL parses and plans it once per connection. */
export function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `r${names.size}`;
    names.set(text, name);
  }
  return name;
}
