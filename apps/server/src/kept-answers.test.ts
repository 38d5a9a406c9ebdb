import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { KeptAnswers } from "./kept-answers.ts";

const noon = Date.UTC(2026, 10, 21, 12);
const answer = (text: string) => ({ headers: ["content-type", "application/json"], body: Buffer.from(text) });

function keptAt(state: { revision: string | null; now?: number }, maxBytes?: number): KeptAnswers {
  return new KeptAnswers({
    revision: () => state.revision,
    now: () => state.now ?? noon,
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
}

test("an answer is given again for the same address, and only for it", () => {
  const kept = keptAt({ revision: "1" });
  kept.keep("/api/v1/items?limit=2", kept.generation()!, answer("two"));
  expect(kept.find("/api/v1/items?limit=2")?.body.toString()).toBe("two");
  expect(kept.find("/api/v1/items?limit=3")).toBeNull();
  expect(kept).toMatchObject({ hits: 1, misses: 1 });
});

test("after a write nothing that was kept before is given", () => {
  const state = { revision: "1" };
  const kept = keptAt(state);
  kept.keep("/", kept.generation()!, answer("old"));
  state.revision = "2";
  expect(kept.find("/")).toBeNull();
  expect(kept.bytes).toBe(0);
});

test("an answer whose read began before a write is not kept as one of after it", () => {
  const state = { revision: "1" };
  const kept = keptAt(state);
  const began = kept.generation()!;
  state.revision = "2";
  expect(kept.keep("/", began, answer("read before the write")).body.toString()).toBe("read before the write");
  expect(kept.find("/")).toBeNull();
});

test("at midnight UTC every answer is read anew, without a write", () => {
  const state = { revision: "1", now: Date.UTC(2026, 10, 21, 23, 59, 59, 999) };
  const kept = keptAt(state);
  kept.keep("/", kept.generation()!, answer("yesterday"));
  expect(kept.find("/")).not.toBeNull();
  state.now += 1;
  expect(kept.find("/")).toBeNull();
});

test("while the revision is not known nothing is given and nothing is kept", () => {
  const state: { revision: string | null } = { revision: "1" };
  const kept = keptAt(state);
  const began = kept.generation()!;
  kept.keep("/", began, answer("known"));
  state.revision = null;
  expect(kept.find("/")).toBeNull();
  expect(kept.generation()).toBeNull();
  kept.keep("/", began, answer("unknown"));
  expect(kept.size).toBe(0);
});

test("when space runs out the least recently used goes first, and what is too large is not kept", () => {
  const kept = keptAt({ revision: "1" }, 24_000);
  const text = "x".repeat(1000);
  const urls = Array.from({ length: 12 }, (_, index) => `/${index}`);
  for (const url of urls) {
    kept.keep(url, kept.generation()!, answer(text));
    kept.find("/0");
  }
  expect(kept.bytes).toBeLessThanOrEqual(24_000);
  for (let index = 12; index < 40; index++) {
    kept.keep(`/${index}`, kept.generation()!, answer(text));
    kept.find("/0");
  }
  expect(kept.bytes).toBeLessThanOrEqual(24_000);
  expect(kept.find("/0")).not.toBeNull();
  expect(kept.find("/1")).toBeNull();
  expect(kept.find("/39")).not.toBeNull();
  kept.keep("/large", kept.generation()!, answer("x".repeat(4000)));
  expect(kept.find("/large")).toBeNull();
});

test("a long answer is kept in both compressed forms, and they count towards the space", async () => {
  const kept = keptAt({ revision: "1" });
  const text = JSON.stringify(Array.from({ length: 500 }, (_, index) => ({ id: index, status: "under-way" })));
  kept.keep("/", kept.generation()!, answer(text));
  const before = kept.bytes;
  await vi.waitFor(() => expect(kept.find("/")?.br).not.toBeNull());
  const found = kept.find("/")!;
  expect(brotliDecompressSync(found.br!).toString()).toBe(text);
  expect(gunzipSync(found.gzip!).toString()).toBe(text);
  expect(kept.bytes).toBe(before + found.br!.length + found.gzip!.length);
});
