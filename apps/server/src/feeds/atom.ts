import { Feed } from "feed";
import { xmlText } from "../xml-text.ts";
import { escapeHtml, type FeedEntry, type FeedFrame, feedUrn, updatedOf } from "./news.ts";

/** The library takes back an escaped ampersand before it escapes, so that one that stands in a text has to be escaped once more. */
const twice = (text: string): string => xmlText(text).replaceAll("&", "&amp;");

/** A feed in Atom, RFC 4287. */
export function atomOf({ title, description, home, self }: FeedFrame, entries: readonly FeedEntry[]): string {
  const feed = new Feed({
    id: feedUrn(self),
    title: twice(title),
    description: twice(description),
    link: home,
    feed: self,
    updated: updatedOf(entries),
    generator: "Readout",
    author: { name: "Readout" },
  });
  for (const { id, line, permalink, says, html, published, updated, tags } of entries)
    feed.addItem({
      id,
      title: escapeHtml(xmlText(line)),
      link: permalink,
      description: escapeHtml(xmlText(says)),
      content: xmlText(html),
      published: new Date(published),
      date: new Date(updated),
      category: tags.map((tag) => ({ name: tag, term: tag })),
    });
  return feed.atom1();
}
