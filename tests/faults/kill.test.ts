import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { killServer, type RunningServer, readout, startServer, stopServer } from "../support/server.ts";

const kills = 20;
/** Side by side: one writes and is looked at while the other starts again. */
const installations = 2;
const writers = 4;
const itemId = "new-start-extension";

type Acknowledged = { seq: number; hash: string; note: string };

/** Appends reviews one after another until the server is gone; keeps what was acknowledged, and only that. */
async function append(url: string, key: string, name: string, acknowledged: Acknowledged[]): Promise<void> {
  for (let n = 0, head = 0; ; n++) {
    const note = `${name}, look ${n}`;
    try {
      const answer = await fetch(`${url}/api/v1/items/${itemId}/entries`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ kind: "review", lookedOn: "2026-01-01", note, expectedHead: head }),
      });
      const body = (await answer.json()) as { seq: number; hash: string; head: number };
      if (answer.status === 201) {
        acknowledged.push({ seq: body.seq, hash: body.hash, note });
        head = body.seq;
      } else if (answer.status === 409) head = body.head;
      else return;
    } catch {
      return;
    }
  }
}

/** Kills an installation in the middle of its writing, each time at another moment, and looks at what is left. */
async function killAgainAndAgain(dataFolder: string, moments: readonly number[]): Promise<void> {
  let server: RunningServer | null = await startServer(dataFolder);
  try {
    const { out: key } = await readout(dataFolder, "keys", "create", "--role", "editor", "--name", "faults");
    const acknowledged: Acknowledged[] = [];
    for (const moment of moments) {
      const { url }: RunningServer = server;
      const streams = Array.from({ length: writers }, (_, i) =>
        append(url, key, `kill ${moment}, writer ${i}`, acknowledged),
      );
      // In the middle of the streams however slow the machine: after some were acknowledged.
      const enough = acknowledged.length + 3 + (moment % 4);
      while (acknowledged.length < enough) await sleep(2);
      await sleep((moment * 7) % 23);
      const killed = server;
      server = null;
      await killServer(killed);
      await Promise.all(streams);
      server = await startServer(dataFolder);
    }
    const { entries, head } = (await (await fetch(`${server.url}/api/v1/items/${itemId}/entries`)).json()) as {
      entries: { seq: number; hash: string; note?: string }[];
      head: number;
    };
    expect(acknowledged.length).toBeGreaterThanOrEqual(3 * moments.length);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    const kept = new Map(entries.map((entry) => [entry.seq, entry]));
    for (const { seq, hash, note } of acknowledged) expect(kept.get(seq)).toMatchObject({ hash, note });
    const { out: faults, note } = await readout(dataFolder, "verify");
    expect(faults).toBe("");
    expect(note).toMatch(/33 items, \d+ entries: everything fits/);
  } finally {
    if (server) await stopServer(server);
  }
}

it(`loses no acknowledged entry and keeps no half-written one when server and database are killed ${kills} times`, async () => {
  const moments = Array.from({ length: kills }, (_, i) => i);
  const each = kills / installations;
  const outcomes = await Promise.allSettled(
    Array.from({ length: installations }, async (_, i) => {
      const dataFolder = mkdtempSync(join(tmpdir(), "readout-kill-"));
      try {
        await killAgainAndAgain(dataFolder, moments.slice(i * each, (i + 1) * each));
      } finally {
        rmSync(dataFolder, { recursive: true, force: true });
      }
    }),
  );
  // Thrown here, when no installation runs any more.
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}, 600_000);
