import { addUser, createCaller, createContext } from "@readout/api/server";
import { aChange, anItem, createTestContext, type TestContext } from "@readout/api/testing";
import fc from "fast-check";
import { type ParsedMail, simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { arbitraryText, nastyTitles } from "../testing/nasty-text.ts";
import { openSmtp, type TestSmtp } from "../testing/smtp.ts";
import { deliver } from "./deliver.ts";
import { mimeOf } from "./mime.ts";
import { mailRound, openPostOffice } from "./post-office.ts";
import { renderMail } from "./render.ts";

const from = { name: "Readout", address: "readout@example.org" };
const addresses = {
  url: "https://readout.example.org",
  stopWatch: (id: string) => `https://readout.example.org/unsubscribe?token=watch-${id}`,
  stopAll: `https://readout.example.org/unsubscribe?token=${"all".repeat(40)}`,
};
const contentOf = (title: string) => ({
  subject: title,
  opening: "1 item you watch moved.",
  blocks: [
    {
      title: { words: title, href: "/items/bridge" },
      sentence: `Raised → scheduled: ${title}.`,
      claims: [
        {
          words: "Scheduled. Ein Tag wurde genannt, “день”, 名前.",
          href: "/items/bridge#entry-2",
          evidence: [{ words: "Strait Courier, ¶3", href: "/sources/courier" }],
        },
      ],
      watches: [{ id: "w", words: title }],
    },
  ],
});
const mimeFor = (title: string) =>
  mimeOf(renderMail("digest", contentOf(title), addresses), {
    ...{ id: "0".repeat(32), from, to: "ann@example.org", stopAll: addresses.stopAll },
  });

describe("a message", () => {
  test("arrives as it was written: both forms, every letter, the links, and one click to stop all of it", async () => {
    const smtp = await openSmtp();
    const mime = await mimeFor("Bridge");
    expect(await deliver(smtp.url, { from: from.address, to: "ann@example.org" }, mime)).toEqual({ kind: "sent" });
    await smtp.close();
    const [{ raw, to }] = smtp.taken as [TestSmtp["taken"][number]];
    expect(to).toEqual(["ann@example.org"]);
    expect(Math.max(...raw.split("\r\n").map(({ length }) => length))).toBeLessThanOrEqual(998);
    const mail = await simpleParser(raw);
    expect(mail).toMatchObject({ subject: "Bridge", messageId: `<${"0".repeat(32)}@example.org>` });
    expect(mail.from?.text).toBe('"Readout" <readout@example.org>');
    for (const words of ["Raised → scheduled: Bridge.", "“день”, 名前", "Strait Courier, ¶3"]) {
      expect(mail.text).toContain(words);
      expect(mail.html).toContain(words);
    }
    expect(mail.text).toContain("https://readout.example.org/items/bridge#entry-2");
    expect(mail.html).toContain('href="https://readout.example.org/sources/courier"');
    expect(mail.text).toContain("Stop watching Bridge: https://readout.example.org/unsubscribe?token=watch-w");
    // Nothing that tells whether it was opened.
    expect(mail.html).not.toMatch(/<img|<link|url\(|<script/);
    const headers = (name: string) => mail.headerLines.find(({ key }) => key === name)?.line.replace(/\r\n\s/g, "");
    expect(headers("list-unsubscribe")).toBe(`List-Unsubscribe: <${addresses.stopAll}>`);
    expect(headers("list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  const allowed = ["from", "to", "subject", "message-id", "date", "mime-version", "content-type"].concat([
    "list-unsubscribe",
    "list-unsubscribe-post",
    "auto-submitted",
  ]);

  test("has no other header and no other reader, whatever an item is called", async () => {
    const titles = fc.oneof(
      fc.constantFrom(...nastyTitles),
      arbitraryText.map((text) => `Bridge ${text}`),
    );
    await fc.assert(
      fc.asyncProperty(titles, async (title) => {
        const mail: ParsedMail = await simpleParser(await mimeFor(title));
        expect(mail.headerLines.map(({ key }) => key).sort()).toEqual([...allowed].sort());
        expect(mail.to).toMatchObject({ value: [{ address: "ann@example.org" }] });
        expect(mail.bcc ?? mail.cc).toBeUndefined();
        expect(mail.attachments).toEqual([]);
        expect(mail.html).not.toMatch(/<(?:script|img|iframe)/i);
      }),
      { numRuns: 60 },
    );
  });
});

describe("on the way", () => {
  let context: TestContext;
  let smtp: TestSmtp;
  let itemId: string;
  let watching: ReturnType<typeof createCaller>;
  beforeEach(async () => {
    context = await createTestContext({ now: "2026-03-04T09:00:00Z" });
    smtp = await openSmtp();
    itemId = (await context.caller.items.open(anItem({ title: "Bridge" }))).id;
    const { user } = await addUser(context.db, { email: "ann@example.org", name: "Ann", role: "reader" });
    watching = createCaller(createContext(context.ctx, { user: { id: user.id, role: "reader", name: "Ann" } }));
    await watching.watches.add({ kind: "item", itemId: itemId as never });
  });
  afterEach(() => smtp.close());

  const said: { fault?: string }[] = [];
  const log = { info: () => {}, warn: (fields: object) => said.push(fields) };
  const round = (url = smtp.url, options: object = {}) =>
    mailRound(
      { installation: context.ctx, mail: { smtpUrl: url, from }, digestAt: "06:00", log },
      { early: true, settleMs: 0, ...options },
    );
  const states = async () => (await watching.mailbox.get({})).messages.map(({ state }) => state);
  let head = 0;
  const record = async (status: "scheduled" | "stalled" = "scheduled") => {
    head = (await context.caller.items.entries({ id: itemId as never })).head;
    await context.caller.items.record(
      aChange(itemId, head, { status, effective: `2026-03-0${head + 1}`, reported: "2026-03-04" }),
    );
  };

  test("what the mail server takes is sent, once", async () => {
    await record();
    expect((await round()).ended).toMatchObject([{ state: "sent" }]);
    expect((await round()).ended).toEqual([]);
    expect(smtp.taken).toHaveLength(1);
    expect(await states()).toEqual(["sent"]);
  });

  test("what it puts off, or cannot be reached for, is tried again later under the same Message-ID", async () => {
    await record();
    smtp.behave("put-off");
    expect((await round()).ended).toMatchObject([{ state: "waiting" }]);
    expect((await round()).ended).toEqual([]);
    context.setNow("2026-03-04T09:02:00Z");
    expect((await round("smtp://127.0.0.1:1")).ended).toMatchObject([{ state: "waiting" }]);
    smtp.behave("drop-early");
    context.setNow("2026-03-04T09:10:00Z");
    expect((await round()).ended).toMatchObject([{ state: "waiting" }]);
    smtp.behave("take");
    context.setNow("2026-03-04T10:00:00Z");
    expect((await round()).ended).toMatchObject([{ state: "sent" }]);
    expect(smtp.taken).toHaveLength(1);
    const { id } = (await watching.mailbox.get({})).messages[0]!;
    expect(smtp.taken[0]!.raw).toContain(`Message-ID: <${id}@example.org>`);
  });

  test("a mail server that was not to be had for three days is not waited for any longer", async () => {
    await record();
    await round("smtp://127.0.0.1:1");
    context.setNow("2026-03-08T09:00:00Z");
    expect((await round("smtp://127.0.0.1:1")).ended).toMatchObject([{ state: "failed" }]);
  });

  test.each(["refuse", "refuse-content"] as const)(
    "what it refuses for good (%s) fails, and its reader is shown why",
    async (behaviour) => {
      await record();
      smtp.behave(behaviour);
      expect((await round()).ended).toMatchObject([{ state: "failed" }]);
      expect((await watching.mailbox.get({})).messages).toMatchObject([
        { state: "failed", fault: expect.stringMatching(/55[04]/) },
      ]);
      smtp.behave("take");
      context.setNow("2026-03-06T09:00:00Z");
      await round();
      expect(smtp.taken).toEqual([]);
    },
  );

  test("a line that goes dead once the message is over leaves it unsure, and it never goes out twice", async () => {
    await record();
    smtp.behave("drop");
    expect((await round()).ended).toMatchObject([{ state: "unsure" }]);
    smtp.behave("take");
    context.setNow("2026-03-06T09:00:00Z");
    expect((await round()).ended).toEqual([]);
    expect(smtp.taken).toHaveLength(1);
    expect(await states()).toEqual(["unsure"]);
  });

  test("a round that is stopped writes but takes up no message; the next one sends it", async () => {
    await record();
    expect((await round(smtp.url, { stopping: () => true })).ended).toEqual([]);
    expect(await states()).toEqual(["waiting"]);
    expect((await round()).ended).toHaveLength(1);
  });

  test("a post office sends what waits as soon as it opens, and closes once the message at hand is over", async () => {
    await record();
    await round(smtp.url, { stopping: () => true });
    const surroundings = { installation: context.ctx, mail: { smtpUrl: smtp.url, from }, digestAt: "06:00" };
    const office = openPostOffice({ ...surroundings, log: { ...log, error: log.warn } });
    await vi.waitFor(() => expect(smtp.taken).toHaveLength(1), { timeout: 20_000 });
    await office.close();
    expect(await states()).toEqual(["sent"]);
  });

  test("five processes on one database send each message once", async () => {
    for (const status of ["scheduled", "stalled"] as const) {
      await record(status);
      await Promise.all(Array.from({ length: 5 }, () => round()));
    }
    expect(smtp.taken).toHaveLength(2);
  });

  test("a correction goes to who was told, in the same form and with what was said", async () => {
    await record();
    await round();
    const correction = {
      effective: "2026-02-01",
      status: "scheduled" as const,
      reported: "2026-03-04",
      summary: "A day was named.",
    };
    await context.caller.items.record({
      ...{
        kind: "correction",
        itemId: itemId as never,
        expectedHead: 1,
        corrects: 1,
        noEvidence: "known",
        ...correction,
      },
      reason: "The wrong month was typed",
    } as Parameters<typeof context.caller.items.record>[0]);
    await round();
    const mail = await simpleParser(smtp.taken[1]!.raw);
    expect(mail.subject).toBe("Correction: Bridge");
    expect(mail.text).toContain("On 4 March 2026 we told you:");
    expect(mail.text).toContain("whether or not you still watch the item");
    await round();
    expect(smtp.taken).toHaveLength(2);
  });
});

test("a mail server that asks for it is signed in to, over TLS; a wrong password leaves the message waiting", async () => {
  const smtp = await openSmtp({ user: "readout", pass: "opensesame" });
  const mime = await mimeFor("Bridge");
  const envelope = { from: from.address, to: "ann@example.org" };
  expect(await deliver(smtp.url, envelope, mime)).toEqual({ kind: "sent" });
  expect(smtp.taken).toMatchObject([{ authenticated: "readout", secure: true }]);
  const wrong = await deliver(smtp.url.replace("opensesame", "guess"), envelope, mime);
  expect(wrong).toMatchObject({ kind: "not-now", reached: false });
  expect(JSON.stringify(wrong)).not.toContain("guess");
  await smtp.close();
});
