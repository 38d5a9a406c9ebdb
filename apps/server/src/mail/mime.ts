import MailComposer from "nodemailer/lib/mail-composer";
import type { RenderedMail } from "./render.ts";

/** Who a message is from and for, and how its reader stops all mail. */
export interface Envelope {
  id: string;
  from: { name: string; address: string };
  to: string;
  stopAll: string;
}

/** The message as mail servers hand it on. Its Message-ID follows from its id: whatever happens to it, it stays the same. */
export async function mimeOf(
  { subject, text, html }: RenderedMail,
  { id, from, to, stopAll }: Envelope,
): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId: messageIdOf(id, from.address),
    headers: {
      // One click in the reader's mail program, by its server and without a sign-in: RFC 8058.
      "List-Unsubscribe": { prepared: true, foldLines: false, value: `<${stopAll}>` },
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
    // What a title or a summary holds is never a path or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const messageIdOf = (id: string, from: string): string => `<${id}@${from.split("@").at(-1)}>`;
