import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { addUser, createCaller, createContext } from "@readout/api/server";
import { aChange, anItem, createTestContext } from "@readout/api/testing";
import { expect, test, vi } from "vitest";
import { openSmtp } from "../testing/smtp.ts";

const loader = createRequire(import.meta.url).resolve("tsx");
const command = fileURLToPath(new URL("../cli/main.ts", import.meta.url));

/** `npm run readout -- digests send --now`, in a process of its own. */
function sendDigests(databaseUrl: string, smtpUrl: string) {
  const child = spawn(process.execPath, ["--import", `file://${loader}`, command, "digests", "send", "--now"], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      READOUT_SECRET: "a secret of the tests, thirty-two characters or more",
      READOUT_SMTP_URL: smtpUrl,
      READOUT_MAIL_FROM: "Readout <readout@example.org>",
      // Nothing of the surroundings.
    } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let note = "";
  child.stderr.on("data", (chunk) => {
    note += chunk;
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code: code ?? signal, note }));
  return { child, ended };
}

test("a process that is killed between the mail server's taking a message and its own word of it never makes it go out twice", async () => {
  const context = await createTestContext();
  const smtp = await openSmtp();
  const { id: itemId } = await context.caller.items.open(anItem());
  const { user } = await addUser(context.db, { email: "ann@example.org", name: "Ann", role: "reader" });
  const ann = createCaller(createContext(context.ctx, { user: { id: user.id, role: "reader", name: "Ann" } }));
  await ann.watches.add({ kind: "item", itemId });
  await context.caller.items.record(aChange(itemId, 0));

  smtp.behave("hold");
  const first = sendDigests(context.connectionString, smtp.url);
  await vi.waitFor(() => expect(smtp.taken).toHaveLength(1), { timeout: 30_000 });
  first.child.kill("SIGKILL");
  expect((await first.ended).code).toBe("SIGKILL");
  expect((await ann.mailbox.get({})).messages).toMatchObject([{ state: "sending" }]);

  smtp.behave("take");
  const client = await context.connect();
  await client.query("UPDATE message SET claimed_at = claimed_at - interval '11 minutes'");
  const second = await sendDigests(context.connectionString, smtp.url).ended;
  expect(second).toMatchObject({ code: 0, note: expect.stringContaining("no messages written, 0 sent") });
  expect(smtp.taken).toHaveLength(1);
  expect((await ann.mailbox.get({})).messages).toMatchObject([{ state: "unsure" }]);

  await context.caller.items.record(aChange(itemId, 1, { status: "stalled", effective: "2020-02-01" }));
  const third = await sendDigests(context.connectionString, smtp.url).ended;
  expect(third).toMatchObject({ code: 0, note: expect.stringContaining("1 message written, 1 sent") });
  expect(smtp.taken).toHaveLength(2);
  await smtp.close();
});
