import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from "node:http";
import { pagePolicy } from "./content-security.ts";
import { failedPage } from "./failed-page.ts";
import { holdBack } from "./held-response.ts";
import type { Keeper } from "./kept-answers.ts";
import { isPersonal, sendKept, sendTagged } from "./reading.ts";
import { stillPage } from "./still-page.ts";

/** Headers that belong to one answer or are added when it is sent. */
const notKept = new Set([
  "x-request-id",
  "date",
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "etag",
  "vary",
  "x-powered-by",
]);

/** JSON, feeds, calendars, site maps, badges and pictures, and whatever is taken along. */
const keptData =
  /^(?:image\/(?:svg\+xml|png)|application\/(?:json|feed\+json|atom\+xml|xml|vnd\.openxmlformats-officedocument\.[\w.]+)|text\/(?:csv|calendar|markdown))(?:;|$)/i;

/**
 * Waits for a page to be whole, to name its inline scripts in its Content-Security-Policy, and for whatever is kept.
 * Assets, streams and answers for one person pass through.
 *
 * @param keep where an answer for everyone goes; null when this one is not for everyone
 */
export function holdPage(request: IncomingMessage, response: ServerResponse, keep: Keeper | null): void {
  if (request.method === "HEAD" || /^\/(?:_next|built)\//.test(request.url!)) return;
  // Compressed here or not at all: a body that comes compressed can neither be hashed nor kept.
  const accepted = request.headers["accept-encoding"];
  delete request.headers["accept-encoding"];

  const isPage = () => /^text\/html\b/i.test(String(response.getHeader("content-type") ?? ""));
  const isData = () => keptData.test(String(response.getHeader("content-type") ?? ""));
  // A badge or a picture has an ETag for everybody: it takes longer to draw than any page.
  const isPicture = () => /^image\/(?:svg\+xml|png)\b/i.test(String(response.getHeader("content-type") ?? ""));
  const isForAll = () =>
    keep !== null &&
    response.statusCode === 200 &&
    !response.hasHeader("set-cookie") &&
    (isPage() || (isData() && !isUnkeepable()));
  const readable = (html: string) =>
    response.statusCode === 500 ? failedPage(html, String(response.getHeader("x-request-id"))) : stillPage(html);
  const isUnkeepable = () => /no-store|private/.test(String(response.getHeader("cache-control") ?? ""));

  holdBack(
    response,
    () => isPage() || isForAll() || isPicture(),
    (whole) => {
      const body = isPage() ? Buffer.from(readable(whole.toString("utf8"))) : whole;
      if (accepted !== undefined) request.headers["accept-encoding"] = accepted;
      // Next cannot set the status of a page that it draws on the server; such a page carries the mark instead.
      for (const status of isPage() ? [403, 404] : [])
        if (body.includes(`data-status="${status}"`)) response.statusCode = status;
      if (isPage()) {
        const embeddable = request.url!.startsWith("/embed/");
        response.setHeader("Content-Security-Policy", pagePolicy(body.toString("utf8"), embeddable));
      }
      // Next forbids every cache for a page made on request; ours asks each time and is told when nothing changed.
      const cached = isPersonal(request.url!) ? "no-store" : "private, no-cache";
      if (isPage() && response.statusCode === 200) response.setHeader("Cache-Control", cached);
      if (isForAll()) {
        if (!response.hasHeader("cache-control") || isPage()) response.setHeader("Cache-Control", "no-cache");
        const kept = keep!({ body, headers: headersOf(response) });
        const requestId = String(response.getHeader("x-request-id"));
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        sendKept(request, response, kept, requestId);
        return;
      }
      if (request.method === "GET" && response.statusCode === 200) {
        sendTagged(request, response, body);
        return;
      }
      response.setHeader("Content-Length", body.length);
      response.end(body);
    },
  );
}

function headersOf(response: ServerResponse): string[] {
  return Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    notKept.has(name) ? [] : values(value).flatMap((text) => [name, text]),
  );
}

function values(value: OutgoingHttpHeader | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [String(value)];
}
