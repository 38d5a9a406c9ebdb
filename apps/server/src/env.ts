import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startProblem } from "@readout/api/db/start-problem";
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
  isPrivate: boolean;
  review: "optional" | "required";
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
  READOUT_ADMIN_PASSWORD: z
    .string()
    .min(8, "must have 8 characters or more")
    .max(128, "must have 128 characters or less")
    .optional(),
  READOUT_PRIVATE: flag.default("false"),
  READOUT_REVIEW: z.enum(["optional", "required"], "must be optional or required").default("optional"),
};

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
  const { READOUT_ADMIN_EMAIL: email, READOUT_ADMIN_PASSWORD: password } = env;
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: resolve(rootFolder, env.READOUT_DATA_DIR),
    publicUrl: env.READOUT_URL?.replace(/\/+$/, "") ?? null,
    secret: env.READOUT_SECRET ?? null,
    admin: email && password ? { email, password } : null,
    isPrivate: ["true", "1", "yes"].includes(env.READOUT_PRIVATE),
    review: env.READOUT_REVIEW,
  };
}

function loadEnvironment(): NodeJS.ProcessEnv {
  const file = join(rootFolder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}
