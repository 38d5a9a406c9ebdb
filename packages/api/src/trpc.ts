import { type ErrorCode, isReadoutError, ReadoutError } from "@readout/core/error";
import { isAtLeast, type Role } from "@readout/core/role";
import { initTRPC, TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import type { Context } from "./context.ts";
import { invalidInputOf, isSchemaFault } from "./schema-fault.ts";

/** Where a procedure stands in the HTTP API. */
export interface RestPath {
  method: "GET" | "POST";
  /** Under /api/v1, as in `/items/{id}/entries`; names in braces are fields of the input. */
  path: `/${string}`;
  /** Names in the path whose field is called otherwise: one path has one spelling for all its methods. */
  pathFields?: Readonly<Record<string, string>>;
  summary: string;
  tag: string;
  /** Of a created thing: where it is found, with fields of the answer in braces. */
  location?: `/${string}`;
  /** The longest body that a write takes, where it is more than others. */
  maxBodyBytes?: number;
  /** What a write is answered with where nothing was made that was not there before: 200 in place of 201. */
  status?: 200;
  /** The media types in which an answer is handed over, by the input's `format`; left out: JSON alone. */
  produces?: Readonly<Record<string, string>>;
  /** Where the answer may be a proposal that waits for a second person: it is answered with 202 and found here. */
  waiting?: `/${string}`;
}

/** What stands beside each procedure: the least role (`anyone` unless the installation is private) and its HTTP door. */
export interface ProcedureMeta {
  role?: Role | "anyone";
  rest?: RestPath;
}

const trpcCodes: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  invalid_input: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  reason_required: "UNPROCESSABLE_CONTENT",
  evidence_required: "UNPROCESSABLE_CONTENT",
  rate_limited: "TOO_MANY_REQUESTS",
  internal: "INTERNAL_SERVER_ERROR",
};

// What tRPC itself refuses before any procedure runs.
const codesOfTrpc: Partial<Record<TRPC_ERROR_CODE_KEY, ErrorCode>> = {
  PARSE_ERROR: "invalid_input",
  BAD_REQUEST: "invalid_input",
  NOT_FOUND: "not_found",
  METHOD_NOT_SUPPORTED: "invalid_input",
  PAYLOAD_TOO_LARGE: "invalid_input",
  UNSUPPORTED_MEDIA_TYPE: "invalid_input",
};

/** The error as people and programs may see it; whatever was not meant for them becomes `internal`. */
export function readoutErrorOf(error: unknown): ReadoutError {
  const cause = error instanceof TRPCError && error.cause !== undefined ? error.cause : error;
  if (isReadoutError(cause)) return cause;
  if (error instanceof TRPCError && error.code === "BAD_REQUEST" && isSchemaFault(cause)) return invalidInputOf(cause);
  const code = error instanceof TRPCError ? codesOfTrpc[error.code] : undefined;
  if (code !== undefined) return new ReadoutError(code, (error as TRPCError).message);
  return new ReadoutError("internal", "Something failed on our side; the request id leads us to it");
}

/** The same error in tRPC's terms, with the original as cause. */
export const trpcErrorOf = (error: ReadoutError): TRPCError =>
  new TRPCError({ code: trpcCodes[error.code], message: error.message, cause: error });

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
    errorFormatter: ({ shape, error, ctx }) => {
      const { code, message, details, fix } = readoutErrorOf(error);
      const { httpStatus, path } = shape.data;
      const readout = { code, message, details, fix, requestId: ctx?.requestId };
      return { ...shape, message, data: { code: shape.data.code, httpStatus, path, readout } };
    },
  });

export const router = t.router;
export const callerFactory = t.createCallerFactory;

/** The border: placed before every input, so that a refused schema and a thrown error leave as the same kind of thing. */
const border = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const error = readoutErrorOf(result.error);
  if (error.code === "internal")
    ctx.log.error({ requestId: ctx.requestId, path, err: result.error.cause ?? result.error }, "a procedure failed");
  throw trpcErrorOf(error);
});

/** Refuses whoever may not call a procedure; the table of roles is the procedures' own meta. */
const access = t.middleware(({ ctx, meta, next }) => {
  const needed = meta?.role ?? "admin";
  if (needed === "anyone" && !ctx.private) return next();
  if (ctx.user === null)
    throw new ReadoutError(
      "unauthenticated",
      "This needs a key or a sign-in",
      {},
      "Send `Authorization: Bearer` with a key.",
    );
  const role = needed === "anyone" ? "reader" : needed;
  if (!isAtLeast(ctx.user.role, role))
    throw new ReadoutError("forbidden", `This needs the role ${role}; yours is ${ctx.user.role}`);
  return next();
});

const guarded = t.procedure.use(border).use(access);

/** Reads: open to anyone, unless the installation is private. */
export const readProcedure = guarded.meta({ role: "anyone" });

/** Tells the types whom the access table has let in. */
const withUser = t.middleware(({ ctx, next }) => {
  const { user } = ctx;
  if (user === null) throw new ReadoutError("unauthenticated", "This needs a key or a sign-in");
  return next({ ctx: { ...ctx, user } });
});

/** For whoever is signed in or has a key; the context has their id. */
export const readerProcedure = guarded.meta({ role: "reader" }).use(withUser);

/** For analysts, who propose. */
export const analystProcedure = guarded.meta({ role: "analyst" }).use(withUser);

/** For editors, who record and approve. */
export const editorProcedure = guarded.meta({ role: "editor" }).use(withUser);

/** For administrators. */
export const adminProcedure = guarded.meta({ role: "admin" }).use(withUser);
