import type { IncomingMessage, ServerResponse } from "node:http";
import { ReadoutError } from "@readout/core/error";
import { sendTagged } from "../reading.ts";
import { sendProblem } from "./problem.ts";

/** An answer under way; `isPrivate`: given to one person, or within a private installation. */
export interface Sending {
  request: IncomingMessage;
  response: ServerResponse;
  isPrivate: boolean;
}

/** Sends an answer, or only word that it is still the same. */
export const sendJson = (sending: Sending, json: string, lifetime: string): void =>
  sendBody(sending, Buffer.from(json), "application/json", lifetime);

/** The same for an answer of any media type. */
export function sendBody(
  { request, response, isPrivate }: Sending,
  body: Buffer,
  type: string,
  lifetime: string,
): void {
  response.setHeader("Content-Type", type);
  response.setHeader("Cache-Control", lifetime);
  if (isPrivate) response.setHeader("Vary", "Authorization, Cookie");
  // What anyone may read is named and compared where it is kept.
  if (lifetime !== "no-store" && (isPrivate || request.method === "HEAD")) {
    sendTagged(request, response, body);
    return;
  }
  response.setHeader("Content-Length", body.length);
  response.end(body);
}

/** Says which methods there are; a browser that asks beforehand is told what a page of another site may do. */
export function refuseMethod(request: IncomingMessage, response: ServerResponse, methods: readonly string[]): void {
  const allowed = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  response.setHeader("Allow", allowed);
  request.resume();
  if (request.method !== "OPTIONS") {
    sendProblem(response, new ReadoutError("invalid_input", `Only ${allowed} can be asked here`), 405);
    return;
  }
  if (response.hasHeader("Access-Control-Allow-Origin")) {
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
    response.setHeader("Access-Control-Allow-Headers", "If-None-Match, Last-Event-ID");
    response.setHeader("Access-Control-Max-Age", "86400");
  }
  response.statusCode = 204;
  response.end();
}
