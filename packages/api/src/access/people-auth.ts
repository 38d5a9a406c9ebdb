import { passwordLength } from "@readout/core/account";
import { betterAuth } from "better-auth";
import { genericOAuth } from "better-auth/plugins";
import type { Installation } from "../context.ts";
import { prismaOf } from "../db/handle.ts";
import type { Tx } from "../db/transaction.ts";
import { addressHeader } from "./asked-headers.ts";
import { authBasics } from "./auth.ts";
import { authHooks } from "./auth-hooks.ts";
import { hashPassword, isPassword } from "./password.ts";
import { cookiePrefix, sessionSeconds, sessionSecret } from "./session.ts";

/** An OpenID Connect provider that vouches for people. */
export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people know it as. */
  name: string;
}

/** The provider's name in addresses: it calls back to `/api/auth/callback/oidc`. */
export const providerId = "oidc";

/** Where whoever could not be signed in is told so. */
export const failedPage = "/sign-in?failed=1";

/**
 * better-auth for people: it checks passwords and providers, makes sessions and signs their cookies. Nobody signs up here,
 * and nothing is answered from its cookies alone.
 *
 * @param models a transaction, where what it does belongs to one
 */
export const createPeopleAuth = (
  installation: Installation,
  provider: Provider | null = null,
  models: Tx["models"] = prismaOf(installation.db),
) => {
  const { origin, protocol } = new URL(installation.url);
  return betterAuth({
    ...authBasics(models),
    secret: sessionSecret(installation),
    baseURL: origin,
    basePath: "/api/auth",
    // Whoever listens on this machine is reached by several names; a page of another site has none of them.
    trustedOrigins: (request) => {
      const host = request?.headers.get("host");
      return host == null ? [] : [`http://${host}`, `https://${host}`];
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: isPassword },
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: { updateAccountOnSignIn: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: protocol === "https:",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    // What fails inside goes on to where every failure is written down; otherwise it would be printed as it is.
    onAPIError: { errorURL: failedPage, throw: true },
    databaseHooks: authHooks(installation),
    plugins:
      provider === null
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId,
                  clientId: provider.clientId,
                  clientSecret: provider.clientSecret,
                  discoveryUrl: `${provider.issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
                  requireIdTokenVerification: true,
                  scopes: ["openid", "email", "profile"],
                  pkce: true,
                  // The one way that every provider has to take (RFC 6749, section 2.3.1).
                  authentication: "basic",
                  disableProviderLogout: true,
                  mapProfileToUser: (profile) => ({ name: nameIn(profile) }),
                },
              ],
            }),
          ],
  });
};

/** Providers differ in how they call people; an address is better than nothing. */
function nameIn(profile: Record<string, unknown>): string {
  const names = [profile.name, profile.preferred_username, profile.email];
  const name = names.find((candidate) => typeof candidate === "string" && candidate.trim() !== "");
  return String(name ?? "").slice(0, 120);
}
