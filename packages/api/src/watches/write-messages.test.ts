import type { RecordEntry } from "@readout/core/entry";
import { beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { editUser } from "../access/edit-user.ts";
import { sql } from "../db/sql.ts";
import { aChange, anItem, aSource, createTestContext, type TestContext } from "../testing.ts";
import { claimMessage, giveUpAbandoned, settleMessage } from "./outbox.ts";
import { aReader, type Reader } from "./testing.ts";
import { type WrittenMessage, writeMessages } from "./write-messages.ts";

let context: TestContext;
let reader: Reader;
let itemId: string;
let head: number;
beforeEach(async () => {
  context = await createTestContext({ now: "2026-03-04T09:00:00Z" });
  reader = await aReader(context);
  itemId = await open("Bridge");
  head = 0;
});

const open = async (title: string, fields: Parameters<typeof anItem>[0] = {}): Promise<string> =>
  (await context.caller.items.open(anItem({ title, ...fields }))).id;

const mail = { digestAt: "06:00" };
const write = (options: Partial<Parameters<typeof writeMessages>[1]> = {}): Promise<WrittenMessage[]> =>
  writeMessages({ ...context.ctx, mail }, { settleMs: 0, ...options });

const watchItem = (who: Reader = reader, fields: object = {}) =>
  who.caller.watches.add({ kind: "item", itemId, ...fields });

const record = async (entry: Partial<z.input<typeof RecordEntry>> = {}, id = itemId): Promise<void> => {
  const { head: before } = await context.caller.items.entries({ id: id as never });
  const made = { itemId: id, expectedHead: before, ...entry } as z.input<typeof RecordEntry>;
  await context.caller.items.record("kind" in entry ? made : aChange(id, before, entry as object));
  head = before + 1;
};

const wordsOf = ({ content }: WrittenMessage): string[] =>
  content.blocks.flatMap(({ sentence, claims }) => [sentence, ...claims.map(({ words }) => words)]);

test("what was recorded before anybody watched is not told; what comes after is, once, with its evidence", async () => {
  await record({ status: "raised" });
  await watchItem();
  expect(await write({ early: true })).toEqual([]);
  const { id: sourceId } = await context.caller.sources.add(
    aSource({ publisher: "Strait Courier", paragraphCount: 9 }),
  );
  const evidence = [{ sourceId, paragraphs: [3, 4], stance: "supports" as const, says: "It is so." }];
  await record({
    status: "scheduled",
    effective: "2026-03-01",
    reported: "2026-03-01",
    summary: "A day was named.",
    evidence,
  });
  const [message, ...more] = await write({ early: true });
  expect(more).toEqual([]);
  expect(message).toMatchObject({ userId: reader.id, kind: "digest", content: { subject: "Bridge: scheduled" } });
  expect(message!.content.blocks).toMatchObject([
    {
      sentence: "Raised → scheduled, since 1 March 2026: the bridge.",
      claims: [
        {
          words: "Scheduled, since 1 March 2026. A day was named.",
          href: `/items/${itemId}#entry-2`,
          evidence: [{ words: "Strait Courier, ¶3–4, 1 Jan 2020", href: `/sources/${sourceId}` }],
        },
      ],
    },
  ]);
  expect(await write({ early: true })).toEqual([]);
  expect((await reader.caller.mailbox.get({})).messages).toMatchObject([
    { subject: "Bridge: scheduled", state: "waiting" },
  ]);
});

test("daily digests leave at their hour, weekly ones on Mondays, and what is told at once within minutes", async () => {
  const [weekly, now] = [await aReader(context, "weekly"), await aReader(context, "now")];
  await watchItem(reader);
  await watchItem(weekly, { cadence: "weekly" });
  await watchItem(now, { cadence: "at-once" });
  await record();
  const settled = { settleMs: 120_000 };
  expect(await write(settled)).toEqual([]);
  context.setNow("2026-03-04T09:02:01Z");
  expect((await write(settled)).map(({ userId }) => userId)).toEqual([now.id]);
  context.setNow("2026-03-05T05:59:00Z");
  expect(await write(settled)).toEqual([]);
  context.setNow("2026-03-05T06:00:10Z");
  expect((await write(settled)).map(({ userId }) => userId)).toEqual([reader.id]);
  context.setNow("2026-03-09T06:00:10Z");
  expect((await write(settled)).map(({ userId }) => userId)).toEqual([weekly.id]);
  // An hour that passed with nothing to tell is over: the next entry waits for the next one.
  await record();
  context.setNow("2026-03-09T12:00:00Z");
  expect((await write(settled)).map(({ userId }) => userId)).toEqual([now.id]);
});

test("several watches that one change falls under tell it once, and each can be stopped from the message", async () => {
  const { caller } = reader;
  const own = await watchItem();
  const view = await caller.watches.add({
    kind: "view",
    name: "All that is open",
    filters: { phase: "open" },
    cadence: "weekly",
  });
  await record();
  const [message, ...more] = await write();
  expect([message, more]).toEqual([undefined, []]);
  context.setNow("2026-03-05T06:00:10Z");
  expect(await write()).toHaveLength(1);
  context.setNow("2026-03-09T06:00:10Z");
  expect(await write()).toEqual([]);
  await record({ status: "stalled" });
  const [both] = await write({ early: true });
  expect(both!.content.blocks[0]!.watches.map(({ id }) => id).sort()).toEqual([own.id, view.id].sort());
});

test("a view tells of what enters and leaves it, opened items included, and of nothing else", async () => {
  await reader.caller.watches.add({
    kind: "view",
    name: "Stalled ferries",
    filters: { status: ["stalled"], q: "FERRY" },
  });
  await reader.caller.watches.add({ kind: "view", name: "Ports", filters: { tag: "ports" } });
  const ferry = await open("The ferry line");
  const other = await open("Bridge again");
  const port = await open("The port", { tags: ["ports"] });
  const told = async () =>
    (await write({ early: true })).flatMap(({ content }) => content.blocks.map(({ title }) => title.href));
  expect(await told()).toEqual([`/items/${port}`]);
  await record({ status: "under-way" }, ferry);
  await record({ status: "stalled" }, other);
  expect(await told()).toEqual([]);
  await record({ status: "stalled", effective: "2020-02-01" }, ferry);
  expect(await told()).toEqual([`/items/${ferry}`]);
  await record({ status: "under-way", effective: "2020-03-01" }, ferry);
  expect(await told()).toEqual([`/items/${ferry}`]);
  await record({ status: "concluded", effective: "2020-04-01" }, ferry);
  expect(await told()).toEqual([]);
});

test("looks that found nothing new are told to whoever asked for them, and proposals and drafts to nobody", async () => {
  const curious = await aReader(context, "curious");
  await watchItem();
  await watchItem(curious, { reviews: true });
  await record({ kind: "review", lookedOn: "2026-03-04" as never, note: "Nothing in either capital." });
  await context.callerAs("analyst").proposals.propose(aChange(itemId, head));
  await context.caller.drafts.save({ place: `record:${itemId}`, content: { summary: "half" }, basedOn: null });
  const written = await write({ early: true });
  expect(written.map(({ userId }) => userId)).toEqual([curious.id]);
  expect(wordsOf(written[0]!)).toContain("Reviewed on 4 March 2026: Nothing in either capital.");
});

describe("a correction", () => {
  const wrong = {
    status: "scheduled" as const,
    effective: "2020-02-01",
    reported: "2020-02-01",
    summary: "A day was named.",
  };
  const correction = (corrects = head) => ({
    ...{ kind: "correction" as const, corrects, reason: "The wrong year was typed.", noEvidence: "known to all" },
    ...{ ...wrong, effective: "2019-02-01" },
  });

  test("of what was told goes at once to those who were told, once, and to nobody else", async () => {
    const later = await aReader(context, "later");
    await watchItem();
    await record(wrong);
    await write({ early: true });
    await watchItem(later);
    context.setNow("2026-03-04T20:00:00Z");
    await record(correction());
    const [notice, ...more] = await write();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ userId: reader.id, kind: "correction", content: { subject: "Correction: Bridge" } });
    expect(wordsOf(notice!)[1]).toBe(
      "On 4 March 2026 we told you: “Scheduled, since 1 February 2020. A day was named.” It should have said: “Scheduled, since 1 February 2019. A day was named.” The reason: The wrong year was typed.",
    );
    const digests = await write({ early: true });
    expect(digests.map(({ userId, kind }) => [userId, kind])).toEqual([[later.id, "digest"]]);
    expect(wordsOf(digests[0]!)[1]).toContain(
      "Entry 1 was corrected (The wrong year was typed). It now says: Scheduled",
    );
    expect(await write({ early: true })).toEqual([]);
  });

  test("reaches who has stopped watching since, but not who wants no mail at all, nor who is shut out", async () => {
    const [silent, out] = [await aReader(context, "silent"), await aReader(context, "out")];
    const watch = await watchItem();
    for (const who of [silent, out]) await watchItem(who);
    await record(wrong);
    expect(await write({ early: true })).toHaveLength(3);
    await reader.caller.watches.remove({ id: watch.id });
    await silent.caller.mailbox.stop({});
    await editUser(context.db, { id: out.id, shutOut: true });
    await record(correction());
    expect((await write()).map(({ userId, kind }) => [userId, kind])).toEqual([[reader.id, "correction"]]);
  });

  test("before any digest is told as if it had always been so", async () => {
    await watchItem();
    await record(wrong);
    await record(correction());
    const [message, ...more] = await write({ early: true });
    expect(more).toEqual([]);
    expect(message!.kind).toBe("digest");
    expect(wordsOf(message!)[1]).toBe("Scheduled, since 1 February 2019. A day was named.");
  });

  test("is told again with what the last notice said, and a retraction says that it should not have been recorded", async () => {
    await watchItem();
    await record(wrong);
    await write({ early: true });
    await record(correction());
    await write();
    await record({ kind: "retraction", retracts: 1, reason: "It was another bridge." });
    const [notice] = await write();
    expect(wordsOf(notice!)[1]).toContain(
      "“Scheduled, since 1 February 2019. A day was named.” It should not have been recorded at all.",
    );
  });

  test("of what a message said that failed is no correction but news", async () => {
    await watchItem();
    await record(wrong);
    await write({ early: true });
    const claimed = await claimMessage(context.ctx, "p");
    await settleMessage(context.ctx, claimed!, "p", { kind: "failed", fault: "550 no such user" });
    await record(correction());
    const written = await write({ early: true });
    expect(written.map(({ kind }) => kind)).toEqual(["digest"]);
  });

  test("of a verdict on a date goes to those who were told the old one", async () => {
    const milestones = [{ date: "2020-04", kind: "deadline" as const, what: "Opening" }];
    itemId = await open("Tunnel", { milestones });
    await watchItem();
    await context.caller.milestones.decide({ itemId, ordinal: 1, verdict: "met" });
    expect(wordsOf((await write({ early: true }))[0]!)).toContain("Deadline, April 2020: Opening. It was met");
    await context.caller.milestones.decide({ itemId, ordinal: 1, verdict: "missed", note: "It opened in May." });
    const [notice] = await write();
    expect(notice!.kind).toBe("correction");
    expect(wordsOf(notice!)[1]).toContain(
      "“Opening, April 2020: met” It should have said: “Opening, April 2020: missed” The reason: It opened in May.",
    );
  });
});

