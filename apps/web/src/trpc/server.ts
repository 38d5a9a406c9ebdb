import "server-only";
import type { Caller } from "@readout/api/server";
import { isReadoutError, type ReadoutError } from "@readout/core/error";
import type { Unsubscribing } from "@readout/core/watch";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { OpenApiDocument } from "../docs/open-api.ts";

/** What the hosting server places in the process, so that router, pool and caches exist once. */
export type ReadoutApi = {
  caller(options: { headers: Headers }): Caller;
  /** The hosting server's clock, ISO in UTC. */
  now?(): string;
  /** The OpenAPI 3.1 document of /api/v1. */
  openApi?(): OpenApiDocument;
  /** What the outside provider for signing in is called; null where none is set up. */
  signInProvider?(): string | null;
  /** What a link in a message stops, which needs no sign-in; null for one that is none of ours. */
  findUnsubscribing?(token: string): Promise<Unsubscribing | null>;
  /** Whether digests are sent from here. */
  sendsMail?(): boolean;
  /** Whether an entry enters a ledger by another person's approval only. */
  reviewIsRequired?(): boolean;
  /** The address people reach Readout at, without a trailing slash. */
  url?(): string;
  /** Whether reading needs a sign-in. */
  isPrivate?(): boolean;
};

function hosted(): ReadoutApi {
  const found = (globalThis as { [key: symbol]: unknown })[Symbol.for("readout.api")];
  if (found === undefined) throw new Error("pages are served by apps/server, which places the API in the process");
  return found as ReadoutApi;
}

/** The present instant, ISO in UTC: the hosting server's, so that pages and answers agree on what today is. */
export function now(): string {
  return hosted().now?.() ?? new Date().toISOString();
}

/** The document that describes /api/v1; null where the hosting server has none. */
export const openApi = (): OpenApiDocument | null => hosted().openApi?.() ?? null;

/** Who else vouches for people, by name; null where only passwords do. */
export const signInProvider = (): string | null => hosted().signInProvider?.() ?? null;

/** What a link in a message would stop; null where it stops nothing. */
export const findUnsubscribing = async (token: string): Promise<Unsubscribing | null> =>
  (await hosted().findUnsubscribing?.(token)) ?? null;

/** Whether digests are sent from here; else watches are only kept. */
export const sendsMail = (): boolean => hosted().sendsMail?.() ?? false;

/** Whether recording only proposes here, whoever records. */
export const reviewIsRequired = (): boolean => hosted().reviewIsRequired?.() ?? false;

/** The address people reach Readout at, for what leaves the site: pictures of pages, badges, embeds. */
export const publicUrl = (): string => hosted().url?.() ?? "";

/** Whether what is shown is for members only, and nobody between them and us may keep it. */
export const isPrivate = (): boolean => hosted().isPrivate?.() ?? false;

/** The API in process, with the rights of the request. What does not exist becomes the 404 page, here and once. */
export const api: Caller = member([]) as unknown as Caller;

function member(path: readonly string[]): unknown {
  return new Proxy(() => {}, {
    // A promise-like member would make `await api` call it.
    get: (_, name) => (typeof name === "symbol" || name === "then" ? undefined : member([...path, name])),
    apply: (_, __, args) => call(path, args),
  });
}

async function call(path: readonly string[], args: unknown[]): Promise<unknown> {
  const caller = hosted().caller({ headers: await headers() });
  try {
    let target: unknown = caller;
    for (const name of path) target = (target as Record<string, unknown>)[name];
    return await (target as (...args: unknown[]) => Promise<unknown>)(...args);
  } catch (error) {
    if (isMissing(error)) notFound();
    throw error;
  }
}

/** The refusal that an error of the API stands for; null for a failure. */
export function refusalOf(error: unknown): ReadoutError | null {
  if (isReadoutError(error)) return error;
  return error instanceof Error && isReadoutError(error.cause) ? error.cause : null;
}

/** An id that no id could be is as missing as one that is not there. */
function isMissing(error: unknown): boolean {
  const known = refusalOf(error);
  if (known === null) return (error as { code?: unknown }).code === "NOT_FOUND";
  if (known.code === "not_found") return true;
  const fields = known.details.fields ?? [];
  return (
    known.code === "invalid_input" && fields.length > 0 && fields.every(({ path }) => path === "id" || path === "key")
  );
}
