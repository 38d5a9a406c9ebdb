import { defineConfig } from "@playwright/test";
import { chromium, freshInstallation } from "./support/installation.ts";

const installation = freshInstallation();

/** Those who only read. */
const readers = ["every-page.spec.ts", "reading.spec.ts", "sharing.spec.ts", "charts.spec.ts", "looks.spec.ts"];

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
    // A trace takes a quarter longer; whoever looks for a fault asks for one: `--trace retain-on-failure`.
    screenshot: "only-on-failure",
  },
  // One installation for all: those who read go first, because those at the desk change what is read.
  projects: [
    { name: "reading", testMatch: readers },
    { name: "desk", testIgnore: readers, dependencies: ["reading"] },
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
