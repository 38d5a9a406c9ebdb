import type { ServerResponse } from "node:http";
import { type ErrorCode, type FieldFault, ReadoutError } from "@readout/core/error";
import { sendProblem } from "./rest/problem.ts";

/** Answers with a problem of RFC 9457, for what is refused before any procedure is asked. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  detail: string,
  fields: FieldFault[] = [],
): "refused" {
  sendProblem(response, new ReadoutError(code, detail, { fields }), status);
  return "refused";
}
