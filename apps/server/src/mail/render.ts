import type { MailBlock, MailClaim, MailContent, MailLink } from "@readout/core/mail";
import type { MessageKind } from "@readout/core/watch";

/** Where the links of a message lead: the site, and what stops one watch or all of it. */
export interface MailAddresses {
  /** Without a trailing slash. */
  url: string;
  stopWatch(id: string): string;
  stopAll: string;
}

/** A message as it is read, both ways from the same words. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** Why somebody gets it, and what they can do about it: below everything else. */
const why: Record<MessageKind, string> = {
  digest: "You get this because you watch these items or views on Readout.",
  correction:
    "You get this because we told you something that has been corrected since, whether or not you still watch the item.",
};

export function renderMail(kind: MessageKind, content: MailContent, addresses: MailAddresses): RenderedMail {
  return {
    subject: content.subject,
    text: textOf(kind, content, addresses),
    html: htmlOf(kind, content, addresses),
  };
}

function textOf(kind: MessageKind, { opening, blocks }: MailContent, addresses: MailAddresses): string {
  const { url, stopAll } = addresses;
  const claim = ({ words, href, evidence }: MailClaim) => [
    `- ${words}`,
    ...evidence.map((cited) => `  ${cited.words}: ${url}${cited.href}`),
    ...(href === null ? [] : [`  ${url}${href}`]),
  ];
  const block = ({ title, sentence, claims, watches }: MailBlock) => [
    ...[title.words, `${url}${title.href}`, "", sentence, ""],
    ...claims.flatMap(claim),
    ...(watches.length === 0 ? [] : [""]),
    ...watches.map(({ id, words }) => `Stop watching ${words}: ${addresses.stopWatch(id)}`),
    "",
  ];
  const lines = [opening, "", ...blocks.flatMap(block), "-- ", why[kind]];
  return [...lines, `Your watches: ${url}/account/watches`, `No mail at all: ${stopAll}`, ""].join("\n");
}

const ink = "color:#16201e";
const faint = "color:#45514e;font:14px/20px Arial,sans-serif";

function htmlOf(kind: MessageKind, { subject, opening, blocks }: MailContent, addresses: MailAddresses): string {
  const { url, stopAll } = addresses;
  const link = ({ words, href }: MailLink, style = "") =>
    `<a href="${escaped(href.startsWith("/") ? url + href : href)}" style="${style || ink}">${escaped(words)}</a>`;
  const claim = ({ words, href, evidence }: MailClaim) => {
    const cited = [...evidence, ...(href === null ? [] : [{ words: "in the ledger", href }])];
    return `<li style="margin:0 0 8px">${escaped(words)}<br><span style="${faint}">${cited.map((one) => link(one, faint)).join(" · ")}</span></li>`;
  };
  const block = ({ title, sentence, claims, watches }: MailBlock) =>
    `<h2 style="margin:24px 0 4px;padding-top:12px;border-top:2px solid #16201e;font:600 20px/26px Georgia,serif">${link(title, `${ink};text-decoration:none`)}</h2>
<p style="margin:0 0 8px;font:17px/26px Georgia,serif">${escaped(sentence)}</p>
<ul style="margin:0;padding-left:20px">${claims.map(claim).join("\n")}</ul>
${watches.map(({ id, words }) => `<p style="margin:0;${faint}">${link({ words: `Stop watching ${words}`, href: addresses.stopWatch(id) }, faint)}</p>`).join("\n")}`;
  const end = [
    escaped(why[kind]),
    link({ words: "Your watches", href: "/account/watches" }, faint),
    link({ words: "No mail at all", href: stopAll }, faint),
  ].join(" · ");
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0 auto;max-width:640px;padding:16px;${ink};background:#fafbfa;font:15px/22px Arial,sans-serif">
<p style="margin:0;font:22px/30px Georgia,serif">${escaped(opening)}</p>
${blocks.map(block).join("\n")}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #7d8886;${faint}">${end}</p>
</body></html>
`;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character]!);
