import { createHash } from "node:crypto";
import type { RecordedEntry, RecordedPage } from "@readout/core/event";
import { type EntryNews, entryNews } from "@readout/core/news-words";
import type { Instant } from "@readout/core/time";

/** What a feed is about, and where it stands. */
export interface FeedFrame {
  title: string;
  description: string;
  /** The page that shows the same. */
  home: string;
  /** Its own address, and the one of the page after it; null on the last. */
  self: string;
  next: string | null;
}

/** An entry as a feed tells of it. */
export interface FeedEntry extends EntryNews {
  id: string;
  permalink: string;
  published: Instant;
  updated: Instant;
  tags: string[];
  html: string;
}

/** The entries of a page as a feed tells of them. */
export function feedEntriesOf({ entries, sources }: RecordedPage, url: string): FeedEntry[] {
  const named = new Map(sources.map((source) => [source.id as string, source]));
  return entries.map((recorded) => {
    const { entry, amendedAt, tags } = recorded;
    const news = entryNews(recorded, named);
    return {
      ...news,
      id: entryUrn(entry),
      permalink: permalinkOf(recorded, url),
      published: entry.recorded,
      updated: amendedAt ?? entry.recorded,
      tags,
      html: htmlOf(news, recorded, url),
    };
  });
}

/** When anything of it last changed; of an empty feed, the beginning of time. */
export const updatedOf = (entries: readonly FeedEntry[]): Date =>
  new Date(entries.reduce((last, { updated }) => (updated > last ? updated : last), "1970-01-01T00:00:00.000Z"));

/** A name that never changes, whatever becomes of addresses: it is made of the hash that seals the entry. */
const entryUrn = ({ hash }: RecordedEntry["entry"]): string => urnOf(Buffer.from(hash, "hex"));

/** A name for a feed, of its address without what varies. */
export const feedUrn = (address: string): string => urnOf(createHash("sha256").update(address).digest());

/** A UUID of RFC 9562, version 8: the first 122 bits of a hash. */
function urnOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")}`;
}

const permalinkOf = ({ entry: { itemId, seq } }: Pick<RecordedEntry, "entry">, url: string): string =>
  `${url}/items/${itemId}#entry-${seq}`;

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark]!);

function htmlOf({ says, remarks, evidence, replaces }: EntryNews, { entry }: RecordedEntry, url: string): string {
  const sentence = `<p>${escapeHtml(says)}</p>`;
  const beside = remarks.length === 0 ? "" : `<p>${remarks.map(escapeHtml).join("; ")}</p>`;
  const passages = evidence.map(
    ({ signWords, says: said, passage, sourceId, remarks: rated }) =>
      `<li>${escapeHtml(signWords)}: ${escapeHtml(said)} (<a href="${escapeHtml(`${url}/sources/${sourceId}`)}">${escapeHtml(passage)}</a>${rated === "" ? "" : `; ${escapeHtml(rated)}`})</li>`,
  );
  const proof = passages.length === 0 ? "" : `<ul>${passages.join("")}</ul>`;
  const before =
    replaces === null
      ? ""
      : `<p><a href="${escapeHtml(`${url}/items/${entry.itemId}#entry-${replaces}`)}">Entry ${replaces}</a></p>`;
  return sentence + beside + proof + before;
}
