import "server-only";
import type { Metadata } from "next";
import { publicUrl } from "../trpc/server.ts";
import { atDay } from "./links.ts";
import { requestAsOf, requestHref, requestIsPart } from "./request.ts";
import { titleSuffix } from "./words.ts";

/** What of a query says which page it is; filters and orders show the same one differently. */
const tellingParams = ["from", "to", "month"];

type Picture = {
  /** The page that this one is a view of, where that is another. */
  about?: string;
  /** The picture of the page, by its path; the overview's where there is none of its own. */
  picture?: string;
};

/** The metadata of a page: its title names the day when that is not today, and so does its picture. A part of a page has none. */
export async function pageMetadata(
  title: string,
  description?: string,
  { about, picture = "/og/overview.png" }: Picture = {},
): Promise<Metadata> {
  if (await requestIsPart()) return {};
  const view = await requestAsOf();
  const full = `${title}${titleSuffix(view)}`;
  const site = publicUrl();
  const canonical = `${site}${about ?? canonicalOf(await requestHref())}`;
  const image = { url: `${site}${atDay(picture, view.input)}`, width: 1200, height: 630, alt: description ?? full };
  const told = { title: full, ...(description === undefined ? {} : { description }) };
  return {
    ...told,
    alternates: { canonical },
    openGraph: {
      ...told,
      siteName: "Readout",
      type: "website",
      locale: "en_GB",
      url: atDay(canonical, view.input),
      images: [{ ...image, type: "image/png" }],
    },
    twitter: { card: "summary_large_image", ...told, images: [image] },
  };
}

/** The page of today that an address is a view of. */
function canonicalOf(href: string): string {
  const { pathname, searchParams } = new URL(href, "http://readout.invalid");
  const kept = new URLSearchParams(
    tellingParams.flatMap((name) => searchParams.getAll(name).map((value) => [name, value])),
  );
  return kept.size === 0 ? pathname : `${pathname}?${kept}`;
}
