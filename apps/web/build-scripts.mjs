// Bundles every src/**/*.script.ts into public/built: what reading pages, which leave Next's runtime out, run in the browser.
import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, context } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));

function options() {
  const entries = readdirSync(join(folder, "src"), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".script.ts"));
  return {
    entryPoints: Object.fromEntries(entries.map((file) => [basename(file, ".script.ts"), join(folder, "src", file)])),
    outdir: join(folder, "public/built"),
    bundle: true,
    splitting: true,
    chunkNames: "part-[hash]",
    format: "esm",
    target: "es2022",
    minify: true,
    logLevel: "warning",
  };
}

/** Builds them anew at every change, for as long as this process lives. */
export async function watchScripts() {
  const watched = await context(options());
  await watched.watch();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  rmSync(join(folder, "public/built"), { recursive: true, force: true });
  await build(options());
}
