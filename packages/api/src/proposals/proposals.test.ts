import { isProposal } from "@readout/core/proposal";
import { describe, expect, test } from "vitest";
import { refusalOf } from "../testing/refusal.ts";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";
import { verifyLedgers } from "../verify.ts";

/** An item with one entry, and the two who work on it. */
async function twoPeople(options: Parameters<typeof createTestContext>[0] = {}) {
  const context = await createTestContext({ now: "2026-03-04T09:00:00Z", ...options });
  const ann = context.callerAs("analyst", "ann");
  const eve = context.callerAs("editor", "eve");
  const { id: itemId } = await eve.items.open(anItem());
  return { ...context, ann, eve, itemId };
}

const stateOf = async ({ eve }: { eve: TestContext["caller"] }, id: string) => (await eve.proposals.get({ id })).state;

describe("proposing", () => {
  test("a proposal holds the command as it was sent, waits, and leaves the ledger and the feed alone", async () => {
    const { ann, eve, itemId } = await twoPeople();
    const before = await eve.changes.list({});
    const proposal = await ann.proposals.propose(aChange(itemId, 0, { summary: "It was said so." }));
    expect(proposal).toMatchObject({
      ...{ itemId, itemTitle: "Bridge over the strait", author: "test-ann", proposedAt: "2026-03-04T09:00:00.000Z" },
      ...{ state: "waiting", decidedBy: null, decidedAt: null, reason: null, entrySeq: null, head: 0 },
      command: { kind: "change", itemId, expectedHead: 0, summary: "It was said so.", evidence: [] },
    });
    expect(await eve.proposals.get({ id: proposal.id })).toEqual(proposal);
    expect((await eve.items.entries({ id: itemId })).head).toBe(0);
    expect(await eve.changes.list({})).toEqual(before);
  });

  test.each([
    ["paragraphs that the source does not have", { paragraphs: [9] }, "invalid_input", "evidence.0.paragraphs"],
    ["a source that there is not", { sourceId: "nowhere" }, "invalid_input", "evidence.0.sourceId"],
    ["a confirmation by one origin", { credibility: 1 }, "evidence_required", "evidence.0.credibility"],
  ])("its author hears at once of %s", async (_, wrong, code, path) => {
    const { ann, eve, itemId } = await twoPeople();
    await eve.sources.add(aSource({ id: "gazette", paragraphCount: 3 }));
    const cited = { sourceId: "gazette", paragraphs: [1], stance: "supports" as const, says: "so", ...wrong };
    const error = await refusalOf(ann.proposals.propose(aChange(itemId, 0, { evidence: [cited] })));
    expect(error).toMatchObject({ code, details: { fields: [{ path }] } });
    expect((await ann.proposals.list({})).proposals).toEqual([]);
  });

  test("its author hears at once of missing evidence, a missing reason, a moved head and no item", async () => {
    const { ann, eve, itemId } = await twoPeople();
    const bare = { ...aChange(itemId, 0), noEvidence: undefined };
    expect((await refusalOf(ann.proposals.propose(bare))).code).toBe("evidence_required");
    const ended = await eve.items.record(aChange(itemId, 0, { status: "concluded", effective: "2021-01-01" }));
    expect(await refusalOf(ann.proposals.propose(aChange(itemId, 0)))).toMatchObject({
      code: "conflict",
      details: { head: 1, entriesSince: [ended] },
    });
    const reopening = aChange(itemId, 1, { status: "under-way", effective: "2022-01-01" });
    expect((await refusalOf(ann.proposals.propose(reopening))).code).toBe("reason_required");
    expect((await refusalOf(ann.proposals.propose(aChange("nowhere", 0)))).code).toBe("not_found");
    expect((await ann.proposals.list({})).proposals).toEqual([]);
  });
});

