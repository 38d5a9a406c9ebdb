/**
 * Where to go on after signing in: a path of this site, "/" where none was asked for or it would lead elsewhere.
 *
 * @param next as the form sent it, not trusted
 */
export function nextPath(next: string | null): string {
  if (next === null || !next.startsWith("/") || next.includes("\\")) return "/";
  // Browsers drop tabs and line breaks from addresses, which would make "/\t/elsewhere" another site.
  if (/\p{Cc}/u.test(next)) return "/";
  const here = "http://readout.invalid";
  if (!URL.canParse(next, here)) return "/";
  const { origin, pathname, search, hash } = new URL(next, here);
  if (origin !== here || pathname.startsWith("//") || /^\/sign-(?:in|out)(?:\/|$)/.test(pathname)) return "/";
  return `${pathname}${search}${hash}`;
}
