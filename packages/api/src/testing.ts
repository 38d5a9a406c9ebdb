import { randomUUID } from "node:crypto";
import type { RecordEntry } from "@readout/core/entry";
import type { OpenItem } from "@readout/core/item";
import type { Role } from "@readout/core/role";
import type { AddSource } from "@readout/core/source";
import type { Instant } from "@readout/core/time";
import pg from "pg";
import type { z } from "zod";
import { closeDb, createDb, type Db } from "./db/handle.ts";
import { getRevision } from "./events/queries.ts";
import { type Caller, type Context, createCaller, createContext, type Installation, type User } from "./server.ts";
import { createTestDatabase } from "./testing/postgres.ts";

export interface TestContextOptions {
  /** The role of whoever calls; null for an anonymous visitor. */
  role?: Role | null;
  /** What the record's clock and the process's say; it stands until moved. Left out: the real time. */
  now?: string;
  private?: boolean;
  review?: "optional" | "required";
  /** A database of its own is made where none is given. */
  connectionString?: string;
  poolSize?: number;
}

export interface TestContext {
  ctx: Context & { user: User };
  caller: Caller;
  /** A caller in another role on the same database; `who` where several people have it. */
  callerAs(role: Role | null, who?: string): Caller;
  db: Db;
  connectionString: string;
  /** A connection past the API, for what only the database can do; it goes with the context. */
  connect(): Promise<pg.Client>;
  /** Moves the clock. */
  setNow(now: string): void;
  close(): Promise<void>;
}

const open = new Set<TestContext>();

/** A database, a clock and a caller that belong to one test. Closed by `close`, or by {@link closeTestContexts}. */
export async function createTestContext(options: TestContextOptions = {}): Promise<TestContext> {
  const { role = "editor", private: isPrivate = false, review = "optional", poolSize = 10 } = options;
  const database = options.connectionString === undefined ? await createTestDatabase() : null;
  const connectionString = options.connectionString ?? database!.connectionString;
  let stood = options.now === undefined ? null : (new Date(options.now).toISOString() as Instant);
  const listeners = new Set<() => void>();
  const clients: pg.Client[] = [];
  let revision = "0";
  const db = createDb({
    connectionString,
    poolSize,
    onCommit: (id) => {
      revision = id;
      for (const listener of listeners) listener();
    },
    ...(stood === null ? {} : { now: () => stood! }),
  });
  revision = await getRevision({ db });
  const installation: Installation = {
    db,
    secret: "a secret of the tests, thirty-two characters or more",
    url: "http://readout.test",
    private: isPrivate,
    mail: { digestAt: "06:00" },
    review,
    revision: {
      current: () => revision,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    log: {
      error: (fields, message) => {
        throw new Error(message, { cause: fields.err });
      },
    },
    now: () => stood ?? (new Date().toISOString() as Instant),
  };
  const userOf = (as: Role | null, who: string = as ?? ""): User | null =>
    as === null ? null : { id: `test-${who}`, role: as, name: `Test ${who}` };
  const callerAs = (as: Role | null, who?: string) =>
    createCaller(createContext(installation, { user: userOf(as, who), address: "192.0.2.1" }));
  const context: TestContext = {
    ctx: createContext(installation, { user: userOf(role ?? "editor") }) as Context & { user: User },
    caller: callerAs(role),
    callerAs,
    db,
    connectionString,
    connect: async () => {
      const client = new pg.Client({ connectionString });
      clients.push(client);
      await client.connect();
      return client;
    },
    setNow: (now) => {
      if (stood === null) throw new Error("this context runs on real time; give it `now`");
      stood = new Date(now).toISOString() as Instant;
    },
    close: async () => {
      open.delete(context);
      await Promise.all(clients.map((client) => client.end()));
      await closeDb(db);
      await database?.drop();
    },
  };
  open.add(context);
  return context;
}

/** Closes every context that is still open; `src/testing/close-contexts.ts` does so after each test file. */
export async function closeTestContexts(): Promise<void> {
  await Promise.all([...open].map((context) => context.close()));
}

const unique = (what: string): string => `${what}-${randomUUID().slice(0, 8)}`;

/** An item to open; every field can be replaced. */
export const anItem = (fields: Partial<z.input<typeof OpenItem>> = {}): z.input<typeof OpenItem> => ({
  id: unique("item"),
  title: "Bridge over the strait",
  question: "Will the bridge be opened to traffic?",
  resolutionCriteria: "Resolves yes on the first day of public traffic.",
  statusSubject: "the bridge",
  ...fields,
});

/** A source to add: a page whose paragraphs are not numbered. */
export const aSource = (fields: Partial<z.input<typeof AddSource>> = {}): z.input<typeof AddSource> => ({
  id: unique("source"),
  title: "Bridge nears its end",
  publisher: "Strait Courier",
  published: "2020-01-01",
  ...fields,
});

type EntryInput<K> = Extract<z.input<typeof RecordEntry>, { kind: K }>;

/** A change to record, without evidence and saying why; every field can be replaced. */
export const aChange = (
  itemId: string,
  expectedHead: number,
  fields: Partial<EntryInput<"change">> = {},
): EntryInput<"change"> => ({
  kind: "change",
  itemId,
  expectedHead,
  status: "raised",
  effective: "2020-01-01",
  reported: "2020-01-01",
  summary: "The matter came up.",
  ...("evidence" in fields ? {} : { noEvidence: "known to all" }),
  ...fields,
});
