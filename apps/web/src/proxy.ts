import { type NextRequest, NextResponse } from "next/server";
import { atDay, withParams } from "./as-of/links.ts";
import { readAsOf } from "./as-of/search-params.ts";
import { PART_HEADER, URL_HEADER } from "./as-of/url-header.ts";

/**
 * Before every page: a malformed as-of is answered with the 400 page, days as people write them become the address
 * that links use, and layouts learn the address and what of it is asked for.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search, searchParams } = request.nextUrl;
  const headers = new Headers(request.headers);
  headers.set(URL_HEADER, withoutPart(`${pathname}${search}`));
  // Set for every page: what somebody sends along under that name says nothing.
  headers.set(PART_HEADER, searchParams.get("part") ?? "");
  const { input, faults, canonical } = readAsOf(searchParams);
  if (faults.length > 0) {
    return NextResponse.rewrite(new URL("/malformed-day", request.url), { status: 400, request: { headers } });
  }
  if (!canonical) return NextResponse.redirect(new URL(atDay(`${pathname}${search}`, input), request.url));
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/|api/|.*\\.[a-z0-9]+$).*)"] };

/** What the script of a page asks for leads on to whole pages. */
const withoutPart = (href: string): string => (href.includes("part=") ? withParams(href, { part: null }) : href);
