import { apiKey } from "@better-auth/api-key";
import { getAuthTables } from "better-auth/db";
import { admin } from "better-auth/plugins";
import { expect, test } from "vitest";
import { createTestContext } from "../testing.ts";

const types: Record<string, string> = {
  boolean: "boolean",
  date: "timestamp with time zone",
  number: "integer",
  string: "text",
};

test("users, sessions and keys have the columns that better-auth works with", async () => {
  const client = await (await createTestContext()).connect();
  for (const { modelName, fields } of Object.values(getAuthTables({ plugins: [admin(), apiKey()] }))) {
    const { rows } = await client.query<{ name: string; type: string; nullable: boolean }>(
      `SELECT column_name AS name, data_type AS type, is_nullable = 'YES' AS nullable FROM information_schema.columns
       WHERE table_name = $1 AND table_schema = 'public' AND column_name <> 'id'`,
      [modelName],
    );
    const wanted = Object.entries(fields).map(([name, { type, required }]) => ({
      ...{ name, type: types[String(type)], nullable: required === false },
    }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(rows.sort(byName), modelName).toEqual(wanted.sort(byName));
  }
});
