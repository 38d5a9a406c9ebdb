import { expect, test } from "vitest";
import { refusalOf } from "../testing/refusal.ts";
import { aChange, anItem, aSource, createTestContext } from "../testing.ts";

test("a row says who, what, when, from where, and the fields as they became", async () => {
  const { callerAs } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const eve = callerAs("editor", "eve");
  const admin = callerAs("admin");
  const { id } = await eve.items.open(anItem({ title: "Bridge", tags: ["bridge"] }));
  const entry = await eve.items.record(aChange(id, 0));
  const common = { at: "2026-03-04T09:00:00.000Z", who: { id: "test-eve", name: "Test eve" }, address: "192.0.2.1" };
  const { rows } = await admin.audit.list({});
  expect(rows).toMatchObject([
    { ...common, act: "entry.recorded", subject: { type: "item", id }, before: null },
    { ...common, act: "item.opened", subject: { type: "item", id }, before: null },
  ]);
  expect(rows[0]!.after).toEqual({ seq: 1, kind: "change", hash: "hash" in entry && entry.hash });
  expect(rows[1]!.after).toMatchObject({ title: "Bridge", tags: ["bridge"], reviewEveryDays: 180 });
});

test("a proposal leaves a row for each step, and the entry that it became names it", async () => {
  const { callerAs } = await createTestContext();
  const [ann, eve] = [callerAs("analyst", "ann"), callerAs("editor", "eve")];
  const { id: itemId } = await eve.items.open(anItem());
  const propose = () => ann.proposals.propose(aChange(itemId, 0));
  const made = [await propose(), await propose(), await propose()];
  await eve.proposals.refuse({ id: made[0]!.id, reason: "no" });
  await ann.proposals.withdraw({ id: made[1]!.id });
  const entry = await eve.proposals.approve({ id: made[2]!.id });
  const { rows } = await callerAs("admin").audit.list({ limit: 5 });
  const proposal = (i: number) => ({ subject: { type: "proposal", id: made[i]!.id } });
  expect(rows).toMatchObject([
    {
      act: "proposal.approved",
      who: { id: "test-eve" },
      ...proposal(2),
      after: { itemId, state: "approved", entrySeq: 1 },
    },
    { act: "entry.recorded", who: { id: "test-eve" }, after: { seq: 1, hash: entry.hash, proposalId: made[2]!.id } },
    { act: "proposal.withdrawn", who: { id: "test-ann" }, ...proposal(1), before: { itemId, state: "waiting" } },
    { act: "proposal.refused", who: { id: "test-eve" }, ...proposal(0), after: { state: "refused", reason: "no" } },
    {
      act: "proposal.made",
      who: { id: "test-ann" },
      ...proposal(2),
      after: { itemId, kind: "change", expectedHead: 0 },
    },
  ]);
});

test("what is refused leaves no row", async () => {
  const { caller, callerAs } = await createTestContext();
  const { id } = await caller.items.open(anItem());
  await refusalOf(caller.items.record(aChange(id, 7)));
  await refusalOf(caller.items.open(anItem({ id })));
  expect((await callerAs("admin").audit.list({})).rows).toHaveLength(1);
});

test("no row is ever changed or deleted", async () => {
  const { caller, connect } = await createTestContext();
  await caller.items.open(anItem());
  const client = await connect();
  for (const statement of ["UPDATE audit SET who = NULL", "DELETE FROM audit", "TRUNCATE audit"])
    await expect(client.query(statement)).rejects.toThrow("audit is append-only");
  expect((await client.query("SELECT FROM audit")).rowCount).toBe(1);
});

test("the log is filtered by each of its parameters, and by all of them", async () => {
  const { callerAs, setNow } = await createTestContext({ now: "2026-03-04T23:59:59.999Z" });
  const [ann, eve, admin] = [callerAs("editor", "ann"), callerAs("editor", "eve"), callerAs("admin")];
  const { id: first } = await ann.items.open(anItem());
  setNow("2026-03-05T00:00:00.000Z");
  const { id: second } = await eve.items.open(anItem());
  const { id: source } = await eve.sources.add(aSource());
  setNow("2026-03-06T00:00:00.000Z");
  await eve.items.record(aChange(first, 0));
  const [recorded, added, openedSecond, openedFirst] = (await admin.audit.list({})).rows;
  const ask = async (filters: Parameters<typeof admin.audit.list>[0]) => (await admin.audit.list(filters)).rows;
  expect(await ask({ who: "test-ann" })).toEqual([openedFirst]);
  expect(await ask({ act: "item.opened" })).toEqual([openedSecond, openedFirst]);
  expect(await ask({ subjectType: "source" })).toEqual([added]);
  expect(await ask({ subjectId: first })).toEqual([recorded, openedFirst]);
  expect(await ask({ from: "2026-03-05", to: "2026-03-05" } as object)).toEqual([added, openedSecond]);
  expect(await ask({ to: "2026-03-04" } as object)).toEqual([openedFirst]);
  expect(await ask({ from: "2026-03-06" } as object)).toEqual([recorded]);
  const all = { who: "test-eve", act: "item.opened", subjectType: "item", subjectId: second, from: "2026-03-05" };
  expect(await ask(all as object)).toEqual([openedSecond]);
  expect(await ask({ ...all, subjectId: source } as object)).toEqual([]);
  const backwards = { from: "2026-03-06", to: "2026-03-05" } as object;
  expect(await refusalOf(ask(backwards))).toMatchObject({
    code: "invalid_input",
    details: { fields: [{ path: "from" }] },
  });
});

test("pages follow each other without a gap or a repeat, whatever is written meanwhile", async () => {
  // The clock stands: forty rows of one moment.
  const { caller, callerAs } = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  const admin = callerAs("admin");
  for (let i = 0; i < 40; i++) await caller.items.open(anItem());
  const all = (await admin.audit.list({ limit: 200 })).rows.map(({ id }) => id);
  const walked: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.audit.list({ limit: 7, cursor });
    walked.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
    await caller.items.open(anItem());
  } while (cursor !== undefined);
  expect(all).toHaveLength(40);
  expect(walked).toEqual(all);
  const { nextCursor } = await admin.audit.list({ limit: 1 });
  const elsewhere = { cursor: nextCursor!, act: "item.opened" };
  expect((await refusalOf(admin.audit.list(elsewhere))).details.fields).toMatchObject([{ path: "cursor" }]);
});

test.each([
  ["nothing", "", "audit_at_id_idx"],
  ["who acted", "WHERE who = 'user-7'", "audit_who_at_id_idx"],
  ["what was done", "WHERE act = 'act-7'", "audit_act_at_id_idx"],
  ["a kind of thing", "WHERE subject_type = 'type-7'", "audit_subject_type_at_id_idx"],
  ["one thing", "WHERE subject_id = 'id-7' AND subject_type = 'type-7'", "audit_subject_id_subject_type_at_id_idx"],
])("a page by %s is found by an index", async (_, where, index) => {
  const { connect } = await createTestContext();
  const client = await connect();
  await client.query(`INSERT INTO audit (at, who, who_name, act, subject_type, subject_id)
    SELECT now() - n * interval '1 second', 'user-' || n % 50, 'User', 'act-' || n % 50, 'type-' || n % 50, 'id-' || n % 500
    FROM generate_series(1, 50000) n`);
  await client.query("ANALYZE audit");
  const { rows } = await client.query(`EXPLAIN SELECT * FROM audit ${where} ORDER BY at DESC, id DESC LIMIT 51`);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toContain(index);
  expect(plan).not.toContain("Seq Scan");
});
