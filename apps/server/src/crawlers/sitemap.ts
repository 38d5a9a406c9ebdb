/** A page as a sitemap names it; `changedOn` is a UTC day, null where nobody can say. */
export type Listed = { path: string; changedOn: string | null };

/** The pages that are there whatever the record holds. */
export const places = [
  "/",
  "/items",
  "/timeline",
  "/calendar",
  "/changes",
  "/scenarios",
  "/sources",
  "/actors",
  "/docs/api",
] as const;

/** As many addresses as one file may have. */
export const MOST_IN_FILE = 50_000;

const xml = (root: string, parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join("\n")}\n</${root}>\n`;

const locationOf = (site: string, { path, changedOn }: Listed): string =>
  `<loc>${escapeXml(site + encodeURI(path))}</loc>${changedOn === null ? "" : `<lastmod>${changedOn}</lastmod>`}`;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&apos;");

/** A sitemap of the protocol of sitemaps.org. */
export const sitemapOf = (site: string, pages: readonly Listed[]): string =>
  xml(
    "urlset",
    pages.map((page) => `<url>${locationOf(site, page)}</url>`),
  );

/** The list of the files that a sitemap too long for one is split into. */
export const sitemapIndexOf = (site: string, files: readonly Listed[]): string =>
  xml(
    "sitemapindex",
    files.map((file) => `<sitemap>${locationOf(site, file)}</sitemap>`),
  );

/** Programs that draw the preview of a link: they may look at earlier days, because people share them. */
const previewers = [
  "Twitterbot",
  "facebookexternalhit",
  "LinkedInBot",
  "Slackbot-LinkExpanding",
  "Discordbot",
  "TelegramBot",
];

/** Pages of today may be indexed; every earlier day is the same matter again, and the API is no page. */
export function robotsOf(site: string, isPrivate: boolean): string {
  if (isPrivate) return "User-agent: *\nDisallow: /\n";
  return [
    "User-agent: *",
    "Allow: /",
    "Disallow: /api/",
    "Disallow: /*?*knownOn=",
    "Disallow: /*?*validOn=",
    "Disallow: /*?*basis=",
    "",
    ...previewers.map((name) => `User-agent: ${name}`),
    "Allow: /",
    "Disallow: /api/",
    "",
    `Sitemap: ${site}/sitemap.xml`,
    "",
  ].join("\n");
}
