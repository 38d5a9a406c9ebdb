import { Email, Password, passwordLength } from "@readout/core/account";
import { invalidField, ReadoutError } from "@readout/core/error";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Installation, User } from "../context.ts";
import { sql } from "../db/sql.ts";
import { inTransaction } from "../db/transaction.ts";
import { type AskedHeaders, askedHeaders, originOf } from "./asked-headers.ts";
import { attemptsOf, type TooMany } from "./attempts.ts";
import { createPeopleAuth, failedPage, type Provider, providerId } from "./people-auth.ts";
import { sessionTokenOf, verifySession } from "./session.ts";

/** What an answer has to carry: `Set-Cookie` lines, secret where they hold a session. */
export interface Cookies {
  cookies: string[];
}

/** A way on for the browser. */
export interface Redirect extends Cookies {
  location: string;
}

/** Signing in and out, for people. Every method throws ReadoutError forbidden for a request that another site's page made. */
export interface Accounts {
  /**
   * Begins a session and ends the one brought along.
   *
   * @throws ReadoutError unauthenticated, the same whatever was wrong; rate_limited with `retryAfter` in seconds
   */
  signIn(asked: { email: string; password: string }, headers: AskedHeaders): Promise<Cookies>;
  /** Ends the session, where there is one. */
  signOut(headers: AskedHeaders): Promise<Cookies>;
  /**
   * Changes the asker's password, ends all their sessions and begins a new one.
   *
   * @throws ReadoutError unauthenticated; rate_limited; invalid_input with the field `current` or `new`
   */
  changePassword(asked: { current: string; new: string }, headers: AskedHeaders): Promise<Cookies>;
  /** What the provider is called; null without one. */
  providerName: string | null;
  /** Sends the browser to the provider; `next` is where it leads afterwards, a path of ours. Throws not_found without one. */
  toProvider(next: string, headers: AskedHeaders): Promise<Redirect>;
  /** Takes the browser back from the provider; `query` begins with a question mark. */
  fromProvider(query: string, headers: AskedHeaders): Promise<Redirect>;
}

