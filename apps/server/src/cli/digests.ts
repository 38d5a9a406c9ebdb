import { parseArgs } from "node:util";
import { startProblem } from "@readout/api/db/start-problem";
import { closeDb, createDb, listUsers, writeMessages } from "@readout/api/server";
import type { Instant } from "@readout/core/time";
import { counted } from "@readout/core/wording";
import { findServer } from "../database/data-folder.ts";
import type { Settings } from "../env.ts";
import { mailRound } from "../mail/post-office.ts";
import { renderMail } from "../mail/render.ts";
import type { Command, CommandSurroundings } from "./command.ts";

/** Writes and sends the digests and notices that are due, beside a running server too: each goes out once. */
export const digestsSend: Command = {
  name: "digests send",
  usage: "[--now] [--dry-run]",
  summary: "Sends what is due to those who watch; --now also what waits for its hour, --dry-run only shows it",
  prepare: (args) => {
    const flag = { type: "boolean", default: false } as const;
    const { values } = parseArgs({ args, options: { now: flag, "dry-run": flag } });
    return async (on) => {
      const { mail } = on.settings;
      if (mail === null && !values["dry-run"])
        throw startProblem("READOUT_SMTP_URL is not set: no mail is sent from here");
      const db = createDb({ connectionString: on.connectionString });
      try {
        const now = () => new Date().toISOString() as Instant;
        const installation = { db, now, secret: on.secret, url: await addressOf(on.settings) };
        return values["dry-run"]
          ? await show(installation, values.now, on)
          : await send({ installation, mail: mail!, digestAt: on.settings.digestAt }, values.now, on);
      } finally {
        await closeDb(db);
      }
    };
  },
};

type Office = Omit<Parameters<typeof mailRound>[0], "log">;

async function show(installation: Office["installation"], early: boolean, on: CommandSurroundings): Promise<number> {
  const surroundings = { ...installation, mail: { digestAt: on.settings.digestAt } };
  const messages = await writeMessages(surroundings, { settleMs: early ? 0 : 120_000, early, dryRun: true });
  const people = new Map((await listUsers(installation.db)).map(({ id, email }) => [id, email]));
  // Whoever has a message's own links can stop it: here they only show where they would stand.
  const stop = `${installation.url}/unsubscribe?token=...`;
  for (const { userId, kind, content } of messages) {
    const { subject, text } = renderMail(kind, content, {
      url: installation.url,
      stopWatch: () => stop,
      stopAll: stop,
    });
    on.out(`To: ${people.get(userId)}\nSubject: ${subject}\n\n${text}`);
  }
  on.note(`${counted(messages.length, "message")} would be written`);
  return 0;
}

async function send(office: Office, early: boolean, on: CommandSurroundings): Promise<number> {
  const log = {
    info: () => {},
    warn: (fields: { fault?: string }) => on.note(fields.fault ?? "a message was given up"),
  };
  const options = early ? { early, settleMs: 0 } : {};
  const { written, ended } = await mailRound(
    { ...office, log: log as Parameters<typeof mailRound>[0]["log"] },
    options,
  );
  const sent = ended.filter(({ state }) => state === "sent");
  on.note(`${counted(written.length, "message")} written, ${sent.length} sent, ${ended.length - sent.length} not sent`);
  return sent.length === ended.length ? 0 : 1;
}

/** Where the links of a message lead: the public address, else that of the server that runs, else the one it would have. */
async function addressOf({ publicUrl, databaseUrl, dataFolder, host, port }: Settings): Promise<string> {
  const server = databaseUrl === null ? await findServer(dataFolder) : null;
  return publicUrl ?? server?.url ?? `http://${host}:${port}`;
}
