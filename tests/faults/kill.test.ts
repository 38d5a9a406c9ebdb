import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { killServer, type RunningServer, readout, startServer, stopServer } from "../support/server.ts";

const kills = 20;
const writers = 4;
const itemId = "new-start-extension";
let dataFolder: string;
let server: RunningServer | null = null;

beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "readout-kill-"));
});

afterAll(async () => {
  if (server) await stopServer(server);
  rmSync(dataFolder, { recursive: true, force: true });
});

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

it(`loses no acknowledged entry and keeps no half-written one when server and database are killed ${kills} times`, async () => {
  server = await startServer(dataFolder);
  const { out: key } = await readout(dataFolder, "keys", "create", "--role", "editor", "--name", "faults");
  const acknowledged: Acknowledged[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const { url } = server;
    const streams = Array.from({ length: writers }, (_, i) =>
      append(url, key, `kill ${kill}, writer ${i}`, acknowledged),
    );
    // In the middle of the streams however slow the machine: after some were acknowledged, at another moment each time.
    const enough = acknowledged.length + 3 + (kill % 4);
    while (acknowledged.length < enough) await sleep(2);
    await sleep((kill * 7) % 23);
    await killServer(server);
    server = null;
    await Promise.all(streams);
    server = await startServer(dataFolder);
  }
  const { entries, head } = (await (await fetch(`${server.url}/api/v1/items/${itemId}/entries`)).json()) as {
    entries: { seq: number; hash: string; note?: string }[];
    head: number;
  };
  expect(acknowledged.length).toBeGreaterThanOrEqual(3 * kills);
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, i) => i + 1));
  const kept = new Map(entries.map((entry) => [entry.seq, entry]));
  for (const { seq, hash, note } of acknowledged) expect(kept.get(seq)).toMatchObject({ hash, note });
  const { out: faults, note } = await readout(dataFolder, "verify");
  expect(faults).toBe("");
  expect(note).toMatch(/33 items, \d+ entries: everything fits/);
}, 600_000);
