import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** The channel on which every committed write announces the id of its event. */
export const revisionChannel = "readout_events";

/** Up to which event this process knows the record to have changed. */
export interface WatchedRevision {
  /** The id of the last event known, "0" before the first. */
  current(): string;
  /** Names the state of the record; null while writes of other processes may be missed: nothing is then kept or given from memory. */
  state(): string | null;
  /** Calls back after every step; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Whether the database answers; rejects when it does not. */
  ping(): Promise<void>;
  /** Called right after a commit of this process, before its answer is sent. */
  bump(eventId: string): void;
  stop(): Promise<void>;
}

export interface RevisionOptions {
  connectionString: string;
  /** The id of the last event, as a decimal number; "0" when there is none. */
  readLast: (client: pg.Client) => Promise<string>;
  /** Told when listening fails and when it is taken up again. */
  onChange?: (listening: boolean, error?: Error) => void;
  heartbeatMs?: number;
}

/** Listens for the writes of every process on the database, and keeps on trying when the connection is lost. */
export async function watchRevision(options: RevisionOptions): Promise<WatchedRevision> {
  let last = 0n;
  // Grows where a number cannot tell what changed, so that no two states ever share a name.
  let breaks = 0;
  let client: pg.Client | null = null;
  let stopped = false;

  const listeners = new Set<() => void>();
  const step = (change: () => void) => {
    const before = `${last}.${breaks}`;
    change();
    if (before !== `${last}.${breaks}`) for (const listener of listeners) listener();
  };

  const bump = (eventId: string) =>
    step(() => {
      if (!/^\d+$/.test(eventId)) breaks += 1;
      else if (BigInt(eventId) > last) last = BigInt(eventId);
    });

  const listen = async () => {
    const fresh = new pg.Client({
      connectionString: options.connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    fresh.on("notification", ({ payload }) => bump(payload ?? ""));
    const lost = new Promise<Error>((done) => {
      fresh.once("error", done);
      fresh.once("end", () => done(new Error("the connection ended")));
    });
    await fresh.connect();
    await fresh.query(`LISTEN ${revisionChannel}`);
    // Read after LISTEN: a write in between is announced as well, one before is in the number.
    const known = BigInt(await options.readLast(fresh));
    // A smaller number than ours: the database was put back to an earlier state.
    step(() => {
      if (known < last) breaks += 1;
      last = known;
    });
    client = fresh;
    void lost.then(async (error) => {
      client = null;
      await fresh.end().catch(() => {});
      if (stopped) return;
      options.onChange?.(false, error);
      await listenAgain();
    });
  };

  const listenAgain = async () => {
    for (let pauseMs = 100; !stopped; pauseMs = Math.min(pauseMs * 2, 5_000)) {
      await sleep(pauseMs, undefined, { ref: false });
      if (stopped) return;
      const outcome = await listen().catch((error: Error) => error);
      if (outcome instanceof Error) continue;
      options.onChange?.(true);
      return;
    }
  };

  await listen();
  // A connection can be dead without either side having been told.
  const heartbeat = setInterval(() => {
    const asked = client;
    if (!asked) return;
    const timer = setTimeout(() => asked.emit("error", new Error("no answer to the heartbeat")), 5_000).unref();
    asked.query("SELECT 1").then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  }, options.heartbeatMs ?? 15_000).unref();

  return {
    current: () => String(last),
    state: () => (client ? `${last}.${breaks}` : null),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    bump,
    ping: async () => {
      if (!client) throw new Error("the connection is lost");
      await client.query("SELECT 1");
    },
    stop: async () => {
      stopped = true;
      clearInterval(heartbeat);
      await client?.end();
    },
  };
}
