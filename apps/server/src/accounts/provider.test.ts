import { addUser, editUser, listUsers } from "@readout/api/server";
import type { Role } from "@readout/core/role";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";
import { type Browser, openBrowser } from "../testing/browser.ts";
import { type OidcProvider, openOidcProvider, type Person } from "../testing/oidc-provider.ts";

const publicUrl = "http://readout.test";

let provider: OidcProvider;
let server: ApiServer;
beforeAll(async () => {
  provider = await openOidcProvider(`${publicUrl}/api/auth/callback/oidc`);
  server = await openApiServer({ provider });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

let number = 0;
const aPerson = (fields: Partial<Person> = {}): Person => {
  number += 1;
  const email = `guest-${number}@example.org`;
  return { sub: `sub-${number}`, email, email_verified: true, name: `Guest ${number}`, ...fields };
};

/** An account made by an administrator, with the address of somebody the provider knows. */
const addAccount = async ({ email }: Person, role: Role) =>
  (await addUser(server.context.db, { email, name: "Known here", role })).user;

/** Goes to the provider and signs in there; the address that it sends the browser back to. */
async function atProvider(browser: Browser, person: Person, next = "/desk"): Promise<string> {
  provider.seat(person);
  const toProvider = await browser.get(`/sign-in/provider?${new URLSearchParams({ next })}`);
  expect(toProvider.status).toBe(303);
  const there = openBrowser({ url: provider.issuer });
  let location = toProvider.headers.get("location")!;
  while (location.startsWith(provider.issuer) || location.startsWith("/")) {
    const answer = await there.get(location);
    expect([location, answer.status]).toEqual([location, 303]);
    location = answer.headers.get("location")!;
  }
  expect(location).toMatch(/^http:\/\/readout\.test\/api\/auth\/callback\/oidc\?code=/);
  return location.slice(publicUrl.length);
}

/** Signs in by the provider; where that leads. */
async function signIn(browser: Browser, person: Person, next?: string): Promise<string | null> {
  const back = await browser.get(await atProvider(browser, person, next));
  expect(back.status).toBe(303);
  return back.headers.get("location");
}

const me = async (browser: Browser) =>
  ((await (await browser.get("/api/v1/me")).json()) as { user: { id: string; role: Role } | null }).user;

const userWith = async (email: string) => (await listUsers(server.context.db)).find((user) => user.email === email);

test("whoever the provider vouches for comes in, as a reader the first time and as the same one later", async () => {
  const person = aPerson({ email: "New.Guest@Example.org" });
  const browser = openBrowser(server);
  expect(await signIn(browser, person, "/items/pier?knownOn=2017-08-07")).toBe("/items/pier?knownOn=2017-08-07");
  const first = await me(browser);
  expect(first).toMatchObject({ role: "reader", email: "new.guest@example.org", name: person.name, by: "session" });
  const again = openBrowser(server);
  await signIn(again, person);
  expect(await me(again)).toEqual(first);
  expect(await userWith("new.guest@example.org")).toMatchObject({ signsInBy: ["provider"], shutOut: false });
});

test("the provider is asked with a proof of its own for each browser, and nothing of what it gives is kept", async () => {
  const answer = await openBrowser(server).get("/sign-in/provider?next=/desk");
  const asked = new URL(answer.headers.get("location")!).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    ...{ client_id: provider.clientId, response_type: "code", code_challenge_method: "S256" },
    ...{ code_challenge: expect.stringMatching(/^.{43}$/), state: expect.stringMatching(/^.{32}$/) },
    ...{ nonce: expect.any(String), scope: "openid email profile" },
  });
  const person = aPerson();
  await signIn(openBrowser(server), person);
  const client = await server.context.connect();
  const { rows } = await client.query(`SELECT "accessToken", "refreshToken", "idToken" FROM account
    WHERE "accountId" = '${person.sub}'`);
  expect(rows).toEqual([{ accessToken: null, refreshToken: null, idToken: null }]);
});

