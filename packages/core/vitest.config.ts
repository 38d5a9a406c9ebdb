import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // The laws are tried on thousands of random ledgers, and a busy machine is no failure.
    testTimeout: 90_000,
  },
});
