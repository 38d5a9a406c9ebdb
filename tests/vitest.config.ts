import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["faults/**/*.test.ts", "load/**/*.test.ts", "fresh/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
