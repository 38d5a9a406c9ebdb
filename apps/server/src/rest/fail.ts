import type { IncomingMessage, ServerResponse } from "node:http";
import { readoutErrorOf } from "@readout/api/server";
import { isReadoutError } from "@readout/core/error";
import { BodyRefused } from "./body.ts";
import { sendProblem } from "./problem.ts";

/** Answers what was thrown while answering, as a problem of RFC 9457. Throws on what is not meant for the asker. */
export function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  // Whoever left in the middle is told nothing.
  if (response.destroyed) return;
  if (response.headersSent) throw error;
  if (error instanceof BodyRefused) {
    sendProblem(response, error.refusal, error.status);
    return;
  }
  const known = readoutErrorOf(error);
  // What is not meant for the asker is written down where every failure is.
  if (known.code === "internal" && !isReadoutError(error)) throw error;
  if (known.code === "unauthenticated") {
    const invalid = request.headers.authorization === undefined ? "" : ', error="invalid_token"';
    response.setHeader("WWW-Authenticate", `Bearer realm="Readout"${invalid}`);
  }
  if (known.code === "rate_limited") response.setHeader("Retry-After", String(known.details.retryAfter));
  sendProblem(response, known);
}