describe("deciding", () => {
  test("an approved entry enters the ledger with its author and its approver, and is announced", async () => {
    const { ann, eve, itemId, setNow, db } = await twoPeople();
    const { id } = await ann.proposals.propose(aChange(itemId, 0));
    setNow("2026-03-05T10:00:00Z");
    const entry = await eve.proposals.approve({ id });
    expect(entry).toMatchObject({
      seq: 1,
      author: "test-ann",
      approver: "test-eve",
      recorded: "2026-03-05T10:00:00.000Z",
    });
    expect((await eve.items.entries({ id: itemId })).entries).toEqual([entry]);
    expect((await eve.changes.list({})).events.at(-1)).toMatchObject({ type: "entry.recorded", itemId, seq: 1 });
    expect(await eve.proposals.get({ id })).toMatchObject({
      ...{ state: "approved", decidedBy: "test-eve", decidedAt: "2026-03-05T10:00:00.000Z", entrySeq: 1, head: 1 },
      reason: null,
    });
    expect(await verifyLedgers(db)).toMatchObject({ entries: 1, faults: [] });
  });

  test("a refusal has a reason, which the author reads", async () => {
    const { ann, eve, itemId } = await twoPeople();
    const { id } = await ann.proposals.propose(aChange(itemId, 0));
    expect((await refusalOf(eve.proposals.refuse({ id, reason: " " }))).code).toBe("invalid_input");
    await eve.proposals.refuse({ id, reason: "The passage says otherwise." });
    expect(await ann.proposals.get({ id })).toMatchObject({
      ...{ state: "refused", decidedBy: "test-eve", reason: "The passage says otherwise.", entrySeq: null },
    });
    expect((await eve.items.entries({ id: itemId })).head).toBe(0);
  });

  test("its author takes a proposal back, nobody else does", async () => {
    const { ann, eve, itemId } = await twoPeople();
    const { id } = await ann.proposals.propose(aChange(itemId, 0));
    expect((await refusalOf(eve.proposals.withdraw({ id }))).code).toBe("forbidden");
    expect(await ann.proposals.withdraw({ id })).toMatchObject({ state: "withdrawn", decidedBy: "test-ann" });
  });

  test.each(["editor", "admin"] as const)("an %s neither approves nor refuses their own", async (role) => {
    const { callerAs, eve, itemId } = await twoPeople();
    const own = callerAs(role, "own");
    const { id } = await own.proposals.propose(aChange(itemId, 0));
    expect((await refusalOf(own.proposals.approve({ id }))).code).toBe("forbidden");
    expect((await refusalOf(own.proposals.refuse({ id, reason: "no" }))).code).toBe("forbidden");
    expect(await stateOf({ eve }, id)).toBe("waiting");
    expect((await eve.proposals.approve({ id })).author).toBe("test-own");
  });

  test("a head that moved is a conflict with what came in between; the approver may decide on the later one", async () => {
    const { ann, eve, itemId } = await twoPeople();
    const { id } = await ann.proposals.propose(aChange(itemId, 0, { summary: "proposed" }));
    const between = await eve.items.record(aChange(itemId, 0, { summary: "came first" }));
    expect(await refusalOf(eve.proposals.approve({ id }))).toMatchObject({
      code: "conflict",
      details: { head: 1, entriesSince: [between] },
    });
    expect(await eve.proposals.get({ id })).toMatchObject({ state: "waiting", head: 1, command: { expectedHead: 0 } });
    expect(await eve.proposals.approve({ id, expectedHead: 1 })).toMatchObject({ seq: 2, summary: "proposed" });
  });

  test("what became wrong while it waited is refused on approval and goes on waiting", async () => {
    const { ann, eve, itemId } = await twoPeople();
    await eve.items.record(aChange(itemId, 0));
    const retraction = { kind: "retraction" as const, itemId, expectedHead: 1, retracts: 1, reason: "another matter" };
    const { id } = await ann.proposals.propose(retraction);
    await eve.items.record(retraction);
    const error = await refusalOf(eve.proposals.approve({ id, expectedHead: 2 }));
    expect(error).toMatchObject({ code: "invalid_input", details: { fields: [{ path: "retracts" }] } });
    expect(await stateOf({ eve }, id)).toBe("waiting");
  });

  test("what was decided is decided: each later decision is a conflict that says what became of it", async () => {
    const { ann, eve, itemId } = await twoPeople();
    const { id } = await ann.proposals.propose(aChange(itemId, 0));
    await eve.proposals.refuse({ id, reason: "no" });
    const told = { code: "conflict", details: { state: "refused", decidedBy: "test-eve", entrySeq: null } };
    expect(await refusalOf(eve.proposals.approve({ id }))).toMatchObject(told);
    expect(await refusalOf(eve.proposals.refuse({ id, reason: "again" }))).toMatchObject(told);
    expect(await refusalOf(ann.proposals.withdraw({ id }))).toMatchObject(told);
  });

  test("of twenty approvals, refusals and withdrawals at once exactly one holds, and the others hear of a conflict", async () => {
    const { ann, callerAs, eve, itemId, db } = await twoPeople({ poolSize: 20 });
    for (let head = 0; head < 5; head++) {
      const { id } = await ann.proposals.propose(aChange(itemId, (await eve.items.entries({ id: itemId })).head));
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => {
          const editor = callerAs("editor", `editor-${i}`);
          if (i % 7 === 3) return editor.proposals.refuse({ id, reason: "no" });
          return i % 7 === 5 ? ann.proposals.withdraw({ id }) : editor.proposals.approve({ id });
        }),
      );
      const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
      expect(refused).toEqual(Array(19).fill("conflict"));
      expect(await stateOf({ eve }, id)).not.toBe("waiting");
    }
    const approved = (await eve.proposals.list({ state: "approved" })).proposals.length;
    expect(await verifyLedgers(db)).toMatchObject({ entries: approved, faults: [] });
  });

  test("a proposal that there is not is not found", async () => {
    const { eve } = await twoPeople();
    const id = "6f2b8b64-1df0-4b6f-9d39-1c6b0a3c6f10";
    expect((await refusalOf(eve.proposals.get({ id }))).code).toBe("not_found");
    expect((await refusalOf(eve.proposals.approve({ id }))).code).toBe("not_found");
    expect((await refusalOf(eve.proposals.withdraw({ id }))).code).toBe("not_found");
  });
});

