import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A real mail server on this machine, which keeps what it takes. */
export interface TestSmtp {
  url: string;
  /** Whole messages with their envelopes, in the order in which they were taken. */
  taken: { from: string; to: string[]; raw: string; authenticated: string | null; secure: boolean }[];
  /** What it does with the next messages; takes them at first. */
  behave(behaviour: SmtpBehaviour): void;
  close(): Promise<void>;
}

/**
 * `put-off`: refused for now, when the recipient is named. `refuse`: refused for good. `refuse-content`: for good, once it was
 * read. `drop`: read whole, then the line goes dead without a word, although the message was taken. `drop-early`: the line goes
 * dead before the message. `hold`: taken, and never answered.
 */
export type SmtpBehaviour = "take" | "hold" | "put-off" | "refuse" | "refuse-content" | "drop" | "drop-early";

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** Opens one on a free port; with `account` only whoever signs in over TLS is heard. */
export async function openSmtp(account?: { user: string; pass: string }): Promise<TestSmtp> {
  let behaviour: SmtpBehaviour = "take";
  const taken: TestSmtp["taken"] = [];
  const options: SMTPServerOptions = {
    ...(account === undefined ? { authOptional: true, disabledCommands: ["AUTH", "STARTTLS"] } : {}),
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.pass
        ? done(null, { user: username })
        : done(refusal(535, "wrong password")),
    onRcptTo: (_address, session, done) => {
      if (behaviour === "put-off") return done(refusal(451, "come back later"));
      if (behaviour === "refuse") return done(refusal(550, "no such mailbox"));
      if (behaviour === "drop-early") return hangUp(session.id);
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (behaviour === "refuse-content") return done(refusal(554, "this looks like something else"));
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
          authenticated: session.user ?? null,
          secure: session.secure,
        });
        if (behaviour === "drop") return hangUp(session.id);
        if (behaviour !== "hold") done();
      });
    },
  };
  const server = new SMTPServer(options);
  const hangUp = (id: string) => {
    for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>)
      if (connection.id === id) connection._socket.destroy();
  };
  // What its clients do wrong is looked at from their side.
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const login = account === undefined ? "" : `${account.user}:${account.pass}@`;
  return {
    url: `smtp://${login}127.0.0.1:${port}${account === undefined ? "" : "?tls.rejectUnauthorized=false"}`,
    taken,
    behave: (next) => {
      behaviour = next;
    },
    close: async () => {
      const closed = new Promise<void>((done) => server.close(done));
      for (const { id } of server.connections as Set<{ id: string }>) hangUp(id);
      await closed;
    },
  };
}
