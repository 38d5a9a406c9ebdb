import { expect, test } from "vitest";
import { createKey } from "../access/create-key.ts";
import { datasetContext } from "../testing/records.ts";

test("people and services are listed by name, the shut-out ones too; the data set is nobody", async () => {
  const { ctx, callerAs, connect } = await datasetContext({ now: "2026-03-04T09:00:00Z" });
  expect((await callerAs("reader").people.list({})).people).toEqual([]);
  const client = await connect();
  await client.query(`INSERT INTO "user" (id, name, email, role, banned, "updatedAt") VALUES
    ('u1', 'zoe', 'zoe@example.org', 'editor', false, now()), ('u2', 'Ann', 'ann@example.org', 'reader', true, now())`);
  await createKey(ctx.db, { role: "editor", name: "press-desk" });
  const { people } = await callerAs("reader").people.list({});
  expect(people.map(({ name }) => name)).toEqual(["Ann", "press-desk", "zoe"]);
  expect(Object.keys(people[0]!)).toEqual(["id", "name"]);
});
