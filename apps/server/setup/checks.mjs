import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findChromium } from "./browser.mjs";
import { root, runNode } from "./children.mjs";
import { SetupProblem } from "./problem.mjs";
import { build, say } from "./ready.mjs";

const bin = (path) => join(root, "node_modules", path);
const workspaces = ["packages/core", "packages/api", "packages/client", "apps/server", "apps/web", "tests"];

/** A minute or two, no database: format, lint, types, unused code, the laws of core. */
export async function runCheck() {
  const tally = new Tally();
  await runStatic(tally);
  await runVitest("packages/core", tally);
  tally.report();
}

/** Every check there is, exactly as CI runs them; the last line sums them up. */
export async function runTest() {
  const tally = new Tally();
  await runStatic(tally);
  const isBuilt = await attempt(tally, () => build(["@readout/web", "@readout/client"]));
  for (const workspace of workspaces) {
    if (existsSync(join(root, workspace, "vitest.config.ts")) || hasUnitTests(workspace))
      await runVitest(workspace, tally);
  }
  if (isBuilt) await attempt(tally, () => runPlaywright(tally));
  tally.report();
}

/** What stands in the way of later checks is a failed check itself, and the line at the end still comes. */
async function attempt(tally, work) {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    say(`FAILED: ${error.message}`);
    tally.fail(error.message);
    return false;
  }
}

class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** What failed, by name: said once more at the end, where one looks first in a long output. */
  names = [];

  add({ passed = 0, failed = 0, skipped = 0 }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  fail(...names) {
    this.failed += names.length;
    this.names.push(...names);
  }

  /** The line is alone and last; nothing having run is a failure too. */
  report() {
    for (const name of this.names) process.stdout.write(`\nfailed: ${name}`);
    if (this.names.length > 0) process.stdout.write("\n");
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : "";
    process.stdout.write(`\n${this.passed} passed, ${this.failed} failed${skipped}\n`);
    process.exitCode = this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

async function runStatic(tally) {
  const checks = [
    ["format and lint", [bin("@biomejs/biome/bin/biome"), "check", "."]],
    ...workspaces
      .filter((workspace) => existsSync(join(root, workspace, "tsconfig.json")))
      .map((workspace) => [`types of ${workspace}`, [bin("typescript7/bin/tsc"), "--noEmit", "-p", workspace]]),
    ["unused code", [bin("knip/bin/knip.js"), "--no-progress"]],
  ];
  if (!existsSync(join(root, "apps/web/next-env.d.ts"))) {
    await runNode(bin("next/dist/bin/next"), ["typegen"], { cwd: join(root, "apps/web") });
  }
  for (const [name, [script, ...args]] of checks) {
    const code = await runNode(script, args, { stdout: "inherit" });
    say(`${code === 0 ? "passed" : "FAILED"}: ${name}`);
    if (code === 0) tally.add({ passed: 1 });
    else tally.fail(name);
  }
}

function hasUnitTests(workspace) {
  const source = join(root, workspace, "src");
  return (
    existsSync(source) &&
    readdirSync(source, { recursive: true }).some((file) => /\.test(-d)?\.tsx?$/.test(String(file)))
  );
}

async function runVitest(workspace, tally) {
  const folder = mkdtempSync(join(tmpdir(), "readout-vitest-"));
  const report = join(folder, "report.json");
  say(`\nunit tests of ${workspace}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  // A worker a core, and modules loaded once in each: loading them anew for every file takes longer than the tests.
  const workers = ["--maxWorkers=100%", "--no-isolate"];
  const code = await runNode(bin("vitest/vitest.mjs"), ["run", ...workers, ...reporters], {
    cwd: join(root, workspace),
    stdout: "inherit",
  });
  const result = readJson(report);
  rmSync(folder, { recursive: true });
  const failed = (result?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
  );
  tally.add({
    passed: result?.numPassedTests ?? 0,
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  });
  tally.fail(...failed);
  // A file that could not be loaded, or a teardown that failed, counts although no test of its own did.
  if (code !== 0 && failed.length === 0) tally.fail(`unit tests of ${workspace}: a file or its surroundings`);
}

async function runPlaywright(tally) {
  const chromium = await findChromium();
  if (!chromium)
    throw new SetupProblem("no browser for the journeys: install Chromium, or name one with READOUT_CHROMIUM");
  const report = join(root, "tests/test-results/report.json");
  rmSync(report, { force: true });
  say("\njourneys in a browser");
  const options = { cwd: join(root, "tests"), env: { READOUT_CHROMIUM: chromium }, stdout: "inherit" };
  const code = await runNode(bin("@playwright/test/cli.js"), ["test"], options);
  const { stats = {}, suites = [] } = readJson(report) ?? {};
  const failed = suites.flatMap((suite) => failedJourneys(suite));
  tally.add({ passed: stats.expected ?? 0, skipped: stats.skipped ?? 0 });
  tally.fail(...failed);
  if (code !== 0 && failed.length === 0) tally.fail("the journeys: a file or their surroundings");
}

function failedJourneys({ file, suites = [], specs = [] }) {
  return [
    ...specs
      .flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status })))
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ title }) => `tests/e2e/${file}: ${title}`),
    ...suites.flatMap((suite) => failedJourneys(suite)),
  ];
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
