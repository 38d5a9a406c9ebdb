import { join } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Core is shipped as TypeScript source.
  transpilePackages: ["@readout/core"],
  images: { unoptimized: true },
  // `npm run check` holds the types of every workspace; a build need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  turbopack: { root: join(import.meta.dirname, "../..") },
};

export default config;
