import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Context } from "@readout/api/server";
import { isReadoutError } from "@readout/core/error";
import type { Door } from "../http.ts";

/** Styles, scripts, the way in, and the way to stop mail; no step upwards, in whatever spelling, leads on from there. */
const openToAll =
  /^\/(?:(?:_next\/static|built)\/(?!.*(?:\.\.|%2[eEfF]|%5[cC]|\\))|(?:sign-in|unsubscribe)(?:\?|$)|(?:icon\.svg|robots\.txt)(?:\?|$))/;

/** The pages of a private installation: the way in for anyone, the rest for who has a session or a key. */
export function forMembersOnly(pages: Door, contextOf: (headers: IncomingHttpHeaders) => Promise<Context>): Door {
  const mayRead = async (request: IncomingMessage): Promise<boolean> => {
    if (openToAll.test(request.url!)) return true;
    try {
      return (await contextOf(request.headers)).user !== null;
    } catch (error) {
      if (isReadoutError(error, "unauthenticated")) return false;
      throw error;
    }
  };
  return async (request, response) => {
    if (await mayRead(request)) return pages(request, response);
    response.setHeader("Cache-Control", "no-store");
    const isReading = request.method === "GET" || request.method === "HEAD";
    if (isReading && request.headers.authorization === undefined) {
      response.writeHead(303, { Location: `/sign-in?${new URLSearchParams({ next: request.url! })}` }).end();
      return true;
    }
    response.writeHead(401, {
      "WWW-Authenticate": 'Bearer realm="readout"',
      "Content-Type": "text/plain; charset=utf-8",
    });
    response.end("This installation is private: reading needs a sign-in, or a key sent as Authorization: Bearer.\n");
    return true;
  };
}
