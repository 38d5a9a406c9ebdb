/**
 * Where to go after signing in: a path of this site, "/" where none was asked for or it would lead elsewhere.
 *
 * @param next as it stands in the address, not trusted
 */
export function nextPath(next: unknown): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return "/";
  // Browsers drop tabs and line breaks from addresses, which would make "/\t/elsewhere" another site.
  for (const character of next) if (character < " " || character === "\u007f") return "/";
  const { origin, pathname, search, hash } = new URL(next, "http://readout.invalid");
  if (origin !== "http://readout.invalid" || pathname.startsWith("//") || /^\/sign-in(?:\/|$)/.test(pathname))
    return "/";
  return `${pathname}${search}${hash}`;
}

/** Whether a path lies at the desk, where something may have been left half written. */
export const isAtDesk = (path: string): boolean => /^\/desk(?:[/?#]|$)/.test(path);

/** The sign-in page, and from there back to `href`; `ended` where a session was there and is no more. */
export function signInHref(href: string, { ended = false } = {}): string {
  const query = new URLSearchParams({ ...(href === "/" ? {} : { next: href }), ...(ended ? { ended: "1" } : {}) });
  return query.size === 0 ? "/sign-in" : `/sign-in?${query}`;
}
