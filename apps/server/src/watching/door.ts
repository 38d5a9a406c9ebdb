import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import {
  addressHeader,
  type Caller,
  type Context,
  createCaller,
  type Installation,
  unsubscribe,
} from "@readout/api/server";
import { type ErrorCode, isReadoutError } from "@readout/core/error";
import { AddWatch, type Cadence } from "@readout/core/watch";
import { readForm } from "../accounts/form.ts";
import { nextPath } from "../accounts/next-path.ts";
import type { Door } from "../http.ts";
import { BodyRefused, readBytes } from "../rest/body.ts";
import { sendProblem } from "../rest/problem.ts";

interface Surroundings {
  installation: Pick<Installation, "db" | "secret">;
  contextOf(headers: IncomingHttpHeaders): Promise<Context>;
}

/** Where one's watches are listed, and where what was done is said. */
const page = "/account/watches";
const maxBodyBytes = 16 * 1024;

/** What a form asks for; it answers with what is said afterwards, as a parameter of the page. */
type Act = (caller: Caller, form: URLSearchParams) => Promise<Record<string, string>>;

const idOf = (form: URLSearchParams) => ({ id: form.get("id") ?? "" });
const cadenceOf = (form: URLSearchParams) => (form.get("cadence") ?? "daily") as Cadence;

const acts: Record<string, Act> = {
  add: async (caller, form) => {
    const { id } = await caller.watches.add(AddWatch.parse(askedFor(form)));
    return { added: id };
  },
  edit: async (caller, form) => {
    const asked = { ...idOf(form), cadence: cadenceOf(form), reviews: form.get("reviews") === "yes" };
    const { id } = await caller.watches.edit(asked);
    return { edited: id };
  },
  stop: async (caller, form) => ({ stopped: (await caller.watches.remove(idOf(form))).id }),
  restore: async (caller, form) => ({ restored: (await caller.watches.restore(idOf(form))).id }),
  "stop-all": async (caller) => {
    await caller.mailbox.stop({});
    return { "stopped-all": "1" };
  },
};

/** The watch that a form asks for: of an item, or of the view that its address names. */
function askedFor(form: URLSearchParams): unknown {
  const wishes = { cadence: cadenceOf(form), reviews: form.get("reviews") === "yes" };
  const itemId = form.get("itemId");
  if (itemId !== null) return { kind: "item", itemId, ...wishes };
  const filters = Object.fromEntries(
    ["phase", "tag", "actor", "owner", "q"].flatMap((name) => {
      const value = form.get(name);
      return value === null || value === "" ? [] : [[name, value]];
    }),
  );
  const status = form.get("status");
  return {
    ...{ kind: "view", name: form.get("name") ?? "", ...wishes },
    filters: { ...filters, ...(status ? { status: status.split(",") } : {}) },
  };
}

/** Why something was not done, as the page has words for it. */
const failures: Partial<Record<ErrorCode, string>> = {
  not_found: "gone",
  forbidden: "forbidden",
  invalid_input: "input",
};

/**
 * Watching by plain forms, which need no script, and unsubscribing by the links of messages, which need no sign-in: by the page
 * that a link leads to, or by the one click of a mail program (RFC 8058). Only a POST stops anything, because programs that
 * look through mail follow every link.
 */
export function createWatchingDoor({ installation, contextOf }: Surroundings): Door {
  return async (request, response) => {
    if (request.method !== "POST") return false;
    const { pathname, searchParams } = new URL(request.url!, "http://readout.invalid");
    const act = pathname.startsWith(`${page}/`) ? acts[pathname.slice(page.length + 1)] : undefined;
    try {
      if (pathname === "/unsubscribe") await stopMail(installation, request, response, searchParams.get("token") ?? "");
      else if (act !== undefined) await answer(act, contextOf, request, response);
      else return false;
    } catch (error) {
      if (!(error instanceof BodyRefused)) throw error;
      sendProblem(response, error.refusal, error.status);
    }
    return true;
  };
}

async function answer(
  act: Act,
  contextOf: Surroundings["contextOf"],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = await readForm(request);
  const next = form.get("next");
  const back = next === null ? page : nextPath(next);
  const ctx = await contextOf(request.headers);
  if (ctx.user === null) return goOn(response, `/sign-in?${new URLSearchParams({ next: back })}`);
  try {
    goOn(response, withParameters(back, await act(createCaller(ctx), form)));
  } catch (error) {
    const code = isReadoutError(error) ? error.code : (error as Error).name === "ZodError" ? "invalid_input" : null;
    const failed = code === null ? undefined : failures[code];
    if (failed === undefined) throw error;
    goOn(response, withParameters(page, { failed }));
  }
}

/** What was done is said where it was asked for; a fragment stays last. */
function withParameters(path: string, parameters: Record<string, string>): string {
  const url = new URL(path, "http://readout.invalid");
  if (url.pathname === page) for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}

async function stopMail(
  installation: Surroundings["installation"],
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
): Promise<void> {
  // What a mail program sends along says nothing that its address does not.
  const body = (await readBytes(request, maxBodyBytes)).toString("utf8");
  const writer = {
    user: null,
    address: request.headers[addressHeader]?.toString() ?? null,
    requestId: String(request.headers["x-request-id"]),
  };
  const done = await unsubscribe(installation, token, writer);
  if (new URLSearchParams(body).get("by") === "page")
    return goOn(response, `/unsubscribe?${new URLSearchParams({ token })}`);
  response.statusCode = done === null ? 404 : 200;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(done === null ? "This link stops nothing here.\n" : "Stopped.\n");
}

function goOn(response: ServerResponse, location: string): void {
  response.setHeader("Cache-Control", "no-store");
  response.statusCode = 303;
  response.setHeader("Location", location);
  response.end();
}
