import { createHash } from "node:crypto";

/** For answers that are not pages: nothing in them may run or load anything. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** For badges and pictures that other sites show: their style is their own, and nothing in them may run or load anything. */
export const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *";

/** Scripts and styles written into the page; `src` of a script makes it an outside one, named by `'self'`. */
const inlinePattern = /<(script|style)\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\1\s*>/gi;

/**
 * The Content-Security-Policy of a page: its own files, and exactly the inline scripts and styles it was sent with, by hash.
 * Nothing is loaded from elsewhere. Style attributes are allowed: charts place their marks with them.
 *
 * @param embeddable true for pages made to be framed by other sites
 */
export function pagePolicy(html: string, embeddable: boolean): string {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const [, tag, attributes, content] of html.matchAll(inlinePattern)) {
    const kind = tag!.toLowerCase() as "script" | "style";
    if (!content || (kind === "script" && /\bsrc\s*=/i.test(attributes!))) continue;
    hashes[kind].add(`'sha256-${createHash("sha256").update(content).digest("base64")}'`);
  }
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes.script].join(" "),
    ["style-src 'self'", ...hashes.style].join(" "),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${embeddable ? "*" : "'none'"}`,
  ].join("; ");
}

/** While developing, the page is rebuilt in place: that takes eval, inline code and a socket. */
export const developmentPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
