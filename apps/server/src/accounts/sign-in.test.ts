import { addUser, editUser, resetPassword } from "@readout/api/server";
import { anItem } from "@readout/api/testing";
import type { Role } from "@readout/core/role";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";
import { type Browser, openBrowser } from "../testing/browser.ts";

let server: ApiServer;
beforeAll(async () => {
  server = await openApiServer();
});
afterAll(() => server.close());

let number = 0;

/** Somebody with an account, and an address on the network of their own. */
async function somebody(role: Role = "editor") {
  number += 1;
  const email = `person-${number}@example.org`;
  const { user, password } = await addUser(server.context.db, { email, name: `Person ${number}`, role });
  return { id: user.id, email, password, address: `192.0.2.${number}` };
}

/** A browser in which somebody is signed in. */
async function signedIn(person: { email: string; password: string; address: string }): Promise<Browser> {
  const browser = openBrowser(server, person.address);
  const { email, password } = person;
  expect((await browser.submit("/sign-in", { email, password })).status).toBe(303);
  return browser;
}

const me = async (browser: Pick<Browser, "get">) =>
  ((await (await browser.get("/api/v1/me")).json()) as { user: { id: string; by: string } | null }).user;

/** The same cookies in other hands. */
const thief = (cookie: string): Pick<Browser, "get"> => ({
  get: (path) => fetch(`${server.url}${path}`, { headers: { cookie } }),
});