describe("however many processes do it", () => {
  test("ten that write at the same moment write one message", async () => {
    await watchItem();
    await record();
    const written = await Promise.all(Array.from({ length: 10 }, () => write({ early: true })));
    expect(written.flat()).toHaveLength(1);
    expect((await reader.caller.mailbox.get({})).messages).toHaveLength(1);
  });

  test("nothing is lost and nothing told twice while others record and write all the time", async () => {
    await watchItem(reader, { cadence: "at-once" });
    const entries = 12;
    const recording = (async () => {
      for (let i = 0; i < entries; i++) await record({ effective: `2020-01-${10 + i}` });
    })();
    const writing = Array.from({ length: 3 }, async () => {
      for (let i = 0; i < 8; i++) await write();
    });
    await Promise.all([recording, ...writing]);
    await write();
    const told = await sql(context.db)<{ seq: number }>("SELECT seq FROM told WHERE user_id = $1 ORDER BY seq", [
      reader.id,
    ]);
    expect(told.map(({ seq }) => seq)).toEqual(Array.from({ length: entries }, (_, i) => i + 1));
    const messages = await sql(context.db)<{ claims: number }>(
      `SELECT jsonb_array_length(jsonb_path_query_array(content, '$.blocks[*].claims[*]')) AS claims FROM message`,
    );
    expect(messages.reduce((sum, { claims }) => sum + claims, 0)).toBe(entries);
  });

  test("a message is taken by one of them, and the one that took it alone says how it ended", async () => {
    await watchItem();
    await record();
    await write({ early: true });
    const claims = await Promise.all(["a", "b", "c", "d"].map((who) => claimMessage(context.ctx, who)));
    const taken = claims.filter((claim) => claim !== null);
    expect(taken).toHaveLength(1);
    const owner = ["a", "b", "c", "d"][claims.findIndex((claim) => claim !== null)]!;
    expect(taken[0]).toMatchObject({ address: reader.email, attempts: 1 });
    expect(await settleMessage(context.ctx, taken[0]!, "somebody else", { kind: "sent" })).toBeNull();
    expect(await settleMessage(context.ctx, taken[0]!, owner, { kind: "sent" })).toBe("sent");
    expect(await claimMessage(context.ctx, "a")).toBeNull();
  });

  test("a round that breaks off before its end leaves nothing behind and is made up for", async () => {
    await watchItem();
    await record();
    const client = await context.connect();
    for (const table of ["message", "told", "mailbox"]) {
      // Each write of the transaction is made to fail in its turn.
      await client.query(
        `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$;
         CREATE TRIGGER break_off BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION break_off()`,
      );
      await expect(write({ early: true }), table).rejects.toThrow("broken off");
      expect((await client.query("SELECT 1 FROM told UNION ALL SELECT 1 FROM message")).rowCount).toBe(0);
      await client.query(`DROP TRIGGER break_off ON ${table}; DROP FUNCTION break_off()`);
    }
    expect(await write({ early: true })).toHaveLength(1);
  });
});

