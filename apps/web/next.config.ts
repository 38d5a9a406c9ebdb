import { join } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Both are taken as TypeScript source: core is shipped so, and the client need not be built for its dashboard.
  transpilePackages: ["@readout/core", "@readout/client"],
  images: { unoptimized: true },
  // `npm run check` holds the types of every workspace; a build need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // A card may be framed by a page that lets in only what says so.
  headers: async () => [
    { source: "/embed/:path*", headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }] },
  ],
  // Titles stand in the head for everyone, not moved there by a script.
  htmlLimitedBots: /.*/,
  // Next would write "localhost" for 127.0.0.1, take that for another host and send rewrites through the network.
  skipProxyUrlNormalize: true,
  turbopack: { root: join(import.meta.dirname, "../..") },
};

export default config;
