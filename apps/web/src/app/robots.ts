import type { MetadataRoute } from "next";

/** Pages of today may be indexed; every earlier day is the same matter again. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/*?*knownOn=", "/*?*validOn=", "/*?*basis="] } };
}
