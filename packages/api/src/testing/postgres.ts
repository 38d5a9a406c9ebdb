import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startCluster } from "../db/cluster.ts";
import { migrate } from "../db/migrate.ts";

const migrationsFolder = fileURLToPath(new URL("../../../../prisma/migrations", import.meta.url));
const template = "readout_template";
const variable = "READOUT_TEST_POSTGRES";

/**
 * Vitest's globalSetup: one throw-away PostgreSQL for the whole run, with one migrated database that every
 * {@link createTestDatabase} copies. Returns the teardown.
 */
export default async function setUpTestPostgres(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "readout-test-"));
  await chmod(folder, 0o711);
  const cluster = await startCluster({
    folder: join(folder, "postgres"),
    logFile: join(folder, "postgres.log"),
    password: randomBytes(12).toString("hex"),
    durable: false,
    settings: { max_connections: "300" },
  });
  // A run that is broken off takes its PostgreSQL with it: that one has a session of its own and hears no Ctrl-C.
  const breakOff = () => {
    cluster.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const onSignal = () => {
    breakOff();
    process.exit(130);
  };
  process.once("exit", breakOff).once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const tearDown = async () => {
    process.off("exit", breakOff).off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await execute(cluster.url("postgres"), `CREATE DATABASE ${template}`);
    await migrate(cluster.url(template), migrationsFolder);
  } catch (error) {
    await tearDown();
    throw error;
  }
  // Workers start after this and inherit it.
  process.env[variable] = cluster.url("postgres");
  return tearDown;
}

/** A database of its own for a test file or a test. */
export interface TestDatabase {
  connectionString: string;
  /** Removes it, sessions included. Optional: the whole cluster goes when the run ends. */
  drop(): Promise<void>;
}

/**
 * Copies the migrated database, in some 50 ms.
 *
 * @param options.empty true for one without any table
 * @throws when the run has no `src/testing/postgres.ts` among its globalSetup
 */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const admin = process.env[variable];
  if (!admin) throw new Error("vitest.config.ts must name packages/api/src/testing/postgres.ts as globalSetup");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await execute(admin, `CREATE DATABASE ${name} TEMPLATE ${options.empty ? "template0" : template}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { connectionString: url.href, drop: () => execute(admin, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function execute(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
