/** What can go wrong, as programs see it. Each code has one sentence for people, one tRPC code and one HTTP status. */
export const errorCodes = [
  "invalid_input",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "reason_required",
  "evidence_required",
  "rate_limited",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const errorTitles: Record<ErrorCode, string> = {
  invalid_input: "The input is not valid",
  unauthenticated: "A valid key or sign-in is needed",
  forbidden: "The role of this key or user does not allow this",
  not_found: "There is nothing under this address",
  conflict: "Someone wrote first",
  reason_required: "A reason is needed",
  evidence_required: "Evidence is needed",
  rate_limited: "Too many requests",
  internal: "Something failed on our side",
};

export const httpStatus: Record<ErrorCode, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  reason_required: 422,
  evidence_required: 422,
  rate_limited: 429,
  internal: 500,
};

/** A named field of the input and what is wrong with it; `path` uses dots, as in `evidence.0.paragraphs`. */
export type FieldFault = { path: string; message: string };

export type ErrorDetails = { fields?: FieldFault[]; head?: number; entriesSince?: unknown[]; [key: string]: unknown };

/** The one error that crosses borders. `message` is for people, `details` for programs, `fix` says what would help. */
export class ReadoutError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly fix: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, fix?: string) {
    super(message);
    this.name = "ReadoutError";
    this.code = code;
    this.details = details;
    this.fix = fix;
  }
}

/** Recognises by code and never by class, because bundles copy classes. */
export function isReadoutError<C extends ErrorCode>(error: unknown, code?: C): error is ReadoutError & { code: C } {
  if (!(error instanceof Error) || error.name !== "ReadoutError") return false;
  const found = (error as { code?: unknown }).code;
  return code === undefined ? errorCodes.includes(found as ErrorCode) : found === code;
}

/** Refuses one field of the input. */
export const invalidField = (path: string, message: string): ReadoutError =>
  new ReadoutError("invalid_input", `${path}: ${message}`, { fields: [{ path, message }] });
