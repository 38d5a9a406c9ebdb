import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startProblem } from "@readout/api/db/start-problem";
import { isRunning, ownProcess, type ProcessId } from "./process-id.ts";

/** Who works on a data folder. */
export interface Holder extends ProcessId {
  /** "server", or the command as typed. */
  task: string;
}

/** What a running server tells the commands beside it (`server.json`). Holds no secret. */
export interface ServerNote extends ProcessId {
  port: number;
  url: string;
  /** Connection string of its database, without the password. */
  databaseUrl: string;
}

/** The data folder, held by this process alone until released. */
export interface HeldFolder {
  folder: string;
  /** Writes `server.json`: from now on commands use this server's database. */
  announce(note: Omit<ServerNote, keyof ProcessId>): Promise<void>;
  /** Removes `server.json` and the lock. Safe to call twice. */
  release(): Promise<void>;
}

/** Takes the folder, or tells who has it. A holder that was killed counts as gone. */
export async function tryHoldFolder(folder: string, task: string): Promise<HeldFolder | Holder> {
  const self: Holder = { ...(await ownProcess()), task };
  try {
    // Passable but not listable: PostgreSQL may have to run as another user.
    await mkdir(folder, { recursive: true, mode: 0o711 });
    return await takeLock(folder, self);
  } catch (error) {
    const { code, name, message } = error as NodeJS.ErrnoException;
    if (name === "StartProblem" || !code) throw error;
    throw startProblem(`cannot write to the data folder ${folder} (${message.split(",")[0]})`, { cause: error });
  }
}

export function isHeld(outcome: HeldFolder | Holder): outcome is HeldFolder {
  return "release" in outcome;
}

async function takeLock(folder: string, self: Holder): Promise<HeldFolder | Holder> {
  const lock = join(folder, "lock");
  for (;;) {
    if (await createLock(lock, self)) return heldFolder(folder, self);
    const holder = await readLock(lock);
    if (holder === "gone") continue;
    if (holder && (await isRunning(holder))) return holder;
    // One at a time may clear a stale lock, or the second would clear the first one's fresh lock.
    await mkdir(`${lock}.clearing`).then(
      async () => {
        try {
          const again = await readLock(lock);
          if (again !== "gone" && !(again && (await isRunning(again)))) await rm(lock, { force: true });
        } finally {
          await rmdir(`${lock}.clearing`);
        }
      },
      async (error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
        const { mtimeMs } = await stat(`${lock}.clearing`).catch(() => ({ mtimeMs: Date.now() }));
        if (Date.now() - mtimeMs > 10_000) await rmdir(`${lock}.clearing`).catch(() => {});
        await sleep(50);
      },
    );
  }
}

async function createLock(lock: string, self: Holder): Promise<boolean> {
  try {
    const file = await open(lock, "wx", 0o600);
    await file.writeFile(JSON.stringify(self));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null for a lock whose writer died before it was whole. */
async function readLock(lock: string): Promise<Holder | null | "gone"> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const text = await readFile(lock, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "gone" as const;
      throw error;
    });
    if (text === "gone") return text;
    const holder = parse<Holder>(text);
    if (holder) return holder;
    await sleep(50);
  }
  return null;
}

function heldFolder(folder: string, self: Holder): HeldFolder {
  const note = join(folder, "server.json");
  return {
    folder,
    announce: async (about) => {
      const { pid, began } = self;
      await writeFile(`${note}.new`, `${JSON.stringify({ pid, began, ...about }, null, 2)}\n`, { mode: 0o600 });
      await rename(`${note}.new`, note);
    },
    release: async () => {
      await rm(note, { force: true });
      const holder = await readLock(join(folder, "lock"));
      if (holder !== "gone" && holder?.pid === self.pid && holder.began === self.began) await rm(join(folder, "lock"));
    },
  };
}

/** The server that runs on a data folder; null when none does, whatever an earlier one left behind. */
export async function findServer(folder: string): Promise<ServerNote | null> {
  const text = await readFile(join(folder, "server.json"), "utf8").catch(() => "");
  const note = parse<ServerNote>(text);
  return note && (await isRunning(note)) ? note : null;
}

/**
 * The secret kept in the data folder; made on first use, from `given` when there is one.
 * Only the holder of the folder may be the first to ask.
 */
export async function keptSecret(folder: string, given: string | null = null): Promise<string> {
  const file = join(folder, "secret");
  const kept = (await readFile(file, "utf8").catch(() => "")).trim();
  if (kept) return kept;
  const secret = given ?? randomBytes(32).toString("base64url");
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secret;
}

function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
