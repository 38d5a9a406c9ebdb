import type { IncomingMessage, ServerResponse } from "node:http";
import type { Accounts, Cookies } from "@readout/api/server";
import { isReadoutError, type ReadoutError } from "@readout/core/error";
import { z } from "zod";
import type { Door } from "../http.ts";
import { BodyRefused, readBody } from "../rest/body.ts";
import { sendProblem } from "../rest/problem.ts";
import { readForm } from "./form.ts";
import { nextPath } from "./next-path.ts";

/** One way of asking; what it throws becomes a problem. */
type Answer = (request: IncomingMessage, response: ServerResponse, query: string) => Promise<void>;

const maxJsonBytes = 16 * 1024;

/**
 * Signing in and out. Of better-auth's own addresses only those are open that are needed: nobody signs up, and no answer
 * holds a session's token but its cookie.
 */
export function createAccountsDoor(accounts: Accounts): Door {
  const answers: Record<string, Answer> = {
    "POST /sign-in": async (request, response) => {
      const form = await readForm(request);
      const next = nextPath(form.get("next"));
      try {
        const asked = { email: form.get("email") ?? "", password: form.get("password") ?? "" };
        goOn(response, next, await accounts.signIn(asked, request.headers));
      } catch (error) {
        goOn(response, pageOf("/sign-in", { failed: "1", ...waitIn(refusal(error)), next }));
      }
    },

    "POST /sign-out": async (request, response) => {
      request.resume();
      goOn(response, "/", await accounts.signOut(request.headers));
    },

    "POST /desk/account/password": async (request, response) => {
      const form = await readForm(request);
      const page = "/desk/account";
      try {
        const asked = { current: form.get("current") ?? "", new: form.get("new") ?? "" };
        goOn(response, pageOf(page, { changed: "1" }), await accounts.changePassword(asked, request.headers));
      } catch (error) {
        const refused = refusal(error);
        if (refused.code === "unauthenticated") return goOn(response, pageOf("/sign-in", { next: page }));
        const wait = waitIn(refused);
        goOn(response, pageOf(page, { failed: refused.details.fields?.[0]?.path ?? "wait", ...wait }));
      }
    },

    "GET /sign-in/provider": async (request, response, query) => {
      const { location, cookies } = await accounts.toProvider(
        nextPath(new URLSearchParams(query).get("next")),
        request.headers,
      );
      goOn(response, location, { cookies });
    },

    "GET /api/auth/callback/oidc": async (request, response, query) => {
      const { location, cookies } = await accounts.fromProvider(query, request.headers);
      goOn(response, location, { cookies });
    },

    "POST /api/auth/sign-in/email": async (request, response) => {
      const asked = z
        .object({ email: z.string(), password: z.string() })
        .safeParse(await readBody(request, maxJsonBytes));
      const { email, password } = asked.success ? asked.data : { email: "", password: "" };
      done(response, await accounts.signIn({ email, password }, request.headers));
    },

    "POST /api/auth/sign-out": async (request, response) => {
      request.resume();
      done(response, await accounts.signOut(request.headers));
    },
  };

  return async (request, response) => {
    const url = request.url!.split("#", 1)[0]!;
    const at = url.indexOf("?");
    const [path, query] = at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at)];
    const answer = answers[`${request.method} ${path}`];
    if (answer === undefined) return false;
    try {
      await answer(request, response, query);
    } catch (error) {
      if (error instanceof BodyRefused) sendProblem(response, error.refusal, error.status);
      else sendRefusal(response, refusal(error));
    }
    return true;
  };
}

/** What the asker is to know of an error; a failure of ours goes on to where failures are written down. */
function refusal(error: unknown): ReadoutError {
  if (isReadoutError(error)) return error;
  throw error;
}

function sendRefusal(response: ServerResponse, error: ReadoutError): void {
  const { retryAfter } = error.details;
  if (retryAfter !== undefined) response.setHeader("Retry-After", String(retryAfter));
  sendProblem(response, error);
}

const waitIn = ({ details }: ReadoutError): { wait?: string } =>
  details.retryAfter === undefined ? {} : { wait: String(details.retryAfter) };

const pageOf = (path: string, query: Record<string, string>): string => `${path}?${new URLSearchParams(query)}`;

function goOn(response: ServerResponse, location: string, { cookies }: Cookies = { cookies: [] }): void {
  setCookies(response, cookies);
  response.statusCode = 303;
  response.setHeader("Location", location);
  response.end();
}

function done(response: ServerResponse, { cookies }: Cookies): void {
  setCookies(response, cookies);
  response.statusCode = 204;
  response.end();
}

function setCookies(response: ServerResponse, cookies: readonly string[]): void {
  response.setHeader("Cache-Control", "no-store");
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
}
