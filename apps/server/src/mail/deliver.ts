import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";

/** How a conversation with the mail server ended. */
export type Delivery =
  | { kind: "sent" }
  /** It refused this message for good. */
  | { kind: "refused"; fault: string }
  /** It certainly did not take the message; `reached` is false where the fault lies before any message. */
  | { kind: "not-now"; fault: string; reached: boolean }
  /** It was given the message, and nothing tells whether it took it. */
  | { kind: "unsure"; fault: string };

/** No conversation takes longer, whatever the other side does. */
export const longestDeliveryMs = 5 * 60_000;

/**
 * Hands one message to the mail server.
 *
 * A server's own word always counts. Where it falls silent, all depends on whether it had begun to receive the message: before
 * that it cannot have taken it, after that it may have.
 */
export function deliver(smtpUrl: string, envelope: { from: string; to: string }, message: Buffer): Promise<Delivery> {
  const { auth, ...options } = parseConnectionUrl(smtpUrl) as ReturnType<typeof parseConnectionUrl> & {
    auth?: { user?: string; pass?: string };
  };
  const connection = new SMTPConnection({
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    ...options,
  } as ConstructorParameters<typeof SMTPConnection>[0]);
  // Asked for its first byte only once the server has said that it wants the message.
  let begun = false;
  const body = new Readable({
    highWaterMark: 1,
    read() {
      begun = true;
      this.push(message);
      this.push(null);
    },
  });
  return new Promise((done) => {
    let isMessage = false;
    const timer = setTimeout(() => end({ code: "ETIMEDOUT", message: "it took too long" }), longestDeliveryMs);
    const end = (error: SmtpError | null) => {
      clearTimeout(timer);
      // The first word counts: closing tells of an end as well.
      done(error === null ? { kind: "sent" } : outcomeOf(error, isMessage, begun));
      connection.close();
    };
    connection.on("error", end);
    connection.once("end", () => end({ message: "the mail server closed the connection" }));
    connection.connect((failed) => {
      if (failed) return end(failed);
      const send = (refused?: SmtpError | null) => {
        if (refused) return end(refused);
        isMessage = true;
        connection.send({ from: envelope.from, to: [envelope.to] }, body, (error) => end(error ?? null));
      };
      if (auth?.user === undefined) return send();
      connection.login(auth, send);
    });
  });
}

type SmtpError = { message: string; code?: string | undefined; responseCode?: number | undefined };

function outcomeOf({ message, responseCode }: SmtpError, isMessage: boolean, begun: boolean): Delivery {
  const fault = message.replace(/[\p{Z}\p{C}]+/gu, " ").slice(0, 300);
  // Who may not sign in with it, or is not even greeted, is refused as an installation: no message is to blame.
  if (!isMessage) return { kind: "not-now", fault, reached: false };
  if (responseCode !== undefined) {
    return responseCode >= 500 ? { kind: "refused", fault } : { kind: "not-now", fault, reached: true };
  }
  return begun ? { kind: "unsure", fault } : { kind: "not-now", fault, reached: false };
}
