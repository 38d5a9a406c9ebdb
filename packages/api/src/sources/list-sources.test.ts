import type { SourceId } from "@readout/core/id";
import { expect, it } from "vitest";
import { aSource, createTestContext } from "../testing.ts";

it("sources asked for by id are those and no others, page by page, as far as they were known", async () => {
  const { caller } = await createTestContext({ now: "2026-03-04T09:00:00.000Z" });
  const ids = ["wire", "site", "mirror", "late"] as SourceId[];
  for (const id of ids)
    await caller.sources.add(aSource({ id, published: id === "late" ? "2020-06-01" : "2020-01-01" }));
  const asked = { ids: ["late", "wire", "site", "nobody"] as SourceId[] };

  const all = await caller.sources.list(asked);
  expect(all.sources.map(({ id }) => id)).toEqual(["late", "site", "wire"]);

  const first = await caller.sources.list({ ...asked, limit: 2 });
  expect(first.nextCursor).not.toBeNull();
  const second = await caller.sources.list({ ...asked, limit: 2, cursor: first.nextCursor! });
  expect([...first.sources, ...second.sources]).toEqual(all.sources);
  expect(second.nextCursor).toBeNull();

  const then = await caller.sources.list({ ...asked, knownOn: "2020-03-01" as never });
  expect(then.sources.map(({ id }) => id)).toEqual(["site", "wire"]);
});
