import type { ServerResponse } from "node:http";
import { type ErrorCode, errorTitles } from "@readout/core/error";

/** Answers with a problem of RFC 9457, for what is refused before any procedure is asked. */
export function refuse(response: ServerResponse, status: number, code: ErrorCode, detail: string): "refused" {
  const requestId = response.getHeader("X-Request-Id");
  response.statusCode = status;
  response.setHeader("Content-Type", "application/problem+json");
  response.setHeader("Cache-Control", "no-store");
  response.end(
    JSON.stringify({ type: "about:blank", title: errorTitles[code], status, detail, code, fields: [], requestId }),
  );
  return "refused";
}
