import type { IncomingMessage, ServerResponse } from "node:http";
import { gzip } from "node:zlib";
import { etagOf, type KeptAnswer } from "./kept-answers.ts";

/** Whether a page is for one person at one time: no browser shows it again to whoever sits there next. */
export const isPersonal = (url: string): boolean => /^\/(?:desk|sign-in|account|unsubscribe)(?:[/?]|$)/.test(url);

/** A plain read by nobody in particular: no cookie, no key, no fragment of a page for Next's router. */
export function isAnonymousRead(request: IncomingMessage): boolean {
  const { headers } = request;
  return (
    request.method === "GET" &&
    headers.cookie === undefined &&
    headers.authorization === undefined &&
    headers.rsc === undefined &&
    headers["next-action"] === undefined &&
    headers.range === undefined &&
    !isPersonal(request.url ?? "")
  );
}

/** What takes longer to send as it is, on a slow line, than to squeeze: 16 KiB. */
const worthSqueezingBytes = 16 * 1024;

/** Sends an answer from memory: 304 to who has it, else in the best encoding that is ready, and a long one squeezed at once where none is. */
export function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  kept: KeptAnswer,
  requestId: string,
): void {
  const headers = ["X-Request-Id", requestId, "ETag", kept.etag, "Vary", "Accept-Encoding", ...kept.headers];
  if (matches(request.headers["if-none-match"], kept.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const send = (encoding: "br" | "gzip" | null, body: Buffer) => {
    if (encoding !== null) headers.push("Content-Encoding", encoding);
    headers.push("Content-Length", String(body.length));
    response.writeHead(200, headers).end(body);
  };
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const encoding = bestEncoding(accepted, kept);
  if (encoding !== null) send(encoding, kept[encoding]!);
  else if (kept.body.length < worthSqueezingBytes || !takes.gzip.test(accepted)) send(null, kept.body);
  else
    gzip(kept.body, { level: 4 }, (error, zipped) => (error === null ? send("gzip", zipped) : send(null, kept.body)));
}

/** Named in Accept-Encoding, and not with the weight nought. */
const takes = {
  br: /(?:^|,)\s*br\s*(?!;\s*q=0(?:\.0*)?\s*(?:,|$))(?:;|,|$)/,
  gzip: /(?:^|,)\s*gzip\s*(?!;\s*q=0(?:\.0*)?\s*(?:,|$))(?:;|,|$)/,
};

function bestEncoding(accepted: string, kept: KeptAnswer): "br" | "gzip" | null {
  if (kept.br !== null && takes.br.test(accepted)) return "br";
  return kept.gzip !== null && takes.gzip.test(accepted) ? "gzip" : null;
}

/** Weak comparison, as RFC 9110 asks for on reads. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => bare(tag) === bare(etag));
}

/** Sends a whole body under its ETag, or only word that it is still the same. */
export function sendTagged(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const etag = etagOf(body);
  response.setHeader("ETag", etag);
  if (matches(request.headers["if-none-match"], etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader("Content-Length", body.length);
  response.end(body);
}
