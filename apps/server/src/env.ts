import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startProblem } from "@readout/api/db/start-problem";
import { Password } from "@readout/core/account";
import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";

/** The repository, which relative folders start from wherever the command was called. */
export const rootFolder = fileURLToPath(new URL("../../..", import.meta.url));

/** What the surroundings decide about an installation. */
export interface Settings {
  port: number;
  host: string;
  /** Null: the embedded PostgreSQL below the data folder. */
  databaseUrl: string | null;
  /** Absolute; with a database elsewhere nothing is kept in it. */
  dataFolder: string;
  /** Address that people reach Readout at, without a trailing slash; null: the one it listens on. */
  publicUrl: string | null;
  /** Null: the one kept in the data folder. Never null together with `databaseUrl`. */
  secret: string | null;
  /** The first administrator; null: one is made. */
  admin: { email: string; password: string } | null;
  /** An OpenID Connect provider that people may sign in by. */
  provider: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  isPrivate: boolean;
  review: "optional" | "required";
  /** How mail is sent; null: none is. */
  mail: { smtpUrl: string; from: { name: string; address: string } } | null;
  /** When digests leave, UTC as in "06:00". */
  digestAt: string;
}

const flag = z.enum(["true", "1", "yes", "false", "0", "no"], "must be true or false");

const schema = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a number from 0 to 65535")
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be an address or a host name")
    .default("127.0.0.1"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must look like postgresql://user:password@host/database" })
    .optional(),
  READOUT_DATA_DIR: z
    .string()
    .refine((path) => !path.includes("\0"), "must be a path")
    .default(".readout"),
  READOUT_URL: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
    .optional(),
  READOUT_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  READOUT_ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  READOUT_ADMIN_PASSWORD: Password.optional(),
  READOUT_OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
    .optional(),
  READOUT_OIDC_CLIENT_ID: z.string().optional(),
  READOUT_OIDC_CLIENT_SECRET: z.string().optional(),
  READOUT_OIDC_NAME: z.string().max(60, "must have 60 characters or less").optional(),
  READOUT_PRIVATE: flag.default("false"),
  READOUT_REVIEW: z.enum(["optional", "required"], "must be optional or required").default("optional"),
  READOUT_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@mail.example.org:587 or smtps://..." })
    .optional(),
  READOUT_MAIL_FROM: z
    .string()
    .refine((from) => mailboxOf(from) !== null, "must look like Readout <readout@example.org>")
    .optional(),
  READOUT_DIGEST_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day in UTC, as in 06:00")
    .default("06:00"),
};

/** "Readout <readout@example.org>" or an address alone, in its parts; null for what is neither. */
function mailboxOf(from: string): { name: string; address: string } | null {
  const [, name = "", framed, bare] = /^(?:([^<>\p{Cc}]*?)\s*<([^<>]+)>|([^<>\s]+))$/u.exec(from.trim()) ?? [];
  const address = z.email().safeParse(framed ?? bare);
  return address.success ? { name: name.replace(/^"(.*)"$/, "$1"), address: address.data } : null;
}

/**
 * Reads and checks the environment, `.env` at the root included; what is set already wins over the file.
 *
 * @throws a StartProblem with one line that names the variable and what is wrong with it, never its value
 */
export function readSettings(environment: Record<string, string | undefined> = loadEnvironment()): Settings {
  const env = createEnv({
    server: schema,
    runtimeEnv: environment,
    emptyStringAsUndefined: true,
    onValidationError: (issues) => {
      const faults = issues.map(({ path, message }) => `${path?.join(".")} ${message}`);
      throw startProblem(faults.join("; "));
    },
  });
  if (env.DATABASE_URL && !env.READOUT_SECRET) {
    throw startProblem("READOUT_SECRET is required with DATABASE_URL: set it to 32 random characters or more");
  }
  if (!env.READOUT_ADMIN_EMAIL !== !env.READOUT_ADMIN_PASSWORD) {
    const missing = env.READOUT_ADMIN_EMAIL ? "READOUT_ADMIN_PASSWORD" : "READOUT_ADMIN_EMAIL";
    throw startProblem(`${missing} is missing: the first administrator needs both an address and a password`);
  }
  if (!env.READOUT_SMTP_URL !== !env.READOUT_MAIL_FROM) {
    const missing = env.READOUT_SMTP_URL ? "READOUT_MAIL_FROM" : "READOUT_SMTP_URL";
    throw startProblem(`${missing} is missing: mail needs both a server to send it and an address it comes from`);
  }
  const { READOUT_SMTP_URL: smtpUrl, READOUT_MAIL_FROM: from } = env;
  const { READOUT_ADMIN_EMAIL: email, READOUT_ADMIN_PASSWORD: password } = env;
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: resolve(rootFolder, env.READOUT_DATA_DIR),
    publicUrl: env.READOUT_URL?.replace(/\/+$/, "") ?? null,
    secret: env.READOUT_SECRET ?? null,
    admin: email && password ? { email, password } : null,
    provider: providerIn(env),
    isPrivate: ["true", "1", "yes"].includes(env.READOUT_PRIVATE),
    review: env.READOUT_REVIEW,
    mail: smtpUrl && from ? { smtpUrl, from: mailboxOf(from)! } : null,
    digestAt: env.READOUT_DIGEST_AT,
  };
}

/** A provider needs an address and the two things it knows us by; without a name it is called by its host. */
function providerIn(env: {
  READOUT_OIDC_ISSUER?: string | undefined;
  READOUT_OIDC_CLIENT_ID?: string | undefined;
  READOUT_OIDC_CLIENT_SECRET?: string | undefined;
  READOUT_OIDC_NAME?: string | undefined;
}): Settings["provider"] {
  const needed = ["READOUT_OIDC_ISSUER", "READOUT_OIDC_CLIENT_ID", "READOUT_OIDC_CLIENT_SECRET"] as const;
  const missing = needed.filter((name) => env[name] === undefined);
  if (missing.length === needed.length) return null;
  if (missing.length > 0)
    throw startProblem(`${missing.join(" and ")} is missing: a provider needs its address, a client and its secret`);
  const [issuer, clientId, clientSecret] = needed.map((name) => env[name]!) as [string, string, string];
  return { issuer, clientId, clientSecret, name: env.READOUT_OIDC_NAME ?? new URL(issuer).host };
}

function loadEnvironment(): NodeJS.ProcessEnv {
  const file = join(rootFolder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}