describe("signing in", () => {
  test("leads back to where it was asked for, with a cookie that no script reads", async () => {
    const { email, password, id } = await somebody();
    const browser = openBrowser(server);
    const answer = await browser.submit("/sign-in", {
      ...{ email: email.toUpperCase(), password },
      next: "/items/pier?knownOn=2017-08-07#entry-2",
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/items/pier?knownOn=2017-08-07#entry-2"]);
    const [line, ...more] = answer.headers.getSetCookie();
    expect(line).toMatch(/^readout\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/i);
    expect([more, answer.headers.get("cache-control")]).toEqual([[], "no-store"]);
    expect(await me(browser)).toEqual({
      ...{ id, email, name: expect.any(String), role: "editor", by: "session" },
    });
    expect((await browser.post("/api/v1/items", anItem())).status).toBe(201);
  });

  test.each([
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "\\/elsewhere.example",
    "/\t/elsewhere.example/",
    "/.//elsewhere.example",
    "/x/..//elsewhere.example",
    "/sign-in?next=/desk",
    "/sign-out",
    "javascript:alert(1)",
    "desk",
    "",
  ])("does not lead to %j", async (next) => {
    const { email, password } = await somebody();
    const answer = await openBrowser(server, "198.51.100.1").submit("/sign-in", { email, password, next });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
  });

  test("takes JSON from a script of our own, and gives no token to it", async () => {
    const { email, password, id } = await somebody();
    const browser = openBrowser(server);
    const answer = await browser.post("/api/auth/sign-in/email", { email, password });
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(await me(browser)).toMatchObject({ id });
  });

  test("ends the session that was brought along, so that a planted cookie does not come in with its victim", async () => {
    const [first, second] = [await somebody(), await somebody()];
    const browser = await signedIn(first);
    const planted = browser.cookie;
    await browser.submit("/sign-in", { email: second.email, password: second.password });
    expect(browser.cookie).not.toBe(planted);
    expect(await me(browser)).toMatchObject({ id: second.id });
    expect(await me(thief(planted))).toBeNull();
  });

  test("is open to nobody else: no account is made, and nothing else of the library is there", async () => {
    const browser = openBrowser(server);
    for (const path of ["sign-up/email", "request-password-reset", "reset-password", "change-email", "delete-user"])
      expect([path, (await browser.post(`/api/auth/${path}`, { email: "x@example.org" })).status]).toEqual([path, 404]);
    for (const path of ["get-session", "list-sessions", "ok", "error"])
      expect([path, (await browser.get(`/api/auth/${path}`)).status]).toEqual([path, 404]);
  });
});

describe("a session is over", () => {
  test("after signing out, also for whoever copied its cookie", async () => {
    const browser = await signedIn(await somebody());
    const stolen = browser.cookie;
    expect(await me(thief(stolen))).not.toBeNull();
    const answer = await browser.submit("/sign-out", {});
    expect([answer.status, answer.headers.get("location"), browser.cookie]).toEqual([303, "/", ""]);
    expect(await me(thief(stolen))).toBeNull();
    const write = await fetch(`${server.url}/api/v1/items`, {
      method: "POST",
      headers: { cookie: stolen, origin: server.url, "content-type": "application/json" },
      body: JSON.stringify(anItem()),
    });
    expect(write.status).toBe(401);
  });

  test("everywhere after the password was changed, but for a fresh one of who changed it", async () => {
    const person = await somebody();
    const [here, elsewhere] = [await signedIn(person), await signedIn(person)];
    const before = here.cookie;
    const answer = await here.submit("/desk/account/password", { current: person.password, new: "a longer one 1" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk/account?changed=1"]);
    expect(await me(thief(before))).toBeNull();
    expect(await me(elsewhere)).toBeNull();
    expect(await me(here)).toMatchObject({ id: person.id });
    const old = await openBrowser(server, person.address).submit("/sign-in", person);
    expect(old.headers.get("location")).toMatch(/^\/sign-in\?failed=1/);
    expect(await me(await signedIn({ ...person, password: "a longer one 1" }))).toMatchObject({ id: person.id });
  });

  test.each([
    ["another role", (id: string) => editUser(server.context.db, { id, role: "reader" })],
    ["being shut out", (id: string) => editUser(server.context.db, { id, shutOut: true })],
    ["another password from an administrator", (id: string) => resetPassword(server.context.db, id)],
  ])("after %s", async (_, act) => {
    const person = await somebody();
    const browser = await signedIn(person);
    await act(person.id);
    expect(await me(browser)).toBeNull();
  });

  test("when its time is over, and where its cookie was altered", async () => {
    const person = await somebody();
    const browser = await signedIn(person);
    const [name, value = ""] = browser.cookie.split("=");
    const [token, signature = ""] = decodeURIComponent(value).split(".");
    for (const forged of [token, `${token}.`, `${token}x.${signature}`, `${token}.${signature.slice(1)}`, "%zz", "."])
      expect(await me(thief(`${name}=${encodeURIComponent(forged!)}`))).toBeNull();
    const client = await server.context.connect();
    await client.query(`UPDATE session SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`, [person.id]);
    expect(await me(browser)).toBeNull();
  });
});

describe("the password", () => {
  test("is changed once, however many change it at once", async () => {
    const person = await somebody();
    const browser = await signedIn(person);
    const wanted = ["a longer one 1", "a longer one 2", "a longer one 3"];
    const answers = await Promise.all(
      wanted.map((next) => browser.submit("/desk/account/password", { current: person.password, new: next })),
    );
    const told = answers.map((answer) => answer.headers.get("location"));
    expect(told.filter((place) => place === "/desk/account?changed=1")).toHaveLength(1);
    const password = wanted[told.indexOf("/desk/account?changed=1")]!;
    await signedIn({ ...person, password });
  });

  test("opens nothing once it was replaced, not even for a sign-in that had begun before", async () => {
    const person = await somebody();
    const [client, beside] = [await server.context.connect(), await server.context.connect()];
    await client.query("BEGIN");
    await client.query('SELECT 1 FROM "user" WHERE id = $1 FOR UPDATE', [person.id]);
    const { email, password } = person;
    const late = openBrowser(server, person.address).submit("/sign-in", { email, password });
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ILIKE '%insert%session%'`;
    await expect.poll(async () => (await beside.query(waiting)).rowCount, { timeout: 10_000 }).toBe(1);
    await client.query(`UPDATE account SET password = 'another' WHERE "userId" = $1`, [person.id]);
    await client.query('DELETE FROM session WHERE "userId" = $1', [person.id]);
    await client.query("COMMIT");
    expect((await late).headers.get("location")).toBe("/sign-in?failed=1&next=%2F");
    expect((await client.query('SELECT FROM session WHERE "userId" = $1', [person.id])).rowCount).toBe(0);
  });

  test("is not changed without the one there is, nor to one that is too short or too long", async () => {
    const person = await somebody();
    const browser = await signedIn(person);
    const change = async (current: string, next: string) =>
      (await browser.submit("/desk/account/password", { current, new: next })).headers.get("location");
    expect(await change("not this one", "a longer one 1")).toBe("/desk/account?failed=current");
    expect(await change(person.password, "short")).toBe("/desk/account?failed=new");
    expect(await change(person.password, "x".repeat(129))).toBe("/desk/account?failed=new");
    expect(await me(browser)).toMatchObject({ id: person.id });
    await signedIn(person);
    const nobody = await openBrowser(server).submit("/desk/account/password", { current: "x", new: "a longer one 1" });
    expect(nobody.headers.get("location")).toBe("/sign-in?next=%2Fdesk%2Faccount");
  });
});

describe("a page of another site", () => {
  const asked = [
    ["from another site", { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }],
    ["from another site, by a browser that says less", { origin: "https://elsewhere.example" }],
    ["from a neighbour under the same name", { origin: "http://evil.readout.test", "sec-fetch-site": "same-site" }],
    ["from nowhere it names", { origin: "null" }],
  ] as const;

  test.each(asked)("cannot write with a reader's cookie %s", async (_, headers) => {
    const person = await somebody("admin");
    const browser = await signedIn(person);
    expect((await browser.post("/api/v1/items", anItem(), headers)).status).toBe(403);
    expect((await browser.post("/api/trpc/items.open", anItem(), headers)).status).toBe(403);
    expect((await browser.submit("/sign-out", {}, headers)).status).toBe(403);
    const change = { current: person.password, new: "a longer one 1" };
    expect((await browser.submit("/desk/account/password", change, headers)).status).toBe(403);
    expect(await me(browser)).toMatchObject({ id: person.id });
    await signedIn(person);
  });

  test.each(asked)("cannot sign anybody in %s", async (_, headers) => {
    const { email, password } = await somebody();
    const browser = openBrowser(server);
    expect((await browser.submit("/sign-in", { email, password }, headers)).status).toBe(403);
    expect((await browser.post("/api/auth/sign-in/email", { email, password }, headers)).status).toBe(403);
    expect(browser.cookie).toBe("");
  });

  test("is not told apart from a program that hides where it comes from, once that brings a cookie", async () => {
    const browser = await signedIn(await somebody());
    const answer = await fetch(`${server.url}/api/v1/items`, {
      method: "POST",
      headers: { cookie: browser.cookie, "content-type": "application/json" },
      body: JSON.stringify(anItem()),
    });
    expect(answer.status).toBe(403);
  });
});

test("an answer to a session is kept for nobody, and no kept answer is given to one", async () => {
  const browser = await signedIn(await somebody());
  const anonymous = await fetch(`${server.url}/api/v1/me`);
  expect(await anonymous.json()).toEqual({ user: null });
  expect(await me(browser)).not.toBeNull();
  const own = await browser.get("/api/v1/items");
  expect(own.headers.get("cache-control")).toMatch(/^private/);
  expect(own.headers.get("vary")).toMatch(/Cookie/);
  expect(await (await fetch(`${server.url}/api/v1/me`)).json()).toEqual({ user: null });
});

test("a cookie that is none of ours asks nothing of the database", async () => {
  const client = await server.context.connect();
  await client.query("ALTER TABLE session RENAME TO session_away");
  try {
    const answer = await fetch(`${server.url}/api/v1/items`, { headers: { cookie: "theme=dark; readout.session=1" } });
    expect(answer.status).toBe(200);
  } finally {
    await client.query("ALTER TABLE session_away RENAME TO session");
  }
});
