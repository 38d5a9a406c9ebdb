import { randomBytes } from "node:crypto";
import { apiKey } from "@better-auth/api-key";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { PrismaClient } from "../db/generated/client.ts";
import type { Tx } from "../db/transaction.ts";

/** What every key begins with, so that people and scanners of leaked secrets recognise it. */
export const keyPrefix = "rdt_";

/**
 * What every use of better-auth here has in common: Readout's own tables, and no word to anybody.
 *
 * @param models the database, or a transaction of it
 */
export const authBasics = (models: Tx["models"] | PrismaClient) =>
  ({
    database: prismaAdapter(models, { provider: "postgresql", transaction: "$connect" in models }),
    telemetry: { enabled: false },
    // It writes the reason of every refusal to the console.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: {
      additionalFields: {
        role: { type: "string", required: false, input: false },
        banned: { type: "boolean", required: false, input: false },
      },
    },
  }) satisfies BetterAuthOptions;

/** better-auth within a transaction: it makes keys and keeps their hashes. */
export const createAuth = (models: Tx["models"]) =>
  betterAuth({
    ...authBasics(models),
    // Nothing is signed here: a key is known by its hash. Without a secret better-auth would fall back on a public one.
    secret: randomBytes(32).toString("base64url"),
    baseURL: "http://localhost",
    plugins: [
      apiKey({
        defaultPrefix: keyPrefix,
        requireName: true,
        maximumNameLength: 64,
        startingCharactersConfig: { charactersLength: keyPrefix.length + 4 },
        // One limit per key for all doors is the server's, and it is higher than ten a day.
        rateLimit: { enabled: false },
      }),
    ],
  });
