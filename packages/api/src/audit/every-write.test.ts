import { expect, test } from "vitest";
import { appRouter } from "../router.ts";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";

/** What a call needs: somebody else's callers, to prepare it. */
type Prepare = (context: TestContext) => Promise<object>;

const anOpenItem = async ({ callerAs }: TestContext) => (await callerAs("editor").items.open(anItem())).id;
const aProposal = async (context: TestContext, role: "editor" | "admin" = "editor") => ({
  id: (await context.callerAs(role).proposals.propose(aChange(await anOpenItem(context), 0))).id,
});

const aMilestone = { date: "2026-09-01", kind: "deadline", what: "Opening" } as const;
const aPlannedItem = async ({ callerAs }: TestContext) => {
  const { id: itemId } = await callerAs("editor").items.open(anItem({ milestones: [aMilestone] }));
  return { itemId, ordinal: 1 };
};
const aSourceId = async ({ callerAs }: TestContext) => (await callerAs("editor").sources.add(aSource())).id;
const aDisagreement = async (context: TestContext) => {
  const side = async (claim: string) => ({
    claim,
    citations: [{ sourceId: await aSourceId(context), paragraphs: [], says: claim }],
  });
  return {
    id: "length-of-the-bridge",
    itemIds: [await anOpenItem(context)],
    type: "figure" as const,
    summary: "They differ",
    sides: [await side("It is long."), await side("It is short.")],
  };
};
const anActor = { id: "ferry-company", name: "The ferry company", type: "group" } as const;
const aView = { name: "In trouble", path: "/items", search: "status=stalled" } as const;
const aViewId = async ({ callerAs }: TestContext) => (await callerAs("admin").views.save(aView)).id;
const aUser = { email: "ann@example.org", name: "Ann", role: "analyst" } as const;
const aUserId = async ({ callerAs }: TestContext) => (await callerAs("admin").users.add(aUser)).user.id;

/** A watch of whoever asks, who has to be a person: only people have a mailbox. */
const aWatch = async (context: TestContext) => {
  await aMailboxOf(context, "test-admin");
  return { id: (await context.callerAs("admin").watches.add({ kind: "item", itemId: await anOpenItem(context) })).id };
};
/** Makes whoever has this id a person with an address. */
const aMailboxOf = async ({ connect }: TestContext, id: string) => {
  const client = await connect();
  await client.query(
    `INSERT INTO "user" (id, name, email, role, "updatedAt") VALUES ($1, 'Test', $1 || '@example.org', 'admin', now())`,
    [id],
  );
};

/** A valid input for each procedure that writes, asked by an administrator. */
const inputs: Record<string, Prepare> = {
  "items.open": async () => anItem(),
  "items.record": async (context) => aChange(await anOpenItem(context), 0),
  "items.edit": async (context) => ({ id: await anOpenItem(context), version: 1, title: "Another title" }),
  "milestones.add": async (context) => ({ itemId: await anOpenItem(context), ...aMilestone }),
  "milestones.edit": async (context) => ({ ...(await aPlannedItem(context)), version: 1, what: "Opened to traffic" }),
  "milestones.decide": async (context) => ({ ...(await aPlannedItem(context)), verdict: "met" }),
  "sources.add": async () => aSource(),
  "sources.edit": async (context) => ({ id: await aSourceId(context), version: 1, title: "Another title" }),
  "sources.setText": async (context) => ({ id: await aSourceId(context), text: "First.\n\nSecond." }),
  "actors.add": async () => anActor,
  "actors.edit": async ({ callerAs }) => {
    const { id, version } = await callerAs("editor").actors.add(anActor);
    return { id, version, name: "The other ferry company" };
  },
  "disagreements.add": aDisagreement,
  "disagreements.edit": async (context) => {
    const { id, version } = await context.callerAs("editor").disagreements.add(await aDisagreement(context));
    return { id, version, summary: "They differ on the length" };
  },
  "proposals.propose": async (context) => aChange(await anOpenItem(context), 0),
  "proposals.approve": (context) => aProposal(context),
  "proposals.refuse": async (context) => ({ ...(await aProposal(context)), reason: "no" }),
  "proposals.withdraw": (context) => aProposal(context, "admin"),
  "watches.add": async (context) => {
    await aMailboxOf(context, "test-admin");
    return { kind: "item", itemId: await anOpenItem(context) };
  },
  "watches.edit": async (context) => ({ ...(await aWatch(context)), cadence: "weekly" }),
  "watches.remove": (context) => aWatch(context),
  "watches.restore": async (context) => {
    const watch = await aWatch(context);
    await context.callerAs("admin").watches.remove(watch);
    return watch;
  },
  "mailbox.stop": async (context) => {
    await aWatch(context);
    return {};
  },
  "views.save": async () => aView,
  "views.rename": async (context) => ({ id: await aViewId(context), name: "Another name" }),
  "views.remove": async (context) => ({ id: await aViewId(context) }),
  "users.add": async () => aUser,
  "users.edit": async (context) => ({ id: await aUserId(context), role: "editor" }),
  "users.resetPassword": async (context) => ({ id: await aUserId(context) }),
  "keys.create": async () => ({ name: "press-desk", role: "editor" }),
  "keys.revoke": async ({ callerAs }) => ({
    id: (await callerAs("admin").keys.create({ name: "press-desk", role: "editor" })).id,
  }),
};

/** What writes without a row, and why. */
const unaudited: Record<string, string> = {
  "drafts.save": "typed every few seconds, its owner's alone, and no part of the record",
  "drafts.discard": "the same",
  "visits.note": "with every page, its owner's alone, and no part of the record",
  "visits.compare": "the same",
};

const mutations = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)
  .filter(([, { _def }]) => _def.type === "mutation")
  .map(([name]) => name);

test("every procedure that writes is in one of the two tables, and no other", () => {
  expect([...Object.keys(inputs), ...Object.keys(unaudited)].sort()).toEqual(mutations.sort());
});

test.each(Object.entries(inputs))(
  "%s leaves an audit row with who, what and from where, and no secret",
  async (name, prepare) => {
    const context = await createTestContext();
    const admin = context.callerAs("admin");
    const input = await prepare(context);
    const before = await admin.audit.list({ limit: 200 });
    const [group, procedure] = name.split(".") as [string, string];
    await (admin as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>)[group]![procedure]!(
      input,
    );
    const { rows } = await admin.audit.list({ limit: 200 });
    const added = rows.slice(0, rows.length - before.rows.length);
    expect(added.length).toBeGreaterThan(0);
    for (const row of added) {
      expect(row).toMatchObject({ who: { id: "test-admin", name: "Test admin" }, address: "192.0.2.1" });
      expect(row.act).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(row.subject.id).not.toBe("");
      expect(JSON.stringify([row.before, row.after])).not.toMatch(/"(password|token|secret|key)"/i);
    }
  },
);