export function createAccounts(installation: Installation, provider: Provider | null): Accounts {
  const { db, url } = installation;
  const attempts = attemptsOf(db);
  const passwords = createPeopleAuth(installation);
  // Apart, and first when it is asked for: signing in with a password does not wait for a provider that is not there.
  let outside: ReturnType<typeof createPeopleAuth> | null = null;

  const ask = async (auth: typeof passwords, path: string, given: AskedHeaders, body?: object): Promise<Response> => {
    const headers = askedHeaders(given);
    if (body !== undefined) headers.set("content-type", "application/json");
    const target = new URL(`/api/auth${path}`, url);
    const method = body === undefined ? { method: "GET" } : { method: "POST", body: JSON.stringify(body) };
    const response = await auth.handler(new Request(target, { ...method, headers }));
    if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to ${path}`);
    return response;
  };
  const askerOf = async (given: AskedHeaders): Promise<User | null> => {
    const token = sessionTokenOf(installation, askedHeaders(given).get("cookie") ?? undefined);
    return token === null ? null : verifySession(db, token);
  };
  const note = (writer: Writer, act: string, userId: string, after?: Record<string, unknown>): Promise<void> =>
    inTransaction(installation, (tx) =>
      recordAudit(tx, writer, {
        act,
        subject: { type: "user", id: userId },
        ...(after === undefined ? {} : { after }),
      }),
    );
  const nobody = (given: AskedHeaders): Writer => ({ user: null, ...originOf(askedHeaders(given)) });

  /** The account that is meant; what was typed is not kept where there is none. */
  const meantBy = async (email: string): Promise<string> => {
    const known = Email.safeParse(email);
    if (!known.success) return "unknown";
    const [user] = await sql(db)<{ id: string }>(`SELECT id FROM "user" WHERE email = $1`, [known.data]);
    return user?.id ?? "unknown";
  };
  /** The hash that a sign-in is held against. */
  const passwordOf = async (email: string): Promise<string | null> => {
    const [account] = await sql(db)<{ password: string | null }>(
      `SELECT a.password FROM account a JOIN "user" u ON u.id = a."userId" WHERE u.email = $1 AND a."providerId" = 'credential'`,
      [email],
    );
    return account?.password ?? null;
  };
  /**
   * Ends a session that began with a password which was replaced meanwhile. Whoever replaces it locks the user, so that no
   * session of theirs begins before it is done: asked for again afterwards, the password tells.
   */
  const endSessionIn = async (cookies: readonly string[]): Promise<void> => {
    const token = sessionTokenOf(installation, cookies.map((cookie) => cookie.split(";", 1)[0]).join("; "));
    if (token !== null) await sql(db)("DELETE FROM session WHERE token = $1 RETURNING 1 AS one", [token]);
  };
  const refuseTooMany = async (tooMany: TooMany, email: string, given: AskedHeaders): Promise<never> => {
    if (tooMany.isFirst) await note(nobody(given), "session.refused", await meantBy(email), { reason: "too many" });
    const { retryAfter } = tooMany;
    const fix = `Try again in ${Math.ceil(retryAfter / 60)} minutes.`;
    throw new ReadoutError("rate_limited", "There were too many attempts to sign in", { retryAfter }, fix);
  };

  return {
    signIn: async ({ email, password }, given) => {
      const { address } = originOf(askedHeaders(given));
      const attempt = { email, address };
      const tooMany = await attempts.begin(attempt);
      if (tooMany !== null) return refuseTooMany(tooMany, email, given);
      const known = Email.safeParse(email);
      const kept = known.success ? await passwordOf(known.data) : null;
      const canBe = known.success && password !== "" && password.length <= passwordLength.max;
      const response = canBe ? await ask(passwords, "/sign-in/email", given, { email: known.data, password }) : null;
      if (response?.status === 403) throw forged();
      const cookies = response?.headers.getSetCookie() ?? [];
      const isStill = known.success && response?.ok && (await passwordOf(known.data)) === kept;
      if (!isStill) {
        await endSessionIn(cookies);
        await note(nobody(given), "session.refused", await meantBy(email), { by: "password" });
        throw new ReadoutError("unauthenticated", "This e-mail and this password do not belong together");
      }
      await attempts.forgive(attempt);
      return { cookies };
    },

    signOut: async (given) => {
      const asker = await askerOf(given);
      const response = await ask(passwords, "/sign-out", given, {});
      if (response.status === 403) throw forged();
      if (asker !== null)
        await note({ user: asker, ...originOf(askedHeaders(given)) }, "session.ended", asker.id, { by: "sign-out" });
      return { cookies: response.headers.getSetCookie() };
    },

    changePassword: async (asked, given) => {
      const asker = await askerOf(given);
      if (asker === null) throw new ReadoutError("unauthenticated", "This needs a sign-in");
      const wanted = Password.safeParse(asked.new);
      if (!wanted.success) throw invalidField("new", wanted.error.issues[0]!.message);
      const [{ email } = { email: "" }] = await sql(db)<{ email: string }>(`SELECT email FROM "user" WHERE id = $1`, [
        asker.id,
      ]);
      const origin = originOf(askedHeaders(given));
      const attempt = { email, address: origin.address };
      const tooMany = await attempts.begin(attempt);
      if (tooMany !== null) return refuseTooMany(tooMany, email, given);
      const body = { currentPassword: asked.current, newPassword: wanted.data, revokeOtherSessions: true };
      const response = await inTransaction(installation, async (tx) => {
        // One change at a time: the second is made on the password that the first one gave.
        await tx.sql(`SELECT 1 AS one FROM "user" WHERE id = $1 FOR UPDATE`, [asker.id]);
        const auth = createPeopleAuth(installation, null, tx.models);
        const answer = await ask(auth, "/change-password", given, body);
        const act = { act: "password.changed", subject: { type: "user", id: asker.id } } as const;
        if (answer.ok) await recordAudit(tx, { user: asker, ...origin }, act);
        return answer;
      });
      if (response.status === 403) throw forged();
      if (!response.ok) {
        await note({ user: asker, ...origin }, "password.refused", asker.id);
        throw invalidField("current", "is not the password of this account");
      }
      await attempts.forgive(attempt);
      return { cookies: response.headers.getSetCookie() };
    },

    providerName: provider?.name ?? null,

    toProvider: async (next, given) => {
      if (provider === null) throw new ReadoutError("not_found", "No provider is set up here");
      outside ??= createPeopleAuth(installation, provider);
      const body = { provider: providerId, callbackURL: next, errorCallbackURL: failedPage };
      // A link leads here, so that no origin comes along; what it starts is bound to this browser by its own cookie.
      const response = await ask(outside, "/sign-in/social", { ...given, origin: new URL(url).origin }, body);
      const location = response.headers.get("location");
      if (!response.ok || location === null) return { location: failedPage, cookies: [] };
      return { location, cookies: response.headers.getSetCookie() };
    },

    fromProvider: async (query, given) => {
      if (provider === null) throw new ReadoutError("not_found", "No provider is set up here");
      outside ??= createPeopleAuth(installation, provider);
      const response = await ask(outside, `/callback/${providerId}${query}`, given);
      const location = response.headers.get("location") ?? failedPage;
      const { pathname, searchParams } = new URL(location, url);
      if (pathname !== "/sign-in") return { location, cookies: response.headers.getSetCookie() };
      const reason = searchParams.get("error") ?? "unknown";
      await note(nobody(given), "session.refused", "unknown", { by: "provider", reason: reason.slice(0, 100) });
      return { location: failedPage, cookies: response.headers.getSetCookie() };
    },
  };
}

const forged = (): ReadoutError => new ReadoutError("forbidden", "This request comes from a page of another site");
