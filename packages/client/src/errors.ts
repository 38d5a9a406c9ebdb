import { type ErrorCode, type ErrorDetails, errorCodes, ReadoutError } from "@readout/core/error";
import { TRPCClientError } from "@trpc/client";

/** What an error of the server carries for its client. */
interface Sent {
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
  fix?: string;
}

/**
 * The server's error as it was thrown there; what is none of the server's, as when nobody answers, becomes `internal` with
 * `details.unreachable`. The request id, which leads to the server's log, stands in `details.requestId`.
 *
 * @param address of the server, named when it does not answer
 */
export function revivedError(error: unknown, address: string): ReadoutError {
  const sent = sentBy(error);
  const revived =
    sent === null ? unreachable(error, address) : new ReadoutError(sent.code, sent.message, sent.details, sent.fix);
  Object.defineProperty(revived, "cause", { value: error, configurable: true, writable: true });
  return revived;
}

function sentBy(error: unknown): Sent | null {
  if (!(error instanceof TRPCClientError)) return null;
  const { readout } = (error.data ?? {}) as { readout?: Sent & { requestId?: string } };
  if (isSent(readout)) return { ...readout, details: withRequestId(readout.details, readout.requestId) };
  // Refused before any procedure was asked: a problem of RFC 9457.
  const problem = error.meta?.responseJSON as
    | { code: ErrorCode; detail: string; fields?: []; requestId?: string }
    | undefined;
  if (problem === undefined || !isSent({ ...problem, message: problem?.detail })) return null;
  const details = problem.fields?.length ? { fields: problem.fields } : {};
  return { code: problem.code, message: problem.detail, details: withRequestId(details, problem.requestId) };
}

const isSent = (found: { code?: unknown; message?: unknown } | undefined): found is Sent =>
  typeof found?.message === "string" && errorCodes.includes(found.code as ErrorCode);

const withRequestId = (details: ErrorDetails | undefined, requestId: string | undefined): ErrorDetails =>
  requestId === undefined ? { ...details } : { ...details, requestId };

/**
 * What is not JSON is not from Readout: a proxy's page, or another site.
 *
 * @throws an Error with the status, which {@link revivedError} understands
 */
export function refuseForeign(response: Response): Response {
  if (/\bjson\b/.test(response.headers.get("content-type") ?? "")) return response;
  throw Object.assign(new Error("the answer is not JSON"), { status: response.status });
}

function unreachable(error: unknown, address: string): ReadoutError {
  const { message, cause, meta } = error as {
    message?: string;
    cause?: { status?: number; cause?: Error };
    meta?: { response?: Response };
  };
  const status = cause?.status ?? meta?.response?.status;
  const reason =
    status === undefined ? (cause?.cause?.message ?? message) : `something else answered, with status ${status}`;
  return new ReadoutError(
    "internal",
    `Readout cannot be reached at ${address}: ${reason}`,
    { unreachable: true, ...(status === undefined ? {} : { status }) },
    "Check the address, and that Readout runs there.",
  );
}
