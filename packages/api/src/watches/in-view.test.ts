import { wasInView } from "@readout/core/news";
import { Phase } from "@readout/core/reading";
import { Status } from "@readout/core/status";
import type { ViewFilters } from "@readout/core/watch";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inTransaction } from "../db/transaction.ts";
import { datasetContext } from "../testing/records.ts";
import { loadRecords } from "./load-records.ts";

test("a view holds for its mails the items that its list holds", { timeout: 30_000 }, async () => {
  const { caller, ctx } = await datasetContext({ now: "2026-11-21T10:00:00Z" });
  const ids = (await caller.items.list({ limit: 200 })).items.map(({ id }) => id as string);
  const records = await inTransaction(ctx, (tx) => loadRecords(tx, ids, "9223372036854775807", ctx.now()));
  const all = [...records.values()];
  const words = [...new Set(all.flatMap(({ title, question }) => `${title} ${question}`.split(/\s+/)))];

  const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.constantFrom(...words).map((whole) => whole.slice(1, 4).toUpperCase() || "a") },
    // What a pattern of SQL would read as something else than itself.
    { weight: 1, arbitrary: fc.constantFrom("%", "_", "\\", "'", "a_", "Ж", "%%", "\\%") },
  );
  const filters = fc.record({
    status: fc.uniqueArray(fc.constantFrom(...Status.options), { minLength: 1, maxLength: 8 }),
    phase: fc.constantFrom(...Phase.options),
    tag: fc.constantFrom(...new Set(all.flatMap(({ tags }) => tags)), "no-such-tag"),
    actor: fc.constantFrom(...new Set(all.flatMap(({ parties }) => parties))),
    owner: fc.constantFrom(...new Set(all.flatMap(({ ownerSide }) => ownerSide ?? []))),
    q: fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join("  ")),
  });
  // Most filters together leave nothing: each run keeps two of them.
  const few = fc.tuple(filters, fc.subarray(["status", "phase", "tag", "actor", "owner", "q"], { maxLength: 2 }));

  const sizes = new Set<number>();
  await fc.assert(
    fc.asyncProperty(few, async ([given, kept]) => {
      const view = Object.fromEntries(
        Object.entries(given).filter(([name, value]) => kept.includes(name) && value !== undefined),
      ) as ViewFilters;
      const listed = (await caller.items.list({ ...view, limit: 200 })).items.map(({ id }) => id as string);
      const held = all.filter((record) => wasInView(record, [], view, { now: ctx.now() })).map(({ id }) => id);
      expect(held.sort()).toEqual(listed.sort());
      sizes.add(held.length);
    }),
    { numRuns: 60 },
  );
  expect(sizes.size).toBeGreaterThan(5);
});
