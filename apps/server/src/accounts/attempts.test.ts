import { addUser, resetPassword } from "@readout/api/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";
import { type Browser, openBrowser } from "../testing/browser.ts";

let server: ApiServer;
beforeAll(async () => {
  server = await openApiServer();
});
afterAll(() => server.close());

let number = 0;

/** Somebody with an account. */
async function somebody() {
  number += 1;
  const email = `person-${number}@example.org`;
  const { user, password } = await addUser(server.context.db, { email, name: `Person ${number}`, role: "editor" });
  return { id: user.id, email, password };
}

/** A network of its own, so that tests do not use up each other's attempts. */
const network = () => `203.0.113.${++number}`;

/** What a try is answered with, over the door for scripts. */
const tryAs = async (browser: Browser, email: string, password: string) => {
  const answer = await browser.post("/api/auth/sign-in/email", { email, password });
  return { status: answer.status, wait: answer.headers.get("retry-after"), body: await answer.text() };
};

const statuses = async (count: number, once: (i: number) => Promise<{ status: number }>): Promise<number[]> => {
  const seen: number[] = [];
  for (let i = 0; i < count; i++) seen.push((await once(i)).status);
  return seen;
};

test("after ten failures an account is closed to everybody for a while, wherever they ask from", async () => {
  const { email, password, id } = await somebody();
  expect(await statuses(10, () => tryAs(openBrowser(server, network()), email, "a guess"))).toEqual(
    Array(10).fill(401),
  );
  const refused = await tryAs(openBrowser(server, network()), email, password);
  expect(refused.status).toBe(429);
  expect(Number(refused.wait)).toBeGreaterThan(14 * 60);
  expect(JSON.parse(refused.body)).toMatchObject({ code: "rate_limited", retryAfter: Number(refused.wait) });
  const form = await openBrowser(server, network()).submit("/sign-in", { email, password, next: "/desk" });
  expect(form.headers.get("location")).toMatch(/^\/sign-in\?failed=1&wait=(?:8\d\d|900)&next=%2Fdesk$/);
  const other = await somebody();
  expect((await tryAs(openBrowser(server, network()), other.email, other.password)).status).toBe(204);

  const { password: renewed } = await resetPassword(server.context.db, id);
  expect((await tryAs(openBrowser(server, network()), email, renewed)).status).toBe(204);
});

test("strangers who keep failing do not shut out the owner where the owner has signed in before", async () => {
  const { email, password } = await somebody();
  const home = network();
  expect((await tryAs(openBrowser(server, home), email, password)).status).toBe(204);
  await statuses(12, () => tryAs(openBrowser(server, network()), email, "a guess"));
  expect((await tryAs(openBrowser(server, network()), email, "a guess")).status).toBe(429);
  // Guesses from there count too, and apart.
  const guess = () => tryAs(openBrowser(server, home), email, "a guess");
  expect(await statuses(9, guess)).toEqual(Array(9).fill(401));
  expect((await tryAs(openBrowser(server, home), email, password)).status).toBe(204);
  expect(await statuses(11, guess)).toEqual([...Array(10).fill(401), 429]);
});

test("a hundred guesses at once are not more than ten", async () => {
  const { email } = await somebody();
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => tryAs(openBrowser(server, network()), email, "a guess")),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(90);
});

test("after fifty failures an address is closed, whichever accounts it tries, and others are not", async () => {
  const address = network();
  const browser = openBrowser(server, address);
  const failed = await statuses(50, (i) => tryAs(browser, `nobody-${i}@example.org`, "a guess"));
  expect(failed).toEqual(Array(50).fill(401));
  const { email, password } = await somebody();
  expect((await tryAs(browser, email, password)).status).toBe(429);
  expect((await tryAs(openBrowser(server, network()), email, password)).status).toBe(204);
});

test("all addresses of one network of IPv6 are one", async () => {
  const { email, password } = await somebody();
  const from = (host: string) => openBrowser(server, `2001:db8:0:7::${host}`);
  await statuses(50, (i) => tryAs(from(i.toString(16)), `nobody-${i}@example.com`, "a guess"));
  expect((await tryAs(from("ffff:1"), email, password)).status).toBe(429);
  expect((await tryAs(openBrowser(server, "2001:db8:0:8::1"), email, password)).status).toBe(204);
});

