import pg from "pg";
import { expect, test } from "vitest";
import { attachCommand } from "../database/attach.ts";
import { readSettings } from "../env.ts";
import { type Browser, openBrowser } from "../testing/browser.ts";
import { dataFolderForEachTest } from "../testing/server-process.ts";

const place = dataFolderForEachTest();

const given = { READOUT_ADMIN_EMAIL: "ada@example.org", READOUT_ADMIN_PASSWORD: "chosen-for-the-start" };

/** Does something while tables are away, so that everything which needs them fails inside. */
async function without(tables: string[], work: () => Promise<unknown>): Promise<void> {
  const database = await attachCommand(readSettings({ READOUT_DATA_DIR: place.folder }), "test", () => {});
  const client = new pg.Client(database.connectionString);
  await client.connect();
  try {
    for (const table of tables) await client.query(`ALTER TABLE "${table}" RENAME TO "${table}_away"`);
    await work();
  } finally {
    for (const table of tables) await client.query(`ALTER TABLE "${table}_away" RENAME TO "${table}"`);
    await client.end();
    await database.close();
  }
}

test("the first start makes an administrator and shows the password once; the second shows nothing", async () => {
  const first = place.start({}, "pageless-server.ts");
  const url = await first.ready;
  const stop = async (server: typeof first) => {
    server.child.kill("SIGINT");
    return (await server.ended).stdout;
  };
  const signIn = async (at: string, password: string) =>
    (await openBrowser({ url: at }).post("/api/auth/sign-in/email", { email: "admin@readout.internal", password }))
      .status;
  expect(await signIn(url, "a guess")).toBe(401);
  const printed = await stop(first);
  const [, password = ""] =
    /^admin {7}admin@readout\.internal, password (\S+) \(shown this once\)$/m.exec(printed) ?? [];
  const second = place.start({}, "pageless-server.ts");
  expect(await signIn(await second.ready, password)).toBe(204);
  expect(await stop(second)).not.toContain("admin@readout.internal");
});

test("a private installation shows the way in to visitors, and its pages to who came in", async () => {
  const server = place.start({ ...given, READOUT_PRIVATE: "true" }, "pageless-server.ts");
  const url = await server.ready;
  const browser = openBrowser({ url });
  const asked = await browser.get("/items/pier?knownOn=2017-08-07");
  expect([asked.status, asked.headers.get("location"), asked.headers.get("cache-control")]).toEqual([
    ...[303, "/sign-in?next=%2Fitems%2Fpier%3FknownOn%3D2017-08-07", "no-store"],
  ]);
  expect((await browser.get("/sign-in?next=%2F")).status).toBe(200);
  // Whoever gets mail can stop it without coming in.
  expect((await browser.get("/unsubscribe?token=any")).status).toBe(200);
  for (const path of [
    "/sign-inside",
    "/any.txt",
    "/_next/data/any/items/pier.json",
    "/_next/static/..%2f..%2fitems/pier",
  ])
    expect([path, (await browser.get(path)).status]).toEqual([path, 303]);
  expect((await browser.get("/api/v1/items")).status).toBe(401);
  const wrong = await browser.get("/", { authorization: "Bearer rdt_wrong" });
  expect([wrong.status, wrong.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="readout"']);

  const entered = await browser.submit("/sign-in", {
    ...{ email: given.READOUT_ADMIN_EMAIL, password: given.READOUT_ADMIN_PASSWORD },
    next: "/items/pier?knownOn=2017-08-07",
  });
  expect(entered.headers.get("location")).toBe("/items/pier?knownOn=2017-08-07");
  const page = await browser.get("/items/pier?knownOn=2017-08-07");
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("/items/pier")]);
  expect((await browser.get("/api/v1/items")).status).toBe(200);
  await browser.submit("/sign-out", {});
  expect((await browser.get("/items/pier")).status).toBe(303);
});

test("no password, key, token or cookie is printed, whatever goes wrong inside", async () => {
  const server = place.start(given, "pageless-server.ts");
  const url = await server.ready;
  const secrets = new Set([given.READOUT_ADMIN_PASSWORD, "a-guess-of-a-password", "a-new-password-1", "$argon2id$"]);
  const learn = (cookie: string) => {
    const [token = "", signature = ""] = decodeURIComponent(cookie.split("=").slice(1).join("=")).split(".");
    for (const secret of [token, signature]) if (secret !== "") secrets.add(secret);
  };
  const email = given.READOUT_ADMIN_EMAIL;
  const signIn = async (browser: Browser, password: string) => {
    const { status } = await browser.post("/api/auth/sign-in/email", { email, password });
    learn(browser.cookie);
    return status;
  };
  const browser = openBrowser({ url });
  expect(await signIn(browser, "a-guess-of-a-password")).toBe(401);
  expect(await signIn(browser, given.READOUT_ADMIN_PASSWORD)).toBe(204);
  const made = (await (await browser.post("/api/v1/keys", { name: "ci", role: "admin" })).json()) as { key: string };
  secrets.add(made.key).add(made.key.slice(8));
  const withKey = { authorization: `Bearer ${made.key}` };
  const person = { email: "grace@example.org", name: "Grace", role: "editor" };
  const added = (await (await browser.post("/api/v1/users", person, withKey)).json()) as {
    user: { id: string };
    password: string;
  };
  secrets.add(added.password);
  const reset = async () => browser.post(`/api/v1/users/${added.user.id}/password`, {}, withKey);
  secrets.add(((await (await reset()).json()) as { password: string }).password);

  const failing = async (tables: string[], work: () => Promise<Response>) =>
    without(tables, async () => expect([tables, (await work()).status]).toEqual([tables, 500]));
  const change = () =>
    browser.submit("/desk/account/password", { current: given.READOUT_ADMIN_PASSWORD, new: "a-new-password-1" });
  const enter = () => openBrowser({ url }).submit("/sign-in", { email, password: given.READOUT_ADMIN_PASSWORD });
  for (const table of ["session", "account", "user", "audit", "sign_in_attempt"]) await failing([table], enter);
  for (const table of ["account", "session", "audit"]) await failing([table], change);
  for (const table of ["account", "user", "audit"])
    await failing([table], () => browser.post("/api/v1/users", { ...person, email: `${table}@example.org` }, withKey));
  for (const table of ["account", "session", "audit"]) await failing([table], reset);
  for (const table of ["apikey", "audit"])
    await failing([table], () => browser.post("/api/v1/keys", { name: "again", role: "admin" }));
  await failing(["apikey"], () => browser.get("/api/v1/items", withKey));
  await failing(["session"], () => browser.get("/api/v1/items"));
  await failing(["session"], () => browser.submit("/sign-out", {}));

  expect((await browser.get("/api/v1/items", { authorization: "Bearer rdt_a-guess-of-a-password" })).status).toBe(401);
  expect((await browser.get("/api/v1/items?password=a-guess-of-a-password")).status).toBe(400);
  server.child.kill("SIGINT");
  const { stdout, stderr } = await server.ended;
  expect(stderr.split("\n").filter((line) => line.includes('"level":50')).length).toBeGreaterThan(10);
  expect(secrets.size).toBeGreaterThan(9);
  for (const secret of secrets) expect((stdout + stderr).includes(secret)).toBe(false);
});
