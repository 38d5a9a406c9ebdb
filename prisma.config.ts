import { defineConfig } from "prisma/config";

/** Where Prisma finds the schema; `prisma migrate deploy` takes the address from DATABASE_URL, the server migrates by itself. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "tsx prisma/seed.ts" },
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: read by the command line, never by turbo
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
