import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** Somebody whom the provider knows. */
export interface Person {
  sub: string;
  email: string;
  email_verified: boolean;
  name?: string;
}

/** A real OpenID Connect provider on this machine, at which one person sits. */
export interface OidcProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  /** Who signs in there from now on. */
  seat(person: Person): void;
  close(): Promise<void>;
}

/**
 * Starts a provider that knows one client, asks for PKCE, and signs in whoever sits there.
 *
 * @param port 0: any that is free
 */
export async function openOidcProvider(redirectUri: string, port = 0): Promise<OidcProvider> {
  const [clientId, clientSecret] = ["readout", "shared between the two, for the tests"];
  const people = new Map<string, Person>();
  let seated = "";
  let provider: Provider | null = null;
  const server = createServer((request, response) => {
    if (!request.url!.startsWith("/interaction/")) return provider!.callback()(request, response);
    void provider!.interactionFinished(request, response, { login: { accountId: seated } });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["for the tests"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...people.get(sub)! }) }),
    // Everybody has agreed that Readout may know them.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider!.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  return {
    ...{ issuer, clientId, clientSecret, name: "the ministry" },
    seat: (person) => {
      people.set(person.sub, person);
      seated = person.sub;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