describe("the list", () => {
  test("gives what waits, the oldest first, then what was decided, the latest first, page by page without a gap", async () => {
    const { ann, eve, itemId, setNow } = await twoPeople();
    const ids: string[] = [];
    for (let i = 0; i < 9; i++) {
      // Three of one moment each: their ids give the order.
      setNow(`2026-03-04T09:0${Math.floor(i / 3)}:00Z`);
      ids.push((await ann.proposals.propose(aChange(itemId, 0, { summary: `number ${i}` }))).id);
    }
    setNow("2026-03-04T10:00:00Z");
    await eve.proposals.refuse({ id: ids[4]!, reason: "no" });
    setNow("2026-03-04T11:00:00Z");
    await ann.proposals.withdraw({ id: ids[0]! });
    await eve.proposals.approve({ id: ids[8]! });

    const all = (await eve.proposals.list({})).proposals;
    const waiting = all.filter(({ state }) => state === "waiting");
    expect(waiting).toEqual(all.slice(0, 6));
    const order = waiting.map(({ proposedAt, id }) => `${proposedAt} ${id}`);
    expect(order).toEqual([...order].sort());
    expect(
      all
        .slice(6)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(["approved", "refused", "withdrawn"]);
    expect(all.at(-1)!.id).toBe(ids[4]);

    for (const limit of [1, 2, 5]) {
      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await eve.proposals.list({ limit, cursor });
        walked.push(...page.proposals.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(walked).toEqual(all.map(({ id }) => id));
    }
    const byState = await eve.proposals.list({ state: "refused" });
    expect(byState.proposals.map(({ id }) => id)).toEqual([ids[4]]);
    const { id: other } = await eve.items.open(anItem());
    expect((await eve.proposals.list({ itemId: other })).proposals).toEqual([]);
    expect((await eve.proposals.list({ itemId, state: "waiting" })).proposals).toEqual(waiting);
  });

  test("a cursor of other filters, or one that was altered, is refused", async () => {
    const { ann, itemId } = await twoPeople();
    for (let i = 0; i < 2; i++) await ann.proposals.propose(aChange(itemId, 0));
    const cursor = (await ann.proposals.list({ limit: 1 })).nextCursor!;
    const wrong = [{ cursor, itemId }, { cursor: `${cursor}x` }, { cursor: cursor.replace(/^./, "A") }];
    for (const input of wrong) expect((await refusalOf(ann.proposals.list(input))).code).toBe("invalid_input");
  });
});

describe("where review is required", () => {
  test.each(["editor", "admin"] as const)("what an %s records waits for somebody else", async (role) => {
    const { callerAs, eve, itemId } = await twoPeople({ review: "required" });
    const answer = await callerAs(role, "own").items.record(aChange(itemId, 0));
    if (!isProposal(answer)) throw new Error("was recorded at once");
    expect(answer).toMatchObject({ state: "waiting", author: "test-own" });
    expect((await eve.items.entries({ id: itemId })).head).toBe(0);
    await eve.proposals.approve({ id: answer.id });
    expect((await eve.items.entries({ id: itemId })).entries).toMatchObject([
      { seq: 1, author: "test-own", approver: "test-eve" },
    ]);
  });

  test("an analyst still only proposes", async () => {
    const { ann, itemId } = await twoPeople({ review: "required" });
    expect((await refusalOf(ann.items.record(aChange(itemId, 0)))).code).toBe("forbidden");
  });
});

describe("the database itself", () => {
  const decided = "decided_by = 'eve', decided_at = proposed_at";
  test.each([
    ["an approval without an entry", `state = 'approved', ${decided}`],
    ["an approval by the author", "state = 'approved', decided_by = author, decided_at = proposed_at, entry_seq = 1"],
    ["an approval of another's entry", `state = 'approved', entry_seq = 1, ${decided}`],
    ["a refusal without a reason", `state = 'refused', ${decided}`],
    ["a refusal by the author", "state = 'refused', reason = 'no', decided_by = author, decided_at = proposed_at"],
    ["a withdrawal by another", `state = 'withdrawn', ${decided}`],
    ["a decision by nobody", "state = 'withdrawn'"],
    ["a decision before it was proposed", "state = 'withdrawn', decided_by = author, decided_at = '2020-01-01Z'"],
    ["a word that is no state", `state = 'forgotten', ${decided}`],
    ["another command", "command = jsonb_set(command, '{summary}', '\"another\"')"],
    ["another author", "author = 'somebody'"],
    ["an entry of one that waits", "entry_seq = 1"],
  ])("refuses %s", async (_, change) => {
    const { ann, eve, itemId, connect } = await twoPeople();
    await eve.items.record(aChange(itemId, 0));
    const { id } = await ann.proposals.propose(aChange(itemId, 1));
    const client = await connect();
    await expect(client.query(`UPDATE proposal SET ${change} WHERE id = $1`, [id])).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    });
    expect(await stateOf({ eve }, id)).toBe("waiting");
  });

  test("keeps what was decided as it was, and every proposal", async () => {
    const { ann, itemId, connect } = await twoPeople();
    const { id } = await ann.proposals.propose(aChange(itemId, 0));
    await ann.proposals.withdraw({ id });
    const client = await connect();
    const back = "UPDATE proposal SET state = 'waiting', decided_by = NULL, decided_at = NULL";
    for (const statement of [back, "DELETE FROM proposal", "TRUNCATE proposal"])
      await expect(client.query(statement)).rejects.toThrow(/append-only|only a waiting one is decided/);
  });
});
