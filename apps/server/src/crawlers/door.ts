import type { ServerResponse } from "node:http";
import { listPageAddresses } from "@readout/api/server";
import type { DoorSurroundings } from "../door.ts";
import type { Door } from "../http.ts";
import { type Listed, MOST_IN_FILE, places, robotsOf, sitemapIndexOf, sitemapOf } from "./sitemap.ts";

const xmlType = "application/xml; charset=utf-8";

/**
 * What programs that look for pages ask: /robots.txt, /sitemap.xml and, of a record too long for one file, /sitemaps/1.xml
 * and so on. A private installation asks them to stay away and lists nothing.
 *
 * @param most addresses in one file
 */
export function createCrawlerDoor(
  { installation, url }: Pick<DoorSurroundings, "url"> & { installation: DoorSurroundings["installation"] },
  most = MOST_IN_FILE,
): Door {
  /** The `n`th file from 1 on: the places first, then what the record has. */
  const fileOf = async (n: number): Promise<{ pages: Listed[]; files: number }> => {
    const from = (n - 1) * most;
    const own = places.slice(from, from + most);
    const offset = Math.max(0, from - places.length);
    const { total, changedOn, pages } = await listPageAddresses(installation, { offset, limit: most - own.length });
    const listed = own.map((path) => ({ path, changedOn: path === "/docs/api" ? null : changedOn }));
    return { pages: [...listed, ...pages], files: Math.ceil((places.length + total) / most) };
  };

  const sitemap = async (): Promise<string> => {
    const { pages, files } = await fileOf(1);
    if (files <= 1) return sitemapOf(url, pages);
    const listed = Array.from({ length: files }, (_, i) => ({ path: `/sitemaps/${i + 1}.xml`, changedOn: null }));
    return sitemapIndexOf(url, listed);
  };

  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const path = request.url!.replace(/[?#].*$/s, "");
    if (path === "/robots.txt") return send(response, "text/plain; charset=utf-8", robotsOf(url, installation.private));
    const part = /^\/sitemaps\/([1-9]\d{0,4})\.xml$/.exec(path);
    if (path !== "/sitemap.xml" && part === null) return false;
    if (installation.private) return missing(response);
    if (part === null) return send(response, xmlType, await sitemap());
    const { pages, files } = await fileOf(Number(part[1]));
    // What fits into one file stands in /sitemap.xml alone.
    return files > 1 && Number(part[1]) <= files ? send(response, xmlType, sitemapOf(url, pages)) : missing(response);
  };
}

function send(response: ServerResponse, type: string, body: string): true {
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "public, max-age=3600" });
  response.end(body);
  return true;
}

function missing(response: ServerResponse): true {
  response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end("There is nothing here.\n");
  return true;
}
