import type { ServerResponse } from "node:http";
import { errorTitles, httpStatus, type ReadoutError } from "@readout/core/error";

/**
 * Answers with a problem of RFC 9457: what is wrong, which fields, and whatever else the error tells programs.
 *
 * @param status where HTTP has a word of its own beside the one of the code
 */
export function sendProblem(response: ServerResponse, error: ReadoutError, status = httpStatus[error.code]): void {
  const { fields = [], ...details } = error.details;
  const { code, message: detail, fix } = error;
  const known = {
    type: "about:blank",
    title: errorTitles[code],
    status,
    detail,
    code,
    fields,
    requestId: response.getHeader("X-Request-Id"),
  };
  const body = Buffer.from(JSON.stringify({ ...details, ...(fix === undefined ? {} : { fix }), ...known }));
  response.statusCode = status;
  response.setHeader("Content-Type", "application/problem+json");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Length", body.length);
  response.end(body);
}
