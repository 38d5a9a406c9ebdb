import { setTimeout as sleep } from "node:timers/promises";
import { startProblem } from "@readout/api/db/start-problem";
import type { Settings } from "../env.ts";
import { findServer, type HeldFolder, type Holder, isHeld, keptSecret, tryHoldFolder } from "./data-folder.ts";
import { connectionStringOf, type EmbeddedDatabase, startEmbedded } from "./embedded.ts";

/** A database to work on, however it was come by. */
export interface AttachedDatabase {
  connectionString: string;
  secret: string;
  /** Present when PostgreSQL was started for this and ends with it. */
  embedded: EmbeddedDatabase | null;
  /** Whether a server runs on it, which has migrated it. */
  isServed: boolean;
  /** Stops what was started. */
  close(): Promise<void>;
}

/**
 * Takes the data folder for a server, waiting for a command at work on it; null when the database is elsewhere.
 *
 * @param onWait told once, with a line for people, when there is something to wait for
 * @throws a StartProblem naming the holder and its address when another server holds the folder
 */
export async function holdForServer(settings: Settings, onWait: (line: string) => void): Promise<HeldFolder | null> {
  if (settings.databaseUrl) return null;
  return waitForFolder(settings.dataFolder, "server", onWait, async (holder) => {
    if (holder.task !== "server") return false;
    const server = await findServer(settings.dataFolder);
    const address = server?.pid === holder.pid ? `serves ${server.url}` : "is still starting";
    throw startProblem(`the data folder ${settings.dataFolder} is in use by process ${holder.pid}, which ${address}`);
  });
}

/** The database of a server that holds its folder, or the one elsewhere; closing it leaves the folder held. */
export async function attachServer(held: HeldFolder | null, settings: Settings): Promise<AttachedDatabase> {
  if (!held) return elsewhere(settings);
  const embedded = await startEmbedded(held, settings.secret);
  const secret = settings.secret ?? (await keptSecret(held.folder));
  return { connectionString: embedded.connectionString, secret, embedded, isServed: false, close: embedded.stop };
}

/**
 * The database of a command: that of the server that runs on the folder, or its own while it works.
 *
 * @param task the command as typed, told to whoever finds the folder held
 */
export async function attachCommand(
  settings: Settings,
  task: string,
  onWait: (line: string) => void,
): Promise<AttachedDatabase> {
  if (settings.databaseUrl) return elsewhere(settings);
  const folder = settings.dataFolder;
  const attached = async (): Promise<AttachedDatabase | null> => {
    const server = await findServer(folder);
    if (!server) return null;
    const connectionString = await connectionStringOf(folder, server);
    const secret = settings.secret ?? (await keptSecret(folder));
    return { connectionString, secret, embedded: null, isServed: true, close: async () => {} };
  };
  let beside = await attached();
  if (beside) return beside;
  const held = await waitForFolder(folder, task, onWait, async () => {
    beside = await attached();
    return beside !== null;
  });
  if (beside) return beside;
  try {
    const own = await attachServer(held, settings);
    const close = async () => {
      await own.close();
      await held!.release();
    };
    return { ...own, close };
  } catch (error) {
    await held!.release();
    throw error;
  }
}

const patienceMs = 120_000;

/** @param consider asked again and again while someone holds the folder; true ends the waiting without it */
async function waitForFolder(
  folder: string,
  task: string,
  onWait: (line: string) => void,
  consider: (holder: Holder) => Promise<boolean>,
): Promise<HeldFolder | null> {
  let told = false;
  for (const until = Date.now() + patienceMs; ; await sleep(100)) {
    const outcome = await tryHoldFolder(folder, task);
    if (isHeld(outcome)) return outcome;
    if (await consider(outcome)) return null;
    const what = outcome.task === "server" ? "the server is still starting" : `\`readout ${outcome.task}\` is at work`;
    if (Date.now() > until) throw startProblem(`${what} (process ${outcome.pid}) and does not come to an end`);
    if (!told) onWait(`waiting: ${what} (process ${outcome.pid})`);
    told = true;
  }
}

function elsewhere({ databaseUrl, secret }: Settings): AttachedDatabase {
  return { connectionString: databaseUrl!, secret: secret!, embedded: null, isServed: false, close: async () => {} };
}
