import { isReadoutError } from "@readout/core/error";
import { isAtLeast, Role } from "@readout/core/role";
import { beforeAll, describe, expect, test } from "vitest";
import { type Context, createContext } from "../context.ts";
import { appRouter } from "../router.ts";
import { createCaller } from "../server.ts";
import { createTestContext, type TestContext } from "../testing.ts";
import { authenticate } from "./authenticate.ts";
import { createKey } from "./create-key.ts";

/** Who may call what: `anyone` in a public installation, else the least role. */
const table: Record<string, Role | "anyone"> = {
  "items.list": "anyone",
  "items.get": "anyone",
  "items.entries": "anyone",
  "items.intervals": "anyone",
  "items.scenarios": "anyone",
  "items.open": "editor",
  "items.record": "editor",
  "sources.list": "anyone",
  "sources.get": "anyone",
  "sources.add": "editor",
  "actors.list": "anyone",
  "actors.get": "anyone",
  "milestones.list": "anyone",
  "scenarioSets.list": "anyone",
  "diff.get": "anyone",
  "changes.list": "anyone",
  "changes.stream": "anyone",
  "record.rail": "anyone",
  "record.overview": "anyone",
  "proposals.propose": "analyst",
  "proposals.list": "analyst",
  "proposals.get": "analyst",
  "proposals.approve": "editor",
  "proposals.refuse": "editor",
  "proposals.withdraw": "analyst",
  "review.due": "analyst",
  "drafts.list": "analyst",
  "drafts.get": "analyst",
  "drafts.save": "analyst",
  "drafts.discard": "analyst",
  "people.list": "reader",
  "history.list": "anyone",
  "audit.list": "admin",
};

const askers = ["nobody", ...Role.options] as const;
type Asker = (typeof askers)[number];

let shared: TestContext;
const keys = new Map<Asker, string>();
beforeAll(async () => {
  shared = await createTestContext();
  for (const role of Role.options) keys.set(role, (await createKey(shared.db, { role, name: role })).key);
});

/** The context of a request that carries the asker's own key. */
async function contextOf(asker: Asker, isPrivate: boolean): Promise<Context> {
  const key = keys.get(asker);
  const user = await authenticate(shared.db, key === undefined ? {} : { authorization: `Bearer ${key}` });
  return createContext({ ...shared.ctx, private: isPrivate }, { user });
}

/** The refusal of a call that goes no further than the door: no input satisfies every procedure, and none needs to. */
async function refusalOf(procedure: string, ctx: Context): Promise<string | null> {
  const [group, name] = procedure.split(".") as [string, string];
  const caller = createCaller(ctx) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await caller[group]![name]!({ "no such field": true });
  } catch (error) {
    if (isReadoutError(error, "unauthenticated") || isReadoutError(error, "forbidden")) return error.code;
    // Whoever is let in is told about the input.
    if (isReadoutError(error, "invalid_input")) return null;
    throw error;
  }
  throw new Error(`${procedure} took a field that no procedure has`);
}

function expected(needed: Role | "anyone", asker: Asker, isPrivate: boolean): string | null {
  if (needed === "anyone" && !isPrivate) return null;
  if (asker === "nobody") return "unauthenticated";
  return isAtLeast(asker, needed === "anyone" ? "reader" : needed) ? null : "forbidden";
}

test("the table names every procedure, and no other", () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
});

describe.each([
  ["a public installation", false],
  ["a private installation", true],
])("in %s", (_, isPrivate) => {
  test.each(Object.entries(table))("%s opens to %s", async (procedure, needed) => {
    const outcome: Record<string, string | null> = {};
    for (const asker of askers) outcome[asker] = await refusalOf(procedure, await contextOf(asker, isPrivate));
    expect(outcome).toEqual(
      Object.fromEntries(askers.map((asker) => [asker, expected(needed, asker, isPrivate)] as const)),
    );
  });
});
