import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run, runNode } from "./children.mjs";
import { SetupProblem } from "./problem.mjs";

const stampFile = join(root, "node_modules/.cache/readout/setup.json");

/** Everything below needs what `engines` in package.json says. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupProblem(`Node 20.19 or newer is needed; this is ${process.versions.node}`);
}

/** `npm ci` when node_modules is missing, was left half way, or is not what package-lock.json says. */
export async function installPackages() {
  if (packagesMatch()) return;
  say("installing packages (npm ci)");
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const args = [
    ...npm.slice(1),
    "ci",
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const code = await run(npm[0], args);
  if (code !== 0) throw new SetupProblem(`the packages could not be installed (npm ci ended with ${code})`);
}

/** npm notes what it installed, last of all; times would mislead after a checkout. */
function packagesMatch() {
  const wanted = readJson(join(root, "package-lock.json"))?.packages;
  const installed = readJson(join(root, "node_modules/.package-lock.json"))?.packages;
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    // Packages for other platforms are wanted but not installed; workspaces themselves are not in node_modules.
    if (!path.startsWith("node_modules/") && !path.includes("/node_modules/")) return true;
    const found = installed[path];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version && found.integrity === entry.integrity && found.resolved === entry.resolved;
  });
}

/** The Prisma client, generated from prisma/schema.prisma into packages/api. */
export async function generateClient() {
  const inputs = fingerprint(["prisma/schema.prisma", "packages/api/package.json", "package-lock.json"]);
  if (isDone("generate", inputs) && existsSync(join(root, "packages/api/src/db/generated"))) return;
  say("generating the database client");
  await turbo(["generate"], ["@readout/api"]);
  markDone("generate", inputs);
}

/**
 * Builds workspaces when what they are built from has changed; turbo's cache then brings back a build it already made.
 *
 * @param {string[]} packages
 */
export async function build(packages) {
  const inputs = fingerprint(["apps/web", "packages/core", "packages/client", "turbo.json", "package-lock.json"]);
  const name = `build ${packages.join(" ")}`;
  if (isDone(name, inputs) && existsSync(join(root, "apps/web/.next/BUILD_ID"))) return;
  say("building");
  await turbo(["build"], packages);
  markDone(name, inputs);
}

async function turbo(tasks, packages) {
  const filters = packages.map((name) => `--filter=${name}`);
  const script = join(root, "node_modules/turbo/bin/turbo");
  const code = await runNode(script, ["run", ...tasks, ...filters, "--output-logs=errors-only", "--log-order=grouped"]);
  if (code !== 0) throw new SetupProblem(`${tasks.join(", ")} failed (turbo ended with ${code})`);
}

const generatedFolders = new Set(["node_modules", ".next", ".turbo", "built", "dist", "generated", "test-results"]);

/** A hash over names and contents of files and folders, what is generated in them left out. */
function fingerprint(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  };
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !generatedFolders.has(entry.name)) walk(path);
      else if (entry.isFile() && !/\.tsbuildinfo$|^next-env\.d\.ts$|\.test\.tsx?$/.test(entry.name)) add(path);
    }
  };
  for (const path of paths.filter((candidate) => existsSync(join(root, candidate)))) {
    if (readdirOrNull(path)) walk(path);
    else add(path);
  }
  return hash.digest("hex");
}

function readdirOrNull(path) {
  try {
    return readdirSync(join(root, path));
  } catch {
    return null;
  }
}

function isDone(step, inputs) {
  return readJson(stampFile)?.[step] === inputs;
}

function markDone(step, inputs) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify({ ...readJson(stampFile), [step]: inputs }, null, 2)}\n`);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** To standard error: standard output belongs to the command. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
