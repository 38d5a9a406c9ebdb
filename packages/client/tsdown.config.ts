import { defineConfig } from "tsdown";

export default defineConfig({
  entry: "src/index.ts",
  format: "esm",
  platform: "neutral",
  target: "es2023",
  fixedExtension: false,
  tsconfig: "tsconfig.build.json",
  dts: { resolver: "tsc" },
  // What is taken from core comes along: it is not published.
  deps: { alwaysBundle: [/^@readout\//], neverBundle: [/^@trpc\//, /^zod/] },
  publint: { strict: true },
  attw: { profile: "esm-only", level: "error" },
});
