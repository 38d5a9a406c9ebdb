import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createKey, loadDataset } from "@readout/api/server";
import { anItem, createTestContext, type TestContext } from "@readout/api/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createReadoutClient } from "./client.ts";
import { type Served, serve } from "./testing/serve.ts";

const run = promisify(execFile);
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let context: TestContext;
let served: Served;
let folder: string;
let example: ChildProcess | null = null;

beforeAll(async () => {
  context = await createTestContext();
  await loadDataset(context.db, at("../../../prisma/dataset"));
  served = await serve(context);
  folder = await mkdtemp(join(tmpdir(), "readout-client-"));
}, 300_000);

afterAll(async () => {
  example?.kill();
  await served.close();
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

/** The examples of the README, in order, made to ask the server of this test. */
async function examplesFor(url: string): Promise<string[]> {
  const readme = await readFile(at("../README.md"), "utf8");
  return [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) =>
    code!.replaceAll("http://127.0.0.1:3000", url),
  );
}

test("installed elsewhere from its package, the README's examples compile, and the first one tells what it promises", async () => {
  await run(process.execPath, [at("../../../node_modules/tsdown/dist/run.mjs")], { cwd: at("..") });
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: at("..") });
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  expect(files.map(({ path }) => path).sort()).toEqual([
    "CHANGELOG.md",
    "README.md",
    "dist/index.d.ts",
    "dist/index.js",
    "package.json",
  ]);

  const examples = await examplesFor(served.url);
  expect(examples).toHaveLength(2);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "elsewhere", private: true, type: "module" }));
  await Promise.all(examples.map((code, index) => writeFile(join(folder, `example-${index}.ts`), code)));
  const options = {
    ...{ strict: true, target: "es2023", module: "nodenext", lib: ["es2023", "dom"], types: [] },
    // The package's own types are part of what is proven.
    ...{ skipLibCheck: false, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
  const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  await run("npm", ["install", `./${filename}`, "typescript@6.0.3", ...flags], { cwd: folder });
  await run(process.execPath, [join(folder, "node_modules/typescript/bin/tsc")], { cwd: folder }).catch(
    (error: { stdout: string }) => expect.fail(error.stdout),
  );

  const types = await readFile(join(folder, "node_modules/@readout/client/dist/index.d.ts"), "utf8");
  expect([...types.matchAll(/(?:from |import\()"([^"]+)"/g)].map(([, name]) => name)).toEqual(["zod"]);

  example = spawn(process.execPath, ["example-0.js"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  example.stdout!.on("data", (chunk) => {
    said += chunk;
  });
  const lines = () => said.split("\n").slice(0, -1);

  const { items } = await context.caller.items.list({ phase: "open", knownOn: "2017-08-07", limit: 200 });
  const { events } = await context.caller.changes.list({ limit: 200 });
  const wanted = items.map(
    ({ id, statusSubject, reading }) =>
      `${id}: ${statusSubject} ${reading.status ?? "not certain"}, since ${reading.since ?? "unknown"}`,
  );
  await vi.waitFor(() => expect(lines().slice(0, items.length)).toEqual(wanted), 60_000);
  expect(lines().slice(0, 4)).toEqual([
    "us-response-to-expulsions: the US answer under-way, since 2017-08-07~",
    "volker-surkov-meeting: the first meeting, afterwards the channel agreed-in-principle, since 2017-08-06",
    "strategic-stability-talks: the talks as a channel agreed-in-principle, since 2017-04",
    "new-start-extension: the extension, afterwards the extended treaty raised, since 2017-07",
  ]);
  await vi.waitFor(() => expect(lines().length).toBeGreaterThanOrEqual(items.length + events.length), 60_000);

  const { key: apiKey } = await createKey(context.db, { role: "editor", name: "example" });
  await createReadoutClient({ url: served.url, apiKey }).items.open(anItem({ id: "opened-meanwhile" }));
  await vi.waitFor(() => expect(lines().at(-1)).toMatch(/^\d+ \S+Z item\.opened opened-meanwhile/), 60_000);
}, 300_000);
