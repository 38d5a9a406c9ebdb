import { addUser, createCaller, createContext } from "@readout/api/server";
import { aChange, anItem, createTestContext, type TestContext } from "@readout/api/testing";
import { beforeEach, expect, test } from "vitest";
import { readSettings } from "../env.ts";
import { product } from "../product.ts";
import { openSmtp } from "../testing/smtp.ts";
import { digestsSend } from "./digests.ts";
import { dispatch } from "./dispatch.ts";

let context: TestContext;
let said: { out: string[]; note: string[] };
beforeEach(async () => {
  context = await createTestContext();
  said = { out: [], note: [] };
  const { id: itemId } = await context.caller.items.open(anItem({ title: "Bridge" }));
  const { user } = await addUser(context.db, { email: "ann@example.org", name: "Ann", role: "reader" });
  const ann = createCaller(createContext(context.ctx, { user: { id: user.id, role: "reader", name: "Ann" } }));
  await ann.watches.add({ kind: "item", itemId });
  await context.caller.items.record(aChange(itemId, 0));
});

const run = (environment: Record<string, string>, ...args: string[]) =>
  dispatch(["digests", "send", ...args], {
    commands: [digestsSend],
    migrationsFolder: product.migrationsFolder,
    readSettings: () =>
      readSettings({
        DATABASE_URL: context.connectionString,
        READOUT_SECRET: context.ctx.secret,
        READOUT_URL: "https://readout.example.org",
        ...environment,
      }),
    terminal: { out: (line) => said.out.push(line), note: (line) => said.note.push(line) },
  });

test("a dry run shows what would be sent, also where no mail is set up, and sends nothing", async () => {
  expect(await run({}, "--now", "--dry-run")).toBe(0);
  expect(said.note).toEqual(["1 message would be written"]);
  expect(said.out[0]).toMatch(
    /^To: ann@example\.org\nSubject: Bridge: raised\n\n1 item you watch moved\.\n\nBridge\nhttps:\/\/readout\.example\.org\/items\//,
  );
  expect(said.out[0]).toContain("/unsubscribe?token=...");
  expect(said.out[0]).not.toMatch(/token=(?!\.\.\.)/);
  said.out = [];
  await run({}, "--now", "--dry-run");
  expect(said.out).toHaveLength(1);
});

test("without a mail server the command says so, and what waits for its hour is left to wait", async () => {
  expect(await run({})).toBe(1);
  expect(said.note).toEqual(["readout: READOUT_SMTP_URL is not set: no mail is sent from here"]);
  const smtp = await openSmtp();
  const environment = { READOUT_SMTP_URL: smtp.url, READOUT_MAIL_FROM: "readout@example.org" };
  expect(await run(environment)).toBe(0);
  expect(smtp.taken).toEqual([]);
  expect(await run(environment, "--now")).toBe(0);
  expect(smtp.taken).toMatchObject([{ to: ["ann@example.org"] }]);
  expect(said.note.at(-1)).toBe("1 message written, 1 sent, 0 not sent");
  await smtp.close();
});

test("what the mail server refuses ends the command with 1", async () => {
  const smtp = await openSmtp();
  smtp.behave("refuse");
  const environment = { READOUT_SMTP_URL: smtp.url, READOUT_MAIL_FROM: "readout@example.org" };
  expect(await run(environment, "--now")).toBe(1);
  expect(said.note.at(-1)).toBe("1 message written, 0 sent, 1 not sent");
  await smtp.close();
});