test("an account that is there already is theirs when the provider has proven the address", async () => {
  const person = aPerson();
  const account = await addAccount(person, "editor");
  const browser = openBrowser(server);
  expect(await signIn(browser, person)).toBe("/desk");
  expect(await me(browser)).toMatchObject({ id: account.id, role: "editor", name: "Known here" });
  expect((await userWith(person.email))?.signsInBy.toSorted()).toEqual(["password", "provider"]);
});

test("an account that is there already is not theirs when the provider only repeats what they said", async () => {
  const person = aPerson({ email_verified: false });
  await addAccount(person, "admin");
  const browser = openBrowser(server);
  expect(await signIn(browser, person)).toBe("/sign-in?failed=1");
  expect(await me(browser)).toBeNull();
  expect((await userWith(person.email))?.signsInBy).toEqual(["password"]);
});

test("who came in first under another's address does not share an account with its owner", async () => {
  const squatter = aPerson({ email_verified: false });
  const owner = aPerson({ email: squatter.email });
  const browser = openBrowser(server);
  expect(await signIn(browser, squatter)).toBe("/desk");
  const other = openBrowser(server);
  expect(await signIn(other, owner)).toBe("/sign-in?failed=1");
  expect(await me(other)).toBeNull();
});

test("whoever is shut out stays outside", async () => {
  const person = aPerson();
  const account = await addAccount(person, "editor");
  const browser = openBrowser(server);
  await signIn(browser, person);
  await editUser(server.context.db, { id: account.id, shutOut: true });
  expect(await me(browser)).toBeNull();
  const again = openBrowser(server);
  expect(await signIn(again, person)).toBe("/sign-in?failed=1");
  expect(await me(again)).toBeNull();
});

test("a way back that another browser began signs nobody in, and is good for once", async () => {
  const [attacker, victim] = [openBrowser(server), openBrowser(server)];
  const back = await atProvider(attacker, aPerson());
  expect((await victim.get(back)).headers.get("location")).toBe("/sign-in?failed=1");
  expect(await me(victim)).toBeNull();
  await attacker.get(back);
  expect(await me(attacker)).not.toBeNull();
  const late = openBrowser(server);
  expect((await late.get(back)).headers.get("location")).toBe("/sign-in?failed=1");
  expect(await me(late)).toBeNull();
});

test("a session that was brought along is over", async () => {
  const browser = openBrowser(server);
  await signIn(browser, aPerson());
  const planted = { cookie: browser.cookie };
  await signIn(browser, aPerson());
  const answer = await fetch(`${server.url}/api/v1/me`, { headers: planted });
  expect(await answer.json()).toEqual({ user: null });
});

test("nobody is led elsewhere afterwards, nor by what the provider says", async () => {
  expect(await signIn(openBrowser(server), aPerson(), "https://elsewhere.example/")).toBe("/");
  const refused = await openBrowser(server).get("/api/auth/callback/oidc?error=access_denied&state=none");
  expect([refused.status, refused.headers.get("location")]).toEqual([303, "/sign-in?failed=1"]);
});

test("while the provider cannot be reached, passwords work; once it can, it does too", async () => {
  const gone = await openOidcProvider(`${publicUrl}/api/auth/callback/oidc`);
  await gone.close();
  const away = await openApiServer({ provider: gone });
  const toProvider = async () =>
    (await openBrowser(away).get("/sign-in/provider?next=/desk")).headers.get("location") ?? "";
  try {
    const { password } = await addUser(away.context.db, { email: "a@example.org", name: "A", role: "reader" });
    expect(await toProvider()).toBe("/sign-in?failed=1");
    const entered = await openBrowser(away).submit("/sign-in", { email: "a@example.org", password, next: "/desk" });
    expect(entered.headers.get("location")).toBe("/desk");
    const back = await openOidcProvider(`${publicUrl}/api/auth/callback/oidc`, Number(new URL(gone.issuer).port));
    expect(await toProvider()).toContain(`${gone.issuer}/auth?`);
    await back.close();
  } finally {
    await away.close();
  }
});

test("without a provider there is no way to one", async () => {
  const plain = await openApiServer();
  try {
    expect((await openBrowser(plain).get("/sign-in/provider")).status).toBe(404);
    expect((await openBrowser(plain).get("/api/auth/callback/oidc?code=1&state=2")).status).toBe(404);
  } finally {
    await plain.close();
  }
});
