import { defineConfig } from "@playwright/test";
import { chromium, freshInstallation } from "./support/installation.ts";

const installation = freshInstallation();

/** Journeys through the built application, on an installation of its own that loads the data set and is thrown away. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
  use: {
    baseURL: installation.url,
    launchOptions: { ...chromium() },
    trace: "retain-on-failure",
  },
  // One installation for all: those who read go first, because those at the desk change what is read.
  projects: [
    { name: "reading", testMatch: ["every-page.spec.ts", "reading.spec.ts"] },
    { name: "desk", testIgnore: ["every-page.spec.ts", "reading.spec.ts"], dependencies: ["reading"] },
  ],
  webServer: {
    command: "node --import tsx ../apps/server/src/main.ts",
    url: `${installation.url}/readyz`,
    env: installation.env,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
