import { createHmac } from "node:crypto";
import { stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { type Cluster, clusterUser, startCluster } from "@readout/api/db/cluster";
import pg from "pg";
import { type HeldFolder, keptSecret, type ServerNote } from "./data-folder.ts";

const databaseName = "readout";
const maxLogBytes = 5 * 1024 * 1024;

/** The embedded PostgreSQL of a data folder, running. */
export interface EmbeddedDatabase {
  connectionString: string;
  /** The same without the password, to be written down. */
  publicUrl: string;
  stop(): Promise<void>;
  /** At once, without a checkpoint; nothing acknowledged is lost. */
  kill(): void;
  /** Settles when PostgreSQL ends, on request or not. */
  exited: Promise<void>;
}

/**
 * Starts PostgreSQL below a held data folder, making its files and its database when needed. One that outlived its server
 * is stopped first: the folder is held, so nobody else uses it.
 *
 * @param secret what the data folder's secret becomes when it has none yet
 * @throws a StartProblem with one line
 */
export async function startEmbedded({ folder }: HeldFolder, secret: string | null): Promise<EmbeddedDatabase> {
  const logFile = join(folder, "postgres.log");
  if (((await stat(logFile).catch(() => null))?.size ?? 0) > maxLogBytes) await truncate(logFile);
  const password = databasePassword(await keptSecret(folder, secret));
  const cluster = await startCluster({ folder: join(folder, "postgres"), logFile, password });
  try {
    await ensureDatabase(cluster);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    connectionString: cluster.url(databaseName),
    publicUrl: `postgresql://${clusterUser}@127.0.0.1:${cluster.port}/${databaseName}`,
    stop: cluster.stop,
    kill: cluster.kill,
    exited: cluster.exited,
  };
}

/** How a command reaches the database of the server that runs on the same data folder. */
export async function connectionStringOf(folder: string, server: ServerNote): Promise<string> {
  const url = new URL(server.databaseUrl);
  url.password = databasePassword(await keptSecret(folder));
  return url.href;
}

function databasePassword(secret: string): string {
  return createHmac("sha256", secret).update("readout embedded postgresql").digest("hex");
}

async function ensureDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}
