import type { FeedEntry, FeedFrame } from "./news.ts";

/** A feed in JSON Feed 1.1; the library of the other one speaks 1.0 alone. */
export const jsonFeedOf = (
  { title, description, home, self, next }: FeedFrame,
  entries: readonly FeedEntry[],
): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    home_page_url: home,
    feed_url: self,
    ...(next === null ? {} : { next_url: next }),
    language: "en",
    authors: [{ name: "Readout" }],
    items: entries.map(({ id, permalink, line, says, html, published, updated, tags }) => ({
      id,
      url: permalink,
      title: line,
      summary: says,
      content_html: html,
      date_published: published,
      date_modified: updated,
      tags,
    })),
  });