describe("a message on its way", () => {
  beforeEach(async () => {
    await watchItem();
    await record();
    await write({ early: true });
  });
  const state = async () => (await reader.caller.mailbox.get({})).messages[0]!.state;

  test("that the mail server put off is tried again later, and not before", async () => {
    const claimed = await claimMessage(context.ctx, "p");
    await settleMessage(context.ctx, claimed!, "p", { kind: "again", fault: "451 later", waitMs: 60_000 });
    expect(await claimMessage(context.ctx, "q")).toBeNull();
    context.setNow("2026-03-04T09:01:00Z");
    expect(await claimMessage(context.ctx, "q")).toMatchObject({ id: claimed!.id, attempts: 2 });
  });

  test("whose process ended in the middle is given up, shown, and never sent again", async () => {
    await claimMessage(context.ctx, "dead");
    context.setNow("2026-03-04T09:09:00Z");
    expect(await giveUpAbandoned(context.ctx, 600_000)).toEqual([]);
    context.setNow("2026-03-04T09:10:01Z");
    expect(await giveUpAbandoned(context.ctx, 600_000)).toMatchObject([{ userId: reader.id }]);
    expect(await state()).toBe("unsure");
    expect(await claimMessage(context.ctx, "q")).toBeNull();
    const client = await context.connect();
    await expect(client.query("UPDATE message SET state = 'waiting', ended_at = NULL")).rejects.toThrow(
      "unsure does not become waiting",
    );
  });

  test("that was given up while its process was merely slow ends as that one says, and is not tried again", async () => {
    const claimed = await claimMessage(context.ctx, "slow");
    context.setNow("2026-03-04T10:00:00Z");
    await giveUpAbandoned(context.ctx, 600_000);
    expect(await settleMessage(context.ctx, claimed!, "slow", { kind: "again", fault: "451", waitMs: 0 })).toBe(
      "failed",
    );
    expect(await claimMessage(context.ctx, "q")).toBeNull();
  });

  test("is dropped for whoever wants no mail any more, or is shut out", async () => {
    await reader.caller.mailbox.stop({});
    expect(await claimMessage(context.ctx, "p")).toBeNull();
    expect(await state()).toBe("dropped");
  });
});

test("a dry run says what would be written and writes nothing", async () => {
  await watchItem();
  await record();
  const would = await write({ early: true, dryRun: true });
  expect(would).toHaveLength(1);
  expect((await reader.caller.mailbox.get({})).messages).toEqual([]);
  expect(await write({ early: true })).toEqual(would);
});