test("a success gives an account its ten attempts back", async () => {
  const { email, password } = await somebody();
  const guess = () => tryAs(openBrowser(server, network()), email, "a guess");
  await statuses(9, guess);
  expect((await tryAs(openBrowser(server, network()), email, password)).status).toBe(204);
  expect(await statuses(10, guess)).toEqual(Array(10).fill(401));
  expect((await guess()).status).toBe(429);
});

test("who signs in often from one address is not taken for one who fails", async () => {
  const { email, password } = await somebody();
  const address = network();
  expect(await statuses(55, () => tryAs(openBrowser(server, address), email, password))).toEqual(Array(55).fill(204));
});

test("attempts are counted by all processes together", async () => {
  const { email } = await somebody();
  const second = await openApiServer({ connectionString: server.context.connectionString });
  try {
    await statuses(5, () => tryAs(openBrowser(server, network()), email, "a guess"));
    await statuses(5, () => tryAs(openBrowser(second, network()), email, "a guess"));
    expect((await tryAs(openBrowser(server, network()), email, "a guess")).status).toBe(429);
    expect((await tryAs(openBrowser(second, network()), email, "a guess")).status).toBe(429);
  } finally {
    await second.close();
  }
});

test("guessing the password of an open session is guessing too", async () => {
  const { email, password } = await somebody();
  const browser = openBrowser(server, network());
  await browser.submit("/sign-in", { email, password });
  const change = async () =>
    (await browser.submit("/desk/account/password", { current: "a guess", new: "a longer one 1" })).headers.get(
      "location",
    );
  for (let i = 0; i < 10; i++) expect(await change()).toBe("/desk/account?failed=current");
  expect(await change()).toMatch(/^\/desk\/account\?failed=wait&wait=(?:8\d\d|900)$/);
});

test("nobody learns from an answer whether there is an account", async () => {
  const { email } = await somebody();
  const shutOut = await somebody();
  const client = await server.context.connect();
  await client.query(`UPDATE "user" SET banned = true WHERE id = $1`, [shutOut.id]);
  const service = await client.query(`SELECT email FROM "user" WHERE email LIKE '%@service.invalid' LIMIT 1`);
  await server.keyOf("reader");
  const browser = openBrowser(server, network());
  const tries: [string, string][] = [
    [email, "a guess"],
    ["nobody@example.org", "a guess"],
    [shutOut.email, "a guess"],
    [shutOut.email, shutOut.password],
    [service.rows[0]?.email ?? "none@service.invalid", "a guess"],
    ["no address", "a guess"],
    ["nobody\0@example.org", "a guess"],
    ["", ""],
    [email, ""],
    [email, "x".repeat(129)],
    [email, "x".repeat(10_000)],
    ["nobody@example.org", "x".repeat(10_000)],
  ];
  const answers = new Set<string>();
  const places = new Set<string | null>();
  for (const [given, password] of tries) {
    const { status, body } = await tryAs(browser, given, password);
    answers.add(`${status} ${body.replace(/"requestId":"[^"]*"/, "")}`);
    const form = await openBrowser(server, network()).submit("/sign-in", { email: given, password });
    places.add(form.headers.get("location"));
  }
  expect([...answers]).toEqual([expect.stringContaining('401 {"type":"about:blank"')]);
  expect([...places]).toEqual(["/sign-in?failed=1&next=%2F"]);
});

test("a form that is none, or that is endless, is refused as what it is", async () => {
  const post = (body: string, type: string) =>
    fetch(`${server.url}/sign-in`, { method: "POST", body, headers: { "content-type": type }, redirect: "manual" });
  expect((await post("{}", "application/json")).status).toBe(415);
  expect((await post(`email=${"x".repeat(20_000)}`, "application/x-www-form-urlencoded")).status).toBe(413);
});

test("what was typed where the e-mail belongs is kept nowhere", async () => {
  const typed = "correct horse battery staple";
  await tryAs(openBrowser(server, network()), typed, "");
  const client = await server.context.connect();
  for (const table of ["audit", "sign_in_attempt", "session", '"user"', "verification"]) {
    const { rows } = await client.query(`SELECT count(*)::int AS found FROM ${table} t WHERE t::text LIKE '%horse%'`);
    expect([table, rows[0].found]).toEqual([table, 0]);
  }
});
