import { join } from "node:path";
import { expect, test } from "vitest";
import { readSettings, rootFolder } from "./env.ts";

const secret = "0123456789abcdef0123456789abcdef";

test("with nothing set it listens on this machine alone and keeps its data below the repository", () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: null,
    dataFolder: join(rootFolder, ".readout"),
    publicUrl: null,
    secret: null,
    admin: null,
    provider: null,
    isPrivate: false,
    review: "optional",
    mail: null,
    digestAt: "06:00",
  });
});

test("an empty value counts as not set, and an address loses its last slash", () => {
  const settings = readSettings({
    PORT: "",
    DATABASE_URL: "",
    READOUT_URL: "https://readout.example.org/",
    READOUT_PRIVATE: "1",
  });
  expect(settings).toMatchObject({
    port: 3000,
    databaseUrl: null,
    publicUrl: "https://readout.example.org",
    isPrivate: true,
  });
});

test.each([
  [{ PORT: "abc" }, "PORT must be a number from 0 to 65535"],
  [{ PORT: "70000" }, "PORT must be a number from 0 to 65535"],
  [{ PORT: "-1" }, "PORT must be a number from 0 to 65535"],
  [{ HOST: "not a host" }, "HOST must be an address or a host name"],
  [
    { DATABASE_URL: "mysql://x", READOUT_SECRET: secret },
    "DATABASE_URL must look like postgresql://user:password@host/database",
  ],
  [
    { DATABASE_URL: "postgresql://db/readout" },
    "READOUT_SECRET is required with DATABASE_URL: set it to 32 random characters or more",
  ],
  [{ READOUT_SECRET: "short" }, "READOUT_SECRET must have 32 characters or more"],
  [{ READOUT_URL: "readout.example.org" }, "READOUT_URL must be an address that begins with http:// or https://"],
  [{ READOUT_ADMIN_EMAIL: "nobody" }, "READOUT_ADMIN_EMAIL must be an e-mail address"],
  [
    { READOUT_ADMIN_EMAIL: "ada@example.org" },
    "READOUT_ADMIN_PASSWORD is missing: the first administrator needs both an address and a password",
  ],
  [
    { READOUT_OIDC_ISSUER: "https://id.example.org", READOUT_OIDC_CLIENT_ID: "readout" },
    "READOUT_OIDC_CLIENT_SECRET is missing: a provider needs its address, a client and its secret",
  ],
  [
    { READOUT_OIDC_ISSUER: "id.example.org" },
    "READOUT_OIDC_ISSUER must be an address that begins with http:// or https://",
  ],
  [{ READOUT_PRIVATE: "maybe" }, "READOUT_PRIVATE must be true or false"],
  [{ READOUT_REVIEW: "always" }, "READOUT_REVIEW must be optional or required"],
  [
    { READOUT_SMTP_URL: "http://mail.example.org", READOUT_MAIL_FROM: "a@example.org" },
    "READOUT_SMTP_URL must look like smtp://user:password@mail.example.org:587 or smtps://...",
  ],
  [
    { READOUT_SMTP_URL: "smtp://mail.example.org" },
    "READOUT_MAIL_FROM is missing: mail needs both a server to send it and an address it comes from",
  ],
  [
    { READOUT_SMTP_URL: "smtp://mail.example.org", READOUT_MAIL_FROM: "Readout" },
    "READOUT_MAIL_FROM must look like Readout <readout@example.org>",
  ],
  [{ READOUT_DIGEST_AT: "6am" }, "READOUT_DIGEST_AT must be a time of day in UTC, as in 06:00"],
])("%j stops the start with one line that says which and why", (environment, line) => {
  expect(() => readSettings(environment)).toThrow(expect.objectContaining({ name: "StartProblem", message: line }));
});

test("a provider is called by its host unless it has a name", () => {
  const provider = {
    READOUT_OIDC_ISSUER: "https://id.example.org/realm",
    READOUT_OIDC_CLIENT_ID: "readout",
    READOUT_OIDC_CLIENT_SECRET: "shared",
  };
  expect(readSettings(provider).provider).toEqual({
    issuer: "https://id.example.org/realm",
    clientId: "readout",
    clientSecret: "shared",
    name: "id.example.org",
  });
  expect(readSettings({ ...provider, READOUT_OIDC_NAME: "the ministry" }).provider?.name).toBe("the ministry");
});

test.each([
  ["readout@example.org", { name: "", address: "readout@example.org" }],
  ["Readout <readout@example.org>", { name: "Readout", address: "readout@example.org" }],
  ['"The desk, Readout" <desk@example.org>', { name: "The desk, Readout", address: "desk@example.org" }],
])("mail comes from %s", (from, parts) => {
  const settings = readSettings({ READOUT_SMTP_URL: "smtps://user:word@mail.example.org", READOUT_MAIL_FROM: from });
  expect(settings.mail).toEqual({ smtpUrl: "smtps://user:word@mail.example.org", from: parts });
});

test("a refused secret is not repeated", () => {
  expect(() => readSettings({ READOUT_SECRET: "hunter2" })).toThrow(/^(?!.*hunter2)/);
});
