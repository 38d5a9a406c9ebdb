import { sha256 } from "../items/decide-next.ts";
import type { Dataset } from "./shapes.ts";

/** A public page that a follow-up or a disagreement cites, as the source it becomes. */
export interface PageSource {
  id: string;
  title: string;
  publisher: string;
  published: string;
  url: string;
  /** The origin that a citation of it states, else its publisher. */
  origin: string;
}

/**
 * The pages that become sources of their own, once per address, as the first citation describes them; an address that a
 * source of the data set has is that source.
 */
export function pageSources({ sources, followups, conflicts }: Dataset): PageSource[] {
  const citations = [
    ...followups.followups.flatMap(({ evidence }) => evidence),
    ...conflicts.conflicts.flatMap(({ outside }) => outside),
  ];
  const known = new Set(sources.sources.map(({ url }) => url));
  const pages = new Map<string, PageSource>();
  for (const { title, publisher, published, url } of citations) {
    if (known.has(url) || pages.has(url)) continue;
    const stated = citations.find((citation) => citation.url === url && citation.origin !== undefined)?.origin?.[0];
    pages.set(url, {
      id: pageId(publisher, published, url),
      title,
      publisher,
      published,
      url,
      origin: stated ?? publisher,
    });
  }
  return [...pages.values()];
}

/** Publisher without brackets, date and six digits of the address's hash: readable, and the same on every machine. */
const pageId = (publisher: string, published: string, url: string): string =>
  [slugOf(publisher.replace(/\([^)]*\)/g, " ")), slugOf(published), sha256(url).slice(0, 6)]
    .filter((part) => part !== "")
    .join("-");

/** What is left of a text in a-z, 0-9 and inner hyphens; accents are dropped, not the letters below them. */
const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80)
    .replace(/-$/, "");
