import { isReadoutError } from "@readout/core/error";
import { isAtLeast, Role } from "@readout/core/role";
import { beforeAll, describe, expect, test } from "vitest";
import { type Context, createContext } from "../context.ts";
import { appRouter } from "../router.ts";
import { createCaller } from "../server.ts";
import { createTestContext, type TestContext } from "../testing.ts";
import { createAccounts } from "./accounts.ts";
import { addUser } from "./add-user.ts";
import { type AskingHeaders, authenticate } from "./authenticate.ts";
import { createKey } from "./create-key.ts";

/** Who may call what: `anyone` in a public installation, else the least role. */
const table: Record<string, Role | "anyone"> = {
  "items.list": "anyone",
  "items.lanes": "anyone",
  "items.get": "anyone",
  "items.entries": "anyone",
  "items.intervals": "anyone",
  "items.scenarios": "anyone",
  "items.graph": "anyone",
  "items.open": "editor",
  "items.edit": "editor",
  "items.record": "editor",
  "sources.list": "anyone",
  "sources.get": "anyone",
  "sources.rests": "anyone",
  "publishers.get": "anyone",
  "sources.add": "editor",
  "sources.edit": "editor",
  "sources.setText": "editor",
  "sources.text": "editor",
  "actors.list": "anyone",
  "actors.get": "anyone",
  "actors.add": "editor",
  "actors.edit": "editor",
  "milestones.list": "anyone",
  "milestones.calendar": "anyone",
  "milestones.add": "editor",
  "milestones.edit": "editor",
  "milestones.decide": "editor",
  "disagreements.list": "anyone",
  "disagreements.get": "anyone",
  "disagreements.add": "editor",
  "disagreements.edit": "editor",
  "scenarioSets.list": "anyone",
  "diff.get": "anyone",
  "changes.list": "anyone",
  "changes.entries": "anyone",
  "changes.stream": "anyone",
  "record.rail": "anyone",
  "record.overview": "anyone",
  "export.get": "anyone",
  "search.find": "anyone",
  "record.since": "anyone",
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
  "watches.list": "reader",
  "watches.add": "reader",
  "watches.edit": "reader",
  "watches.remove": "reader",
  "watches.restore": "reader",
  "mailbox.get": "reader",
  "mailbox.stop": "reader",
  "visits.note": "reader",
  "visits.compare": "reader",
  "views.list": "reader",
  "views.save": "reader",
  "views.rename": "reader",
  "views.remove": "reader",
  "people.list": "reader",
  "history.list": "anyone",
  "audit.list": "admin",
  "account.me": "anyone",
  "users.list": "admin",
  "users.add": "admin",
  "users.edit": "admin",
  "users.resetPassword": "admin",
  "keys.list": "admin",
  "keys.create": "admin",
  "keys.revoke": "admin",
};

/** Nobody, nobody with a cookie that is none of ours, and each role by a key and by a session. */
type Asker = { role: Role | null; headers: AskingHeaders };

let shared: TestContext;
const askers: Record<string, Asker> = {
  nobody: { role: null, headers: {} },
  "nobody with a cookie": { role: null, headers: { cookie: "theme=dark; readout.session_token=made.up" } },
};
beforeAll(async () => {
  shared = await createTestContext();
  const accounts = createAccounts(shared.ctx, null);
  for (const role of Role.options) {
    const { key } = await createKey(shared.db, { role, name: role });
    askers[`${role} by key`] = { role, headers: { authorization: `Bearer ${key}` } };
    const email = `${role}@example.org`;
    const { password } = await addUser(shared.db, { email, name: role, role });
    const { cookies } = await accounts.signIn({ email, password }, {});
    askers[`${role} by session`] = { role, headers: { cookie: cookies.map((line) => line.split(";")[0]).join("; ") } };
  }
});

/** The context of a request that carries the asker's own key or cookie. */
const contextOf = async ({ headers }: Asker, isPrivate: boolean): Promise<Context> =>
  createContext({ ...shared.ctx, private: isPrivate }, await authenticate(shared.ctx, headers));

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

function expected(needed: Role | "anyone", { role }: Asker, isPrivate: boolean): string | null {
  if (needed === "anyone" && !isPrivate) return null;
  if (role === null) return "unauthenticated";
  return isAtLeast(role, needed === "anyone" ? "reader" : needed) ? null : "forbidden";
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
    const wanted: Record<string, string | null> = {};
    for (const [who, asker] of Object.entries(askers)) {
      outcome[who] = await refusalOf(procedure, await contextOf(asker, isPrivate));
      wanted[who] = expected(needed, asker, isPrivate);
    }
    expect(Object.keys(outcome)).toHaveLength(2 + 2 * Role.options.length);
    expect(outcome).toEqual(wanted);
  });
});
